"""A button that shows its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from meit_desktop.language import tr
from meit_desktop.theme.contrast import mixed
from meit_desktop.theme.tokens import Control, Space, Tokens


class KeyButton(QPushButton):
    """Verb, then the key that does the same, lighter.

    The key is drawn, not set: whoever owns the keyboard (the window or the list) acts on it.
    """

    def __init__(
        self, text: str, key: str, tokens: Tokens, *, role: str = "quiet", least_height: int = Control.NORMAL
    ) -> None:
        super().__init__(text)
        self._least_height = int(least_height)
        self._tokens = tokens
        self._key = key
        self.setProperty("role", role)
        self._say_key()

    @property
    def key(self) -> str:
        return self._key

    def show_verb(self, text: str, key: str) -> None:
        """Become another action."""
        self._key = key
        self.setText(text)
        self._say_key()
        self.updateGeometry()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        width = size.width() + (Space.S + self._key_width() if self._key else 0)
        return QSize(width, max(size.height(), self._least_height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        text = self.text().replace("&", "")
        verb_width = self.fontMetrics().horizontalAdvance(text)
        whole = verb_width + (Space.S + self._key_width() if self._key else 0)
        left = self.rect().center().x() - whole // 2
        ink = option.palette.color(self.foregroundRole()) if self.isEnabled() else QColor(self._tokens.disabled)
        ink = QColor(self._tokens.on_accent) if self._is_primary() and self.isEnabled() else ink
        painter.setPen(ink)
        painter.drawText(QRect(left, 0, verb_width + 1, self.height()), int(Qt.AlignmentFlag.AlignVCenter), text)
        if self._key:
            painter.setFont(self._key_font())
            painter.setPen(self._key_ink())
            place = QRect(left + verb_width + Space.S, 0, self._key_width() + 1, self.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._key)
        painter.end()

    def _say_key(self) -> None:
        self.setAccessibleDescription(tr("Key {key}").format(key=self._key) if self._key else "")

    def _is_primary(self) -> bool:
        return self.property("role") == "primary"

    def _key_ink(self) -> QColor:
        if not self.isEnabled():
            return QColor(self._tokens.disabled)
        if self._is_primary():
            return QColor(mixed(self._tokens.on_accent, self._tokens.accent, 0.12))
        return QColor(self._tokens.muted)

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal)
        if font.pixelSize() > 0:
            font.setPixelSize(max(font.pixelSize() - 1, 1))
        return font

    def _key_width(self) -> int:
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key)
