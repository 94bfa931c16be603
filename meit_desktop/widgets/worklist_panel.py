"""The column of studies: search and filters above, rows below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from meit_core.domain.study import Study, StudyId, StudyStatus
from meit_core.domain.worklist import WorklistCounts, WorklistFilter
from meit_desktop.language import tr
from meit_desktop.models.worklist_model import STUDY_ROLE, WorklistModel
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.empty_state import EmptyState
from meit_desktop.widgets.worklist_delegate import WorklistDelegate
from meit_desktop.widgets.worklist_head import WorklistHead


class WorklistPanel(QFrame):
    """Passive: shows what it is given and says what the reader asks for.

    Signals
    -------
    study_chosen(str)
        A row became current by key or mouse.
    query_changed(WorklistFilter)
        Something else is asked for.
    filters_wanted()
        Show all conditions.
    menu_wanted(QPoint)
        A menu is asked for on the current row; the point is on the screen.
    """

    study_chosen = Signal(str)
    query_changed = Signal(object)
    filters_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: WorklistModel, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "surface")
        self.model = model
        self._quiet = False
        self.head = WorklistHead(tokens)
        self.head.changed.connect(self.query_changed)
        self.head.filters_wanted.connect(self.filters_wanted)
        self.search = self.head.search
        self.search.left.connect(self._enter_list)
        self.view = _StudyList(self)
        self.view.setModel(model)
        self._delegate = WorklistDelegate(tokens)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(tr("Worklist"))
        self.view.selectionModel().currentChanged.connect(self._row_changed)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)
        self.empty = EmptyState(tokens)
        self.empty.action_requested.connect(lambda: self.head.ask(WorklistFilter()))
        self._arrange()

    @property
    def wanted(self) -> WorklistFilter:
        return self.head.wanted

    @property
    def current_study(self) -> Study | None:
        study: Study | None = self.view.currentIndex().data(STUDY_ROLE)
        return study

    @property
    def current_study_id(self) -> StudyId | None:
        study = self.current_study
        return study.study_id if study else None

    def show_counts(self, counts: WorklistCounts) -> None:
        """Write the counts on the chips; what nobody has stays out of sight."""
        self.head.show_counts(counts)

    def show_rows(self) -> None:
        """Show the rows, or say why there are none; called after the model has changed."""
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
            return
        wanted, show_all = self.head.wanted, tr("Show all")
        if wanted.search:
            self.empty.show_message("search", tr("Nothing found"), tr("No study here matches the search."), show_all)
        elif wanted.narrowing:
            self.empty.show_message("filter", tr("None here"), tr("No study passes this filter."), show_all)
        elif wanted.status is StudyStatus.UNREAD:
            self.empty.show_message("confirmed", tr("All read"), tr("No unread study is left."))
        elif wanted.status is not None:
            self.empty.show_message("trace", tr("None here"), tr("No study has this status."))
        else:
            self.empty.show_message("", "", tr("No studies yet"))
        self._stack.setCurrentWidget(self.empty)

    def select(self, study_id: StudyId) -> bool:
        """Make a study current without announcing it; False if its row isn't loaded."""
        row = self.model.row_of(study_id)
        if row is None:
            return False
        self._quiet = True
        try:
            self.view.setCurrentIndex(self.model.index(row))
        finally:
            self._quiet = False
        return True

    def step(self, rows: int) -> bool:
        """Move the current row; False at either end."""
        current = self.view.currentIndex().row()
        row = current + rows if current >= 0 else 0
        if not 0 <= row < self.model.rowCount():
            return False
        self.view.setCurrentIndex(self.model.index(row))
        return True

    def go_first(self) -> None:
        self._go_to(0)

    def go_last(self) -> None:
        """To the last row that is here; reaching it fetches the next page."""
        self._go_to(self.model.rowCount() - 1)

    def _go_to(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row))

    def choose_status(self, status: StudyStatus | None) -> None:
        self.head.chips[status].click()

    def set_theme(self, tokens: Tokens) -> None:
        self._delegate.tokens = tokens
        self.head.set_theme(tokens)
        self.empty.set_theme(tokens)
        self.view.viewport().update()

    def set_two_lines(self, two_lines: bool) -> None:
        """Two lines a study where the window is wide."""
        if self._delegate.two_lines != two_lines:
            self._delegate.two_lines = two_lines
            self.view.scheduleDelayedItemsLayout()

    def _arrange(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(_hairline())
        column.addWidget(body, 1)

    @Slot(bool)
    def _enter_list(self, open_first: bool) -> None:
        """From the search into the rows; Enter opens the first, unless one of them is open already."""
        self.view.setFocus()
        if open_first and not self.view.currentIndex().isValid():
            self.step(1)

    @Slot(QPoint)
    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid() and index == self.view.currentIndex():
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(place))

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        study = current.data(STUDY_ROLE)
        if study is not None and not self._quiet:
            self.study_chosen.emit(study.study_id)


class _StudyList(QListView):
    """A list whose letters are commands, not a search by first letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without choosing a row: a list would choose its first, and a study would open unasked."""
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:
            QAbstractScrollArea.focusInEvent(self, event)
            self.viewport().update()

    def keyboardSearch(self, _text: str) -> None:
        """Nothing: single letters belong to the commands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def _hairline() -> QFrame:
    line = QFrame(frameShape=QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
