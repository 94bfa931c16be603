"""Where the QRS complex of the median beat begins and ends."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.joint_activity import joint_slope
from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]

QUIET_UV_PER_MS: Final = 1.8
"""Joint slope below which no lead draws anything of a QRS complex. A fixed slope, since the eye reads onset and offset
as a bend of the line whatever the peak's height: on LUDB it scatters less than a share of the peak's slope does, or
than percentiles of single leads. With :data:`CUTOFF_HZ` it gives normal ECGs of PTB-XL a median of 96 ms (n = 150),
between the experts of LUDB, who mark a QRS complex 9 ms wider, and the simulator's truth."""
CUTOFF_HZ: Final = 30.0
_NOISE_FACTOR: Final = 1.5
_RELAXED: Final = (1.0, 1.5, 2.25)
"""A steep ST segment or noise may leave no quiet stretch: then what is quieter than the rest is taken."""
_QUIET_MS: Final = 10.0
_LONGEST_BEFORE_R_S: Final = 0.16
_LONGEST_AFTER_R_S: Final = 0.2


def qrs_extent(beat: MedianBeat) -> tuple[int, int]:
    """Onset and offset as sample positions in the median beat's window.

    Outwards from the steepest moment to the first 10 ms in which the leads' joint slope stays below
    :data:`QUIET_UV_PER_MS`, or below one and a half times the noise found before QRS where that is more.
    """
    fs_hz, r = beat.fs_hz, beat.r_index
    slope = joint_slope(beat.signal_mv, CUTOFF_HZ, fs_hz)
    reach = round(0.1 * fs_hz)
    near = slice(max(0, r - reach), r + reach + 1)
    steepest = near.start + int(np.argmax(slope[near]))
    before = slope[max(0, r - round(0.2 * fs_hz)) : max(1, r - round(0.08 * fs_hz))]
    threshold = max(QUIET_UV_PER_MS, _NOISE_FACTOR * float(np.percentile(before, 30)))
    quiet = round(_QUIET_MS * fs_hz / 1000)
    earliest = max(0, r - round(_LONGEST_BEFORE_R_S * fs_hz))
    latest = min(slope.size - 1, r + round(_LONGEST_AFTER_R_S * fs_hz))
    onsets = (_quiet_before(slope, steepest, threshold * factor, quiet, earliest) for factor in _RELAXED)
    offsets = (_quiet_after(slope, steepest, threshold * factor, quiet, latest) for factor in _RELAXED)
    return next(filter(None, onsets), earliest), next(filter(None, offsets), latest)


def _quiet_before(slope: Array, steepest: int, threshold: float, quiet: int, earliest: int) -> int | None:
    for position in range(steepest, max(earliest, quiet), -1):
        if np.all(slope[position - quiet : position] < threshold):
            return position
    return None


def _quiet_after(slope: Array, steepest: int, threshold: float, quiet: int, latest: int) -> int | None:
    for position in range(steepest, min(latest, slope.size - quiet)):
        if np.all(slope[position + 1 : position + 1 + quiet] < threshold):
            return position
    return None
