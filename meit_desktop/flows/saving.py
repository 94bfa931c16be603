"""Keeping the report's text safe: saving while it is written, and never leaving what isn't saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from meit_core.domain.draft import DraftId
from meit_core.domain.report import ReportRevision
from meit_core.domain.study import StudyId
from meit_core.errors import UserError
from meit_desktop.dialogs.question import unsaved_question
from meit_desktop.flows.pending import Pending
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import reporting as operations


@dataclass(frozen=True, slots=True)
class _Text:
    study_id: StudyId
    text: str
    draft_id: DraftId | None


class SavingFlow(QObject):
    """Every change becomes a revision.

    Signals
    -------
    saved(str)
        A revision of that study is on disk.
    """

    saved = Signal(str)

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._panel = stage.desk.report
        self._pending: Pending[_Text] = Pending(self._try_again, self._stay)
        self._panel.save_requested.connect(self._save)

    @property
    def is_settled(self) -> bool:
        return self._pending.is_settled

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is pending, then go on; where that fails, the reader decides."""
        self._panel.flush()
        self._pending.settle(then)

    @Slot(str, object)
    def _save(self, text: str, draft_id: DraftId | None) -> None:
        study_id = self._panel.study_id
        if study_id is None or self._stage.current is None:
            return
        self._pending.unsaved = _Text(study_id, text, draft_id)
        self._submit(self._pending.unsaved)

    def _submit(self, text: _Text) -> None:
        self._pending.running += 1
        self._stage.window.footer.show_saving()
        task = operations.save_report(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=text.study_id,
            text=text.text,
            draft_id=text.draft_id,
        )
        task.done.connect(lambda revision: self._stored(text, revision))
        task.failed.connect(lambda fault: self._not_stored(text, fault))
        task.cancelled.connect(lambda: self._not_stored(text, UserError(tr("The program was closing."))))

    def _stored(self, text: _Text, revision: ReportRevision) -> None:
        self._pending.running -= 1
        if self._pending.unsaved is text:
            self._pending.unsaved = None
        if self._is_on_screen(text):
            self._panel.saved(revision)
        if self.is_settled:
            self._stage.window.footer.show_saved(revision.created_at)
        self.saved.emit(text.study_id)
        self._pending.go_on()

    def _not_stored(self, text: _Text, fault: UserError) -> None:
        self._pending.running -= 1
        self._stage.window.footer.show_not_saved()
        if self._is_on_screen(text):
            self._panel.save_failed(fault)
        if self._pending.is_stuck:
            question = unsaved_question(fault, self._stage.window)
            question.answered.connect(self._decided)
            question.open()

    @Slot(str)
    def _decided(self, answer: str) -> None:
        self._pending.decide(answer)

    def _stay(self) -> None:
        if self._panel.study_id is not None:
            self._stage.desk.worklist.select(self._panel.study_id)

    def _try_again(self) -> None:
        if self._pending.unsaved is not None:
            self._submit(self._pending.unsaved)

    def _is_on_screen(self, text: _Text) -> bool:
        return self._panel.study_id == text.study_id
