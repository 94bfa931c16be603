"""Whether the median beat has a P wave, and where it begins and ends."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.filtering import low_pass
from meit_core.signal.joint_activity import hump_positions, joint_size
from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]

SMALLEST_MV: Final = 0.02
"""Joint size of the smallest P wave; the median beat's noise is below."""
CUTOFF_HZ: Final = 25.0

_EARLIEST_S: Final = 0.34
"""Before QRS onset; longer PR intervals put P into the T wave before."""
_HIGH_SHARE: Final = 0.5
_LOW_SHARE: Final = 0.2
_LEVEL_S: Final = 0.012
LONGEST_FOOT_S: Final = 0.04
"""From half the peak to the wave's edge: what lasts longer is the atria's repolarisation or noise, not P."""


def p_extent(beat: MedianBeat, qrs_onset: int) -> tuple[int, int] | None:
    """Onset and offset as sample positions in the median beat's window; ``None`` without a wave of enough size.

    The joint deflection is measured from a line between the quietest stretches before and after the wave. The straight
    line through the points at half and at a fifth of its peak, drawn on to nothing, gives onset and offset: noise and
    the atria's slow repolarisation move the last tenth of the curve, but hardly these points.
    """
    fs_hz = beat.fs_hz
    stop = qrs_onset - round(0.01 * fs_hz)
    if stop < round(0.08 * fs_hz):
        return None
    smooth = low_pass(beat.signal_mv, CUTOFF_HZ, fs_hz)[:, : qrs_onset + 1]
    peak = _peak(smooth, stop, qrs_onset, fs_hz)
    if peak is None:
        return None
    size, first, last = _above_own_baseline(smooth, peak, qrs_onset, fs_hz)
    peak = first + int(np.argmax(size[first : last + 1]))
    if size[peak] < SMALLEST_MV:
        return None
    onset = peak - _foot(size[first : peak + 1][::-1], fs_hz)
    offset = peak + _foot(size[peak : last + 1], fs_hz)
    return max(onset, 0), min(offset, qrs_onset)


def _peak(smooth: Array, stop: int, qrs_onset: int, fs_hz: float) -> int | None:
    level = smooth[:, max(0, qrs_onset - round(_LEVEL_S * fs_hz)) : qrs_onset + 1].mean(axis=1, keepdims=True)
    size = joint_size(smooth, level)
    humps = hump_positions(size[:stop])
    humps = humps[humps > qrs_onset - round((_EARLIEST_S - 0.02) * fs_hz)]
    return int(humps[np.argmax(size[humps])]) if humps.size else None


def _above_own_baseline(smooth: Array, peak: int, qrs_onset: int, fs_hz: float) -> tuple[Array, int, int]:
    """Joint size above the line between the quiet stretches, and the first and last position between them."""
    width = round(_LEVEL_S * fs_hz)
    slope = np.sqrt(np.mean(np.gradient(smooth, axis=1) ** 2, axis=0))
    first = _quietest(slope, max(0, peak - round(0.15 * fs_hz)), peak - round(0.03 * fs_hz), width)
    first = max(0, peak - round(0.1 * fs_hz)) if first is None else first
    before = smooth[:, first : first + width].mean(axis=1, keepdims=True)
    size = joint_size(smooth, before)
    # The notch of a two-humped P wave is quiet too, but high.
    on_the_wave = size > _HIGH_SHARE * size[peak]
    last = _quietest(
        np.where(on_the_wave, np.inf, slope), peak + round(0.024 * fs_hz), qrs_onset - round(0.004 * fs_hz), width
    )
    last = max(peak, qrs_onset - width) if last is None else last
    after = smooth[:, last : last + width].mean(axis=1, keepdims=True)
    along = (np.arange(smooth.shape[1]) - first - width / 2) / max(last - first, 1)
    return joint_size(smooth, before + (after - before) * along), first, min(last + width, qrs_onset)


def _quietest(slope: Array, start: int, stop: int, width: int) -> int | None:
    if stop - start < width:
        return None
    sums = np.lib.stride_tricks.sliding_window_view(slope[start:stop], width).sum(axis=1)
    return start + int(np.argmin(sums)) if np.isfinite(sums).any() else None


def _foot(falling: Array, fs_hz: float) -> int:
    """Samples from a wave's peak, which comes first, to where its flank drawn on meets nothing."""
    top = falling[0]
    below_half, below_fifth = (np.flatnonzero(falling <= share * top) for share in (_HIGH_SHARE, _LOW_SHARE))
    end = falling.size - 1
    half = int(below_half[0]) if below_half.size else end
    fifth = int(below_fifth[0]) if below_fifth.size else end
    foot = fifth + (fifth - half) * _LOW_SHARE / (_HIGH_SHARE - _LOW_SHARE)
    return int(min(round(foot), half + LONGEST_FOOT_S * fs_hz, end))
