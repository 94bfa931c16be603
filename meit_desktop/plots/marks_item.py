"""The sheet's small print in ink: calibration pulses and where one lead passes to the next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from meit_core.signal.sheet_geometry import Sheet
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem, device_pixel_ratio

_MARK_MM: Final = (-6.0, -3.5)
"""From and to, from the baseline: above it, where no isoelectric line hides the mark."""
_WIDTH_MM: Final = 0.25


class MarksItem(SheetItem):
    """A 1 mV pulse before each row, a short line between two leads of a row."""

    def __init__(self) -> None:
        super().__init__(Layer.MARKS)
        self._sheet: Sheet | None = None

    def set_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._sheet is None:
            return
        ratio = device_pixel_ratio(painter)
        px_per_mm = painter.worldTransform().m11()
        pen = QPen(QColor(self.tokens.trace), max(1, round(_WIDTH_MM * px_per_mm * ratio)) / ratio)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        # All of it is upright or level: on whole pixels it is as crisp as the grid that it is measured against.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for outline in self._sheet.pulses_mm:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in outline.tolist()]))
        for x, baseline in self._sheet.column_marks_mm:
            painter.drawLine(QPointF(x, baseline + _MARK_MM[0]), QPointF(x, baseline + _MARK_MM[1]))
