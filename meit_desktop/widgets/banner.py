"""Strips across the window: what has just happened, and what is true as long as it stands there."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from meit_core.errors import UserError
from meit_desktop.language import said, tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens

Kind = Literal["accent", "ok", "warn", "danger"]
_ICONS: dict[Kind, str] = {"accent": "info", "ok": "confirmed", "warn": "warning", "danger": "warning"}
_NARROW_PX = 480
"""Narrower than this the button stands below the sentence instead of squeezing it."""


class Banner(QFrame):
    """One line with an icon, at most one button, and a cross to put it away.

    Signals
    -------
    action_requested()
        The button was pressed.
    """

    action_requested = Signal()

    def __init__(self, tokens: Tokens, *, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "banner")
        self._tokens = tokens
        self._kind: Kind = "accent"
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton(visible=False)
        self._action.setProperty("role", "quiet")
        self._action.clicked.connect(self.action_requested)
        self._close = QToolButton(toolTip=tr("Put this message away"))
        self._close.setAccessibleName(tr("Put this message away"))
        self._close.clicked.connect(self.hide)
        if not closable:
            self._close.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addWidget(self._close, 0, 3)
        self._place_action(below=False)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_message(self, text: str, kind: Kind = "accent", action: str = "") -> None:
        """Show a sentence, replacing the one before."""
        self._kind = kind
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setProperty("state", kind)
        self.style().polish(self)
        self.set_theme(self._tokens)
        self.show()

    def show_fault(self, fault: UserError) -> None:
        """Show what happened and what to do."""
        self.show_message(said(str(fault)), "danger")

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        colour: str = getattr(tokens, self._kind)
        size_px = self.fontMetrics().height()
        self._icon.setPixmap(themed_icon(_ICONS[self._kind], tokens, colour).pixmap(size_px, size_px))
        self._close.setIcon(themed_icon("close", tokens, tokens.muted))

    def _place_action(self, *, below: bool) -> None:
        self._grid.removeWidget(self._action)
        if below:
            self._grid.addWidget(self._action, 1, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._action, 0, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW_PX
        if narrow != (self._grid.itemAtPosition(1, 1) is not None):
            self._place_action(below=narrow)
