"""The calipers as drawn on the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from meit_desktop.plots.caliper_figures import CaliperFigure
from meit_desktop.plots.caliper_painting import paint_figures
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem


class CaliperItem(SheetItem):
    """All calipers of the sheet.

    Attributes
    ----------
    figures
        In the order they are drawn.
    """

    def __init__(self) -> None:
        super().__init__(Layer.CALIPERS)
        self.figures: tuple[CaliperFigure, ...] = ()

    @property
    def words(self) -> str:
        """Every reading, for tests and screen readers."""
        return "\n".join(line for figure in self.figures for line in figure.lines)

    def set_figures(self, figures: tuple[CaliperFigure, ...]) -> None:
        self.figures = figures
        if self.isVisible():
            self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if not self.figures:
            return
        to_view = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        paint_figures(painter, self.figures, lambda x_mm, y_mm: to_view.map(QPointF(x_mm, y_mm)), self.tokens)
        painter.restore()
