"""The deflection that a reader points at: where a caliper's leg is put when the hand is near enough.

Everything is looked for in the raw recording. It is smoothed only to find the place; the place itself, and any level
read there, are a sample's own.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.local_peaks import local_peaks

_SMOOTH_S: Final = 0.016
"""Length of the smoothing window: shorter than the narrowest QRS flank, longer than a period of muscle noise."""
_SMOOTH_T_S: Final = 0.05
"""For the end of T, which is slow and low."""
_REFINE_S: Final = 0.008
_MARGIN_S: Final = 0.06
"""Looked at beside the reach, so that a wave at its edge still has both flanks."""
_LEAST_PROMINENCE_MV: Final = 0.05
_LEAST_SLOPE_MV_PER_S: Final = 1.0
"""Half a millimetre on paper; the flank of a T wave of 0.1 mV. What is flatter is baseline."""
_NOISE_SLOPES: Final = 5.0
"""Standard deviations of what noise alone makes of the slope: beyond these it is a deflection."""
_SHARE: Final = 0.25
"""Of the strongest deflection in reach: what is weaker beside it is not what the reader means."""
_PEAK_PULL: Final = 0.25
"""A peak counts as a quarter as far away as a flank: cycles are measured from peak to peak."""
_START_SHARE: Final = 0.05
_END_SHARE: Final = 0.3
"""Of the steepest slope: as flat as this the QRS complex isn't yet, or T no longer. On 408 marked waves of LUDB (leads
II, V2, V5 of every third recording, pointed at with an error of 20 ms) the places so found lie 10 ms after and 1 ms
before the experts' marks in the mean, with a standard deviation of 14 and 18 ms."""

Lead = npt.NDArray[np.floating]


def nearest_deflection(lead_mv: Lead, fs_hz: float, at_sample: float, reach_samples: float) -> int | None:
    """Return the sample of the peak, trough or steepest slope that is nearest, or ``None`` on the baseline.

    Parameters
    ----------
    lead_mv
        (n_samples,) raw samples of one lead in mV.
    at_sample, reach_samples
        Where the reader points, and how far away a deflection may be.
    """
    window = _Window(lead_mv, fs_hz, at_sample, reach_samples)
    if window.is_short:
        return None
    peaks = [(_PEAK_PULL, window.refined(place, sign)) for place, sign in window.peaks()]
    flanks = [(1.0, window.first + place) for place in window.flanks()]
    near = [
        (pull * abs(sample - at_sample), sample)
        for pull, sample in peaks + flanks
        if abs(sample - at_sample) <= reach_samples
    ]
    return min(near)[1] if near else None


def nearest_foot(lead_mv: Lead, fs_hz: float, at_sample: float, reach_samples: float, *, ending: bool) -> int | None:
    """Return where the deflection near a place begins or, with ``ending``, ends; ``None`` on the baseline.

    From the first (last) steep flank in reach outwards to where it is flat. For QT, whose ends are feet, not flanks.
    """
    window = _Window(lead_mv, fs_hz, at_sample, reach_samples, _SMOOTH_T_S if ending else _SMOOTH_S)
    flanks = [] if window.is_short else window.flanks()
    if not flanks:
        return None
    steep = np.abs(window.slope)
    place, step = (flanks[-1], 1) if ending else (flanks[0], -1)
    flat = (_END_SHARE if ending else _START_SHARE) * steep[place]
    while 0 < place < len(steep) - 1 and steep[place] > flat:
        place += step
    found = window.first + place
    return found if abs(found - at_sample) <= reach_samples else None


def nearest_level(
    lead_mv: Lead, fs_hz: float, at_sample: float, at_mv: float, *, reach_samples: float, reach_mv: float
) -> tuple[int, float] | None:
    """Return sample and raw level of the peak near a point, else of the trace under it; ``None`` away from both."""
    window = _Window(lead_mv, fs_hz, at_sample, reach_samples)
    near = []
    for place, sign in [] if window.is_short else window.peaks():
        sample = window.refined(place, sign)
        sideways, upwards = abs(sample - at_sample) / reach_samples, abs(float(lead_mv[sample]) - at_mv) / reach_mv
        if sideways <= 1 and upwards <= 1:
            near.append((np.hypot(sideways, upwards), sample))
    if near:
        sample = min(near)[1]
        return sample, float(lead_mv[sample])
    sample = min(max(round(at_sample), 0), len(lead_mv) - 1)
    level = float(lead_mv[sample])
    return (sample, level) if abs(level - at_mv) <= reach_mv else None


class _Window:
    """Smoothed samples around a place."""

    def __init__(
        self, lead_mv: Lead, fs_hz: float, at_sample: float, reach_samples: float, smooth_s: float = _SMOOTH_S
    ) -> None:
        margin = reach_samples + _MARGIN_S * fs_hz
        taps = max(1, round(smooth_s * fs_hz)) | 1
        self.first = max(0, int(at_sample - margin))
        last = min(len(lead_mv), int(at_sample + margin) + 2)
        self._lead_mv, self._refine = lead_mv, max(1, round(_REFINE_S * fs_hz))
        raw = lead_mv[self.first : last].astype(np.float64)
        self.is_short = raw.size < taps + 4
        if self.is_short:
            return
        weights = np.hanning(taps + 2)[1:-1]
        weights /= weights.sum()
        padded = np.pad(raw, taps // 2, mode="edge")
        self.smooth = np.convolve(padded, weights, mode="valid")
        self.slope = np.gradient(self.smooth) * fs_hz
        # From the median, so that the QRS complex itself isn't taken for noise.
        noise_mv = float(np.median(np.abs(raw - self.smooth))) / 0.6745
        of_slope = fs_hz / 2 * float(np.linalg.norm(np.convolve(weights, (1.0, 0.0, -1.0))))
        self._least_slope = max(_LEAST_SLOPE_MV_PER_S, _NOISE_SLOPES * noise_mv * of_slope)

    def peaks(self) -> list[tuple[int, int]]:
        """Places of peaks (+1) and troughs (-1)."""
        least = max(_LEAST_PROMINENCE_MV, _SHARE * float(np.ptp(self.smooth)))
        return [
            (int(place), sign) for sign in (1, -1) for place in local_peaks(sign * self.smooth, least_prominence=least)
        ]

    def flanks(self) -> list[int]:
        """Places where the trace is steepest, in rising order."""
        steep = np.abs(self.slope)
        least = max(self._least_slope, _SHARE * float(steep.max()))
        return [int(place) for place in local_peaks(steep, least_height=least)]

    def refined(self, place: int, sign: int) -> int:
        """Sample of the raw extreme that a smoothed one stands for."""
        first = max(0, self.first + place - self._refine)
        raw = sign * self._lead_mv[first : self.first + place + self._refine + 1]
        return first + int(np.argmax(raw))
