"""Where a caliper's reading stands so that it hides no trace, no name of a lead and no other reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.caliper_shapes import AmplitudeShape, Box, Shape, TimeShape

_STEP_MM: Final = 1.0
_AIR_MM: Final = 0.5
_BESIDE_MM: Final = 1.5
_OVERLAP_COST: Final = 1000.0
_CROSSING_COST: Final = 10.0
_SIDE_COST_MM: Final = 6.0
"""As much as so many millimetres of height: beside its caliper a reading is found a little later."""
_STAY_MM: Final = 8.0
"""How much better another place must be before a reading moves there: it shall not jump while a leg is dragged."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How large a reading is, mm, and the part of the sheet that is in view."""

    width_mm: float
    height_mm: float
    view: Box


def place_label(
    wish: Wish, shape: Shape, segments: Sequence[Segment], taken: Iterable[Box], before: Box | None = None
) -> Box:
    """The place for a reading.

    Parameters
    ----------
    segments
        All traces of the sheet.
    taken
        Names of leads, and readings that are placed already.
    before
        Where it stood last, kept if it is nearly as good.
    """
    columns = _columns(wish, shape)
    tops = _tops(wish, shape)
    preferred = _preferred_top(wish, shape)
    obstacles = tuple(taken)
    best: tuple[float, Box] | None = None
    for rank, left in enumerate(columns):
        lowest, highest = _extents(segments, left - _AIR_MM, left + wish.width_mm + _AIR_MM, tops, wish.height_mm)
        crossed = len(lowest) - np.searchsorted(highest, tops - _AIR_MM)
        crossed = crossed - (len(lowest) - np.searchsorted(lowest, tops + wish.height_mm + _AIR_MM, side="right"))
        costs = _CROSSING_COST * crossed + np.abs(tops - preferred) + rank * _SIDE_COST_MM
        for top, by_trace in zip(tops.tolist(), costs.tolist(), strict=True):
            box = Box(left, top, left + wish.width_mm, top + wish.height_mm)
            cost = by_trace + _OVERLAP_COST * sum(box.meets(other) for other in obstacles)
            if before is not None and abs(box.top - before.top) < _STEP_MM and _same_side(box, before, shape):
                cost -= _STAY_MM
            if best is None or cost < best[0]:
                best = (cost, box)
    assert best is not None
    return best[1]


def _columns(wish: Wish, shape: Shape) -> list[float]:
    """Left edges to try, the best first."""
    box = shape.box
    middle = (box.left + box.right - wish.width_mm) / 2
    beside = [box.right + _BESIDE_MM, box.left - _BESIDE_MM - wish.width_mm]
    wished = [middle, *beside] if isinstance(shape, TimeShape) else [*beside, middle]
    furthest = max(wish.view.left, wish.view.right - wish.width_mm)
    return [min(max(left, wish.view.left), furthest) for left in wished]


def _tops(wish: Wish, shape: Shape) -> npt.NDArray[np.float64]:
    """Upper edges to try: the shape's own height and a row more on either side, within the view."""
    box = shape.box
    reach = max(box.bottom - box.top, 20.0)
    first = max(wish.view.top, box.top - reach / 2)
    last = min(wish.view.bottom - wish.height_mm, box.bottom + reach / 2)
    return np.arange(first, max(last, first) + _STEP_MM / 2, _STEP_MM)


def _preferred_top(wish: Wish, shape: Shape) -> float:
    if isinstance(shape, AmplitudeShape):
        return (shape.box.top + shape.box.bottom - wish.height_mm) / 2
    return shape.top_mm


def _same_side(box: Box, before: Box, shape: Shape) -> bool:
    middle = (shape.box.left + shape.box.right) / 2

    def side(of: Box) -> int:
        return (of.left > middle) - (of.right < middle)

    return side(box) == side(before)


def _extents(
    segments: Sequence[Segment], left: float, right: float, tops: npt.NDArray[np.float64], height_mm: float
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Sorted upper and sorted lower ends of the lines between neighbouring samples: a spike is a line too."""
    upper, lower = [], []
    for segment in segments:
        if not segment.points_mm.size or segment.x_mm > right or segment.x_mm + segment.width_mm < left:
            continue
        x = segment.points_mm[:, 0]
        first, last = np.searchsorted(x, (left, right))
        y = segment.points_mm[max(0, first - 1) : last + 1, 1]
        if y.size < 2 or y.max() < tops[0] - _AIR_MM or y.min() > tops[-1] + height_mm + _AIR_MM:
            continue
        upper.append(np.minimum(y[:-1], y[1:]))
        lower.append(np.maximum(y[:-1], y[1:]))
    if not upper:
        return np.empty(0), np.empty(0)
    return np.sort(np.concatenate(upper)), np.sort(np.concatenate(lower))
