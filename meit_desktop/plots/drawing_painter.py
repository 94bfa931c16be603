"""Puts a drawing in millimetres on a printer's page or into a picture."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPen, QPolygonF

from meit_core.domain.drawing import Block, Box, Drawing, Lines, Words
from meit_core.resources import resource_path

PICTURE_DPI: Final = 300
_MM_PER_INCH: Final = 25.4
_PT_PER_MM: Final = 72 / _MM_PER_INCH
_FAMILY: Final = "Roboto"


@cache
def load_print_fonts() -> None:
    """Make the bundled fonts known to Qt, once; on the GUI thread, before anything is painted with them."""
    for file in ("Roboto-Regular.ttf", "Roboto-Medium.ttf"):
        QFontDatabase.addApplicationFont(str(resource_path("fonts", file)))


def paint_drawing(painter: QPainter, drawing: Drawing, px_per_mm: float) -> None:
    """Paint a drawing with its top left corner at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        match shape:
            case Block():
                painter.fillRect(_rectangle(shape.box, px_per_mm), QColor(shape.colour))
            case Words():
                painter.setPen(QColor(shape.colour))
                painter.setFont(_font(shape, px_per_mm, painter.device().logicalDpiY()))
                painter.drawText(QPointF(shape.x_mm * px_per_mm, shape.y_mm * px_per_mm), shape.text)
            case Lines():
                _paint_lines(painter, shape, px_per_mm)


def picture_of(drawing: Drawing, dpi: int = PICTURE_DPI) -> QImage:
    """A drawing as a picture that knows its resolution, so that it is placed at true scale elsewhere."""
    px_per_mm = dpi / _MM_PER_INCH
    size = math.ceil(drawing.width_mm * px_per_mm), math.ceil(drawing.height_mm * px_per_mm)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(px_per_mm * 1000))
    image.setDotsPerMeterY(round(px_per_mm * 1000))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_drawing(painter, drawing, px_per_mm)
    painter.end()
    return image


def _paint_lines(painter: QPainter, shape: Lines, px_per_mm: float) -> None:
    pen = QPen(QColor(shape.colour), shape.width_mm * px_per_mm)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setPen(pen)
    if shape.clip is not None:
        painter.setClipRect(_rectangle(shape.clip, px_per_mm))
    for line in shape.lines:
        for part in _in_pieces(line * px_per_mm):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in part.tolist()]))
    painter.restore()


def _in_pieces(line: np.ndarray, most: int = 64) -> list[np.ndarray]:
    """Short stretches that share their ends: Qt strokes one long polyline in quadratic time."""
    return [line[first : first + most + 1] for first in range(0, max(1, len(line) - 1), most)]


def _rectangle(box: Box, px_per_mm: float) -> QRectF:
    return QRectF(box.x_mm * px_per_mm, box.y_mm * px_per_mm, box.width_mm * px_per_mm, box.height_mm * px_per_mm)


def _font(shape: Words, px_per_mm: float, dpi: int) -> QFont:
    font = QFont(_FAMILY)
    font.setWeight(QFont.Weight.Medium if shape.medium else QFont.Weight.Normal)
    # Qt takes fractions of a point but whole pixels only; what it makes of a point is the device's resolution.
    font.setPointSizeF(shape.size_pt / _PT_PER_MM * px_per_mm * 72 / dpi)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
