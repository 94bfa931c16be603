"""The two strips above the report: what is true of it as long as it stands there, and what has just happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meit_core.domain.study import StudyDetail
from meit_core.errors import UserError
from meit_core.services.drafting import limits_of_draft
from meit_desktop.language import marked, said, tr
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.banner import Banner
from meit_desktop.widgets.report_standing import Standing

_INCOMPLETE = marked("Incomplete draft: the model was stopped or reached its length limit. Check what is missing.")


class ReportNotices(QWidget):
    """Note (no cross) and message (with a cross, perhaps one button).

    Signals
    -------
    save_again_requested(), draft_again_requested()
        The message's button was pressed.
    """

    save_again_requested = Signal()
    draft_again_requested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Banner(tokens, closable=False)
        self.message = Banner(tokens)
        self._action: Signal | None = None
        self._waits_for_save = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.message)
        self.message.action_requested.connect(self._act)

    def show_note(self, detail: StudyDetail | None, standing: Standing, why_not: str) -> None:
        """Say that the report isn't this reader's to change, that the draft is incomplete, or why to doubt it."""
        drafts = detail.drafts if detail else ()
        if detail is not None and not standing.may_write:
            self.note.show_message(why_not)
        elif drafts and not drafts[-1].complete and not standing.drafting and not standing.is_signed:
            self.note.show_message(tr(_INCOMPLETE), "warn")
        elif detail is not None and drafts and not standing.is_signed and (limits := limits_of_draft(detail)):
            self.note.show_message(" ".join(said(limit) for limit in limits), "warn")
        else:
            self.note.hide()

    def say_what_blocks(self, reason: str) -> None:
        """Say why the report can't be signed now."""
        self._waits_for_save = False
        self._action = None
        self.message.show_message(reason, "warn")

    def say_draft_failed(self, fault: UserError) -> None:
        """Say why there is no draft, and offer another try."""
        self._waits_for_save = False
        self._action = self.draft_again_requested
        self.message.show_message(said(str(fault)), "danger", tr("Draft again"))

    def say_not_saved(self, fault: UserError) -> None:
        """Say why the text is not stored, and offer another try."""
        self._waits_for_save = True
        self._action = self.save_again_requested
        told = tr("Could not save: {reason} Your text stays on the screen.").format(reason=said(str(fault)))
        self.message.show_message(told, "danger", tr("Save again"))

    def saved(self) -> None:
        """The text is stored now: a message that it is not has become wrong."""
        if self._waits_for_save:
            self.clear()

    def unblocked(self) -> None:
        """Nothing stands in the way of signing any more."""
        if self._action is None:
            self.clear()

    def clear(self) -> None:
        """Put the message away."""
        self._waits_for_save = False
        self._action = None
        self.message.hide()

    def set_theme(self, tokens: Tokens) -> None:
        self.note.set_theme(tokens)
        self.message.set_theme(tokens)

    def _act(self) -> None:
        action = self._action
        self.clear()
        if action is not None:
            action.emit()
