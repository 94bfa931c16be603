"""The line that adds a statement of the reader's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from meit_desktop.language import tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_field import StatementField
from meit_desktop.widgets.report_suggestions import Suggestions


class AddStatement(QWidget):
    """Field with suggestions from the statement library.

    Down and Up walk the suggestions, Tab or Enter takes the one walked to, Escape closes them, then leaves the field.

    Parameters
    ----------
    canvas
        The widget that the suggestions may lie over.

    Signals
    -------
    statement_added(str)
        The reader wants this statement in the report.
    left()
        Escape, or Up in the empty field: back to the sentences.
    library_wanted()
        The button that opens the whole library, or F9.
    """

    statement_added = Signal(str)
    left = Signal()
    library_wanted = Signal()

    def __init__(self, tokens: Tokens, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._field = StatementField()
        self._field.setPlaceholderText(tr("Add a statement"))
        self._field.setAccessibleName(tr("Add a statement"))
        hint = tr("Acronyms such as lafb expand while you type; ↓ walks through the suggestions")
        self._field.setToolTip(hint)
        self._field.setAccessibleDescription(hint)
        self._suggestions = Suggestions(tokens, canvas)
        self._library = QToolButton(toolTip=tr("All statements (F9)"))
        self._library.setAccessibleName(tr("All statements"))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.S, Space.S)
        row.setSpacing(Space.XS)
        row.addWidget(self._field, 1)
        row.addWidget(self._library, 0, Qt.AlignmentFlag.AlignTop)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._suggest)
        self._field.committed.connect(self._add)
        self._field.cancelled.connect(self._escape)
        self._suggestions.chosen.connect(self._add)
        self._library.clicked.connect(self.library_wanted)
        self.set_theme(tokens)

    @property
    def field(self) -> StatementField:
        return self._field

    @property
    def suggestions(self) -> Suggestions:
        return self._suggestions

    def take_text(self) -> str:
        """Return what stands in the field unfinished and empty it."""
        text = self._field.text.strip()
        self._field.set_text("")
        return text

    def set_theme(self, tokens: Tokens) -> None:
        self._suggestions.set_theme(tokens)
        self._library.setIcon(themed_icon("library", tokens, tokens.muted))
        self._size_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_icon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(Qt.Key(event.key()))
            if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self._suggestions.hide()
            elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._suggestions.wordings:
                self._suggestions.place_above(self._field)
        return super().eventFilter(watched, event)

    def _size_icon(self) -> None:
        side = self.fontMetrics().height()
        self._library.setIconSize(QSize(side, side))

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_F9:
            self.library_wanted.emit()
        elif key == Qt.Key.Key_Up and not self._field.text:
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._suggestions.wordings:
            self._suggestions.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self._suggestions.selected:
            self._add(self._suggestions.selected)
        else:
            return False
        return True

    def _suggest(self) -> None:
        self._suggestions.suggest(self._field.text, self._field)

    def _add(self, text: str) -> None:
        self._field.set_text("")
        self._suggestions.hide()
        self._field.setFocus()
        if text.strip():
            self.statement_added.emit(text)

    def _escape(self) -> None:
        if self._suggestions.wordings:
            self._suggestions.hide()
        else:
            self.left.emit()
