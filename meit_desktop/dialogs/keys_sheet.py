"""All keys on one sheet, and what the marks on the tracing mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.keymap import written_keys
from meit_desktop.language import marked, tr
from meit_desktop.plots.strip_marks import STRIP_MARKS
from meit_desktop.shortcuts import CALIPER_KEYS, MEDIAN_KEYS, MENUS, REPORT_KEYS, command, in_menu
from meit_desktop.theme.tokens import Space

_LONG: Final = 36
"""Characters from which a title is broken."""
_LONG_KEYS: Final = 18
"""Characters from which keys stand below each other."""
_IN_REPORT: Final = marked("In the report")
_CALIPERS_ON: Final = marked("With calipers on")
_ON_MEDIAN: Final = marked("On the median beat")
_UNDER_STRIP: Final = marked("Under the rhythm strip")
_COLUMNS: Final = (
    ("File", "Study", "Measure"),
    ("Report", _IN_REPORT, _CALIPERS_ON),
    ("View", _ON_MEDIAN, "Help", _UNDER_STRIP),
)


class KeysSheet(Sheet):
    """Columns of commands with their keys; Escape closes.

    Parameters
    ----------
    keys
        From a command's name to the keys in use; by default the shipped ones.

    Signals
    -------
    change_wanted()
        Other keys are wanted; the sheet closes.
    """

    change_wanted = Signal()

    def __init__(
        self, parent: QWidget | None = None, keys: Callable[[str], tuple[str, ...]] = lambda name: command(name).keys
    ) -> None:
        super().__init__(tr("All keys"), parent)
        columns = QHBoxLayout()
        columns.setSpacing(Space.XL)
        groups = {
            menu: [(entry.shown, written_keys(keys(entry.name))) for entry in in_menu(menu) if keys(entry.name)]
            for menu in MENUS
        }
        for name, rows in ((_IN_REPORT, REPORT_KEYS), (_CALIPERS_ON, CALIPER_KEYS), (_ON_MEDIAN, MEDIAN_KEYS)):
            groups[name] = [(tr(title), tr(told)) for title, told in rows]
        groups[_UNDER_STRIP] = [(tr(mark.name), mark.sign) for mark in STRIP_MARKS]
        for names in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(Space.M)
            for name in names:
                told = tr(name, "menu" if name in MENUS else "")
                column.addLayout(_group(told, groups[name], role="" if name == _UNDER_STRIP else "key"))
            column.addStretch(1)
            columns.addLayout(column)
        content = QWidget()
        content.setLayout(columns)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(content)
        self.column.addWidget(area, 1)
        change = QPushButton(tr("Change keys…"), autoDefault=False)
        change.clicked.connect(self._change)
        self.buttons.insertWidget(0, change)
        self.end_with_close()
        hint = content.sizeHint()
        self.take_room(hint.width() // self.line_px + 5, hint.height() // self.line_px + 9)

    def _change(self) -> None:
        self.accept()
        self.change_wanted.emit()


def _group(name: str, rows: Iterable[tuple[str, str]], *, role: str) -> QGridLayout:
    """A caption and its rows; what stands on the right is boxed where it is a key."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    caption = QLabel(name)
    caption.setProperty("role", "caption")
    grid.addWidget(caption, 0, 0, 1, 2)
    for row, (title, keys) in enumerate(rows, start=1):
        grid.addWidget(_told(title), row, 0)
        key = QLabel(keys if len(keys) <= _LONG_KEYS else _below_each_other(keys))
        key.setProperty("role", role)
        grid.addWidget(key, row, 1, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    return grid


def _told(title: str) -> QLabel:
    """A long title takes a second line rather than the room of the other columns."""
    label = QLabel(title)
    if len(title) > _LONG:
        label.setWordWrap(True)
        label.setMinimumWidth(label.fontMetrics().averageCharWidth() * _LONG)
    return label


def _below_each_other(keys: str) -> str:
    between = f"  {tr('or', 'between keys')}"
    return keys.replace(f"{between}  ", f"{between}\n") if between in keys else keys.replace("  ", "\n")
