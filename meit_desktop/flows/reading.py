"""Going from study to study."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from meit_core.domain.study import StudyDetail, StudyId
from meit_core.errors import UserError
from meit_desktop.flows.ahead import StudyAhead
from meit_desktop.flows.ready_to_measure import ReadyToMeasure
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import worklist as operations
from meit_desktop.tasks.tokens import Token

SAY_AFTER_MS: Final = 300


class ReadingFlow(QObject):
    """Loads the study asked for; nothing is left before its text is safe.

    Parameters
    ----------
    leave
        Called with what shall happen next; calls it once the report on the screen is saved or given up.

    Signals
    -------
    study_shown(StudyDetail)
        Show it.
    study_changed(StudyDetail)
        The study on the screen has more in it now; the report panel knows already.
    """

    study_shown = Signal(object)
    study_changed = Signal(object)

    def __init__(self, stage: Stage, leave: Callable[[Callable[[], None]], None]) -> None:
        super().__init__()
        self._stage, self._leave = stage, leave
        self._token = Token()
        self._ahead, self._measurer = StudyAhead(stage), ReadyToMeasure(stage)
        self.detail: StudyDetail | None = None
        self._slow = QTimer(self, singleShot=True, interval=SAY_AFTER_MS)
        self._slow.timeout.connect(lambda: stage.window.footer.show_work(tr("Opening the study…")))
        desk = stage.desk
        desk.worklist.study_chosen.connect(self.open)
        desk.header.prior_requested.connect(self.open)

    @property
    def study_id(self) -> StudyId | None:
        return self.detail.study.study_id if self.detail else None

    @Slot(str)
    def open(self, study_id: StudyId) -> None:
        """Show a study, after the one on the screen is safe."""
        if study_id == self.study_id:
            self._token.renew()
            return
        number = self._token.renew()
        self._leave(lambda: self._load(study_id, number))

    def reload(self) -> None:
        """Show the study on the screen anew, after its text is safe."""
        study_id, number = self.study_id, self._token.renew()
        if study_id is not None:
            self._leave(lambda: self._load(study_id, number))

    def refresh(self) -> None:
        """Learn what the workspace now has about the study on the screen, without touching what is being typed."""
        study_id = self.study_id
        if study_id is not None:
            task = operations.open_study(lanes=self._stage.lanes, session=self._stage.session, study_id=study_id)
            task.done.connect(self._refreshed)
            task.failed.connect(self._stage.window.notice.show_fault)

    @Slot()
    def open_next(self) -> None:
        if not self._stage.desk.worklist.step(1):
            self._stage.window.notice.show_message(tr("This is the last study of the list."))

    @Slot()
    def open_previous(self) -> None:
        if not self._stage.desk.worklist.step(-1):
            self._stage.window.notice.show_message(tr("This is the first study of the list."))

    @Slot()
    def open_next_unread(self) -> None:
        """Open the next study nobody has read, or say that none is left."""
        number = self._token.renew()
        task = operations.find_next_unread(lanes=self._stage.lanes, session=self._stage.session, after=self.study_id)
        task.done.connect(lambda study_id: self._next_unread_found(study_id, number))
        task.failed.connect(self._stage.window.notice.show_fault)

    @Slot(object)
    def fetch_prior(self, study_id: StudyId) -> None:
        """Load an earlier study of the same patient for its report."""
        task = operations.open_study(lanes=self._stage.lanes, session=self._stage.session, study_id=study_id)
        task.done.connect(self._stage.desk.report.show_prior)
        task.failed.connect(self._stage.window.notice.show_fault)

    def clear(self) -> None:
        """Take the study off the desk."""
        self._token.renew()
        self._slow.stop()
        self._ahead.clear()
        self._measurer.clear()
        self.detail = None
        self._stage.desk.show_study(None)

    def _next_unread_found(self, study_id: StudyId | None, number: int) -> None:
        if not self._token.is_current(number):
            return
        if study_id is None or study_id == self.study_id:
            self._stage.window.notice.show_message(tr("All read: no unread study is left."), "ok")
        else:
            self.open(study_id)

    def _load(self, study_id: StudyId, number: int) -> None:
        if not self._token.is_current(number):
            return
        ready = self._ahead.take(study_id)
        if ready is not None:
            # Not from within: the list is still telling of its new row.
            QTimer.singleShot(0, self, lambda: self._show(ready, number))
            return
        self._slow.start()
        task = operations.open_study(lanes=self._stage.lanes, session=self._stage.session, study_id=study_id)
        task.done.connect(lambda detail: self._show(detail, number))
        task.failed.connect(lambda fault: self._refused(fault, number))

    def _show(self, detail: StudyDetail, number: int) -> None:
        if not self._token.is_current(number):
            return
        self._arrived()
        self.detail = detail
        self.study_shown.emit(detail)
        self._ahead.look_ahead()
        self._measurer.study_shown()

    @Slot(object)
    def _refreshed(self, detail: StudyDetail) -> None:
        if detail.study.study_id == self.study_id:
            self.detail = detail
            self.study_changed.emit(detail)

    def _refused(self, fault: UserError, number: int) -> None:
        if not self._token.is_current(number):
            return
        self._arrived()
        self._stage.window.notice.show_fault(fault)
        if self.study_id is not None:
            self._stage.desk.worklist.select(self.study_id)

    def _arrived(self) -> None:
        self._slow.stop()
        self._stage.window.footer.show_work("")
