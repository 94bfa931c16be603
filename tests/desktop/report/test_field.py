"""Typing a statement: the field itself and the line that adds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meit_desktop.widgets.report_add import AddStatement
from meit_desktop.widgets.report_field import StatementField
from tests.desktop.report.conftest import ShowStudy
from tests.desktop.report.studies import drafted


@pytest.fixture
def field(qtbot: QtBot, tokens: object) -> StatementField:
    field = StatementField()
    qtbot.addWidget(field)
    field.resize(240, 40)
    with qtbot.waitExposed(field):
        field.show()
    return field


@pytest.fixture
def add(show_study: ShowStudy) -> AddStatement:
    add = show_study(drafted()).review.add
    add.field.setFocus()
    return add


def test_an_acronym_expands_at_the_space_after_it(field: StatementField) -> None:
    QTest.keyClicks(field, "possible lafb ")
    assert field.text == "possible left anterior fascicular block "


def test_backspace_right_after_brings_the_acronym_back(field: StatementField) -> None:
    QTest.keyClicks(field, "lafb ")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text == "lafb"
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text == "laf"


def test_backspace_after_further_typing_is_an_ordinary_one(field: StatementField) -> None:
    QTest.keyClicks(field, "sr x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text == "sinus rhythm "


def test_an_expansion_keeps_what_follows_the_cursor(field: StatementField) -> None:
    field.set_text(" with rapid response")
    field.moveCursor(field.textCursor().MoveOperation.Start)
    QTest.keyClicks(field, "af,")
    assert field.text == "atrial fibrillation,  with rapid response"


def test_st_elevation_can_be_typed(field: StatementField) -> None:
    QTest.keyClicks(field, "st elevation in v2")
    assert field.text == "st elevation in v2"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_commits_with_a_whole_acronym_expanded(qtbot: QtBot, field: StatementField, key: Qt.Key) -> None:
    QTest.keyClicks(field, "st")
    with qtbot.waitSignal(field.committed) as committed:
        QTest.keyClick(field, key)
    assert committed.args == ["sinus tachycardia"]


def test_the_field_grows_with_its_text_up_to_a_limit(field: StatementField) -> None:
    one_line = field.sizeHint().height()
    field.set_text("left anterior fascicular block with poor R wave progression in the chest leads")
    several = field.sizeHint().height()
    assert several >= one_line + field.fontMetrics().lineSpacing()
    field.set_text("word " * 400)
    assert field.sizeHint().height() < one_line + 6 * field.fontMetrics().lineSpacing()


def test_suggestions_come_while_typing_and_go_with_the_text(add: AddStatement) -> None:
    QTest.keyClicks(add.field, "left b")
    assert "left bundle branch block" in add.suggestions.wordings
    assert add.suggestions.isVisible()
    add.field.set_text("")
    assert add.suggestions.wordings == ()


@pytest.mark.parametrize("take", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_suggestion_that_was_walked_to_is_added(qtbot: QtBot, add: AddStatement, take: Qt.Key) -> None:
    QTest.keyClicks(add.field, "left")
    QTest.keyClick(add.field, Qt.Key.Key_Down)
    QTest.keyClick(add.field, Qt.Key.Key_Down)
    second = add.suggestions.wordings[1]
    with qtbot.waitSignal(add.statement_added) as added:
        QTest.keyClick(add.field, take)
    assert added.args == [second]
    assert add.field.text == ""


def test_enter_adds_what_was_typed_where_no_suggestion_was_walked_to(qtbot: QtBot, add: AddStatement) -> None:
    QTest.keyClicks(add.field, "left something of my own")
    with qtbot.waitSignal(add.statement_added) as added:
        QTest.keyClick(add.field, Qt.Key.Key_Return)
    assert added.args == ["left something of my own"]


def test_walking_up_beyond_the_first_suggestion_goes_back_to_the_typed_text(qtbot: QtBot, add: AddStatement) -> None:
    QTest.keyClicks(add.field, "sin")
    QTest.keyClick(add.field, Qt.Key.Key_Down)
    QTest.keyClick(add.field, Qt.Key.Key_Up)
    assert add.suggestions.selected is None


def test_a_click_on_a_suggestion_adds_it(qtbot: QtBot, add: AddStatement) -> None:
    QTest.keyClicks(add.field, "lafb")
    rect = add.suggestions.visualRect(add.suggestions.model().index(0, 0))
    with qtbot.waitSignal(add.statement_added) as added:
        QTest.mouseClick(add.suggestions.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert added.args == ["left anterior fascicular block"]


def test_escape_closes_the_suggestions_then_leaves(qtbot: QtBot, add: AddStatement) -> None:
    QTest.keyClicks(add.field, "left")
    QTest.keyClick(add.field, Qt.Key.Key_Escape)
    assert add.suggestions.wordings == ()
    assert add.field.text == "left"
    with qtbot.waitSignal(add.left):
        QTest.keyClick(add.field, Qt.Key.Key_Escape)


def test_the_library_opens_by_key_and_button(qtbot: QtBot, add: AddStatement) -> None:
    with qtbot.waitSignal(add.library_wanted):
        QTest.keyClick(add.field, Qt.Key.Key_F9)
