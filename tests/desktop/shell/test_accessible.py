"""Every control says what it is to a screen reader, and the keyboard goes through the window as the eye does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QSlider,
    QTextEdit,
    QWidget,
)

from meit_desktop.plots import EcgView
from meit_desktop.plots.size_outline import SizeOutline
from tests.desktop.shell.conftest import Desk

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTextEdit,
    EcgView,
    SizeOutline,
)
"""What a person acts on; a scroll bar belongs to what it scrolls."""


OWN_PARTS = (QAbstractSpinBox, QComboBox, QLineEdit, QScrollBar)
"""What Qt puts buttons and fields into; it names them itself or they only decorate."""


def controls(top: QWidget) -> Iterator[QWidget]:
    """The controls of a window that we made, not the parts that Qt puts into its own."""
    for widget in top.findChildren(QWidget):
        inside = any(isinstance(above, OWN_PARTS) for above in parents(widget, top))
        inside = inside or isinstance(widget, QHeaderView)  # its table has the name, its sections have their words
        if isinstance(widget, CONTROLS) and not inside and not widget.objectName().startswith("qt_"):
            yield widget


def parents(widget: QWidget, top: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None and above is not top:
        yield above
        above = above.parentWidget()


def told(widget: QWidget) -> str:
    """What a screen reader says first: the name set, the text, or the label that leads to it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def nameless(top: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {' < '.join(type(above).__name__ for above in parents(widget, top))}"
        for widget in controls(top)
        if len(told(widget)) < 2 and not (isinstance(widget, QAbstractButton) and not widget.isVisibleTo(top))
    ]


def test_every_control_of_the_window_has_a_name(desk: Desk) -> None:
    desk.draft("Sinus rhythm. Left bundle branch block.")
    assert len(list(controls(desk.window))) > 30
    assert nameless(desk.window) == []


@pytest.mark.parametrize(
    "command",
    [
        "show_keys",
        "change_keys",
        "show_palette",
        "about",
        "calibrate",
        "language",
        "sign",
        "retrain",
        "show_quarantine",
    ],
)
def test_every_control_of_a_dialog_has_a_name(desk: Desk, command: str) -> None:
    desk.draft("Sinus rhythm.")
    if command == "sign":
        desk.report.review.accept_supported()
        for index in range(len(desk.report.review.lines)):
            desk.report.review.sentences.make_current(index)
            desk.report.review.keep_current()
            desk.report.review.accept_current()
    desk.run(command)
    dialog = desk.dialog(QDialog)
    assert list(controls(dialog))
    assert dialog.windowTitle()
    assert nameless(dialog) == []


def test_the_statement_library_has_names(desk: Desk) -> None:
    desk.report.library_wanted.emit()
    assert nameless(desk.dialog(QDialog)) == []


@pytest.mark.parametrize("page", ["sign_in", "first_admin", "opening"])
def test_every_control_of_a_page_has_a_name(desk: Desk, page: str) -> None:
    assert nameless(getattr(desk.window, page)) == []


def walk(desk: Desk, first: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where the keyboard goes by Tab, until it is where it began."""
    desk.window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    desk.until(lambda: QApplication.focusWidget() is first)
    seen = [first]
    for _ in range(100):
        QTest.keyClick(QApplication.focusWidget(), key)
        widget = QApplication.focusWidget()
        if widget is first:
            return seen
        seen.append(widget)
    raise AssertionError([f"{type(widget).__name__} {widget.accessibleName()}" for widget in seen[-3:]])


def columns(desk: Desk) -> list[tuple[str, Callable[[QWidget], bool]]]:
    stage = desk.application.stage.desk
    return [
        ("worklist", stage.worklist.isAncestorOf),
        ("tracing", lambda widget: widget is stage.trace or stage.trace.isAncestorOf(widget)),
        ("report", lambda widget: widget is stage.report or stage.report.isAncestorOf(widget)),
    ]


def test_tab_goes_through_the_columns_from_left_to_right(desk: Desk) -> None:
    desk.draft("Sinus rhythm. Left bundle branch block.")
    stage = desk.application.stage.desk
    seen = walk(desk, stage.worklist.search)
    passed: list[str] = []
    for widget in seen:
        name = next((name for name, holds in columns(desk) if holds(widget)), "")
        if name and (not passed or passed[-1] != name):
            passed.append(name)
    assert passed == ["worklist", "tracing", "report"]
    assert all(widget.isVisible() and widget.isEnabled() for widget in seen)
    assert stage.trace in seen


def test_tab_goes_down_the_report_and_along_the_strip(desk: Desk) -> None:
    desk.draft("Sinus rhythm. Left bundle branch block.")
    stage = desk.application.stage.desk
    seen = walk(desk, stage.worklist.search)
    strip = [widget.mapTo(stage, QPoint()).x() for widget in seen if stage.trace.isAncestorOf(widget)]
    assert len(strip) >= 5
    in_report = [widget for widget in seen if stage.report.isAncestorOf(widget)]
    bar = stage.report.actions_bar
    first_of_bar = next(index for index, widget in enumerate(in_report) if bar.isAncestorOf(widget))
    left = [widget.accessibleName() for widget in in_report[first_of_bar:] if not bar.isAncestorOf(widget)]
    assert left == []
    row = stage.report.review.sentences.row(0)
    assert in_report.index(row) < in_report.index(stage.report.review.add.field)


def test_shift_tab_goes_the_same_way_back(desk: Desk) -> None:
    stage = desk.application.stage.desk
    forth = walk(desk, stage.worklist.search)
    back = walk(desk, stage.worklist.search, Qt.Key.Key_Backtab)
    assert back[1:] == list(reversed(forth[1:]))
