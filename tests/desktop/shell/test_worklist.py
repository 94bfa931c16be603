"""The worklist: rows, filters, search, paging, keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from meit_core.domain.study import Patient, Priority, Study, StudyId, StudyStatus
from meit_core.domain.worklist import WorklistCounts, WorklistFilter
from meit_desktop.models.worklist_model import PAGE, WorklistModel
from meit_desktop.theme import Tokens
from meit_desktop.widgets.worklist_panel import WorklistPanel

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def study(number: int, status: StudyStatus = StudyStatus.UNREAD) -> Study:
    return Study(
        study_id=StudyId(f"s{number}"),
        patient=Patient(f"P{number}", f"DOE, Jane {number}"),
        status=status,
        imported_at=START,
        acquired_at=START + timedelta(minutes=number),
        priority=Priority.URGENT if number == 0 else Priority.ROUTINE,
        simulated=True,
    )


@pytest.fixture
def panel(qtbot: QtBot, tokens: Tokens) -> WorklistPanel:
    made = WorklistPanel(WorklistModel(), tokens)
    qtbot.addWidget(made)
    made.resize(240, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(panel: WorklistPanel, studies: list[Study], *, complete: bool = True) -> None:
    panel.model.replace(studies, complete=complete)
    panel.show_rows()


def test_choosing_a_row_names_the_study(panel: WorklistPanel, qtbot: QtBot) -> None:
    fill(panel, [study(0), study(1)])
    with qtbot.waitSignal(panel.study_chosen) as chosen:
        assert panel.step(1)
    assert chosen.args == ["s0"]
    with qtbot.waitSignal(panel.study_chosen) as chosen:
        assert panel.step(1)
    assert chosen.args == ["s1"]
    assert not panel.step(1)


def test_selecting_by_the_program_announces_nothing(panel: WorklistPanel, qtbot: QtBot) -> None:
    fill(panel, [study(0), study(1)])
    with qtbot.assertNotEmitted(panel.study_chosen):
        assert panel.select(StudyId("s1"))
        assert not panel.select(StudyId("elsewhere"))
    assert panel.current_study_id == "s1"


def test_counts_stand_on_the_filters_and_empty_ones_stay_away(panel: WorklistPanel) -> None:
    panel.show_counts(WorklistCounts({StudyStatus.UNREAD: 1200, StudyStatus.CONFIRMED: 3}, urgent=2))
    chips = {chip.text().split("  ")[0]: chip for chip in panel.findChildren(QPushButton)}
    assert chips["All"].text().endswith("1\N{NARROW NO-BREAK SPACE}203")
    assert chips["Confirmed"].isHidden(), "not one to read by: it waits behind the last chip"
    assert panel.head.further_statuses == (StudyStatus.CONFIRMED,)
    assert chips["Urgent"].text().endswith("  2")
    assert not chips["Urgent"].isHidden()
    assert chips["Mine"].isHidden()


def test_the_other_statuses_are_behind_the_last_chip(panel: WorklistPanel, qtbot: QtBot) -> None:
    panel.show_counts(WorklistCounts({StudyStatus.UNREAD: 2, StudyStatus.DRAFTED: 1, StudyStatus.CONFIRMED: 1200}))
    head = panel.head
    with qtbot.waitSignal(panel.query_changed) as asked:
        head.more.click()
        (menu,) = [menu for menu in head.findChildren(QMenu) if menu.isVisible()]
        entries = {action.text().split("  ")[0]: action for action in menu.actions()}
        assert list(entries) == ["Drafted", "Confirmed"]
        assert entries["Confirmed"].text().endswith("  1\N{NARROW NO-BREAK SPACE}200")
        entries["Confirmed"].trigger()
        menu.close()
    assert asked.args == [WorklistFilter(status=StudyStatus.CONFIRMED)]
    assert head.chips[StudyStatus.CONFIRMED].isChecked()
    assert not head.chips[StudyStatus.CONFIRMED].isHidden()
    panel.choose_status(StudyStatus.UNREAD)
    assert head.chips[StudyStatus.CONFIRMED].isHidden()
    panel.show_counts(WorklistCounts({StudyStatus.UNREAD: 2}))
    assert head.more.isHidden()


def test_chips_take_two_lines_at_240_pixels(panel: WorklistPanel, qtbot: QtBot) -> None:
    panel.show_counts(WorklistCounts(dict.fromkeys(StudyStatus, 128), urgent=12, mine=48))
    head = panel.head
    shown = [*head.chips.values(), head.urgent, head.mine, head.more]
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in shown if chip.isVisible()))
    assert len({chip.y() for chip in shown if chip.isVisible()}) == 2


def test_a_filter_and_a_search_ask_together(panel: WorklistPanel, qtbot: QtBot) -> None:
    panel.show_counts(WorklistCounts({StudyStatus.UNREAD: 1}))
    with qtbot.waitSignal(panel.query_changed) as asked:
        panel.choose_status(StudyStatus.UNREAD)
    assert asked.args == [WorklistFilter(status=StudyStatus.UNREAD)]
    with qtbot.waitSignal(panel.query_changed) as asked:
        panel.search.setText("doe 47")
    assert asked.args == [WorklistFilter(status=StudyStatus.UNREAD, search="doe 47")]


def test_letters_are_no_search_in_the_list(panel: WorklistPanel) -> None:
    fill(panel, [study(0), study(1)])
    panel.select(StudyId("s0"))
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_D)
    QTest.keyClick(panel.view, Qt.Key.Key_1)
    assert panel.current_study_id == "s0"


@pytest.mark.parametrize(
    ("search", "status", "words"),
    [("xyz", None, "Nothing found"), ("", StudyStatus.UNREAD, "All read"), ("", None, "No studies yet")],
)
def test_an_empty_list_says_why(panel: WorklistPanel, search: str, status: StudyStatus | None, words: str) -> None:
    panel.search.setText(search)
    if status is not None:
        panel.choose_status(status)
    fill(panel, [])
    assert words in (panel.empty.title, panel.empty.detail)
    assert not panel.empty.isHidden()


def test_a_hundred_thousand_rows_come_in_pages(panel: WorklistPanel, qtbot: QtBot) -> None:
    everything = [study(number) for number in range(100_000)]
    asked: list[int] = []
    panel.model.page_wanted.connect(asked.append)
    fill(panel, everything[:PAGE], complete=False)
    panel.view.scrollToBottom()
    qtbot.waitUntil(lambda: asked == [PAGE])
    panel.model.append(everything[PAGE : 2 * PAGE], complete=False)
    assert panel.model.rowCount() == 2 * PAGE
    assert panel.model.canFetchMore(QModelIndex())
    panel.model.append(everything[2 * PAGE :], complete=True)
    assert not panel.model.canFetchMore(QModelIndex())
    panel.view.scrollToBottom()
    assert panel.view.indexAt(panel.view.viewport().rect().bottomLeft()).row() >= 99_990


def test_a_changed_study_is_repainted_in_place(panel: WorklistPanel, qtbot: QtBot) -> None:
    fill(panel, [study(0), study(1)])
    panel.select(StudyId("s1"))
    panel.model.update_study(replace(study(1), status=StudyStatus.DRAFTED))
    assert panel.current_study_id == "s1"
    told = panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Drafted" in told


def test_rows_are_two_lines_high_in_a_wide_window(panel: WorklistPanel) -> None:
    fill(panel, [study(0), study(1)])
    low = panel.view.visualRect(panel.model.index(0)).height()
    panel.set_two_lines(True)
    panel.view.doItemsLayout()
    assert panel.view.visualRect(panel.model.index(0)).height() > 1.4 * low
