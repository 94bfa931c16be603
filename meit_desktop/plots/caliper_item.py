"""The calipers as drawn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from meit_desktop.plots.caliper import Caliper
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem
from meit_desktop.theme.tokens import Space, TypeSize

_TINT_ALPHA: Final = 26


class CaliperItem(SheetItem):
    """A tinted box with firm vertical edges (time), dashed horizontal ones (amplitude) and its figures above."""

    def __init__(self) -> None:
        super().__init__(Layer.CALIPERS)
        self.caliper: Caliper | None = None
        self.words = ""

    def set_caliper(self, caliper: Caliper | None, words: str = "") -> None:
        self.caliper = caliper
        self.words = words
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self.caliper is None:
            return
        to_view = painter.worldTransform()
        start = to_view.map(QPointF(self.caliper.start_x_mm, self.caliper.start_y_mm))
        end = to_view.map(QPointF(self.caliper.end_x_mm, self.caliper.end_y_mm))
        box = QRectF(start, end).normalized()
        view = self.getViewBox().boundingRect()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(self.tokens.accent)
        tint.setAlpha(_TINT_ALPHA)
        painter.fillRect(box, tint)
        pen = QPen(QColor(self.tokens.accent), 1.5)
        painter.setPen(pen)
        for x in (box.left(), box.right()):
            painter.drawLine(QLineF(x, box.top() - Space.S, x, box.bottom() + Space.S))
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setWidthF(1.0)
        painter.setPen(pen)
        for y in (box.top(), box.bottom()):
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
        self._paint_words(painter, box, view)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, view: QRectF) -> None:
        font = QFont(QApplication.font())
        font.setPixelSize(int(TypeSize.BODY))
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(self.words) + 2 * Space.S, metrics.height() + Space.XS
        left = max(view.left() + Space.XS, min(box.center().x() - width / 2, view.right() - width - Space.XS))
        above = box.top() - Space.S - Space.XS - height
        top = above if above >= view.top() else box.bottom() + Space.S + Space.XS
        pill = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tokens.accent))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.on_accent))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.words)
