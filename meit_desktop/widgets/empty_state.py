"""What stands where nothing is to be shown: an icon, what is the case, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from meit_desktop.keymap import ShownKey, shipped_key
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens

_ICON_PX = 40


class EmptyState(QWidget):
    """A calm, centred message with at most one button.

    Signals
    -------
    action_requested()
        The button was pressed.
    """

    action_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._icon_name = "trace"
        self._shown_key: ShownKey = shipped_key
        self._hint: tuple[str, dict[str, str]] | None = None
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._title.setProperty("role", "title")
        self._detail = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._detail.setProperty("state", "muted")
        self._action = QPushButton()
        self._action.setProperty("role", "primary")
        self._action.clicked.connect(self.action_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.S)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(Space.S)
        column.addWidget(self._action, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_message(self, icon: str, title: str, detail: str = "", action: str = "") -> None:
        """Say what is the case; what is empty is left out."""
        self._hint = None
        self._icon_name = icon
        self._icon.setVisible(bool(icon))
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        # A hidden proxy would hold Tab for ever: Qt goes to it and stays where it was.
        self.setFocusProxy(self._action if action else None)
        self.set_theme(self._tokens)

    def show_hint(self, icon: str, title: str, hint: str, **commands: str) -> None:
        """Say what is the case, and which keys to press: ``hint`` has the names that stand for the commands."""
        self.show_message(icon, title, hint.format(**{name: self._shown_key(key) for name, key in commands.items()}))
        self._hint = hint, commands

    def show_keys(self, shown: ShownKey) -> None:
        """Name the keys in use."""
        self._shown_key = shown
        if self._hint is not None:
            hint, commands = self._hint
            self._detail.setText(hint.format(**{name: shown(key) for name, key in commands.items()}))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._icon_name:
            self._icon.setPixmap(themed_icon(self._icon_name, tokens, tokens.muted).pixmap(_ICON_PX, _ICON_PX))

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def detail(self) -> str:
        return self._detail.text()
