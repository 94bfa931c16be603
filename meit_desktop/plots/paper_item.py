"""The millimetre paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from meit_desktop.plots.grid_lines import FULL_INK_PX, grid_lines
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem, device_pixel_ratio
from meit_desktop.theme.contrast import mixed


class PaperItem(SheetItem):
    """Paper, 1 mm and 5 mm lines over the whole view, each line on whole device pixels at every scale."""

    def __init__(self) -> None:
        super().__init__(Layer.PAPER)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        to_view = painter.worldTransform()
        view = self.getViewBox().boundingRect()
        ratio = device_pixel_ratio(painter)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(view, QColor(self.tokens.paper))
        # Lines closer together than at true size are paler, or the paper would turn pink as it shrinks.
        share = min(1.0, to_view.m11() * ratio / FULL_INK_PX)
        fine, bold = QColor(mixed(self.tokens.paper, self.tokens.grid_1mm, share)), QColor(self.tokens.grid_5mm)
        across = grid_lines(to_view.m11(), to_view.dx(), view.width(), ratio)
        down = grid_lines(to_view.m22(), to_view.dy(), view.height(), ratio)
        for is_bold, colour in ((False, fine), (True, bold)):
            # A bold line is one logical pixel wide: as calm on a dense screen as on a coarse one.
            width = (max(1, round(ratio)) if is_bold else 1) / ratio
            for start in across[is_bold]:
                painter.fillRect(QRectF(start, 0, width, view.height()), colour)
            for start in down[is_bold]:
                painter.fillRect(QRectF(0, start, view.width(), width), colour)
        painter.restore()
