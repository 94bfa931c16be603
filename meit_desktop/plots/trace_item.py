"""One lead's trace."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from meit_core.signal.display import decimate_min_max
from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.layers import Layer

_WIDTH_MM: Final = 0.25
_WIDTH_PX: Final = (1.1, 2.0)
"""Ink of a printed trace, kept between what the eye still follows and what hides a notch."""
_INK_MM: Final = 2.0
"""More than half a line's width at any scale at which a sheet is drawn."""


class TraceItem(pg.PlotCurveItem):
    """An anti-aliased line through a segment's samples, with no more points than it is allowed.

    Attributes
    ----------
    segment
        The samples, in mm of the sheet.
    """

    def __init__(self, segment: Segment) -> None:
        super().__init__(antialias=True)
        self.setZValue(Layer.TRACE)
        self.show_segment(segment)

    def show_segment(self, segment: Segment) -> None:
        """Draw another one; a view and the ink must be set afterwards."""
        self.segment = segment
        self._x, self._y = segment.points_mm.T
        self._columns = 0
        self._held_mm = (0.0, 0.0)
        top, bottom = float(self._y.min()), float(self._y.max())
        self._bounds = QRectF(self._x[0], top, self._x[-1] - self._x[0], bottom - top).adjusted(
            -_INK_MM, -_INK_MM, _INK_MM, _INK_MM
        )
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        # pyqtgraph's own goes through the points anew after every change of view.
        return self._bounds

    def set_ink(self, colour: str, px_per_mm: float) -> None:
        """Colour, and the line width for a scale in logical pixels per mm.

        A thinned trace is the outline of its samples, which a wide line would only fatten: it gets a fine one.
        """
        thinned = self._x.size < len(self.segment.points_mm)
        width_px = 1.0 if thinned else max(_WIDTH_PX[0], min(_WIDTH_PX[1], _WIDTH_MM * px_per_mm))
        # Qt strokes a long wide polyline in quadratic time: 92 ms for 20,000 points against 7 ms line by line. A fine
        # line it draws without stroking, fastest as a polyline.
        self.setSegmentedLineMode("off" if thinned else "on")
        pen = QPen(QColor(colour), width_px)
        pen.setCosmetic(True)
        # Square ends close the joints between lines; round ones look the same and take five times as long.
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        self.setPen(pen)

    def set_view(self, left_mm: float, right_mm: float, columns: int) -> None:
        """Keep the points that a view from ``left_mm`` to ``right_mm`` needs.

        Parameters
        ----------
        columns
            Columns over the whole segment of which each shows its smallest and largest sample, so that no spike is
            lost; a segment with fewer samples is drawn through every one.
        """
        held_left, held_right = self._held_mm
        seen_left, seen_right = (
            max(left_mm, self.segment.x_mm),
            min(right_mm, self.segment.x_mm + self.segment.width_mm),
        )
        if columns == self._columns and held_left <= seen_left and seen_right <= held_right:
            return
        if columns != self._columns:
            self._columns = columns
            self._x, self._y = decimate_min_max(*self.segment.points_mm.T, columns)
        # Half a view more on each side, so that dragging doesn't cut the line anew with every frame.
        margin_mm = (right_mm - left_mm) / 2
        self._held_mm = (left_mm - margin_mm, right_mm + margin_mm)
        first, last = np.searchsorted(self._x, self._held_mm)
        kept = slice(max(0, first - 1), last + 1)
        self.setData(self._x[kept], self._y[kept])
