"""Rating a draft: four criteria, five anchored scores, number keys, no mouse needed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from meit_core.domain.rating import ANCHORS, COMMENT_ASKED_AT, SCORES, Criterion, Rating
from meit_core.errors import UserError
from meit_desktop.language import marked, said, tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.rating_anchor import AnchorRow
from meit_desktop.widgets.rating_scores import ORDER, RatingScores
from meit_desktop.widgets.report_key_button import KeyButton
from meit_desktop.widgets.report_labels import clock_time, set_look, wrapped_label

_SHORT: Final = {
    Criterion.TERMINOLOGY: marked("Terms"),
    Criterion.LOGIC: marked("Logic"),
    Criterion.COMPLETENESS: marked("Complete"),
    Criterion.DIAGNOSIS: marked("Dx"),
}
_TITLES: Final = {
    Criterion.TERMINOLOGY: marked("Medical terminology accuracy"),
    Criterion.LOGIC: marked("Logical consistency"),
    Criterion.COMPLETENESS: marked("Completeness"),
    Criterion.DIAGNOSIS: marked("Diagnostic accuracy"),
}
_NUMBER_KEYS: Final = {Qt.Key(int(Qt.Key.Key_0) + score): score for score in SCORES}


class RatingPad(QWidget):
    """One criterion at a time with all its anchors in view; the fourth score saves, a low one asks for the reason.

    Signals
    -------
    rate_wanted(dict, str)
        All four scores by :class:`Criterion`, and the comment.
    left()
        Escape: back to the report.
    grew()
        The comment has come into view: there is more to show than before.
    """

    rate_wanted = Signal(dict, str)
    left = Signal()
    grew = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._scores = RatingScores()
        self._shown: Criterion | None = None
        self._enabled = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = wrapped_label(role="caption")
        self._anchors = {score: AnchorRow(score, tokens) for score in SCORES}
        self._chips = {criterion: KeyButton(tr(_SHORT[criterion]), "–", tokens) for criterion in ORDER}
        self._comment = QLineEdit(placeholderText=tr("What was wrong? Enter saves the rating"))
        self._comment.setAccessibleName(tr("Comment: what was wrong"))
        self._said = wrapped_label(role="secondary")
        self._undo = KeyButton(tr("Undo"), "⌫", tokens)
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()
        self.show_draft(rateable=False)

    @property
    def scores(self) -> RatingScores:
        return self._scores

    @property
    def message(self) -> str:
        """What the pad says: what to do, that it saves, that it has saved, why it could not."""
        return self._said.text()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def comment(self) -> QLineEdit:
        return self._comment

    def anchor(self, score: int) -> AnchorRow:
        return self._anchors[score]

    def show_draft(self, *, rateable: bool, rating: Rating | None = None, why_not: str = "") -> None:
        """Begin with a draft: as it was rated before, or with nothing given."""
        self._enabled = rateable
        self._scores = RatingScores(rating.scores if rating else None)
        self._shown = None
        self._comment.setText(rating.comment if rating else "")
        self._refresh()
        if rating:
            told = tr("Rated at {time} by {rater}").format(time=clock_time(rating.rated_at), rater=rating.rater)
            self._say(told, "ok")
        elif not rateable:
            self._say(why_not or tr("There is no draft to rate yet."), "")

    def give(self, score: int) -> None:
        """Give the current criterion this score, as the number key does."""
        if not self._enabled or self._scores.current is None:
            return
        self._scores.give(score)
        self._shown = None
        self._refresh()
        if self._scores.is_complete and self._scores.current is None:
            if self._scores.wants_comment:
                told = tr("A score of {score} or less: say what was wrong, then Enter.").format(score=COMMENT_ASKED_AT)
                self._say(told, "warn")
                self.grew.emit()
                self._comment.setFocus()
            else:
                self._save()

    def undo(self) -> None:
        """Take the last score back."""
        if self._enabled and self._scores.undo():
            self._shown = None
            self._refresh()
            self.setFocus()

    def saved(self, rating: Rating) -> None:
        """The workspace holds the rating."""
        self._say(tr("✓ Saved {time}").format(time=clock_time(rating.rated_at)), "ok")

    def save_failed(self, fault: UserError) -> None:
        """The rating is not stored; the scores stay."""
        told = tr("Could not save: {reason} Press Enter to try again.").format(reason=said(str(fault)))
        self._say(told, "danger")

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for part in (*self._anchors.values(), *self._chips.values(), self._undo):
            part.set_theme(tokens)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Escape in the comment leaves the comment, not the draft: the window's Escape must not see it.
        if watched is self._comment and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NUMBER_KEYS:
            self.give(_NUMBER_KEYS[key])
        elif key == Qt.Key.Key_Backspace:
            self.undo()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._tokens.focus), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    def _lay_out(self) -> None:
        chips = FlowLayout(gap_px=0, line_gap_px=2)
        for chip in self._chips.values():
            chips.addWidget(chip)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.setContentsMargins(Space.S, 0, 0, 0)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(2)
        column.addLayout(chips)
        self._title.setContentsMargins(Space.S, Space.XS, 0, Space.XS)
        column.addWidget(self._title)
        for row in self._anchors.values():
            column.addWidget(row)
        column.addWidget(self._comment)
        column.addLayout(foot)
        column.addStretch(1)

    def _connect(self) -> None:
        for row in self._anchors.values():
            row.chosen.connect(self._choose)
        for criterion, chip in self._chips.items():
            chip.clicked.connect(lambda _checked=False, criterion=criterion: self._go_to(criterion))
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setCheckable(True)
        self._comment.returnPressed.connect(self._save)
        self._comment.installEventFilter(self)
        self._undo.clicked.connect(self.undo)

    def _choose(self, score: int) -> None:
        self.setFocus()
        if self._scores.current is None and self._shown is not None:
            self._scores.go_to(self._shown)
        self.give(score)

    def _go_to(self, criterion: Criterion) -> None:
        if self._enabled:
            self._scores.go_to(criterion)
            self._shown = None
            self._refresh()
            self.setFocus()

    def _walk(self, step: int) -> None:
        shown = self._scores.current or self._shown or ORDER[-1]
        self._go_to(ORDER[(ORDER.index(shown) + step) % len(ORDER)])

    def _save(self) -> None:
        if self._enabled and self._scores.is_complete:
            self._say(tr("Saving…"), "")
            self.rate_wanted.emit(dict(self._scores.scores), self._comment.text().strip())
            self.setFocus()

    def _refresh(self) -> None:
        given = self._scores.scores
        shown = self._scores.current or self._shown or ORDER[-1]
        self._shown = shown
        self._title.setText(tr(_TITLES[shown]))
        for score, row in self._anchors.items():
            row.show_anchor(said(ANCHORS[shown][score - 1]), selected=given.get(shown) == score)
            row.setEnabled(self._enabled)
        for criterion, chip in self._chips.items():
            chip.show_verb(tr(_SHORT[criterion]), str(given.get(criterion, "–")))
            chip.setAccessibleName(f"{tr(_TITLES[criterion])}: {given.get(criterion) or tr('not scored')}")
            chip.setChecked(criterion is shown and self._scores.current is not None)
            chip.setEnabled(self._enabled)
        self._comment.setVisible(self._enabled and self._scores.wants_comment)
        self._undo.setEnabled(self._enabled)
        asks = self._enabled and not self._scores.is_complete
        self._say(tr("Press 1 to 5") if asks else self._said.text(), "")
        told = tr("Rating, {criterion}, {number} of {count}. Press 1 to 5.")
        self.setAccessibleName(
            told.format(criterion=tr(_TITLES[shown]), number=ORDER.index(shown) + 1, count=len(ORDER))
        )

    def _say(self, text: str, state: str) -> None:
        self._said.setText(text)
        set_look(self._said, state=state)
