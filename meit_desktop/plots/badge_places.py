"""Where a lead's name stands so that no trace runs through it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from meit_core.signal.sheet_geometry import Segment

_PREFERRED_MM: Final = 8.5
_STEP_MM: Final = 1.0
_MARGIN_MM: Final = 0.6
INDENT_MM: Final = 1.5
"""From the column's left edge to the name."""


def badge_bottom_mm(
    segment: Segment, segments: Sequence[Segment], *, width_mm: float, height_mm: float, row_pitch_mm: float
) -> float:
    """Lower edge of a badge of the given size, in mm from the sheet's top.

    The usual height above the baseline where that is free of every trace, else the nearest free one within the row,
    else the one that the fewest samples cross. A lead without a trace has its badge on the baseline.
    """
    if not segment.points_mm.size:
        return segment.baseline_mm + height_mm / 2
    left = segment.x_mm + INDENT_MM - _MARGIN_MM
    right = segment.x_mm + INDENT_MM + width_mm + _MARGIN_MM
    near = (other for other in segments if other.x_mm <= right and other.x_mm + other.width_mm >= left)
    y = np.concatenate([_between(other, left, right) for other in near])
    preferred = min(_PREFERRED_MM, 0.4 * row_pitch_mm)
    lowest, highest = min(3.0, preferred), min(0.85 * row_pitch_mm, segment.baseline_mm - height_mm)
    heights = sorted(
        [preferred, *np.arange(lowest, max(lowest, highest), _STEP_MM).tolist()],
        key=lambda height: abs(height - preferred),
    )

    def crossings(height: float) -> int:
        bottom = segment.baseline_mm - height + _MARGIN_MM
        return int(np.count_nonzero((y < bottom) & (y > bottom - height_mm - 2 * _MARGIN_MM)))

    free = next((height for height in heights if not crossings(height)), None)
    # min() keeps the first of equals: the nearest to the usual height.
    return segment.baseline_mm - (free if free is not None else min(heights, key=crossings))


def _between(segment: Segment, left_mm: float, right_mm: float) -> np.ndarray:
    if not segment.points_mm.size:
        return np.empty(0)
    x = segment.points_mm[:, 0]
    first, last = np.searchsorted(x, (left_mm, right_mm))
    return segment.points_mm[max(0, first - 1) : last + 1, 1] if last > first else np.empty(0)
