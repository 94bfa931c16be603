"""Where the T wave of the median beat ends."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.filtering import low_pass
from meit_core.signal.joint_activity import hump_positions, joint_size
from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]

SMALLEST_MV: Final = 0.03
"""Joint size of the smallest T wave with an end worth reading."""
CUTOFF_HZ: Final = 10.0
_LARGE_SHARE: Final = 0.6
_BEYOND_TANGENT: Final = 1.4
"""The eye sees a wave end where its curve has met the level, which is later than where its tangent does: the experts of
LUDB mark the end 24 ms (n = 99) after the tangent's, and this much further along it leaves 8 ms."""


def t_end(beat: MedianBeat, qrs_offset: int) -> int | None:
    """End of T as a sample position in the median beat's window; ``None`` without a wave of enough size.

    The tangent at the steepest descent of the leads' joint deflection, drawn on to the level after the wave
    (Lepeschkin and Surawicz, Circulation 6:378, 1952). A U wave after it is not taken in.
    """
    fs_hz = beat.fs_hz
    first = qrs_offset + round(0.06 * fs_hz)
    if beat.signal_mv.shape[1] - first < round(0.1 * fs_hz):
        return None
    smooth = low_pass(beat.signal_mv, CUTOFF_HZ, fs_hz)
    level = smooth[:, -round(0.03 * fs_hz) :].mean(axis=1, keepdims=True)
    size = joint_size(smooth, level)
    peak = _t_peak(size, first, size.size - round(0.04 * fs_hz))
    if peak is None:
        return None
    floor_at = peak + int(np.argmin(size[peak:]))
    slope = np.gradient(size)
    steepest = peak + int(np.argmin(slope[peak : floor_at + 1]))
    if slope[steepest] >= 0:
        return None
    end = steepest + _BEYOND_TANGENT * (size[floor_at] - size[steepest]) / slope[steepest]
    return int(min(round(end), floor_at, size.size - 1))


def _t_peak(size: Array, first: int, last: int) -> int | None:
    """Largest hump after QRS, if it is large enough beside an elevated ST segment that has none."""
    window = size[first:last]
    if window.size < 3 or window.max() - window.min() < SMALLEST_MV:
        return None
    humps = hump_positions(window)
    floor = float(window.min())
    humps = humps[window[humps] - floor >= _LARGE_SHARE * (window.max() - floor)]
    return first + int(humps[np.argmax(window[humps])]) if humps.size else None
