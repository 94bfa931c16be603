"""A text field for statements: grows with its text, expands acronyms while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from meit_desktop.theme.tokens import Control, Space

_ENDS_A_WORD = {Qt.Key.Key_Space: " ", Qt.Key.Key_Comma: ", ", Qt.Key.Key_Semicolon: "; "}
_MOST_LINES = 6
_WRAP = int(Qt.TextFlag.TextWordWrap)
_FRAME_PX = 10
"""Border and padding of a text field in the style sheet, above and below together; the same with focus."""
_INSET = (Space.XS, 1, Space.XS, 1)
"""Room inside the field that puts its one line where a line edit would have it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StatementField(QPlainTextEdit):
    """One statement, wrapped. Backspace right after an expansion brings the typed acronym back.

    Signals
    -------
    committed(str)
        Enter was pressed; a whole-statement acronym is expanded.
    cancelled()
        Escape was pressed.
    """

    committed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed_acronym: tuple[str, str] | None = None
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(*_INSET)
        self.textChanged.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text with the cursor at its end."""
        self._typed_acronym = None
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def commit(self) -> None:
        """Do what Enter does."""
        from meit_desktop.models.statement_acronyms import expand_statement

        self.committed.emit(expand_statement(self.text))

    def sizeHint(self) -> QSize:
        height = self._text_height() + _FRAME_PX + _INSET[1] + _INSET[3]
        return QSize(super().sizeHint().width(), max(height, Control.NORMAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        # The window owns Escape ("stop the draft"); while something is being typed it means "leave this".
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Escape, *_ENTER):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.commit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not self._change_acronym(key):
            self._typed_acronym = None
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typed_acronym = None
        super().focusOutEvent(event)

    def _text_height(self) -> int:
        """Height of the wrapped text, measured: the document lays itself out only after the size is asked for."""
        line = self.fontMetrics().lineSpacing()
        room = QRect(0, 0, max(self.viewport().width(), 1), 100 * line)
        text = f"{self.text}|"  # as wide as the cursor at its end
        lines = round(self.fontMetrics().boundingRect(room, _WRAP, text).height() / line)
        return min(max(lines, 1), _MOST_LINES) * line

    def _change_acronym(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Backspace:
            return self._take_expansion_back()
        return key in _ENDS_A_WORD and self._expand(_ENDS_A_WORD[key])

    def _expand(self, separator: str) -> bool:
        from meit_desktop.models.statement_acronyms import expand_last_word

        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        before = self.text[: cursor.position()]
        expanded = expand_last_word(before)
        if expanded is None:
            return False
        self._replace_before_cursor(before, expanded + separator)
        self._typed_acronym = (expanded + separator, before)
        return True

    def _take_expansion_back(self) -> bool:
        if self._typed_acronym is None:
            return False
        expanded, typed = self._typed_acronym
        self._typed_acronym = None
        if self.text[: self.textCursor().position()] != expanded:
            return False
        self._replace_before_cursor(expanded, typed)
        return True

    def _replace_before_cursor(self, old: str, new: str) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.setPosition(len(old), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        self.setTextCursor(cursor)
