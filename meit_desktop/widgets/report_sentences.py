"""The list of sentences: walking, accepting, editing and rejecting by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from meit_desktop.language import tr
from meit_desktop.models.report_lines import Line
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.report_labels import wrapped_label
from meit_desktop.widgets.report_sentence import SentenceRow

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class SentenceList(QScrollArea):
    """Rows of a report under review. Decides nothing: every key becomes a wish with the row's index.

    Signals
    -------
    accept_wanted(int), keep_wanted(int), reject_wanted(int), edit_wanted(int)
        Enter, Shift+Enter, X, E on a sentence.
    edited(int, str)
        An inline edit was committed.
    move_wanted(int, int)
        Alt+Up or Alt+Down: the index and the step.
    accept_supported_wanted(), undo_wanted(), add_wanted()
        Ctrl+Enter; Ctrl+Z; Down on the last sentence or Insert.
    current_changed(int)
        Another sentence is current; -1 for none.
    evidence_wanted(int)
        The reader opened the evidence of a sentence.
    """

    accept_wanted = Signal(int)
    keep_wanted = Signal(int)
    reject_wanted = Signal(int)
    edit_wanted = Signal(int)
    edited = Signal(int, str)
    move_wanted = Signal(int, int)
    accept_supported_wanted = Signal()
    undo_wanted = Signal()
    add_wanted = Signal()
    current_changed = Signal(int)
    evidence_wanted = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._rows: list[SentenceRow] = []
        self._current = -1
        self._writable = True
        self._follow_end = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Sentences of the report"))
        self._streaming = wrapped_label(state="muted")
        self._streaming.setContentsMargins(40, 6, 8, 6)
        self._streaming.hide()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._streaming)
        self._column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._keep_end_in_view)

    @property
    def current(self) -> int:
        """Index of the sentence the keys act on, -1 for none."""
        return self._current

    @property
    def streaming_text(self) -> str:
        return "" if self._streaming.isHidden() else self._streaming.text()

    def row(self, index: int) -> SentenceRow:
        return self._rows[index]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these sentences; the current one stays current as far as it is there."""
        had_focus = self._has_focus_on_a_row()
        while len(self._rows) < len(lines):
            self._add_row()
        while len(self._rows) > len(lines):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for index, line in enumerate(lines):
            self._rows[index].show_line(line, number=index + 1, count=len(lines))
        wanted = min(max(self._current, 0), len(lines) - 1)
        self._make_current(wanted)
        if had_focus and wanted >= 0 and not self._rows[wanted].is_editing:
            self._rows[wanted].setFocus()

    def show_streaming(self, text: str) -> None:
        """Show the sentence that is being written, with a caret; an empty text ends it."""
        self._streaming.setText(f"{text}▍" if text else "")
        self._streaming.setHidden(not text)

    def follow_end(self, follow: bool) -> None:
        """Keep the end in view while sentences arrive."""
        self._follow_end = follow

    def set_writable(self, writable: bool) -> None:
        """Without it the list can be walked and evidence opened, nothing decided."""
        self._writable = writable

    def make_current(self, index: int, *, focus: bool = True) -> None:
        """Go to a sentence."""
        if not 0 <= index < len(self._rows):
            return
        focus = focus or self._has_focus_on_a_row()
        self._make_current(index)
        if focus:
            self._rows[index].setFocus(Qt.FocusReason.OtherFocusReason)
        # After the layout has run: a row that was just added has no place yet.
        QTimer.singleShot(0, self, self._show_current)

    def begin_edit(self, index: int) -> None:
        """Open the field in a sentence's place."""
        self.make_current(index, focus=False)
        self._rows[index].begin_edit()

    def commit_edits(self) -> None:
        """End open edits, keeping what was typed."""
        for row in tuple(self._rows):
            row.commit_edit()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for row in self._rows:
            row.set_theme(tokens)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 3 * self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & (_CTRL | _SHIFT | _ALT)
        if key in _WALK and not held & (_CTRL | _SHIFT):
            self._walk(_WALK[key], moving=bool(held & _ALT))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not held:
            self._show_evidence(key == Qt.Key.Key_Right)
        elif not (self._writable and self._decide(key, held)):
            super().keyPressEvent(event)

    def _walk(self, step: int, *, moving: bool) -> None:
        if moving:
            if self._writable and self._current >= 0:
                self.move_wanted.emit(self._current, step)
        elif self._current + step >= len(self._rows):
            self.add_wanted.emit()
        else:
            self.make_current(max(self._current + step, 0))

    def _decide(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in _ENTER and held == _CTRL:
            self.accept_supported_wanted.emit()
        elif key == Qt.Key.Key_Z and held == _CTRL:
            self.undo_wanted.emit()
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif self._current < 0:
            return False
        elif key in _ENTER and held == _SHIFT:
            self.keep_wanted.emit(self._current)
        elif key in _ENTER and not held:
            self.accept_wanted.emit(self._current)
        elif key in (Qt.Key.Key_E, Qt.Key.Key_F2) and not held:
            self.edit_wanted.emit(self._current)
        elif key in (Qt.Key.Key_X, Qt.Key.Key_Delete) and not held:
            self.reject_wanted.emit(self._current)
        else:
            return False
        return True

    def _show_evidence(self, shown: bool) -> None:
        if self._current >= 0:
            self._rows[self._current].show_evidence(shown)

    def _add_row(self) -> None:
        row = SentenceRow(self._tokens)
        row.chosen.connect(lambda: self._make_current(self._rows.index(row)) if row in self._rows else None)
        row.edit_wanted.connect(lambda: self.edit_wanted.emit(self._rows.index(row)) if self._writable else None)
        row.evidence_wanted.connect(lambda: self.evidence_wanted.emit(self._rows.index(row)))
        row.edited.connect(lambda text: self._end_edit(row, text))
        row.edit_cancelled.connect(row.setFocus)
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        self._move_up_in_tab_order(row)

    def _move_up_in_tab_order(self, row: SentenceRow) -> None:
        """Qt puts a new widget at the end, behind the buttons below; the eye meets it before them.

        Qt orders only what Tab may stop at, so for this moment it may.
        """
        content = self.widget()
        content.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        QWidget.setTabOrder(content, row)
        content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.set_current(False)

    def _end_edit(self, row: SentenceRow, text: str) -> None:
        row.setFocus()
        self.edited.emit(self._rows.index(row), text)

    def _make_current(self, index: int) -> None:
        changed = index != self._current
        self._current = index
        for number, row in enumerate(self._rows):
            row.set_current(number == index)
        if changed:
            self.current_changed.emit(index)

    def _has_focus_on_a_row(self) -> bool:
        return any(row.hasFocus() for row in self._rows)

    def _show_current(self) -> None:
        if 0 <= self._current < len(self._rows):
            self.ensureWidgetVisible(self._rows[self._current], 0, 8)

    def _keep_end_in_view(self) -> None:
        """The last sentence, not the end of the room: at large text Qt keeps more room than the sentences fill."""
        last = self._rows[-1] if self._streaming.isHidden() and self._rows else self._streaming
        if self._follow_end:
            self.ensureWidgetVisible(last, 0, 0)
