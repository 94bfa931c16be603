"""Type a few letters, press Enter: any command, any study in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from meit_desktop.language import tr
from meit_desktop.models.statement_search import ACRONYM_ROLE
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_suggestions import AcronymDelegate

_SHOWN: Final = 9
_CHOICE_ROLE: Final = ACRONYM_ROLE + 1
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """Attributes: kind (``command`` or ``study``), name to hand back, title, and what stands at the right."""

    kind: str
    name: str
    title: str
    detail: str = ""


class CommandPalette(QDialog):
    """Signals: chosen(str, str) kind and name of what was chosen."""

    chosen = Signal(str, str)

    def __init__(self, choices: Sequence[Choice], tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(tr("Search or command"))
        self._choices = tuple(choices)
        self.field = QLineEdit(placeholderText=tr("Search studies and commands"))
        self.field.setAccessibleName(tr("Search studies and commands"))
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(AcronymDelegate(tokens, self.list))
        self.list.setAccessibleName(tr("Studies and commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._take())
        frame = QFrame()
        frame.setProperty("region", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        inner.addWidget(self.field)
        inner.addWidget(self.list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._narrow("")

    def open_over(self, window: QWidget) -> None:
        """Show in the upper middle of the window."""
        line_px = self.fontMetrics().height()
        width = min(44 * line_px, window.width() - 2 * Space.XL)
        self.resize(width, (_SHOWN + 2) * max(28, line_px + 12))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, window.height() // 8)))
        self.show()
        self.field.setFocus()

    @property
    def titles(self) -> tuple[str, ...]:
        """What is listed now, best match first."""
        return tuple(self.list.item(row).data(_CHOICE_ROLE).title for row in range(self.list.count()))

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.lower().split()
        found = [choice for choice in self._choices if _matches(choice, words)]
        found.sort(key=lambda choice: not choice.title.lower().startswith(text.lower().strip()))
        self.list.clear()
        for choice in found[:200]:
            item = QListWidgetItem(choice.title)
            item.setData(ACRONYM_ROLE, choice.detail)
            item.setData(_CHOICE_ROLE, choice)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        choice: Choice = item.data(_CHOICE_ROLE)
        self.accept()
        self.chosen.emit(choice.kind, choice.name)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the letters."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return False


def _matches(choice: Choice, words: list[str]) -> bool:
    told = f"{choice.title} {choice.detail}".lower()
    return all(word in told for word in words)
