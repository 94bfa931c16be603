"""All statements: search, read the acronym, add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from meit_desktop.language import tr
from meit_desktop.models.statement_search import StatementModel
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.report_labels import wrapped_label
from meit_desktop.widgets.report_suggestions import AcronymDelegate


class StatementLibraryDialog(QDialog):
    """The statement library with a search field; stays open, so that several statements can be added.

    Signals
    -------
    statement_chosen(str)
        Add this wording to the report.
    """

    statement_chosen = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Statements"))
        self.resize(420, 520)
        self._model = StatementModel(self)
        self.search = QLineEdit(placeholderText=tr("Search by word or acronym"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search the statements"))
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(AcronymDelegate(tokens, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(tr("Statements"))
        self.none = wrapped_label(tr("No statement has these words: write your own in the report."), role="secondary")
        add = QPushButton(tr("Add"))
        add.setProperty("role", "primary")
        add.setAutoDefault(False)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.view.activated.connect(self._choose)
        add.clicked.connect(lambda: self._choose(self.view.currentIndex()))
        close.clicked.connect(self.reject)
        self._search("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                row = self.view.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
                self._go_to(min(max(row, 0), self._model.rowCount() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self._model.search(typed)
        found = self._model.rowCount() > 0
        self.view.setVisible(found)
        self.none.setVisible(not found)
        if found:
            self._go_to(0)

    def _go_to(self, row: int) -> None:
        self.view.setCurrentIndex(self._model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.statement_chosen.emit(index.data())
            self.search.selectAll()
