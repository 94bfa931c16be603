"""The stretches of the tracing that the model's attention lay on, and what that is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from meit_core.signal.sheet_geometry import Segment, Sheet
from meit_desktop.plots.layers import Layer
from meit_desktop.plots.sheet_item import SheetItem
from meit_desktop.theme.tokens import Space

_ALPHA: Final = 40
"""Of the tint: paper and trace stay readable under it."""
_EDGE_PX: Final = 2.0


class AttentionItem(SheetItem):
    """A tint with an edge above and below on every row, over the same seconds in each lead: attention knows no leads.

    Which leads a sentence hangs on is shown at their names, by :class:`~meit_desktop.plots.badge_item.BadgeItem`.

    Attributes
    ----------
    areas_mm
        What is tinted at the moment.
    """

    def __init__(self) -> None:
        super().__init__(Layer.HIGHLIGHT)
        self.areas_mm: tuple[QRectF, ...] = ()
        self._sheet: Sheet | None = None
        self._fs_hz = 0.0
        self._stretches_s: tuple[tuple[float, float], ...] = ()

    def set_sheet(self, sheet: Sheet, fs_hz: float) -> None:
        """Take another layout; what is shown stays on its seconds."""
        self._sheet, self._fs_hz = sheet, fs_hz
        self._place()

    def show_stretches(self, stretches_s: Sequence[tuple[float, float]]) -> None:
        """Tint these seconds of the recording; none takes the tint away."""
        self._stretches_s = tuple(stretches_s)
        self._place()

    def _place(self) -> None:
        segments = self._sheet.segments if self._sheet else ()
        pitch_mm = self._sheet.row_pitch_mm if self._sheet else 0.0
        found = (
            _area(segment, stretch, self._fs_hz, pitch_mm) for segment in segments for stretch in self._stretches_s
        )
        self.areas_mm = tuple(area for area in found if area is not None)
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        tint = QColor(self.tokens.accent)
        edge = QPen(tint, _EDGE_PX)
        edge.setCosmetic(True)
        tint.setAlpha(_ALPHA)
        for area in self.areas_mm:
            painter.fillRect(area, tint)
            painter.setPen(edge)
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())


class AttentionCaption(SheetItem):
    """What the tint and the marked leads mean, in the view's corner.

    Attributes
    ----------
    text
        Empty while nothing is shown.
    """

    def __init__(self) -> None:
        super().__init__(Layer.CAPTION)
        self.text = ""

    def say(self, text: str) -> None:
        """Say this, or nothing."""
        self.text = text
        self.update()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if not self.text:
            return
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QApplication.font()
        metrics = QFontMetricsF(font)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        room = QRectF(0, 0, painter.viewport().width() - 2 * (Space.M + Space.S), painter.viewport().height())
        text = metrics.boundingRect(room, wrapped, self.text).translated(Space.M + Space.S, Space.S + Space.XS)
        box = text.adjusted(-Space.S, -Space.XS, Space.S, Space.XS)
        painter.setPen(QPen(QColor(self.tokens.accent), 1.0))
        painter.setBrush(QColor(self.tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(self.tokens.text))
        painter.drawText(text.adjusted(0, 0, 1, 1), wrapped, self.text)
        painter.restore()


def _area(segment: Segment, stretch_s: tuple[float, float], fs_hz: float, pitch_mm: float) -> QRectF | None:
    """The part of a segment's row that shows some seconds; ``None`` where it shows others."""
    if len(segment.points_mm) < 2:
        return None
    mm_per_s = float(segment.points_mm[1, 0] - segment.points_mm[0, 0]) * fs_hz
    left, right = (segment.x_mm + (moment - segment.start_s) * mm_per_s for moment in stretch_s)
    left, right = max(left, segment.x_mm), min(right, segment.x_mm + segment.width_mm)
    if right <= left:
        return None
    return QRectF(left, segment.baseline_mm - pitch_mm / 2, right - left, pitch_mm)
