"""Mouse, wheel and pinch on the sheet."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QMouseEvent

from meit_desktop.plots.caliper_list import Part
from meit_desktop.plots.caliper_tool import CaliperTool
from meit_desktop.plots.sheet_canvas import SheetCanvas
from meit_desktop.plots.sheet_zoom import pinch, turn_wheel

_REACH_PX: Final = 6.0
_NO_SNAPPING: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
"""Either one: many window managers keep Alt with a drag for themselves."""


class SheetPointer(QObject):
    """Turns pointer events on a canvas into zooming, dragging, measuring and pointing.

    It filters the viewport's events instead of using pyqtgraph's scene events, which drop moves that come quickly and
    swallow exceptions.

    Signals
    -------
    pointed
        The pointer is over a place of the sheet, mm.
    left
        The pointer is no longer over the sheet.
    double_clicked
        A place of the sheet, mm.
    """

    pointed = Signal(float, float)
    left = Signal()
    double_clicked = Signal(float, float)

    def __init__(self, canvas: SheetCanvas, tool: CaliperTool) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._tool = tool
        self._pan_from: QPointF | None = None
        self._measuring = False
        self._handlers = {
            QEvent.Type.Wheel: partial(turn_wheel, canvas),
            QEvent.Type.NativeGesture: partial(pinch, canvas),
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
            QEvent.Type.Leave: self._leave,
            QEvent.Type.ToolTip: canvas.explain,
        }
        canvas.viewport().installEventFilter(self)

    def _press(self, event: QMouseEvent) -> None:
        if self._tool.active and event.button() is Qt.MouseButton.LeftButton:
            self._measuring = True
            self._tool.press(*self._place(event), self._reach_mm)
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pan_from = event.position()
        self._show_cursor(event)

    def _move(self, event: QMouseEvent) -> None:
        if self._measuring:
            self._tool.drag(*self._place(event), free=bool(event.modifiers() & _NO_SNAPPING))
        elif self._pan_from is not None:
            way = event.position() - self._pan_from
            self._pan_from = event.position()
            self._canvas.pan(way.x(), way.y())
        else:
            self.pointed.emit(*self._place(event))
        self._show_cursor(event)

    def _release(self, event: QMouseEvent) -> None:
        if self._measuring:
            self._tool.release()
        self._measuring = False
        self._pan_from = None
        self._show_cursor(event)

    def _double_click(self, event: QMouseEvent) -> None:
        if not self._tool.active and event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit(*self._place(event))

    def _leave(self, _event: QEvent) -> None:
        self.left.emit()

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        return self._canvas.camera.to_sheet(event.position().x(), event.position().y())

    @property
    def _reach_mm(self) -> float:
        return _REACH_PX / self._canvas.camera.px_per_mm

    def _show_cursor(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._pan_from is not None:
            shape = Qt.CursorShape.ClosedHandCursor if self._canvas.is_zoomed else shape
        elif self._tool.active:
            shape = self._caliper_cursor(event)
        viewport = self._canvas.viewport()
        if viewport.cursor().shape() is not shape:
            viewport.setCursor(QCursor(shape))

    def _caliper_cursor(self, event: QMouseEvent) -> Qt.CursorShape:
        grip = self._tool.grip_at(*self._place(event), self._reach_mm)
        if grip is None:
            return Qt.CursorShape.CrossCursor
        if grip.part is Part.WHOLE:
            return Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.SizeHorCursor if self._tool.is_time(grip.index) else Qt.CursorShape.SizeVerCursor

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        handler = self._handlers.get(event.type())
        if handler is None or self._canvas.sheet is None:
            return False
        handler(event)
        event.accept()
        return True
