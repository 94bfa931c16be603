"""Placing and moving calipers with the pointer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from meit_desktop.plots.caliper import Caliper, Grip


class CaliperTool(QObject):
    """Holds the calipers while a pointer drags them.

    Attributes
    ----------
    active
        Whether dragging on the sheet measures instead of moving it.
    caliper
        As placed; ``None`` before the first drag.

    Signals
    -------
    changed
        Switched on or off, placed or moved.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.active = False
        self.caliper: Caliper | None = None
        self._held = Grip.NOTHING
        self._last_mm = (0.0, 0.0)

    def set_active(self, active: bool) -> None:
        """Switch on, or off and away."""
        if active != self.active:
            self.active = active
            self.caliper = None
            self._held = Grip.NOTHING
            self.changed.emit()

    def remove(self) -> None:
        """Take the calipers off the sheet and stay ready for the next."""
        if self.caliper is not None:
            self.caliper = None
            self.changed.emit()

    def grip_at(self, x_mm: float, y_mm: float, reach_mm: float) -> Grip:
        return self.caliper.grip_at(x_mm, y_mm, reach_mm) if self.caliper else Grip.NOTHING

    def press(self, x_mm: float, y_mm: float, reach_mm: float) -> None:
        """Take hold of what lies there, or begin new calipers."""
        self._held = self.grip_at(x_mm, y_mm, reach_mm)
        self._last_mm = (x_mm, y_mm)
        if not self._held:
            self.caliper = Caliper(x_mm, y_mm, x_mm, y_mm)
            self._held = Grip.END | Grip.BOTTOM
            self.changed.emit()

    def drag(self, x_mm: float, y_mm: float) -> None:
        """Move what is held."""
        if self.caliper and self._held:
            dx, dy = x_mm - self._last_mm[0], y_mm - self._last_mm[1]
            self._last_mm = (x_mm, y_mm)
            self.caliper = self.caliper.moved(self._held, dx, dy)
            self.changed.emit()

    def release(self) -> None:
        """Let go; a mere click leaves no calipers behind."""
        self._held = Grip.NOTHING
        if self.caliper and (self.caliper.start_x_mm, self.caliper.start_y_mm) == (
            self.caliper.end_x_mm,
            self.caliper.end_y_mm,
        ):
            self.remove()
