"""Setting and moving calipers with the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from meit_core.domain.calipers import AmplitudeCaliper, Caliper, TimeCaliper
from meit_desktop.language import tr
from meit_desktop.plots.caliper_figures import CaliperFigure
from meit_desktop.plots.caliper_list import CaliperList, Choice, Part, Placed
from meit_desktop.plots.caliper_places import Places
from meit_desktop.plots.caliper_snapping import Mover

_REACHES_TO_BEGIN: Final = 0.7
"""A press that moves less than this share of the reach is a click."""


class CaliperTool(QObject):
    """Turns presses and moves on the sheet into changes of a list; a drag is one step back.

    A drag that begins on a caliper moves a leg, a level or all of it; one that begins elsewhere sets a new caliper, for
    time if it goes sideways and for amplitude if it goes up or down.

    Attributes
    ----------
    active
        Whether dragging on the sheet measures instead of moving it.
    places
        The sheet; ``None`` before there is one.
    figures
        What is drawn, to find what the pointer is on.
    snapped
        Place in the list, and point of the sheet that the held part has snapped to.

    Signals
    -------
    active_changed()
        Switched on or off.
    moving(bool)
        A drag has begun to change something, or has ended.
    """

    active_changed = Signal()
    moving = Signal(bool)

    def __init__(self, calipers: CaliperList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self.places: Places | None = None
        self.figures: Sequence[CaliperFigure] = ()
        self.snapped: tuple[int, tuple[float, float]] | None = None
        self._calipers = calipers
        self._held: Choice | None = None
        self._pressed_mm: tuple[float, float] | None = None
        self._offset_mm = (0.0, 0.0)
        self._origin: Caliper | None = None
        self._before: tuple[tuple[Placed, ...], Choice | None] = ((), None)
        self._is_moving = False
        self._reach_mm = 1.0

    def set_active(self, active: bool) -> None:
        if active != self.active:
            self.let_go()
            self.active = active
            self._calipers.choose(None)
            self.active_changed.emit()

    def grip_at(self, x_mm: float, y_mm: float, reach_mm: float) -> Choice | None:
        """What lies there: of the chosen caliper first, then of the one drawn last."""
        for figure in reversed(self.figures):
            part = figure.part_at(x_mm, y_mm, reach_mm)
            if part is not None:
                return Choice(figure.index, part)
        return None

    def is_time(self, index: int) -> bool:
        return isinstance(self._calipers.placed[index].caliper, TimeCaliper)

    def press(self, x_mm: float, y_mm: float, reach_mm: float) -> None:
        """Take hold of what lies there, or be ready for a new caliper."""
        self.let_go()
        self._before = (self._calipers.placed, self._calipers.chosen)
        self._pressed_mm, self._reach_mm = (x_mm, y_mm), reach_mm
        self._held = self.grip_at(x_mm, y_mm, reach_mm)
        self._calipers.choose(self._held)
        if self._held is not None:
            self._origin = self._calipers.placed[self._held.index].caliper
            self._offset_mm = self._from_part(x_mm, y_mm)

    def drag(self, x_mm: float, y_mm: float, *, free: bool = False) -> None:
        """Move what is held; ``free`` keeps it from snapping."""
        if self._pressed_mm is None or self.places is None:
            return
        if self._held is None and not self._begin(x_mm, y_mm, free=free):
            return
        if not self._is_moving:
            self._is_moving = True
            self.moving.emit(True)
        self._move(x_mm, y_mm, free=free)

    def release(self) -> None:
        """Let go, and remember what was done as one step."""
        before, moved = self._before, self._is_moving
        self.let_go()
        if moved:
            is_new = len(self._calipers.placed) > len(before[0])
            words = tr("set a caliper" if is_new else "move a caliper")
            self._calipers.keep(words, *before)

    def cancel(self) -> bool:
        """Put back what is being dragged; False where nothing is."""
        if not self._is_moving:
            return False
        before = self._before
        self.let_go()
        self._calipers.show(*before)
        return True

    def let_go(self) -> None:
        self._held = self._origin = self._pressed_mm = self.snapped = None
        if self._is_moving:
            self._is_moving = False
            self.moving.emit(False)

    def _begin(self, x_mm: float, y_mm: float, *, free: bool) -> bool:
        """Set a new caliper once it is clear which way the drag goes; False before, and beside all traces."""
        assert self.places is not None
        assert self._pressed_mm is not None
        from_x, from_y = self._pressed_mm
        across, along = abs(x_mm - from_x), abs(y_mm - from_y)
        found = self.places.point(from_x, from_y)
        if found is None or max(across, along) < _REACHES_TO_BEGIN * self._reach_mm:
            return False
        strip, segment = found
        mover = Mover(self.places, strip, segment)
        new: Caliper = (
            mover.new_time(from_x, free=free) if across >= along else mover.new_amplitude(from_x, from_y, free=free)
        )
        placed = (*self._calipers.placed, Placed(new, segment.row))
        self._held, self._origin, self._offset_mm = Choice(len(placed) - 1, Part.END), new, (0.0, 0.0)
        self._calipers.show(placed, self._held)
        return True

    def _move(self, x_mm: float, y_mm: float, *, free: bool) -> None:
        assert self.places is not None
        assert self._held is not None
        assert self._origin is not None
        assert self._pressed_mm is not None
        found = self.places.strip_of(self._calipers.placed[self._held.index])
        if found is None:
            return
        mover = Mover(self.places, *found)
        if self._held.part is Part.WHOLE:
            moved = mover.whole_by(self._origin, x_mm - self._pressed_mm[0], y_mm - self._pressed_mm[1])
            self.snapped = None
        else:
            current = self._calipers.placed[self._held.index].caliper
            at_x, at_y = x_mm - self._offset_mm[0], y_mm - self._offset_mm[1]
            result = mover.part_to(current, self._held.part, at_x, at_y, free=free)
            moved, point = result.caliper, result.snapped_mm
            self.snapped = None if point is None else (self._held.index, point)
        self._calipers.show(self._calipers.with_caliper(self._held.index, moved), self._held)

    def _from_part(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """From the held leg or level to the pointer, so that it doesn't jump to it."""
        assert self._held is not None
        figure = next(figure for figure in self.figures if figure.index == self._held.index)
        if self._held.part is Part.WHOLE:
            return 0.0, 0.0
        start = self._held.part is Part.START
        edge = figure.shape.start_mm if start else figure.shape.end_mm
        if not isinstance(self._origin, AmplitudeCaliper):
            return x_mm - edge, 0.0
        assert self.places is not None
        found = self.places.strip_of(self._calipers.placed[self._held.index])
        sample = self._origin.start_sample if start else self._origin.end_sample
        return (x_mm - found[0].x_of(sample) if found else 0.0), y_mm - edge
