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
from meit_desktop.flows.stage import Stage
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
        self._unsaved: _Text | None = None
        self._running = 0
        self._then: Callable[[], None] | None = None
        self._panel.save_requested.connect(self._save)

    @property
    def is_settled(self) -> bool:
        return self._unsaved is None and self._running == 0

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is pending, then go on; where that fails, the reader decides."""
        self._panel.flush()
        if self.is_settled:
            then()
            return
        self._then = then
        if self._running == 0:  # an earlier save failed and nothing has changed since
            self._try_again()

    @Slot(str, object)
    def _save(self, text: str, draft_id: DraftId | None) -> None:
        study_id = self._panel.study_id
        if study_id is None or self._stage.current is None:
            return
        self._unsaved = _Text(study_id, text, draft_id)
        self._submit(self._unsaved)

    def _submit(self, text: _Text) -> None:
        self._running += 1
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
        task.cancelled.connect(lambda: self._not_stored(text, UserError("The program was closing.")))

    def _stored(self, text: _Text, revision: ReportRevision) -> None:
        self._running -= 1
        if self._unsaved is text:
            self._unsaved = None
        if self._is_on_screen(text):
            self._panel.saved(revision)
        if self.is_settled:
            self._stage.window.footer.show_saved(revision.created_at)
        self.saved.emit(text.study_id)
        self._go_on()

    def _not_stored(self, text: _Text, fault: UserError) -> None:
        self._running -= 1
        self._stage.window.footer.show_not_saved()
        if self._is_on_screen(text):
            self._panel.save_failed(fault)
        if self._then is not None and self._running == 0:
            question = unsaved_question(fault, self._stage.window)
            question.answered.connect(self._decided)
            question.open()

    @Slot(str)
    def _decided(self, answer: str) -> None:
        if answer == "retry":
            self._try_again()
        elif answer == "leave":
            self._unsaved = None
            self._go_on()
        else:
            self._then = None
            if self._panel.study_id is not None:
                self._stage.desk.worklist.select(self._panel.study_id)

    def _try_again(self) -> None:
        if self._unsaved is not None:
            self._submit(self._unsaved)

    def _go_on(self) -> None:
        if self.is_settled and self._then is not None:
            then, self._then = self._then, None
            then()

    def _is_on_screen(self, text: _Text) -> bool:
        return self._panel.study_id == text.study_id
