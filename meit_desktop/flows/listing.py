"""The worklist: what is asked for, page by page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from meit_core.domain.study import StudyId, StudyStatus
from meit_core.errors import UserError
from meit_desktop.flows.stage import Stage
from meit_desktop.models.worklist_model import PAGE, WorklistModel
from meit_desktop.operations import worklist as operations
from meit_desktop.operations.worklist import WorklistPage
from meit_desktop.tasks.tokens import Token


class ListingFlow(QObject):
    """Keeps the worklist's rows and counts what the workspace says.

    Signals
    -------
    listed()
        Rows and counts are those of the workspace.
    """

    listed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._token = Token()
        self._status: StudyStatus | None = None
        self._search = ""
        self._current: StudyId | None = None
        panel = stage.desk.worklist
        panel.query_changed.connect(self._ask)
        self._model.page_wanted.connect(self._fetch_page)

    @property
    def _model(self) -> WorklistModel:
        return self._stage.desk.worklist.model

    @Slot()
    def refresh(self) -> None:
        """Fetch anew as many rows as are shown; the current study stays current."""
        self._fetch(offset=0, limit=max(PAGE, self._model.rowCount()), number=self._token.renew())

    def set_current(self, study_id: StudyId | None) -> None:
        """The study on the desk, marked whenever its row is there."""
        self._current = study_id
        if study_id is not None:
            self._stage.desk.worklist.select(study_id)

    def clear(self) -> None:
        """Forget everything: another person or another workspace comes."""
        self._token.renew()
        self._current = None
        self._model.replace((), complete=True)

    @Slot(object, str)
    def _ask(self, status: StudyStatus | None, search: str) -> None:
        self._status, self._search = status, search
        self._fetch(offset=0, limit=PAGE, number=self._token.renew())

    @Slot(int)
    def _fetch_page(self, offset: int) -> None:
        self._fetch(offset=offset, limit=PAGE, number=self._token.renew())

    def _fetch(self, *, offset: int, limit: int, number: int) -> None:
        if self._stage.current is None:
            return
        task = operations.list_studies(
            lanes=self._stage.lanes,
            session=self._stage.session,
            status=self._status,
            search=self._search,
            limit=limit,
            offset=offset,
        )
        task.done.connect(lambda page: self._show(page, limit, number))
        task.failed.connect(self._failed)

    def _show(self, page: WorklistPage, limit: int, number: int) -> None:
        if not self._token.is_current(number):
            return
        complete = len(page.studies) < limit
        panel = self._stage.desk.worklist
        if page.offset:
            self._model.append(page.studies, complete=complete)
        else:
            self._model.replace(page.studies, complete=complete)
        panel.show_counts(page.counts)
        panel.show_rows()
        if self._current is not None:
            panel.select(self._current)
        self.listed.emit()

    @Slot(object)
    def _failed(self, fault: UserError) -> None:
        self._stage.window.notice.show_fault(fault)
