"""Columns, header and reminder of the reading desk, as the application builds it."""

from __future__ import annotations

from meit_core.domain.study import StudyStatus
from meit_desktop.settings import TEXT_PERCENT
from tests.desktop.shell.conftest import Desk


def test_the_header_names_patient_and_prior(desk: Desk) -> None:
    desk.open("Anna")
    header = desk.window.desk.header
    assert "DEMO, Anna" in header.text
    assert "female 63 y" in header.text
    assert "ID DEMO-001" in header.text
    newest = desk.detail
    header._prior.click()
    desk.until(lambda: desk.detail.study.study_id == newest.priors[0].study_id)
    assert not header._prior.isVisible()


def test_the_report_becomes_a_drawer_in_a_narrow_window(desk: Desk) -> None:
    columns = desk.window.desk
    assert not columns.is_drawer
    assert columns.report.isVisible()
    desk.window.resize(1100, 768)
    desk.until(lambda: columns.is_drawer)
    assert not columns.report.isVisible()
    trace_width = columns.trace.width()
    desk.run("toggle_report")
    assert columns.report.isVisible()
    assert columns.trace.width() == trace_width
    desk.window.resize(1366, 768)
    desk.until(lambda: not columns.is_drawer)
    assert columns.report.isVisible()


def test_a_command_that_acts_in_the_report_opens_the_drawer(desk: Desk) -> None:
    columns = desk.window.desk
    desk.window.resize(1100, 768)
    desk.until(lambda: columns.is_drawer)
    desk.script.text = "Sinus rhythm."
    desk.run("draft")
    assert columns.report.isVisible()
    desk.until(lambda: bool(desk.detail.drafts))


def test_the_worklist_collapses_and_stays_so(desk: Desk, make_desk, tmp_path) -> None:
    desk.run("toggle_worklist")
    assert not desk.window.desk.worklist.isVisible()
    assert not desk.window.actions_table["toggle_worklist"].isChecked()
    desk.window.close_now()
    desk.application.shut_down()
    again = make_desk(path=tmp_path / "demo.meit")
    again.start()
    assert not again.window.desk.worklist.isVisible()


def test_two_lines_a_study_from_1920_px(desk: Desk) -> None:
    view = desk.window.desk.worklist.view
    low = view.visualRect(view.model().index(0)).height()
    desk.window.resize(1980, 1080)
    desk.until(lambda: view.visualRect(view.model().index(0)).height() > 1.4 * low)


def test_the_reminder_stands_from_the_draft_to_the_signature(desk: Desk) -> None:
    reminder = desk.window.desk.reminder
    assert reminder.isHidden()
    desk.draft("Sinus rhythm.")
    desk.until(lambda: not reminder.isHidden())
    assert "not a medical device" in reminder.text
    desk.window.desk.show_reminder(StudyStatus.CONFIRMED, has_draft=True)
    assert reminder.isHidden()


def test_display_settings_are_kept_from_start_to_start(desk: Desk, make_desk, tmp_path) -> None:
    desk.run("gain")
    desk.run("speed")
    chosen = desk.flows.trace.settings
    desk.window.close_now()
    desk.application.shut_down()
    again = make_desk(path=tmp_path / "demo.meit")
    again.start()
    kept = again.flows.trace.settings
    assert (kept.gain_mm_per_mv, kept.speed_mm_per_s) == (chosen.gain_mm_per_mv, chosen.speed_mm_per_s) == (20, 50)


def test_nothing_is_cut_at_twice_the_text_size(desk: Desk) -> None:
    desk.application.settings.set(TEXT_PERCENT, 175)
    desk.run("larger_text")
    assert desk.application.appearance.text_percent == 200
    columns = desk.window.desk
    desk.until(lambda: columns.is_drawer)
    for chip in columns.worklist.head.chips.values():
        if chip.isVisible():
            assert chip.width() >= chip.sizeHint().width()
    for label in columns.measurements._labels:
        assert label.width() >= label.sizeHint().width()
    model = desk.window.footer._model
    desk.until(lambda: model.width() >= model.sizeHint().width())
