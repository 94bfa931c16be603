"""Magnifying, dragging and pointing on a sheet that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent

from meit_desktop.plots.sheet_canvas import SheetCanvas
from meit_desktop.plots.sheet_zoom import pinch, turn_wheel


class SheetHand(QObject):
    """Turns a viewport's pointer events into zooming and panning.

    Signals
    -------
    pointed
        The pointer is over a place of the sheet, mm.
    left
        The pointer is no longer over the sheet.
    """

    pointed = Signal(float, float)
    left = Signal()

    def __init__(self, canvas: SheetCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._from: QPointF | None = None
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._canvas.sheet is None:
            return False
        match event.type():
            case QEvent.Type.Wheel:
                turn_wheel(self._canvas, event)
            case QEvent.Type.NativeGesture:
                pinch(self._canvas, event)
            case QEvent.Type.MouseButtonPress:
                self._from = event.position()
            case QEvent.Type.MouseButtonRelease:
                self._from = None
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.Leave:
                self.left.emit()
            case QEvent.Type.ToolTip:
                self._canvas.explain(event)
            case _:
                return False
        event.accept()
        return True

    def _move(self, event: QMouseEvent) -> None:
        if self._from is None:
            self.pointed.emit(*self._canvas.camera.to_sheet(event.position().x(), event.position().y()))
            return
        way = event.position() - self._from
        self._from = event.position()
        self._canvas.pan(way.x(), way.y())
