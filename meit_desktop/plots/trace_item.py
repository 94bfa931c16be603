"""One lead's trace."""

from __future__ import annotations

from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from meit_core.signal.display import decimate_min_max
from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.layers import Layer

_WIDTH_MM: Final = 0.25
_WIDTH_PX: Final = (1.3, 2.2)
"""Ink of a printed trace, kept between what the eye still follows and what hides a notch."""
_COLUMNS_PER_PX: Final = 2
"""Minimum and maximum of half a pixel each: no spike is lost and no slope looks thicker than another."""


class TraceItem(pg.PlotCurveItem):
    """An anti-aliased line through a segment's samples, thinned to what the scale can show."""

    def __init__(self, segment: Segment) -> None:
        super().__init__(antialias=True)
        # Qt strokes a long wide polyline in quadratic time: 92 ms for 20,000 points against 7 ms line by line.
        self.setSegmentedLineMode("on")
        self.setZValue(Layer.TRACE)
        self.segment = segment
        self._columns = 0

    def set_scale(self, px_per_mm: float, device_pixel_ratio: float, colour: str) -> None:
        """Match line width and number of points to a scale in logical pixels per mm."""
        pen = QPen(QColor(colour), max(_WIDTH_PX[0], min(_WIDTH_PX[1], _WIDTH_MM * px_per_mm)))
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.setPen(pen)
        x, y = self.segment.points_mm.T
        columns = max(1, round(self.segment.width_mm * px_per_mm * device_pixel_ratio * _COLUMNS_PER_PX))
        if self._columns == 0 or min(columns, x.size) != min(self._columns, x.size):
            self.setData(*decimate_min_max(x, y, columns))
        self._columns = columns
