"""The worklist: what is asked for, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from meit_core.domain.study import StudyId
from meit_core.domain.worklist import WorklistCounts, WorklistFilter
from meit_core.errors import UserError
from meit_desktop.flows.stage import Stage
from meit_desktop.models.worklist_model import PAGE, WorklistModel
from meit_desktop.operations import worklist as operations
from meit_desktop.operations.worklist import WorklistPage
from meit_desktop.tasks.tokens import Token

COUNT_AFTER_MS: Final = 150
"""Pause after which what is shown is counted: between two letters the count would only keep the next list waiting."""
FIRST: Final = 60
"""Rows fetched for a letter: a screen full and some, so that the list is there sooner."""
COUNT_AT_MOST: Final = 10_000
"""More are told as more: nobody reads the difference, and a word of most reports would take long to count."""


@dataclass(frozen=True, slots=True)
class _Request:
    offset: int
    limit: int
    number: int


class ListingFlow(QObject):
    """Keeps the worklist's rows and counts what the workspace says.

    One question is under way at a time. What is typed meanwhile is asked when its answer is there, only the latest:
    the list follows each letter where the workspace keeps up, and never lags behind by more than one answer.

    Signals
    -------
    listed()
        Rows are those of the workspace.
    """

    listed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._token = Token()
        self._wanted = WorklistFilter()
        self._counts: WorklistCounts | None = None  # until they have been counted
        self._current: StudyId | None = None
        self._under_way = False
        self._waiting: _Request | None = None
        self._count_pause = QTimer(stage.window, singleShot=True, interval=COUNT_AFTER_MS)
        self._count_pause.timeout.connect(self._count_shown)
        self._count_all_pause = QTimer(stage.window, singleShot=True, interval=COUNT_AFTER_MS)
        self._count_all_pause.timeout.connect(self._count_all)
        panel = stage.desk.worklist
        panel.query_changed.connect(self._ask)
        self._model.page_wanted.connect(self._fetch_page)

    @property
    def _model(self) -> WorklistModel:
        return self._stage.desk.worklist.model

    @Slot()
    def refresh(self) -> None:
        """Fetch anew as many rows as are shown, and count; the current study stays current."""
        self._fetch(_Request(0, max(PAGE, self._model.rowCount()), self._token.renew()))
        self._count_all_pause.start()  # whatever is done next, such as opening a study, goes first

    def set_current(self, study_id: StudyId | None) -> None:
        """The study on the desk, marked whenever its row is there."""
        self._current = study_id
        if study_id is not None:
            self._stage.desk.worklist.select(study_id)

    def clear(self) -> None:
        """Forget everything: another person or another workspace comes."""
        self._token.renew()
        self._count_pause.stop()
        self._count_all_pause.stop()
        self._current = self._waiting = None
        self._wanted, self._counts = WorklistFilter(), None
        head = self._stage.desk.worklist.head
        head.set_wanted(self._wanted)
        head.show_number(None)
        self._model.replace((), complete=True)

    @Slot(object)
    def _ask(self, wanted: WorklistFilter) -> None:
        self._wanted = wanted
        self._count_pause.stop()
        self._fetch(_Request(0, FIRST, self._token.renew()))

    @Slot(int)
    def _fetch_page(self, offset: int) -> None:
        self._fetch(_Request(offset, PAGE, self._token.renew()))

    def _fetch(self, request: _Request) -> None:
        if self._stage.current is None:
            return
        if self._under_way:
            self._waiting = request
            return
        self._under_way = True
        task = operations.list_studies(
            lanes=self._stage.lanes,
            session=self._stage.session,
            wanted=self._wanted,
            limit=request.limit,
            offset=request.offset,
        )
        task.done.connect(lambda page: self._show(page, request))
        task.failed.connect(self._failed)
        task.finished.connect(self._answered)

    @Slot()
    def _answered(self) -> None:
        self._under_way = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._token.is_current(waiting.number):
            self._fetch(waiting)

    def _show(self, page: WorklistPage, request: _Request) -> None:
        if not self._token.is_current(request.number):
            return
        complete = len(page.studies) < request.limit
        panel = self._stage.desk.worklist
        if page.offset:
            self._model.append(page.studies, complete=complete)
        else:
            self._model.replace(page.studies, complete=complete)
        panel.show_rows()
        self._show_number(complete=complete)
        if self._current is not None:
            panel.select(self._current)
        self.listed.emit()

    def _show_number(self, *, complete: bool) -> None:
        """How many there are: known where all rows are here or nothing is filtered, else counted a moment later."""
        head, wanted = self._stage.desk.worklist.head, self._wanted
        if complete:
            head.show_number(self._model.rowCount())
        elif not wanted.search and not wanted.narrowing:
            counts = self._counts
            if counts is None:
                head.show_number(None)
            else:
                head.show_number(counts.total if wanted.status is None else counts.by_status.get(wanted.status, 0))
        else:
            self._count_pause.start()

    @Slot()
    def _count_all(self) -> None:
        if self._stage.current is not None:
            task = operations.count_worklist(lanes=self._stage.lanes, session=self._stage.session)
            task.done.connect(self._show_counts)
            task.failed.connect(self._failed)

    @Slot()
    def _count_shown(self) -> None:
        if self._stage.current is None:
            return
        asked = self._wanted
        task = operations.count_shown(
            lanes=self._stage.lanes, session=self._stage.session, wanted=asked, at_most=COUNT_AT_MOST
        )
        task.done.connect(lambda number: self._counted(asked, number))
        task.failed.connect(self._failed)

    def _counted(self, asked: WorklistFilter, number: int) -> None:
        if asked == self._wanted:
            self._stage.desk.worklist.head.show_number(number, more=number >= COUNT_AT_MOST)

    @Slot(object)
    def _show_counts(self, counts: WorklistCounts) -> None:
        self._counts = counts
        self._stage.desk.worklist.show_counts(counts)
        self._show_number(complete=self._model.is_complete)

    @Slot(object)
    def _failed(self, fault: UserError) -> None:
        self._stage.window.notice.show_fault(fault)
