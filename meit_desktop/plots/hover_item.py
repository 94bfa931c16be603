"""The sample under the pointer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem

_RADIUS_PX: Final = 3.5


class HoverItem(SheetItem):
    """A ring around one sample."""

    def __init__(self) -> None:
        super().__init__(Layer.HOVER)
        self._at: QPointF | None = None

    def set_point(self, at_mm: tuple[float, float] | None) -> None:
        """Ring a point of the sheet, or none."""
        point = QPointF(*at_mm) if at_mm else None
        if point != self._at:
            self._at = point
            self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._at is None:
            return
        centre = painter.worldTransform().map(self._at)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.tokens.accent), 1.8))
        painter.setBrush(QColor(self.tokens.paper))
        painter.drawEllipse(centre, _RADIUS_PX, _RADIUS_PX)
        painter.restore()
