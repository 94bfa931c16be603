"""The field that narrows the worklist while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from meit_desktop.keymap import ShownKey, shipped_key
from meit_desktop.language import tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Tokens

_TO_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SearchField(QLineEdit):
    """Escape empties it, a second Escape leaves it; Enter and the arrow down go to the list.

    Signals
    -------
    left(bool)
        The keyboard goes to the list; true where its first row shall be opened.
    """

    left = Signal(bool)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(clearButtonEnabled=True)
        self.show_keys(shipped_key)
        self.setAccessibleName(tr("Search the worklist"))
        self.setToolTip(
            tr("Beginnings of words in name, number, file or report; a number's end; a date. Escape clears.")
        )
        self._icon = self.addAction(
            themed_icon("search", tokens, tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )

    def show_keys(self, shown: ShownKey) -> None:
        """Name the key in use that leads here."""
        self.setPlaceholderText(f"{tr('Search')}   {shown('search')}".rstrip())

    def set_theme(self, tokens: Tokens) -> None:
        self._icon.setIcon(themed_icon("search", tokens, tokens.muted))

    def event(self, event: QEvent) -> bool:
        """Claim Escape before the window's commands get it, where there is something to clear."""
        claims = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if claims and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit(False)
        elif event.key() in _TO_THE_LIST:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)
