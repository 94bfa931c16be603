"""Where the program found the heart beats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from meit_core.signal.sheet_geometry import Sheet
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem

_LENGTH_MM: Final = 2.0


class BeatTicksItem(SheetItem):
    """A tick under the bottom row for each detected beat."""

    def __init__(self) -> None:
        super().__init__(Layer.MARKS)
        self.x_mm: npt.NDArray[np.float64] = np.empty(0)
        self._bottom_mm = 0.0

    def set_beats(self, sheet: Sheet, r_peaks: Sequence[int]) -> None:
        """Place ticks for R peaks given as sample indices."""
        bottom_row = max(segment.row for segment in sheet.segments)
        found = []
        for segment in sheet.segments:
            if segment.row == bottom_row and segment.points_mm.size:
                inside = np.array(r_peaks, dtype=np.intp) - segment.first_sample
                inside = inside[(inside >= 0) & (inside < len(segment.points_mm) - 1)]
                found.append(segment.points_mm[inside, 0])
        self.x_mm = np.concatenate(found) if found else np.empty(0)
        self._bottom_mm = sheet.height_mm
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        pen = QPen(QColor(self.tokens.muted), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for x in self.x_mm.tolist():
            painter.drawLine(QPointF(x, self._bottom_mm - 0.5 - _LENGTH_MM), QPointF(x, self._bottom_mm - 0.5))
