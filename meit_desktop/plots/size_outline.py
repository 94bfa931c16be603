"""The outline of a thing of known size, to be dragged until it is as large as the thing held against the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meit_desktop.language import marked, tr
from meit_desktop.theme.tokens import Space, Tokens

_CORNER_MM: Final = 3.18
"""Rounding of a card's corners, ISO/IEC 7810."""
_GRIP_PX: Final = 12.0
_FINE_STEP_PX: Final = 1 / 8
_MARGIN_PX: Final = int(Space.L)


@dataclass(frozen=True, slots=True)
class KnownThing:
    """Something everybody has, and its size; a height of 0 makes it a line of ticks."""

    name: str
    width_mm: float
    height_mm: float


CARD: Final = KnownThing(marked("Bank card"), 85.60, 53.98)
"""ISO/IEC 7810 ID-1: bank cards, most identity cards, driving licences."""
RULER: Final = KnownThing(marked("Ruler"), 100.0, 0.0)


class SizeOutline(QWidget):
    """The outline, with its upper left corner fixed.

    The right edge is dragged; the height follows, because pixels are square. Left and right arrows move the edge by an
    eighth of a pixel of width, with Shift by ten pixels.

    Signals
    -------
    changed(float)
        Logical pixels per millimetre that make the outline true.
    """

    changed = Signal(float)

    def __init__(self, tokens: Tokens, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._thing = CARD
        self._px_per_mm = px_per_mm
        self._grabbed_px: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._say()

    @property
    def px_per_mm(self) -> float:
        return self._px_per_mm

    @property
    def thing(self) -> KnownThing:
        return self._thing

    @property
    def width_px(self) -> float:
        return self._thing.width_mm * self._px_per_mm

    def show_thing(self, thing: KnownThing) -> None:
        """Outline another thing at the same scale."""
        self._thing = thing
        self._say()
        self.update()

    def set_px_per_mm(self, px_per_mm: float) -> None:
        """Set the scale; it is kept where the outline can be seen whole."""
        most_px = max(4 * _GRIP_PX, self.width() - 2 * _MARGIN_PX)
        width_px = max(4 * _GRIP_PX, min(most_px, px_per_mm * self._thing.width_mm))
        kept = width_px / self._thing.width_mm
        if kept != self._px_per_mm:
            self._px_per_mm = kept
            self._say()
            self.changed.emit(kept)
            self.update()

    def edge_px(self) -> QPointF:
        """The middle of the edge to drag."""
        box = self._box()
        return QPointF(box.right(), box.center().y())

    def sizeHint(self) -> QSize:
        width = CARD.width_mm * max(self._px_per_mm, 4.0) * 1.35
        return QSize(round(width) + 2 * _MARGIN_PX, round(width * CARD.height_mm / CARD.width_mm) + 2 * _MARGIN_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        accent, text = QColor(self._tokens.accent), QColor(self._tokens.text)
        if self._thing.height_mm:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(QColor(self._tokens.selection))
            radius = _CORNER_MM * self._px_per_mm
            # The outer edge of the line is the card's edge.
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        else:
            self._paint_ticks(painter, box)
        painter.setPen(text)
        size = f"{self._thing.width_mm:.2f}".rstrip("0").rstrip(".") + " mm"
        below_ticks = 0.0 if self._thing.height_mm else 7.0 * self._px_per_mm
        painter.drawText(box.adjusted(0, below_ticks, 0, 0), int(Qt.AlignmentFlag.AlignCenter), size)
        edge = self.edge_px()
        painter.setPen(QPen(QColor(self._tokens.focus if self.hasFocus() else self._tokens.accent), 2))
        painter.setBrush(QColor(self._tokens.surface))
        painter.drawEllipse(edge, _GRIP_PX / 2, _GRIP_PX / 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._reaches(event.position()):
            self._grabbed_px = event.position().x() - self.edge_px().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed_px is not None:
            width_px = event.position().x() - self._grabbed_px - self._box().left()
            self.set_px_per_mm(width_px / self._thing.width_mm)
        reaches = self._grabbed_px is not None or self._reaches(event.position())
        self.setCursor(Qt.CursorShape.SizeHorCursor if reaches else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed_px = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(event.key())
        if way is None:
            super().keyPressEvent(event)
            return
        step_px = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE_STEP_PX
        self.set_px_per_mm((self.width_px + way * step_px) / self._thing.width_mm)

    def _box(self) -> QRectF:
        return QRectF(_MARGIN_PX, _MARGIN_PX, self.width_px, (self._thing.height_mm or 14.0) * self._px_per_mm)

    def _reaches(self, at: QPointF) -> bool:
        box = self._box()
        return abs(at.x() - box.right()) <= _GRIP_PX and box.top() - _GRIP_PX <= at.y() <= box.bottom() + _GRIP_PX

    def _paint_ticks(self, painter: QPainter, box: QRectF) -> None:
        """Millimetres along the upper edge, as on a ruler."""
        painter.setPen(QPen(QColor(self._tokens.text), 1))
        for mm in range(round(self._thing.width_mm) + 1):
            x = box.left() + mm * self._px_per_mm
            length_mm = 6.0 if mm % 10 == 0 else 4.5 if mm % 5 == 0 else 3.0
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.top() + length_mm * self._px_per_mm))

    def _say(self) -> None:
        self.setAccessibleName(tr("Outline: {thing}").format(thing=tr(self._thing.name)))
        told = tr("{width} pixels wide. Left and right arrows move its right edge; with Shift by ten pixels.")
        self.setAccessibleDescription(told.format(width=f"{self.width_px:.1f}"))
