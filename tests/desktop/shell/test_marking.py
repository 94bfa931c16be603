"""The median beat in the whole application: its key, what is stored, what the other parts show of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.record import EcgRecord
from meit_core.domain.report import SignatureMeaning
from meit_core.services import marking, reporting, worklist
from meit_core.signal.measure import measure
from meit_core.store import studies
from meit_desktop.flows.marking import SIGNED
from tests.desktop.shell.conftest import Desk

P_ON, P_OFF, QRS_ON, QRS_OFF, T_OFF = BeatMark


def open_page(desk: Desk, patient: str = "Anna"):
    desk.open(patient)
    desk.run("median_beat")
    desk.until(lambda: desk.flows.marking.is_shown)
    return desk.flows.marking.page


def nudge(page, mark: BeatMark, times: int, key: Qt.Key = Qt.Key.Key_Right) -> None:
    page.view.choose(mark)
    for _ in range(times):
        QTest.keyClick(page.view, key)


def stored(desk: Desk):
    return worklist.load_study(desk.application.stage.session.workspace, study_id=desk.detail.study.study_id)


def in_line(desk: Desk, label: str):
    return next(shown for shown in desk.window.desk.measurements.shown if shown.label == label)


def test_m_shows_it_and_m_or_escape_goes_back(desk: Desk) -> None:
    page = open_page(desk)
    columns = desk.window.desk
    assert columns.page is page
    assert desk.window.actions_table["median_beat"].isChecked()
    desk.run("median_beat")
    assert columns.page is columns.trace
    assert not desk.window.actions_table["median_beat"].isChecked()
    desk.run("median_beat")
    desk.until(lambda: desk.flows.marking.is_shown)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert columns.page is columns.trace


def test_a_moved_mark_is_in_the_line_at_once_and_kept(desk: Desk) -> None:
    page = open_page(desk)
    before = desk.detail.measurements
    nudge(page, T_OFF, 5)
    line = in_line(desk, "QT")
    assert line.value == f"{before.qt_ms + 10:.0f}"
    assert line.manual
    desk.until(lambda: desk.detail.manual is not None)
    kept = stored(desk)
    reader = desk.application.stage.session.user.printed_name
    assert kept.measurements.qt_ms == before.qt_ms + 10
    assert kept.manual.marks[T_OFF].by == reader
    assert kept.computed == before
    assert f"Set by hand by {reader}" in in_line(desk, "QT").explanation
    assert "manual" not in in_line(desk, "PR").explanation
    assert len(marking.marks_history(desk.application.stage.session.workspace, study_id=kept.study.study_id)) == 1


def test_it_comes_back_with_the_study_and_its_tracing_first(desk: Desk) -> None:
    page = open_page(desk)
    nudge(page, T_OFF, 5)
    wanted = page.editor.positions
    desk.open("Bruno")  # at once: nothing waits for the pause
    assert not desk.flows.marking.is_shown
    desk.open("Anna")
    assert desk.detail.manual is not None
    assert in_line(desk, "QT").manual
    page = open_page(desk)
    assert page.editor.positions == wanted
    assert not page.editor.can_undo


def test_undo_redo_and_computed_are_commands(desk: Desk) -> None:
    table = desk.window.actions_table
    page = open_page(desk)
    assert not any(table[name].isEnabled() for name in ("undo_mark", "redo_mark", "computed_marks"))
    start = page.editor.places
    nudge(page, T_OFF, 3)
    moved = page.editor.places
    desk.run("undo_mark")
    assert page.editor.places == start
    desk.run("redo_mark")
    assert page.editor.places == moved
    desk.run("computed_marks")
    assert page.editor.places == start
    desk.until(lambda: page.is_saved and desk.flows.marking._saving == 0)
    desk.until(lambda: stored(desk).manual is None)
    assert not in_line(desk, "QT").manual


def test_undo_in_the_report_stays_there(desk: Desk) -> None:
    desk.open("Anna")
    desk.draft("Sinus rhythm. Normal ECG.")
    page = open_page(desk)
    nudge(page, T_OFF, 3)
    moved = page.editor.places
    sentences = desk.report.review.sentences
    desk.report.focus_report()
    before = len(desk.report.review.lines)
    desk.report.review.sentences.make_current(0)
    desk.report.review.reject_current()
    desk.until(lambda: desk.report.isAncestorOf(desk.window.focusWidget()))
    desk.run("undo_mark")
    assert page.editor.places == moved
    assert len(desk.report.review.lines) == before
    assert sentences is desk.report.review.sentences


def test_a_signed_study_is_looked_at_only(desk: Desk) -> None:
    page = open_page(desk)
    session = desk.application.stage.session
    reporting.sign(
        session.workspace,
        actor=session.user,
        password="demo",
        study_id=desk.detail.study.study_id,
        text="Sinus rhythm.",
        meaning=SignatureMeaning.AUTHOR,
    )
    desk.flows.reading.refresh()
    desk.until(lambda: page.why_not == SIGNED)
    start = page.editor.places
    nudge(page, T_OFF, 3)
    assert page.editor.places == start
    assert page.bar.lock.text() == SIGNED
    assert not desk.window.actions_table["undo_mark"].isEnabled()


def test_marks_that_could_not_be_kept_are_said(desk: Desk) -> None:
    """Somebody signed it meanwhile: the page doesn't know yet."""
    page = open_page(desk)
    session = desk.application.stage.session
    reporting.sign(
        session.workspace,
        actor=session.user,
        password="demo",
        study_id=desk.detail.study.study_id,
        text="Sinus rhythm.",
        meaning=SignatureMeaning.AUTHOR,
    )
    nudge(page, T_OFF, 3)
    desk.until(lambda: not desk.window.notice.isHidden())
    assert "signed" in desk.window.notice.text
    assert desk.window.footer.saved_text == "could not save"
    assert stored(desk).manual is None


def test_drafting_is_the_same_with_marks(desk: Desk) -> None:
    page = open_page(desk)
    desk.draft("Sinus rhythm.")
    first = desk.detail.drafts[-1]
    nudge(page, T_OFF, 40)
    desk.until(lambda: desk.detail.manual is not None)
    desk.draft("Sinus rhythm.")
    second = desk.detail.drafts[-1]
    assert [(s.support, s.evidence) for s in second.sentences] == [(s.support, s.evidence) for s in first.sentences]


def test_nothing_of_a_patient_stays_after_signing_out(desk: Desk) -> None:
    page = open_page(desk)
    desk.run("sign_out")
    desk.until(lambda: desk.application.stage.current is None)
    assert not page.isVisible()
    assert page.editor is None


def test_another_page_takes_its_place_and_gives_it_back(desk: Desk) -> None:
    page = open_page(desk)
    nudge(page, T_OFF, 3)
    desk.run("compare")
    desk.until(lambda: desk.flows.comparing.is_comparing)
    assert page.editor is None
    assert not desk.window.actions_table["median_beat"].isChecked()
    desk.until(lambda: stored(desk).manual is not None)
    desk.run("median_beat")
    desk.until(lambda: desk.flows.marking.is_shown)
    assert page.editor.manual[T_OFF].by == desk.application.stage.session.user.printed_name


def test_the_measurements_have_a_button_for_it(desk: Desk) -> None:
    desk.open("Anna")
    button = desk.window.desk.measurements.median
    assert "(M)" in button.toolTip()
    button.click()
    desk.until(lambda: desk.flows.marking.is_shown)
    button.click()
    assert not desk.flows.marking.is_shown


def test_a_recording_without_a_median_beat_says_why(desk: Desk) -> None:
    silent = np.zeros((12, 5000), dtype=np.float32)
    silent[:, ::2] = 0.01
    made = EcgRecord(silent, 500.0)
    with desk.application.stage.session.workspace.store.writing() as session:
        study_id = studies.add(session, studies.NewStudy.of(made, measure(made), ()), author="test")
    desk.flows.reading.open(study_id)
    desk.until(lambda: desk.detail.study.study_id == study_id)
    desk.run("median_beat")
    desk.until(lambda: not desk.window.notice.isHidden())
    assert "no median beat" in desk.window.notice.text
    assert not desk.flows.marking.is_shown
    assert not desk.window.actions_table["median_beat"].isChecked()
