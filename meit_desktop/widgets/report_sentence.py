"""One sentence of the report under review."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from meit_desktop.language import tr
from meit_desktop.models.report_lines import Line, LineState
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_field import StatementField
from meit_desktop.widgets.report_glyph import Glyph
from meit_desktop.widgets.report_labels import set_look, wrapped_label
from meit_desktop.widgets.report_look import chosen_ground, evidence_of, is_settled, look_of, second_verdict, spoken

_BAR_PX = 3


class EvidenceGlyph(Glyph):
    """The mark that evidence is there; a click is the mouse's way to it, Right the keyboard's.

    Signals
    -------
    clicked()
    """

    clicked = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Show the evidence (→)"))
        self.setAccessibleName(tr("Show the evidence"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class SentenceRow(QFrame):
    """Icon, sentence, verdict in words, evidence on demand; turns into a field while it is edited.

    Signals
    -------
    chosen()
        The row was clicked or got the keyboard.
    edit_wanted()
        It was double-clicked.
    evidence_wanted()
        The reader asked for the evidence.
    edited(str), edit_cancelled()
        How an edit ended.
    """

    chosen = Signal()
    edit_wanted = Signal()
    evidence_wanted = Signal()
    edited = Signal(str)
    edit_cancelled = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._line: Line | None = None
        self._current = False
        self._evidence_open = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glyph = Glyph(tokens)
        self._text = wrapped_label()
        self._verdict = QLabel()
        self._verdict.setProperty("role", "secondary")
        self._decided = QLabel()
        self._decided.setProperty("role", "secondary")
        self._evidence = wrapped_label(role="secondary")
        self._why = EvidenceGlyph(tokens)
        self._why.clicked.connect(lambda: self.show_evidence(not self._evidence_open))
        self._field: StatementField | None = None
        self._lay_out()
        self.set_theme(tokens)

    @property
    def line(self) -> Line | None:
        return self._line

    @property
    def is_editing(self) -> bool:
        return self._field is not None

    @property
    def evidence_shown(self) -> str:
        """The evidence that is on the screen; empty where none is."""
        return "" if self._evidence.isHidden() else self._evidence.text()

    def show_line(self, line: Line, *, number: int, count: int) -> None:
        """Show a sentence and its state."""
        self._line = line
        look = look_of(line)
        self._glyph.show_icon(look.icon, look.state)
        self._text.setText(line.text)
        rejected = line.state is LineState.REJECTED
        font = self._text.font()
        font.setStrikeOut(rejected)
        self._text.setFont(font)
        set_look(self._text, state="muted" if rejected else "")
        self._verdict.setText(tr(look.word))
        set_look(self._verdict, state=look.state)
        self._decided.setText(f"· {second_verdict(line)}" if second_verdict(line) else "")
        set_look(self._decided, state="warn" if line.objection else "")
        self._evidence.setText(evidence_of(line))
        self.setAccessibleName(spoken(line, number, count))
        self._show_parts()
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark the row as the one the keys act on."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self._show_parts()
        self.update()

    def show_evidence(self, shown: bool) -> None:
        """Open or close the evidence."""
        self._evidence_open = shown and bool(self._evidence.text())
        self._show_parts()
        if self._evidence_open:
            self.evidence_wanted.emit()

    def begin_edit(self) -> None:
        """Put a field in the sentence's place."""
        if self._line is None or self._field is not None:
            return
        self._field = StatementField(self)
        self._field.setAccessibleName(tr("Edit the sentence; Enter keeps, Escape discards"))
        self._field.set_text(self._line.text)
        self._field.committed.connect(self._finish_edit)
        self._field.cancelled.connect(self._cancel_edit)
        self._column.insertWidget(0, self._field)
        self._show_parts()
        self._field.show()
        self._field.setFocus()

    def commit_edit(self) -> None:
        """End an open edit as Enter does, so that leaving the study loses nothing typed."""
        if self._field is not None:
            self._field.commit()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._glyph.set_theme(tokens)
        self._why.set_theme(tokens)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_wanted.emit()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.chosen.emit()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._current:
            painter.fillRect(self.rect(), QColor(chosen_ground(self._tokens)))
        if self._line is not None and (self._line.is_unresolved or self._line.state is LineState.PENDING):
            colour = getattr(self._tokens, look_of(self._line).state)
            painter.fillRect(QRect(0, 0, _BAR_PX, self.height()), QColor(colour))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _lay_out(self) -> None:
        verdict = QHBoxLayout()
        verdict.setSpacing(Space.XS)
        verdict.addWidget(self._verdict)
        verdict.addWidget(self._decided)
        verdict.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._column.addWidget(self._text)
        self._column.addLayout(verdict)
        self._column.addWidget(self._evidence)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 6, Space.S, 6)
        row.setSpacing(Space.S)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        row.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)

    def _show_parts(self) -> None:
        """A settled, undisputed sentence is one line; what asks for attention says why."""
        if self._line is None:
            return
        quiet = is_settled(self._line)
        self._text.setHidden(self.is_editing)
        self._verdict.setHidden(quiet)
        self._decided.setHidden(quiet or not self._decided.text())
        has_evidence = bool(self._evidence.text())
        always = self._line.is_unresolved or bool(self._line.objection)
        self._evidence.setVisible(has_evidence and (always or self._evidence_open))
        self._why.setVisible(has_evidence and not always and not self.is_editing)
        self._why.show_icon("info", "accent" if self._evidence_open else "muted")

    def _finish_edit(self, text: str) -> None:
        self._close_field()
        self.edited.emit(text)

    def _cancel_edit(self) -> None:
        self._close_field()
        self.edit_cancelled.emit()

    def _close_field(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._show_parts()
