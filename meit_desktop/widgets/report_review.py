"""The report under review: sentences, decisions and the line that adds statements, on one list of lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from meit_core.domain.draft import DraftSentence, Support
from meit_desktop.language import marked
from meit_desktop.models.report_lines import LineState, ReportLines
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.empty_state import EmptyState
from meit_desktop.widgets.report_add import AddStatement
from meit_desktop.widgets.report_decisions import Decisions
from meit_desktop.widgets.report_labels import scrolled
from meit_desktop.widgets.report_sentences import SentenceList

CUT_OFF = marked("The draft ended inside this sentence.")


class ReviewPane(QWidget):
    """Shows :class:`ReportLines` and applies the reader's decisions to them.

    Signals
    -------
    changed()
        The lines are other ones than before.
    evidence_wanted(object)
        The reader opened the evidence of this :class:`DraftSentence`.
    library_wanted()
        The reader wants to see all statements.
    """

    changed = Signal()
    evidence_wanted = Signal(object)
    library_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ReportLines()
        self._written = ""
        self._writable = False
        self.sentences = SentenceList(tokens)
        self.empty = EmptyState(tokens)
        self.decisions = Decisions(tokens)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(self.empty))
        self._stack.addWidget(self.sentences)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.decisions)
        self.add = AddStatement(tokens, self)  # made here, so that Tab comes to it after the sentences
        column.addWidget(self.add)
        self._connect()
        self._refresh()

    @property
    def lines(self) -> ReportLines:
        return self._lines

    def show_lines(self, lines: ReportLines, *, writable: bool) -> None:
        """Review these lines."""
        self._lines = lines
        self._written = ""
        self._writable = writable
        self.sentences.set_writable(writable)
        self.sentences.show_streaming("")
        self.sentences.follow_end(False)
        self._refresh()
        self.sentences.make_current(max(lines.next_pending(-1) or 0, 0), focus=False)

    def begin_draft(self) -> None:
        """Make room for the sentences of a new draft."""
        self._lines.begin_draft()
        self._written = ""
        self.sentences.follow_end(True)
        self._refresh()

    def add_text(self, text: str) -> None:
        """Show what the model is writing."""
        self._written += text
        self.sentences.show_streaming(self._written.strip())
        self._show_right_page()

    def add_sentence(self, sentence: DraftSentence) -> None:
        """A sentence is complete and judged: it takes the place of the running text."""
        _, found, rest = self._written.partition(sentence.text)
        self._written = rest if found else ""
        self._lines.add_sentence(sentence)
        self.sentences.show_streaming(self._written.strip())
        self._refresh()

    def end_draft(self, sentences: tuple[DraftSentence, ...] = ()) -> None:
        """The draft has ended: the guard's last verdicts count, an unfinished sentence stays and is marked so."""
        rest = self._written.strip()
        for sentence in sentences:
            self._lines.add_sentence(sentence)
        if rest and not any(rest.rstrip(" .") in sentence.text for sentence in sentences):
            self._lines.add_sentence(DraftSentence(rest, Support.UNCHECKED, CUT_OFF))
        self._written = ""
        self.sentences.show_streaming("")
        self.sentences.follow_end(False)
        self._refresh()

    def bring_verdicts(self, sentences: Iterable[DraftSentence]) -> None:
        """The guard judges the draft's sentences otherwise now: a reader has measured by hand."""
        self._lines.bring_verdicts(sentences)
        self._refresh()

    def bring_checks(self, checked: Iterable[DraftSentence]) -> None:
        """Show what the guard says of the reader's own wordings."""
        self._lines.bring_checks(checked)
        self._refresh()

    def commit_edits(self) -> None:
        """Keep what is being typed: an open edit, and a statement begun in the field."""
        self.sentences.commit_edits()
        begun = self.add.take_text()
        if begun and self._writable:
            self._add_statement(begun)

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.sentences, self.empty, self.decisions, self.add):
            part.set_theme(tokens)

    # The verbs, for keys and buttons alike.

    def accept_current(self) -> None:
        """Accept the current sentence and go to the next one to decide; a contradicted one stays."""
        index = self.sentences.current
        if not self._may_decide(index):
            return
        if self._lines[index].is_unresolved:
            self.sentences.row(index).show_evidence(True)
            return
        self._lines.accept(index)
        self._decided(index)

    def keep_current(self) -> None:
        """Keep a contradicted sentence knowingly."""
        index = self.sentences.current
        if self._may_decide(index) and self._lines[index].is_contradicted:
            self._lines.keep(index)
            self._decided(index)

    def reject_current(self) -> None:
        """Leave the current sentence out."""
        index = self.sentences.current
        if self._may_decide(index):
            self._lines.reject(index)
            self._decided(index)

    def edit_current(self) -> None:
        """Open the current sentence for editing."""
        if self._may_decide(self.sentences.current):
            self.sentences.begin_edit(self.sentences.current)

    def accept_supported(self) -> None:
        """Accept every sentence that the guard found supported."""
        if self._writable and self._lines.accept_supported():
            self._decided(self.sentences.current, stay_if_pending=True)

    def undo(self) -> None:
        """Take the last decision back."""
        if self._writable and self._lines.undo():
            self._refresh()
            self.changed.emit()

    def go_to_unresolved(self) -> None:
        """Go to the first contradicted sentence that nobody has decided about."""
        if self._lines.unresolved:
            self.sentences.make_current(self._lines.unresolved[0])

    def _connect(self) -> None:
        wishes = self.sentences
        wishes.accept_wanted.connect(lambda _index: self.accept_current())
        wishes.keep_wanted.connect(lambda _index: self.keep_current())
        wishes.reject_wanted.connect(lambda _index: self.reject_current())
        wishes.edit_wanted.connect(self._edit)
        wishes.edited.connect(self._edited)
        wishes.move_wanted.connect(self._move)
        wishes.accept_supported_wanted.connect(self.accept_supported)
        wishes.undo_wanted.connect(self.undo)
        wishes.add_wanted.connect(self.add.field.setFocus)
        wishes.current_changed.connect(lambda _index: self._show_decisions())
        wishes.evidence_wanted.connect(lambda index: self.evidence_wanted.emit(self._lines[index].sentence))
        self.decisions.accept_wanted.connect(self.accept_current)
        self.decisions.keep_wanted.connect(self.keep_current)
        self.decisions.edit_wanted.connect(self.edit_current)
        self.decisions.reject_wanted.connect(self.reject_current)
        self.decisions.accept_supported_wanted.connect(self.accept_supported)
        self.add.statement_added.connect(self._add_statement)
        self.add.left.connect(lambda: self.sentences.make_current(self.sentences.current))
        self.add.library_wanted.connect(self.library_wanted)

    def _may_decide(self, index: int) -> bool:
        return self._writable and 0 <= index < len(self._lines)

    def _edit(self, index: int) -> None:
        self.sentences.make_current(index, focus=False)
        self.edit_current()

    def _edited(self, index: int, text: str) -> None:
        self._lines.edit(index, text)
        self._decided(index)

    def _move(self, index: int, step: int) -> None:
        target = self._lines.move(index, step)
        self._refresh()
        self.sentences.make_current(target)
        self.changed.emit()

    def _add_statement(self, text: str) -> None:
        index = self._lines.add(text)
        self._refresh()
        if index is not None:
            self.sentences.make_current(index, focus=False)
            self.changed.emit()

    def _decided(self, index: int, *, stay_if_pending: bool = False) -> None:
        focused = self.sentences.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._refresh()
        stays = stay_if_pending and index >= 0 and self._lines[index].state is LineState.PENDING
        following = index if stays else self._lines.next_pending(index)
        self.sentences.make_current(index if following is None else following, focus=focused)
        self.changed.emit()

    def _refresh(self) -> None:
        self.sentences.show_lines(self._lines.lines)
        self._show_decisions()
        self._show_right_page()

    def _show_decisions(self) -> None:
        index = self.sentences.current
        line = self._lines[index] if 0 <= index < len(self._lines) else None
        self.decisions.show_for(line, self._lines.pending_supported)
        self.decisions.setVisible(self._writable and line is not None)
        self.add.setVisible(self._writable)

    def _show_right_page(self) -> None:
        self._stack.setCurrentIndex(int(bool(len(self._lines) or self._written.strip())))
