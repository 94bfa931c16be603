"""The worklist as Qt sees it: rows arrive in pages, so a hundred thousand studies cost what is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from meit_core.domain.study import Priority, Study, StudyId
from meit_desktop.language import marked, tr
from meit_desktop.widgets.status_look import STATUS_LOOKS

PAGE: Final = 200
"""Rows fetched at once: some screens full, and a few milliseconds of SQL."""

STUDY_ROLE: Final = int(Qt.ItemDataRole.UserRole)

_PRIORITIES: Final = {Priority.ROUTINE: marked("routine"), Priority.URGENT: marked("urgent")}

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class WorklistModel(QAbstractListModel):
    """Studies in the order the workspace lists them.

    Signals
    -------
    page_wanted(int)
        The view has reached the last row; the number is the offset of the next page.
    """

    page_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies: list[Study] = []
        self._complete = True
        self._asked = False

    @property
    def studies(self) -> tuple[Study, ...]:
        return tuple(self._studies)

    @property
    def is_complete(self) -> bool:
        """Whether these are all rows of the present filter."""
        return self._complete

    def replace(self, studies: Sequence[Study], *, complete: bool) -> None:
        """Show other studies; where only contents changed, rows are repainted and the view stays where it is."""
        self._asked, self._complete = False, complete
        if [study.study_id for study in studies] == [study.study_id for study in self._studies]:
            self._studies = list(studies)
            if studies:
                self.dataChanged.emit(self.index(0), self.index(len(studies) - 1))
            return
        self.beginResetModel()
        self._studies = list(studies)
        self.endResetModel()

    def append(self, studies: Sequence[Study], *, complete: bool) -> None:
        """Add the next page."""
        self._asked, self._complete = False, complete
        if studies:
            first = len(self._studies)
            self.beginInsertRows(QModelIndex(), first, first + len(studies) - 1)
            self._studies += studies
            self.endInsertRows()

    def update_study(self, study: Study) -> None:
        """Repaint one study's row, if it is here."""
        row = self.row_of(study.study_id)
        if row is not None and self._studies[row] != study:  # Qt lays out and paints the whole list for one row
            self._studies[row] = study
            self.dataChanged.emit(self.index(row), self.index(row))

    def study_at(self, row: int) -> Study | None:
        return self._studies[row] if 0 <= row < len(self._studies) else None

    def row_of(self, study_id: StudyId) -> int | None:
        return next((row for row, study in enumerate(self._studies) if study.study_id == study_id), None)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._studies)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        self._asked = True
        self.page_wanted.emit(len(self._studies))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        study = self.study_at(index.row())
        if study is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return study.patient.name or study.patient.patient_id or study.source_name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{study.patient.name}, {_standing(study)}"
            case Qt.ItemDataRole.ToolTipRole:
                return _described(study)
            case _ if role == STUDY_ROLE:
                return study
        return None


def _standing(study: Study) -> str:
    return f"{tr(STATUS_LOOKS[study.status].word)}, {tr(_PRIORITIES[study.priority])}"


def _described(study: Study) -> str:
    number = f"ID {study.patient.patient_id}" if study.patient.patient_id else ""
    lines = [study.patient.name or tr("Name not given"), number, study.source_name]
    if study.acquired_at is not None:
        lines.append(tr("Recorded {time}").format(time=f"{study.acquired_at:%Y-%m-%d %H:%M}"))
    lines.append(_standing(study))
    if study.simulated:
        lines.append(tr("Simulated recording"))
    return "\n".join(line for line in lines if line)
