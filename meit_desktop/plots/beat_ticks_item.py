"""Where the program found the heart beats, which are of another kind, and a pacemaker's spikes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from meit_core.domain.measurements import Measurements
from meit_core.signal.sheet_geometry import Sheet
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem
from meit_desktop.plots.strip_marks import BEAT, LETTERED, SPIKE, StripMark

Places = npt.NDArray[np.float64]

_LENGTH_MM: Final = 2.0
_SPIKE_MM: Final = 1.0
"""Half the width of a triangle; the shape tells it from a beat without colour."""
_ABOVE_MM: Final = 0.5
_LETTER_MM: Final = 2.6
_REACH_MM: Final = 1.5
"""How near the pointer must be."""


class BeatTicksItem(SheetItem):
    """Under the bottom row a tick for each detected beat and a triangle for each pacing spike.

    Early and ventricular beats have their letter, S and V, in the tick's place.
    """

    def __init__(self) -> None:
        super().__init__(Layer.MARKS)
        self.x_mm: Places = np.empty(0)
        self.letters: tuple[tuple[float, str], ...] = ()
        self.spikes_x_mm: Places = np.empty(0)
        self._bottom_mm = 0.0

    def set_beats(self, sheet: Sheet, found: Measurements) -> None:
        """Place the marks of one recording's beats and spikes."""
        lettered = {
            peak: kind.value for peak, kind in zip(found.r_peaks, found.beat_classes, strict=False) if kind in LETTERED
        }
        self.x_mm = _places(sheet, [peak for peak in found.r_peaks if peak not in lettered])
        self.letters = tuple((x, letter) for peak, letter in lettered.items() for x in _places(sheet, [peak]).tolist())
        self.spikes_x_mm = _places(sheet, found.pacing_spikes)
        self._bottom_mm = sheet.height_mm
        self.update()

    def mark_at(self, x_mm: float, y_mm: float) -> StripMark | None:
        """What stands at a place of the sheet; of two that touch the nearer one."""
        high = self._bottom_mm - _ABOVE_MM - _LETTER_MM
        if not self.isVisible() or not high - _REACH_MM <= y_mm <= self._bottom_mm:
            return None
        told = {mark.sign: mark for mark in LETTERED.values()}
        marks = [
            *((x, BEAT) for x in self.x_mm.tolist()),
            *((x, told[letter]) for x, letter in self.letters),
            *((x, SPIKE) for x in self.spikes_x_mm.tolist()),
        ]
        near = [(abs(x - x_mm), mark) for x, mark in marks if abs(x - x_mm) <= _REACH_MM]
        return min(near, key=lambda one: one[0])[1] if near else None

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # else ticks are one pixel wide here and two there
        colour = QColor(self.tokens.muted)
        pen = QPen(colour, 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        low, high = self._bottom_mm - _ABOVE_MM, self._bottom_mm - _ABOVE_MM - _LENGTH_MM
        for x in self.x_mm.tolist():
            painter.drawLine(QPointF(x, high), QPointF(x, low))
        painter.setBrush(colour)
        for x, letter in self.letters:
            painter.fillPath(_letter(letter, QPointF(x, low)), QColor(self.tokens.text))
        for x in self.spikes_x_mm.tolist():
            corners = [QPointF(x, high), QPointF(x + _SPIKE_MM, low), QPointF(x - _SPIKE_MM, low)]
            painter.drawPolygon(QPolygonF(corners))


def _letter(letter: str, foot: QPointF) -> QPainterPath:
    """Its outline, centred over a place in mm: text of a font can't be as small as millimetres."""
    font = QFont()
    font.setBold(True)
    font.setPixelSize(100)
    path = QPainterPath()
    path.addText(0, 0, font, letter)
    box = path.boundingRect()
    scale = _LETTER_MM / box.height()
    return QTransform(scale, 0, 0, scale, foot.x() - scale * box.center().x(), foot.y() - scale * box.bottom()).map(
        path
    )


def _places(sheet: Sheet, samples: Sequence[int]) -> Places:
    """Where samples lie along the bottom row, in mm."""
    bottom_row = max(segment.row for segment in sheet.segments)
    found = []
    for segment in sheet.segments:
        if segment.row == bottom_row and segment.points_mm.size:
            inside = np.array(samples, dtype=np.intp) - segment.first_sample
            inside = inside[(inside >= 0) & (inside < len(segment.points_mm) - 1)]
            found.append(segment.points_mm[inside, 0])
    return np.concatenate(found) if found else np.empty(0)
