"""The column of studies: search, filters with counts, rows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from meit_core.domain.study import StudyId, StudyStatus
from meit_desktop.models.worklist_model import STUDY_ROLE, WorklistModel
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.empty_state import EmptyState
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.status_look import STATUS_LOOKS
from meit_desktop.widgets.worklist_delegate import WorklistDelegate

SEARCH_AFTER_MS: Final = 200
"""Pause in typing after which the search runs."""

_ALWAYS_SHOWN: Final = (None, StudyStatus.UNREAD)


class WorklistPanel(QFrame):
    """Passive: shows what it is given and says what the reader asks for.

    Signals
    -------
    study_chosen(str)
        A row became current by key or mouse.
    query_changed(object, str)
        Status or ``None`` for all, and the search text.
    """

    study_chosen = Signal(str)
    query_changed = Signal(object, str)

    def __init__(self, model: WorklistModel, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "surface")
        self.model = model
        self._tokens = tokens
        self._status: StudyStatus | None = None
        self._quiet = False
        self.search = QLineEdit(placeholderText="Search name, ID, text  /", clearButtonEnabled=True)
        self.search.setAccessibleName("Search the worklist")
        self._search_icon = self.search.addAction(
            themed_icon("search", tokens, tokens.muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._pause.timeout.connect(self._announce_query)
        self.search.textChanged.connect(self._pause.start)
        self._chips = self._make_chips()
        self.view = _StudyList(self)
        self.view.setModel(model)
        self._delegate = WorklistDelegate(tokens)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName("Worklist")
        self.view.selectionModel().currentChanged.connect(self._row_changed)
        self.empty = EmptyState(tokens)
        self._arrange()

    @property
    def status(self) -> StudyStatus | None:
        return self._status

    @property
    def current_study_id(self) -> StudyId | None:
        study = self.view.currentIndex().data(STUDY_ROLE)
        return study.study_id if study else None

    def show_counts(self, counts: dict[StudyStatus, int]) -> None:
        """Write the counts on the chips; statuses nobody has stay out of sight."""
        total = sum(counts.values())
        for status, chip in self._chips.items():
            number = total if status is None else counts.get(status, 0)
            chip.setText(f"{_chip_word(status)}  {number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"))
            chip.setVisible(status in _ALWAYS_SHOWN or bool(number) or status is self._status)

    def show_rows(self) -> None:
        """Show the rows, or say why there are none; called after the model has changed."""
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
            return
        if self.search.text():
            self.empty.show_message("search", "Nothing found", "No study matches the search in this list.")
        elif self._status is StudyStatus.UNREAD:
            self.empty.show_message("confirmed", "All read", "No unread study is left.")
        elif self._status is not None:
            self.empty.show_message("trace", "None here", "No study has this status.")
        else:
            self.empty.show_message("", "", "No studies yet")
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

    def choose_status(self, status: StudyStatus | None) -> None:
        self._chips[status].click()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._delegate.tokens = tokens
        self._search_icon.setIcon(themed_icon("search", tokens, tokens.muted))
        self.empty.set_theme(tokens)
        self.view.viewport().update()

    def set_two_lines(self, two_lines: bool) -> None:
        """Two lines a study where the window is wide."""
        if self._delegate.two_lines != two_lines:
            self._delegate.two_lines = two_lines
            self.view.scheduleDelayedItemsLayout()

    def _make_chips(self) -> dict[StudyStatus | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[StudyStatus | None, QPushButton] = {}
        for status in (None, *StudyStatus):
            chip = QPushButton(_chip_word(status), checkable=True, checked=status is None)
            chip.setProperty("role", "chip")
            if status not in _ALWAYS_SHOWN:
                chip.hide()
            chip.clicked.connect(lambda _=False, chosen=status: self._choose(chosen))
            group.addButton(chip)
            chips[status] = chip
        return chips

    def _arrange(self) -> None:
        head = QWidget()
        head_column = QVBoxLayout(head)
        head_column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        head_column.setSpacing(Space.S)
        head_column.addWidget(self.search)
        flow_holder = QWidget()
        flow = FlowLayout(flow_holder)
        for chip in self._chips.values():
            flow.addWidget(chip)
        head_column.addWidget(flow_holder)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(_hairline())
        column.addWidget(body, 1)

    def _choose(self, status: StudyStatus | None) -> None:
        self._status = status
        self._announce_query()

    @Slot()
    def _announce_query(self) -> None:
        self._pause.stop()
        self.query_changed.emit(self._status, self.search.text().strip())

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
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyboardSearch(self, _text: str) -> None:
        """Nothing: single letters belong to the commands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def _chip_word(status: StudyStatus | None) -> str:
    return "All" if status is None else STATUS_LOOKS[status].word


def _hairline() -> QFrame:
    line = QFrame(frameShape=QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
