"""A line icon that grows with the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meit_desktop.theme.icons import paint_icon
from meit_desktop.theme.tokens import Tokens

_OF_LINE_HEIGHT = 1.05


class Glyph(QWidget):
    """One icon in one of the theme's colours, as high as a line of the widget's font.

    The word beside it says the same, so it has no name of its own for a screen reader.
    """

    def __init__(self, tokens: Tokens, icon: str = "info", colour: str = "muted") -> None:
        super().__init__()
        self._tokens, self._icon, self._colour = tokens, icon, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def icon(self) -> str:
        return self._icon

    def show_icon(self, icon: str, colour: str) -> None:
        """Change icon and colour; ``colour`` is the name of a token such as ``warn``."""
        self._icon, self._colour = icon, colour
        self.update()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * _OF_LINE_HEIGHT)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        painter = QPainter(self)
        paint_icon(painter, self._icon, getattr(self._tokens, self._colour), QRectF(0, 0, side, side))
        painter.end()
