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
_COLUMN_MM: Final = 0.5
_AIR_MM: Final = 0.5
_BESIDE_MM: Final = 1.5
_OVERLAP_COST: Final = 1000.0
_CROSSING_COST: Final = 10.0
_SIDE_COST_MM: Final = 4.0
"""As much as so many millimetres of height: beside its caliper a reading is found a little later."""
_STAY_MM: Final = 8.0
"""How much better another place must be before a reading moves there: it shall not jump while a leg is dragged."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How large a reading is, mm, and the part of the sheet that is in view."""

    width_mm: float
    height_mm: float
    view: Box


class Outline:
    """How far up and down each trace reaches in every half millimetre of a sheet, lines between samples included.

    Made once for a sheet, so that looking for free paper takes as long with fifty thousand samples as with five.
    """

    def __init__(self, segments: Sequence[Segment], width_mm: float) -> None:
        n_columns = int(width_mm / _COLUMN_MM) + 2
        traces = [segment for segment in segments if len(segment.points_mm) > 1]
        self._upper = np.full((len(traces), n_columns), np.inf)
        self._lower = np.full((len(traces), n_columns), -np.inf)
        for row, segment in enumerate(traces):
            x, y = segment.points_mm.T
            columns = np.clip((x / _COLUMN_MM).astype(np.intp), 0, n_columns - 1)
            starts = np.flatnonzero(np.diff(columns, prepend=-1))
            # The line into the next column belongs to both.
            upper, lower = np.minimum(y, np.append(y[1:], y[-1])), np.maximum(y, np.append(y[1:], y[-1]))
            self._upper[row, columns[starts]] = np.minimum.reduceat(upper, starts)
            self._lower[row, columns[starts]] = np.maximum.reduceat(lower, starts)

    def crossed(
        self, left_mm: float, right_mm: float, tops_mm: npt.NDArray[np.float64], height_mm: float
    ) -> npt.NDArray[np.intp]:
        """In how many half millimetres each of some boxes of one width covers a trace."""
        columns = slice(max(0, int(left_mm / _COLUMN_MM)), max(0, int(right_mm / _COLUMN_MM)) + 1)
        upper, lower = np.sort(self._upper[:, columns].ravel()), np.sort(self._lower[:, columns].ravel())
        # Neither wholly above nor wholly below; empty columns count as both, at infinity.
        below = upper.size - np.searchsorted(upper, tops_mm + height_mm, side="right")
        above = np.searchsorted(lower, tops_mm)
        return upper.size - below - above + self._empty(columns)

    def _empty(self, columns: slice) -> int:
        return int(np.isinf(self._upper[:, columns]).sum())


def place_label(wish: Wish, shape: Shape, outline: Outline, taken: Iterable[Box], before: Box | None = None) -> Box:
    """The place for a reading.

    Parameters
    ----------
    outline
        Of all traces of the sheet.
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
        right = left + wish.width_mm
        crossed = outline.crossed(left - _AIR_MM, right + _AIR_MM, tops - _AIR_MM, wish.height_mm + 2 * _AIR_MM)
        costs = _CROSSING_COST * crossed + np.abs(tops - preferred) + rank * _SIDE_COST_MM
        for top, by_trace in zip(tops.tolist(), costs.tolist(), strict=True):
            box = Box(left, top, left + wish.width_mm, top + wish.height_mm)
            if best is not None and by_trace - _STAY_MM >= best[0]:
                continue  # whatever else it meets, it isn't better
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
    flush = [box.left, box.right - wish.width_mm]
    wished = [middle, *flush, *beside] if isinstance(shape, TimeShape) else [*beside, middle, *flush]
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
