"""Search as one types, the filter popup, saved filters, urgent studies, keys of the list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from meit_core.domain.study import Priority, StudyStatus
from meit_core.domain.worklist import SavedFilter, WorklistCounts, WorklistFilter, WorklistOrder
from meit_desktop.dialogs.worklist_filter import WorklistFilterPopup
from meit_desktop.models.filter_words import conditions_in_words
from meit_desktop.theme import Tokens
from meit_desktop.widgets.worklist_head import WorklistHead
from tests.desktop.shell.conftest import Desk


@pytest.fixture
def popup(qtbot: QtBot, tokens: Tokens) -> WorklistFilterPopup:
    made = WorklistFilterPopup(WorklistFilter(search="doe"))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def head(qtbot: QtBot, tokens: Tokens) -> WorklistHead:
    made = WorklistHead(tokens)
    qtbot.addWidget(made)
    made.resize(240, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_each_letter_is_asked_for_at_once(head: WorklistHead) -> None:
    asked: list[str] = []
    head.changed.connect(lambda wanted: asked.append(wanted.search))
    QTest.keyClicks(head.search, "do")
    QTest.keyClick(head.search, Qt.Key.Key_Space)
    assert asked == ["d", "do"]


def test_escape_clears_the_search_and_then_leaves_it(head: WorklistHead, qtbot: QtBot) -> None:
    head.search.setText("doe")
    with qtbot.waitSignal(head.changed) as asked:
        QTest.keyClick(head.search, Qt.Key.Key_Escape)
    assert asked.args == [WorklistFilter()]
    with qtbot.waitSignal(head.search.left) as left:
        QTest.keyClick(head.search, Qt.Key.Key_Escape)
    assert left.args == [False]


def test_a_filter_is_told_in_words_and_taken_off(head: WorklistHead, qtbot: QtBot) -> None:
    head.ask(WorklistFilter(status=StudyStatus.UNREAD, urgent=True, last_days=7, order=WorklistOrder.OLDEST))
    assert head.urgent.isChecked()
    assert head.filters.text().endswith("2")
    with qtbot.waitSignal(head.changed) as asked:
        head.clear.click()
    assert asked.args == [WorklistFilter(status=StudyStatus.UNREAD)]
    assert head.clear.parentWidget().isHidden()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (WorklistFilter(), ()),
        (WorklistFilter(search="doe", status=StudyStatus.UNREAD), ()),
        (WorklistFilter(mine=True, last_days=1), ("mine", "today")),
        (WorklistFilter(since=date(2026, 3, 1)), ("since 2026-03-01",)),
        (WorklistFilter(since=date(2026, 3, 1), until=date(2026, 3, 2)), ("2026-03-01 to 2026-03-02",)),
        (WorklistFilter(drafted=False, abnormal_qtc=True), ("without a draft", "QTc outside limits")),
    ],
)
def test_conditions_in_words(wanted: WorklistFilter, words: tuple[str, ...]) -> None:
    assert conditions_in_words(wanted) == words


def test_the_popup_changes_the_list_at_once(popup: WorklistFilterPopup) -> None:
    asked: list[WorklistFilter] = []
    popup.changed.connect(asked.append)
    QTest.keyClick(popup.boxes["urgent"], Qt.Key.Key_Space)
    assert asked[-1] == WorklistFilter(search="doe", urgent=True)
    popup.days.setCurrentIndex(2)
    popup.days.activated.emit(2)
    assert asked[-1].last_days == 7
    popup.days.activated.emit(4)
    popup.since.setDate(QDate(2026, 5, 2))
    popup.until.setDate(QDate(2026, 5, 1))
    assert (asked[-1].since, asked[-1].until) == (date(2026, 5, 1), date(2026, 5, 2))
    assert asked[-1].last_days is None
    popup.drafted.activated.emit(2)
    popup.order.activated.emit(2)
    assert asked[-1].drafted is False
    assert asked[-1].order is WorklistOrder.NAME
    popup.clear.click()
    assert asked[-1] == WorklistFilter(search="doe")
    assert not popup.boxes["urgent"].isChecked()


def test_a_saved_filter_is_chosen_and_keeps_the_search(popup: WorklistFilterPopup) -> None:
    asked: list[WorklistFilter] = []
    popup.changed.connect(asked.append)
    night = SavedFilter("Night shift", WorklistFilter(status=StudyStatus.UNREAD, urgent=True))
    popup.show_saved([night])
    assert not popup.delete.isEnabled()
    popup.saved.activated.emit(0)
    assert asked == [WorklistFilter(status=StudyStatus.UNREAD, urgent=True, search="doe")]
    assert popup.saved.currentText() == "Night shift"
    assert popup.delete.isEnabled()


def test_more_are_never_shown_than_there_are_while_the_counts_lag_behind(head: WorklistHead) -> None:
    head.show_number(16)
    assert head.shown.text() == "16 studies"
    head.show_counts(WorklistCounts({StudyStatus.UNREAD: 14}))
    head.show_number(16)
    assert head.shown.text() == "16 studies"
    head.show_number(3)
    assert head.shown.text() == "3 of 14"


def test_before_anything_has_been_counted_a_long_list_does_not_say_none(desk: Desk) -> None:
    listing, head = desk.flows.listing, desk.application.stage.desk.worklist.head
    listing.clear()
    listing._show_number(complete=False)
    assert head.shown.text() == ""
    listing._show_counts(WorklistCounts({StudyStatus.UNREAD: 120}))
    listing._show_number(complete=False)
    assert head.shown.text() == "120 studies"


def test_typing_filters_the_list_and_tells_how_many(desk: Desk) -> None:
    everybody = len(desk.studies)
    panel = desk.application.stage.desk.worklist
    desk.until(lambda: panel.head.shown.text() == f"{everybody} studies")
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.search.hasFocus()
    QTest.keyClicks(panel.search, "karl")
    desk.until(lambda: [study.patient.name.split(",")[0] for study in desk.studies] != [] and len(desk.studies) < 5)
    assert all("karl" in study.patient.name.lower() for study in desk.studies)
    desk.until(lambda: panel.head.shown.text() == f"{len(desk.studies)} of {everybody}")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    desk.until(lambda: "karl" in desk.detail.study.patient.name.lower())
    assert panel.view.hasFocus()
    panel.search.setFocus()
    QTest.keyClicks(panel.search, "zzz")
    desk.until(lambda: panel.empty.title == "Nothing found")
    on_screen = desk.detail.study.study_id
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    desk.until(lambda: len(desk.studies) == everybody)
    assert panel.current_study_id == on_screen
    assert panel.search.hasFocus()
    assert desk.flows.reading.study_id == on_screen


def test_an_urgent_study_stands_first_says_so_and_is_taken_back(desk: Desk) -> None:
    panel = desk.application.stage.desk.worklist
    last = desk.studies[-1]
    desk.flows.reading.open(last.study_id)
    desk.until(lambda: desk.detail.study.study_id == last.study_id)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_U)
    before = sum(study.priority is Priority.URGENT for study in desk.studies)
    desk.until(lambda: any(study.study_id == last.study_id for study in desk.studies[: before + 1]))
    assert "Marked urgent" in desk.window.notice.text
    row = panel.model.row_of(last.study_id)
    assert "urgent" in panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.until(lambda: not panel.head.urgent.isHidden())
    panel.head.urgent.click()
    desk.until(lambda: {study.priority for study in desk.studies} == {Priority.URGENT})
    panel.head.urgent.click()
    desk.until(lambda: len(desk.studies) > before + 1 and desk.detail.study.priority is Priority.URGENT)
    desk.run("toggle_urgent")
    desk.until(lambda: "Marked routine" in desk.window.notice.text)
    desk.until(lambda: desk.studies[-1].study_id == last.study_id)


def test_a_filter_is_saved_found_again_and_deleted(desk: Desk) -> None:
    desk.run("filter_worklist")
    popup = desk.dialog(WorklistFilterPopup)
    desk.until(lambda: popup.saved.placeholderText() == "None saved yet")
    QTest.keyClick(popup.boxes["abnormal_rate"], Qt.Key.Key_Space)
    desk.until(lambda: 0 < len(desk.studies) < 14)
    popup.save.click()
    desk.until(lambda: not popup._fault.isHidden())
    assert "no name" in popup._fault.text()
    popup.name.setText("Too fast or slow")
    QTest.keyClick(popup.name, Qt.Key.Key_Return)
    desk.until(lambda: popup.saved.currentText() == "Too fast or slow")
    popup.close_button.click()
    desk.application.stage.desk.worklist.head.clear.click()
    desk.until(lambda: len(desk.studies) == 14)
    desk.run("filter_worklist")
    popup = desk.dialog(WorklistFilterPopup)
    desk.until(lambda: popup.saved.count() == 1)
    popup.saved.activated.emit(0)
    desk.until(lambda: len(desk.studies) < 14)
    popup.delete.click()
    desk.until(lambda: popup.saved.count() == 0)


def test_first_and_last_row_by_key_and_a_menu_on_a_row(desk: Desk) -> None:
    panel = desk.application.stage.desk.worklist
    desk.run("last_study")
    desk.until(lambda: desk.detail.study.study_id == desk.studies[-1].study_id)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Home)
    desk.until(lambda: desk.detail.study.study_id == desk.studies[0].study_id)
    QTest.keyClick(panel.view, Qt.Key.Key_PageDown)
    assert panel.view.currentIndex().row() > 0
    panel.view.customContextMenuRequested.emit(panel.view.visualRect(panel.view.currentIndex()).center())
    shown = [menu for menu in desk.window.findChildren(QMenu) if menu.isVisible()]
    assert "Urgent or routine" in [action.text() for action in shown[0].actions()]
    shown[0].close()


def test_signing_out_forgets_the_filter(desk: Desk) -> None:
    panel = desk.application.stage.desk.worklist
    panel.search.setText("karl")
    desk.until(lambda: len(desk.studies) < 14)
    desk.run("sign_out")
    desk.until(lambda: desk.window.page is desk.window.sign_in)
    assert panel.search.text() == ""
    assert panel.wanted == WorklistFilter()
    assert desk.studies == ()
