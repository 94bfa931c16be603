"""Pacing spikes, taken out before beats are looked for."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.ndimage import binary_dilation, median_filter

Array = npt.NDArray[np.float64]

SPIKE_MV: Final = 0.2
"""Smallest spike that could be mistaken for a QRS complex."""
MOST_SPIKES: Final = 0.15
"""Share of the time from which sharp deflections are noise: both chambers paced at 150/min stay below a tenth."""
CAPTURE_S: Final = 0.16
"""A ventricular spike and the R peak of the beat that it sets off lie closer than this."""
_FEWEST_CAPTURED: Final = 3
_NARROW_MS: Final = 10.0
_WIDE_MS: Final = 30.0
_MARGIN_MS: Final = 4.0


def remove_spikes(signal_mv: Array, fs_hz: float) -> tuple[Array, npt.NDArray[np.intp]]:
    """Bridge pacing spikes by straight lines.

    A spike is what a 10 ms median filter removes almost wholly, in two leads or more at once: pulses of 2 ms and less,
    as recorders show them (AHA/ACC/HRS Part I, Circulation 115:1306, 2007). QRS peaks lose a tenth of their height.

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples).

    Returns
    -------
    signal_mv, spikes
        The bridged signal and the spikes' sample positions.
    """
    narrow = 2 * int(_NARROW_MS * fs_hz / 2000) + 1
    wide = 2 * int(_WIDE_MS * fs_hz / 2000) + 1
    sharp = np.abs(signal_mv - median_filter(signal_mv, size=(1, narrow)))
    candidates = np.count_nonzero(sharp > SPIKE_MV, axis=0) >= 2
    if not candidates.any():
        return signal_mv, np.array([], dtype=np.intp)
    height = np.abs(signal_mv - median_filter(signal_mv, size=(1, wide)))
    spiky = np.count_nonzero((sharp > SPIKE_MV) & (sharp > 0.6 * height), axis=0) >= 2
    positions = np.flatnonzero(np.diff(np.concatenate(([0], spiky.astype(np.int8)))) == 1)
    if positions.size == 0:
        return signal_mv, positions
    bad = binary_dilation(spiky, iterations=max(1, round(_MARGIN_MS * fs_hz / 1000)))
    if np.mean(bad) > MOST_SPIKES:
        return signal_mv, np.array([], dtype=np.intp)
    where = np.arange(signal_mv.shape[1])
    bridged = signal_mv.copy()
    for row in bridged:
        row[bad] = np.interp(where[bad], where[~bad], row[~bad])
    return bridged, positions


def pacemaker_spikes(spikes: npt.NDArray[np.intp], r_peaks: npt.NDArray[np.intp], fs_hz: float) -> npt.NDArray[np.intp]:
    """Return the spikes where a pacemaker is at work, none where something else is as sharp.

    At least three of them, and half of all, set off a beat. Of 500 recordings of PTB-XL this leaves all four that are
    coded as paced and two others; without it thirteen others have spikes, most of them one or two.
    """
    if spikes.size == 0 or r_peaks.size == 0:
        return np.array([], dtype=np.intp)
    capturing = np.count_nonzero(spikes_before(r_peaks, spikes, fs_hz) >= 0)
    return spikes if capturing >= max(_FEWEST_CAPTURED, spikes.size / 2) else np.array([], dtype=np.intp)


def spikes_before(r_peaks: npt.NDArray[np.intp], spikes: npt.NDArray[np.intp], fs_hz: float) -> npt.NDArray[np.intp]:
    """Return the last spike that each beat follows by less than :data:`CAPTURE_S`, -1 where there is none."""
    delays = r_peaks[:, None] - spikes[None, :]
    follows = (delays >= 0) & (delays < CAPTURE_S * fs_hz)
    return np.max(np.where(follows, spikes[None, :], -1), axis=1, initial=-1)
