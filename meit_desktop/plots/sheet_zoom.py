"""Wheel and pinch on a sheet: magnify at the pointer, or go sideways with Shift."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from meit_desktop.plots.sheet_canvas import SheetCanvas

_NOTCH: Final = 120.0
"""Units of one notch of a mouse wheel."""
_NOTCH_ZOOM: Final = 1.25


def turn_wheel(canvas: SheetCanvas, event: QWheelEvent) -> None:
    turned = event.angleDelta().y() or event.angleDelta().x()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        canvas.pan(turned, 0)
    else:
        canvas.zoom(_NOTCH_ZOOM ** (turned / _NOTCH), event.position())


def pinch(canvas: SheetCanvas, event: QNativeGestureEvent) -> None:
    if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
        canvas.zoom(1 + event.value(), event.position())
