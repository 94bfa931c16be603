"""Files that could not be read, each with its reason and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from meit_core.domain.importing import QuarantinedFile
from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.language import counted, marked, said, tr
from meit_desktop.theme.tokens import Space

_COLUMNS = (marked("File", "column"), marked("Reason"), marked("What to do"), marked("Last tried"))
ROOM_LINES: Final = (60, 34)
"""Width and height of a dialog with this table: four files with their reasons, without scrolling."""


class QuarantineTable(QTableWidget):
    """One line a file; the full path is on hover."""

    def __init__(self, files: Sequence[QuarantinedFile], parent: QWidget | None = None) -> None:
        super().__init__(len(files), len(_COLUMNS), parent)
        self.setHorizontalHeaderLabels([tr(_COLUMNS[0], "column"), *map(tr, _COLUMNS[1:])])
        self.setAccessibleName(tr("Unreadable files"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, file in enumerate(files):
            cells = (file.path.name, said(file.reason), said(file.hint), f"{file.seen_at.astimezone():%Y-%m-%d %H:%M}")
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(str(file.path) if column == 0 else text)
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        # The lines of a reason depend on its column's width, which also follows what the other columns need. Only when
        # all have their width is it known: in between they are narrower.
        self._widths_settled = QTimer(self, singleShot=True, interval=0)
        self._widths_settled.timeout.connect(self._give_room)
        header.sectionResized.connect(lambda *_: self._widths_settled.start())

    def _give_room(self) -> None:
        """Make rows high enough: Qt counts lines as if the style sheet gave the text all of the cell."""
        metrics, wrapped = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        for row in range(self.rowCount()):
            heights = [
                metrics.boundingRect(
                    QRect(0, 0, self.columnWidth(column) - 2 * Space.M, 1), wrapped, self.item(row, column).text()
                ).height()
                for column in range(self.columnCount())
                if not self.isColumnHidden(column)
            ]
            self.setRowHeight(row, max(heights) + Space.M)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()
        self._widths_settled.start()


class QuarantineDialog(Sheet):
    """Everything that was ever refused and not imported since."""

    def __init__(self, files: Sequence[QuarantinedFile], parent: QWidget | None = None) -> None:
        title = counted("%n unreadable file", "%n unreadable files", len(files))
        super().__init__(title, parent, window_title=tr("Unreadable files"))
        if files:
            self.say(
                tr("They stay where they are, unchanged. Mend or export them again, then import them."), muted=True
            )
            self.table = QuarantineTable(files)
            self.column.addWidget(self.table, 1)
            self.take_room(*ROOM_LINES)
        else:
            self.say(tr("Every file so far could be read."), muted=True)
        self.end_with_close()
