"""One score with the words that anchor it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meit_desktop.language import tr
from meit_desktop.theme.tokens import Space, Tokens

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class AnchorRow(QWidget):
    """Number as a key, wording beside it; the number key does the same as a click.

    Signals
    -------
    chosen(int)
        The score was clicked.
    """

    chosen = Signal(int)

    def __init__(self, score: int, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score, self._tokens = score, tokens
        self._wording = ""
        self._selected = self._hovered = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def wording(self) -> str:
        return self._wording

    @property
    def is_selected(self) -> bool:
        return self._selected

    def show_anchor(self, wording: str, *, selected: bool) -> None:
        """Show a criterion's wording for this score, marked where it is the score that was given."""
        self._wording, self._selected = wording, selected
        told = tr("Score {score}: {wording} Given." if selected else "Score {score}: {wording}")
        self.setAccessibleName(told.format(score=self._score, wording=wording))
        self.updateGeometry()
        self.update()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._score)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._cap() - 3 * Space.S, 1), 10_000)
        text = self.fontMetrics().boundingRect(room, _WRAP & ~int(Qt.AlignmentFlag.AlignVCenter), self._wording)
        return max(text.height(), self._cap()) + Space.XS

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._selected or self._hovered:
            painter.setBrush(QColor(tokens.selection if self._selected else tokens.hover))
            painter.drawRoundedRect(self.rect(), 4, 4)
        cap = QRect(Space.S, (self.height() - self._cap()) // 2, self._cap(), self._cap())
        painter.setBrush(QColor(tokens.accent if self._selected else tokens.surface))
        painter.setPen(QColor(tokens.accent if self._selected else tokens.field_border))
        painter.drawRoundedRect(cap.adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(QColor(tokens.on_accent if self._selected else tokens.text))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), str(self._score))
        painter.setPen(QColor(tokens.text))
        painter.drawText(self.rect().adjusted(self._cap() + 2 * Space.S, 0, -Space.S, 0), _WRAP, self._wording)
        painter.end()

    def _cap(self) -> int:
        return self.fontMetrics().height() + Space.XS
