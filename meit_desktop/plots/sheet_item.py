"""What all things drawn on the sheet have in common."""

from __future__ import annotations

from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from meit_desktop.plots.layers import Layer
from meit_desktop.theme.tokens import LIGHT, Tokens

_EVERYWHERE: Final = QRectF(-1e4, -1e4, 2e4, 2e4)
"""mm. Names, marks and lines are sized in pixels, so their extent on the sheet changes with the scale; as the whole
view is repainted anyway, a bound that follows it would only cost time."""


class SheetItem(pg.GraphicsObject):
    """A thing on the sheet: coordinates in mm, y downwards, colours from the theme."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.setZValue(layer)
        self.tokens: Tokens = LIGHT

    def set_theme(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.update()

    def boundingRect(self) -> QRectF:
        return _EVERYWHERE


def device_pixel_ratio(painter: QPainter) -> float:
    """Device pixels per logical pixel of what is painted on."""
    return float(painter.device().devicePixelRatioF())
