"""R peaks from all usable leads together."""

from __future__ import annotations

import itertools
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.ndimage import uniform_filter1d
from scipy.signal import find_peaks

from meit_core.signal.filtering import band_pass

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

REFRACTORY_S: Final = 0.2
"""No ventricle follows at more than 300/min."""
T_WAVE_S: Final = 0.36
"""A slower deflection this soon after a beat is its T wave (Pan and Tompkins, IEEE Trans Biomed Eng 32:230, 1985)."""

_BAND_HZ: Final = (5.0, 25.0)
_SMOOTH_S: Final = 0.08
_SHARE: Final = 0.25
_SHARE_BACK: Final = 0.16
_LONG_GAP: Final = 1.66
_FLOOR: Final = 0.3
"""Of the smaller neighbour: a broad extrasystole is much less steep than the sinus beats beside it."""


def detect_beats(signal_mv: Array, fs_hz: float) -> Positions:
    """Find the R peaks.

    The size of the leads' joint slope between 5 and 25 Hz, smoothed over 80 ms, is compared with its typical size at
    beats; gaps of more than 1.66 usual cycles are searched again with a lower threshold (Pan and Tompkins 1985).

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples), pacing spikes removed.

    Returns
    -------
    Positions
        Sample positions of the largest deflection of each beat, rising.
    """
    band = band_pass(signal_mv, _BAND_HZ, fs_hz)
    slope = np.gradient(band, axis=1) * fs_hz
    power = uniform_filter1d(np.mean(slope**2, axis=0), round(_SMOOTH_S * fs_hz))
    activity = np.sqrt(np.maximum(power, 0.0))  # the running sum ends a little below zero after a large step
    candidates = find_peaks(np.pad(activity, 1), distance=max(1, round(REFRACTORY_S * fs_hz)))[0] - 1
    if candidates.size == 0:
        return candidates
    level = _beat_level(activity, fs_hz)
    beats = _without_t_waves(candidates[activity[candidates] > _SHARE * level], activity, fs_hz)
    beats = _search_back(beats, candidates, activity, level, fs_hz)
    return _at_largest_deflection(beats, signal_mv, fs_hz)


def _beat_level(activity: Array, fs_hz: float) -> float:
    """Median over windows of 2.5 s of the largest activity: one outlier, or one empty window, doesn't move it."""
    width, step = round(2.5 * fs_hz), round(1.25 * fs_hz)
    starts = range(0, max(1, activity.size - width + 1), step)
    return float(np.median([activity[start : start + width].max() for start in starts]))


def _without_t_waves(beats: Positions, activity: Array, fs_hz: float) -> Positions:
    kept: list[int] = []
    for beat in beats:
        soon = bool(kept) and beat - kept[-1] < T_WAVE_S * fs_hz
        if soon and activity[beat] < 0.5 * activity[kept[-1]]:
            continue
        if soon and activity[kept[-1]] < 0.35 * activity[beat]:
            kept.pop()  # what looked like a beat was the P wave or noise before this one
        kept.append(int(beat))
    return np.array(kept, dtype=np.intp)


def _search_back(beats: Positions, candidates: Positions, activity: Array, level: float, fs_hz: float) -> Positions:
    if beats.size < 3:
        return beats
    cycle = float(np.median(np.diff(beats)))
    found = [beats]
    for before, after in itertools.pairwise(beats):
        if after - before <= _LONG_GAP * cycle:
            continue
        margin = T_WAVE_S * fs_hz
        inside = candidates[(candidates > before + margin) & (candidates < after - margin)]
        inside = inside[activity[inside] > _SHARE_BACK * level]
        # P waves of a block and small noise are far from a beat's steepness.
        floor = _FLOOR * min(activity[before], activity[after])
        found.append(inside[activity[inside] > floor])
    return np.sort(np.concatenate(found))


def _at_largest_deflection(beats: Positions, signal_mv: Array, fs_hz: float) -> Positions:
    level = band_pass(signal_mv, (1.0, 40.0), fs_hz, order=1)
    size = np.sum(level**2, axis=0)
    reach = round(0.06 * fs_hz)
    peaks = [
        max(0, beat - reach) + int(np.argmax(size[max(0, beat - reach) : beat + reach + 1])) for beat in beats.tolist()
    ]
    return np.unique(np.array(peaks, dtype=np.intp))
