"""Every text that a window shows or says to a screen reader, for tests of its language."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_ROWS = 50
"""Rows of a list that are looked at: its later ones are made by the same code."""


def texts(top: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Widgets of a window, hidden ones too, each with one of its texts; what is typed into fields is not among them."""
    for widget in (top, *top.findChildren(QWidget)):
        for text in _of(widget):
            if text.strip():
                yield widget, text


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu | QGroupBox):
        yield widget.title()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield widget.placeholderText()
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    is_list = isinstance(model, QAbstractListModel)  # Qt hides the column of a list,
    is_flat = is_list or isinstance(model, QAbstractTableModel)  # and that these have no children
    for column in range(1 if is_list else model.columnCount(parent)):
        for role in roles:
            yield _written(model.headerData(column, Qt.Orientation.Horizontal, role))
        for row in range(min(model.rowCount(parent), _ROWS)):
            index = model.index(row, column, parent)
            for role in roles:
                yield _written(model.data(index, role))
            if column == 0 and not is_flat and model.hasChildren(index):
                yield from _of_model(model, index)


def _written(value: object) -> str:
    return value if isinstance(value, str) else ""
