"""Shows that the keyboard is with the tracing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from meit_desktop.theme.tokens import LIGHT, Tokens

_WIDTH_PX: Final = 2


class FocusRing(QWidget):
    """A ring along the edges of its parent, hidden until wanted; the pointer goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens: Tokens = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        self.hide()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._tokens.focus), _WIDTH_PX))
        inset = _WIDTH_PX // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset, -inset))
