"""Having the model draft a report, seen from the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from meit_core.domain.draft import Draft
from meit_core.domain.study import StudyId
from meit_core.drafting.engine import DraftEvent, EngineInfo, SentenceFinished, TextAdded
from meit_core.errors import UserError
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import drafting as operations
from meit_desktop.operations.drafting import ModelKeeper
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.stream import EventStream


class DraftFlow(QObject):
    """Streams one draft at a time to the report; a draft whose study has left the screen ends in the background.

    Signals
    -------
    drafting_changed(bool)
        A draft of the study on the screen runs.
    draft_stored(str)
        The workspace has a new draft of that study.
    finished_here()
        The draft of the study on the screen is complete; the model can be asked about it until it drafts again.
    """

    drafting_changed = Signal(bool)
    draft_stored = Signal(str)
    finished_here = Signal()

    def __init__(self, stage: Stage, keeper: ModelKeeper, reading: ReadingFlow) -> None:
        super().__init__()
        self._stage, self._keeper, self._reading = stage, keeper, reading
        self._panel = stage.desk.report
        self._task: Task | None = None
        self._study_id: StudyId | None = None
        self._stream = EventStream(self)
        self._stream.arrived.connect(self._show_events)
        self._followed = False
        reading.study_shown.connect(self._study_shown)
        self.engine: EngineInfo | None = None

    @property
    def is_drafting(self) -> bool:
        """Whether the report on the screen is being drafted."""
        return self._task is not None and self._followed

    def warm_up(self, *, again: bool = False) -> None:
        """Start the model ahead of the first draft, or after it died."""
        self._stage.window.footer.show_model_starting(again=again)
        if self._stage.current is None:  # signed out before the list was there
            return
        task = operations.warm_up(lanes=self._stage.lanes, session=self._stage.session, keeper=self._keeper)
        task.done.connect(self._model_ready)
        task.failed.connect(self._stage.window.footer.show_no_model)

    @Slot()
    def draft(self) -> None:
        """Draft the study on the screen."""
        detail = self._reading.detail
        if detail is None:
            return
        if self._task is not None:
            key = self._stage.window.actions_table.key("draft")
            told = tr("Another draft is being written. It takes a moment; then press {key}.").format(key=key)
            self._stage.window.notice.show_message(told)
            return
        self._study_id, self._followed = detail.study.study_id, True
        self._panel.begin_draft()
        self._stage.window.footer.show_draft(None)
        stream = self._stream
        stream.open()
        task = operations.draft_study(
            lanes=self._stage.lanes,
            session=self._stage.session,
            keeper=self._keeper,
            study_id=self._study_id,
            on_event=stream.put,
        )
        self._task = task
        task.done.connect(self._finished)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._stopped_empty)
        self.drafting_changed.emit(True)

    def look(self) -> Task:
        """Ask the model where it looked for its last draft; the result is a tuple of :class:`SentenceAttention`."""
        return operations.look_at_last_draft(lanes=self._stage.lanes, session=self._stage.session, keeper=self._keeper)

    @Slot()
    def stop(self) -> None:
        """Stop the draft; what is there stays."""
        if self._task is not None:
            self._task.cancel()

    @Slot(tuple)
    def _show_events(self, events: tuple[DraftEvent, ...]) -> None:
        if not self._followed:
            return
        for event in events:
            if isinstance(event, TextAdded):
                self._panel.add_text(event.text)
            elif isinstance(event, SentenceFinished):
                self._panel.add_sentence(event.sentence)

    @Slot(object)
    def _study_shown(self, _detail: object) -> None:
        """The report panel shows something else now: the running draft goes on unseen and is stored."""
        if self._task is not None and self._followed:
            self._followed = False
            self.drafting_changed.emit(False)

    @Slot(object)
    def _finished(self, draft: Draft) -> None:
        study_id, followed = self._end()
        if followed:
            self._panel.finish_draft(draft)
            self._stage.window.footer.show_draft(draft)
            if draft.complete:
                self.finished_here.emit()
        elif study_id == self._reading.study_id:
            self._reading.reload()
        self.draft_stored.emit(study_id)

    @Slot(object)
    def _failed(self, fault: UserError) -> None:
        _, followed = self._end()
        if followed:
            self._panel.fail_draft(fault)
        else:
            self._stage.window.notice.show_fault(fault)
        self.warm_up(again=True)

    @Slot()
    def _stopped_empty(self) -> None:
        _, followed = self._end()
        if followed:
            self._panel.cancel_draft()

    def _end(self) -> tuple[StudyId | None, bool]:
        """Close the stream; returns the study drafted and whether its report was followed to the end."""
        self._stream.close()
        ended = self._study_id, self._followed
        self._task, self._study_id, self._followed = None, None, False
        self.drafting_changed.emit(False)
        return ended

    @Slot(object)
    def _model_ready(self, info: EngineInfo) -> None:
        self.engine = info
        self._stage.window.footer.show_model(info)
