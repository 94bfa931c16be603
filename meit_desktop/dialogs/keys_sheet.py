"""All keys on one sheet."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.shortcuts import MENUS, REPORT_KEYS, in_menu
from meit_desktop.theme.tokens import Space


class KeysSheet(Sheet):
    """Three columns of commands with their keys; Escape closes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("All keys", parent)
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL * 2)
        groups = {menu: [(entry.title, _shown(entry.keys)) for entry in in_menu(menu) if entry.keys] for menu in MENUS}
        groups["In the report"] = list(REPORT_KEYS)
        for names in (("File", "Study"), ("Report", "In the report"), ("View", "Help")):
            column = QVBoxLayout()
            column.setSpacing(Space.M)
            for name in names:
                column.addLayout(_group(name, groups[name]))
            column.addStretch(1)
            columns.addLayout(column)
        content = QWidget()
        content.setLayout(columns)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(content)
        self.column.addWidget(area, 1)
        self.end_with_close()
        hint = content.sizeHint()
        self.take_room(hint.width() // self.line_px + 5, hint.height() // self.line_px + 9)


def _group(name: str, rows: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    caption = QLabel(name)
    caption.setProperty("role", "caption")
    grid.addWidget(caption, 0, 0, 1, 2)
    for row, (title, keys) in enumerate(rows, start=1):
        grid.addWidget(QLabel(title), row, 0)
        key = QLabel(keys)
        key.setProperty("role", "key")
        grid.addWidget(key, row, 1, alignment=Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid


def _shown(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  or  ".join(QKeySequence(key).toString(native) for key in keys)
