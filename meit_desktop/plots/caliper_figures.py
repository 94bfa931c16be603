"""Calipers ready to be drawn: lines, reading and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meit_core.domain.calipers import Caliper, IntervalMeaning, TimeCaliper
from meit_desktop.plots.caliper_labels import Outline, Wish, place_label
from meit_desktop.plots.caliper_list import CaliperList, Choice, Part, Placed
from meit_desktop.plots.caliper_painting import label_size_px
from meit_desktop.plots.caliper_places import Places
from meit_desktop.plots.caliper_shapes import Box, Shape, TimeShape, part_at, shape_of
from meit_desktop.plots.caliper_words import Measured, label_lines


@dataclass(frozen=True, slots=True)
class CaliperFigure:
    """One caliper as it is drawn.

    Attributes
    ----------
    index
        Its place in the list.
    lines
        The reading.
    label
        Where the reading stands.
    chosen
        The part the keys act on; ``None`` where it isn't the chosen caliper.
    snapped_mm
        The point of the trace that its held leg has snapped to.
    """

    index: int
    shape: Shape
    lines: tuple[str, ...]
    label: Box
    chosen: Part | None = None
    snapped_mm: tuple[float, float] | None = None

    @property
    def bar_mm(self) -> float:
        """y of the line between the legs of a time caliper: through its reading, within its row."""
        if not isinstance(self.shape, TimeShape):
            return 0.0
        middle = (self.label.top + self.label.bottom) / 2
        return min(max(middle, self.shape.top_mm + 1.0), self.shape.bottom_mm - 1.0)

    def part_at(self, x_mm: float, y_mm: float, reach_mm: float) -> Part | None:
        """What of it lies within reach; its reading stands for the whole."""
        part = part_at(self.shape, self.bar_mm, x_mm, y_mm, reach_mm)
        return Part.WHOLE if part is None and self.label.contains(x_mm, y_mm) else part


class FigureMaker:
    """Makes figures, and again only those that have changed: dragging one of many costs no more than of one."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[tuple[object, ...], CaliperFigure]] = {}
        self._traces: Outline | None = None

    def forget(self) -> None:
        """The sheet is another one."""
        self._made.clear()
        self._traces = None

    def make(
        self,
        calipers: CaliperList,
        places: Places,
        measured: Measured,
        *,
        view: Box,
        px_per_mm: float,
        badges: Sequence[Box],
    ) -> tuple[CaliperFigure, ...]:
        """Figures of all calipers that the sheet shows, the chosen one last: it is drawn over the others."""
        cycle = measured.cycle(calipers.calipers)
        figures: dict[int, CaliperFigure] = {}
        order = sorted(range(len(calipers.placed)), key=lambda index: index == _index(calipers.chosen))
        for index in order:
            placed = calipers.placed[index]
            key = (placed, view, px_per_mm, cycle if _is_qt(placed.caliper) else None)
            kept_key, kept = self._made.get(index, (None, None))
            if kept is None or kept_key != key:
                fresh = self._figure(index, placed, places, label_lines(placed.caliper, cycle, measured))
                if fresh is None:
                    self._made.pop(index, None)
                    continue
                others = [each.label for number, (_, each) in self._made.items() if number != index]
                stood = kept.label if kept is not None and len(kept.lines) == len(fresh.lines) else None
                width_px, height_px = label_size_px(fresh.lines)
                wish = Wish(width_px / px_per_mm, height_px / px_per_mm, view)
                label = place_label(wish, fresh.shape, self._outline(places), [*badges, *others], stood)
                kept = replace(fresh, label=label)
                self._made[index] = (key, kept)
            chosen = calipers.chosen.part if calipers.chosen and calipers.chosen.index == index else None
            figures[index] = replace(kept, chosen=chosen)
        for index in set(self._made) - set(figures):
            del self._made[index]
        return tuple(figures.values())

    def _outline(self, places: Places) -> Outline:
        if self._traces is None:
            self._traces = Outline(places.sheet.segments, places.sheet.width_mm)
        return self._traces

    @staticmethod
    def _figure(index: int, placed: Placed, places: Places, lines: tuple[str, ...]) -> CaliperFigure | None:
        shape = shape_of(placed, places)
        return None if shape is None else CaliperFigure(index, shape, lines, shape.box)


def _index(chosen: Choice | None) -> int | None:
    return chosen.index if chosen else None


def _is_qt(caliper: Caliper) -> bool:
    return isinstance(caliper, TimeCaliper) and caliper.meaning is IntervalMeaning.QT
