"""The statement library while a reader types."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meit_core.knowledge import Statement, load_statements
from meit_desktop.language import marked, tr

Index = QModelIndex | QPersistentModelIndex

ACRONYM_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The acronym to type for it next time."""

_NO_MATCH: Final = 9
_CATEGORIES: Final = {
    "axis": marked("axis", "category"),
    "conduction": marked("conduction", "category"),
    "ectopy": marked("ectopy", "category"),
    "hypertrophy": marked("hypertrophy", "category"),
    "infarction": marked("infarction", "category"),
    "ischemia": marked("ischemia", "category"),
    "pacing": marked("pacing", "category"),
    "qrs": marked("qrs", "category"),
    "rhythm": marked("rhythm", "category"),
    "st-t": marked("st-t", "category"),
    "summary": marked("summary", "category"),
    "technique": marked("technique", "category"),
}
"""What a screen reader says behind a statement, which itself is the report's English."""


def find_statements(typed: str, limit: int | None = None) -> tuple[Statement, ...]:
    """Return the library's statements for what was typed, best first.

    Best is the one whose acronym it is, then an acronym that begins so, then a wording that begins so, then one with
    every typed word at the beginning of a word. Within these the library's own report order holds.
    """
    wanted = typed.casefold().split()
    if not wanted:
        return load_statements()[:limit]
    ranked = ((_rank(statement, wanted), statement) for statement in load_statements())
    found = sorted(((rank, s) for rank, s in ranked if rank < _NO_MATCH), key=lambda pair: pair[0])
    return tuple(statement for _, statement in found[:limit])


def _rank(statement: Statement, wanted: list[str]) -> int:
    phrase = " ".join(wanted)
    if phrase in statement.acronyms:
        return 0
    label = statement.label.casefold()
    if label.startswith(phrase):
        return 1
    if any(acronym.startswith(phrase) for acronym in statement.acronyms):
        return 2
    words = re.findall(r"\w+", label)
    return 3 if all(any(word.startswith(part) for word in words) for part in wanted) else _NO_MATCH


class StatementModel(QAbstractListModel):
    """Statements found for a query; display role is the wording."""

    def __init__(self, parent: QObject | None = None, limit: int | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._statements: tuple[Statement, ...] = ()

    def search(self, typed: str) -> None:
        """Show what fits; an empty query shows the library's beginning."""
        self.beginResetModel()
        self._statements = find_statements(typed, self._limit)
        self.endResetModel()

    def clear(self) -> None:
        self.beginResetModel()
        self._statements = ()
        self.endResetModel()

    def statement(self, row: int) -> Statement:
        return self._statements[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._statements)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        statement = self._statements[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return statement.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{statement.label}, {tr(_CATEGORIES.get(statement.category, statement.category), 'category')}"
        if role == ACRONYM_ROLE:
            return statement.acronyms[0] if statement.acronyms else ""
        return None
