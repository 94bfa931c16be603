"""Where the QRS complex of the median beat begins and ends."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.joint_activity import upper_slope
from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]

LEVELS_UV_PER_MS: Final = (1.8, 2.5, 3.5, 5.0)
"""Slopes at which the complex is taken to begin and end; the mean of the places counts. One level alone scatters: a
slurred onset passes the lowest long before it is seen, and a notch reaches the highest late. Fixed slopes, since the
eye reads onset and offset as a bend of the line whatever the peak's height. On LUDB (n = 100) one level leaves an SD of
10 to 12 ms of QRS and four 8.8 ms; what is chosen so on either half of the recordings leaves 9.4 ms in the other."""
SEEN_BEFORE_MS: Final = 7.0
SEEN_AFTER_MS: Final = 5.0
"""The eye sees the line bend before the mean of those places, and after it. The experts of LUDB do by 3 ms more on
either side; these leave the median of PTB-XL's normal ECGs at 100 ms."""
CUTOFF_HZ: Final = 40.0
_MOST_OF_PEAK: Final = 0.25
"""Levels are lowered where the complex itself is hardly steeper: low voltage."""
_NOISE_FACTOR: Final = 1.5
_RELAXED: Final = (1.0, 1.5, 2.25)
"""A steep ST segment or noise may leave no quiet stretch: then less quiet ones are, and at last the quietest."""
_QUIET_MS: Final = 10.0
_LONGEST_BEFORE_R_S: Final = 0.16
_LONGEST_AFTER_R_S: Final = 0.2


def qrs_extent(beat: MedianBeat) -> tuple[int, int]:
    """Onset and offset as sample positions in the median beat's window.

    Outwards from the steepest moment to the first 10 ms in which the slope that a quarter of the leads exceed stays
    below a level; the mean over :data:`LEVELS_UV_PER_MS`. Levels are raised to one and a half times the noise found
    before QRS where that is more. A paced complex begins slurred: at the lowest level, but not before its spike.
    """
    fs_hz, r = beat.fs_hz, beat.r_index
    slope = upper_slope(beat.signal_mv, CUTOFF_HZ, fs_hz)
    reach = round(0.1 * fs_hz)
    near = slice(max(0, r - reach), r + reach + 1)
    steepest = near.start + int(np.argmax(slope[near]))
    before = slope[max(0, r - round(0.2 * fs_hz)) : max(1, r - round(0.08 * fs_hz))]
    noise = _NOISE_FACTOR * float(np.percentile(before, 30))
    earliest = max(0, r - round(_LONGEST_BEFORE_R_S * fs_hz))
    latest = min(slope.size - 1, r + round(_LONGEST_AFTER_R_S * fs_hz))
    levels = [max(min(level, _MOST_OF_PEAK * slope[steepest]), noise) for level in LEVELS_UV_PER_MS]
    onsets = [_onset(slope, steepest, level, earliest, fs_hz) for level in levels]
    offsets = [_offset(slope, steepest, level, latest, fs_hz) for level in levels]
    onset = round(float(np.mean(onsets)) - SEEN_BEFORE_MS * fs_hz / 1000)
    offset = round(float(np.mean(offsets)) + SEEN_AFTER_MS * fs_hz / 1000)
    if beat.spike_index is not None:
        onset = max(onsets[0], beat.spike_index)
    return max(onset, earliest), min(offset, latest)


def _onset(slope: Array, steepest: int, level: float, earliest: int, fs_hz: float) -> int:
    """Last position before which it is quiet, going back from the steepest moment."""
    mirrored = slope[earliest : steepest + 1][::-1]
    return steepest - _first_quiet(mirrored, level, round(_QUIET_MS * fs_hz / 1000))


def _offset(slope: Array, steepest: int, level: float, latest: int, fs_hz: float) -> int:
    """First position after which it is quiet."""
    return steepest + _first_quiet(slope[steepest : latest + 1], level, round(_QUIET_MS * fs_hz / 1000))


def _first_quiet(slope: Array, level: float, quiet: int) -> int:
    """Steps outwards to where the next ``quiet`` samples stay below a level, or to where they are quietest."""
    if slope.size <= quiet + 1:
        return slope.size - 1
    loudest = np.lib.stride_tricks.sliding_window_view(slope[1:], quiet).max(axis=1)
    for factor in _RELAXED:
        below = np.flatnonzero(loudest < level * factor)
        if below.size:
            return int(below[0])
    return int(np.argmin(loudest))
