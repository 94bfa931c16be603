"""Comparing with a prior, in the whole application on the demo workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meit_core.domain.measurement_difference import Standing
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyStatus
from meit_core.services import reporting
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_core.store import studies
from meit_desktop.settings import WORKLIST_SHOWN
from meit_desktop.shortcuts import command
from meit_desktop.widgets.compare_bar import Arrangement
from meit_desktop.widgets.compare_page import ComparePage
from tests.desktop.shell.conftest import Desk


def compare(desk: Desk, patient: str = "Anna") -> ComparePage:
    """Open the newer study of a patient and compare it."""
    newest = max(
        (study for study in desk.studies if patient in study.patient.name), key=lambda study: study.acquired_at
    )
    desk.flows.reading.open(newest.study_id)
    desk.until(lambda: desk.detail is not None and desk.detail.study.study_id == newest.study_id)
    desk.run("compare")
    desk.until(lambda: desk.flows.comparing.is_comparing)
    page = desk.flows.comparing.page
    assert page is not None
    return page


def sign(desk: Desk, study_id: str, text: str) -> None:
    session = desk.application.stage.session
    reporting.sign(
        session.workspace,
        actor=session.user,
        password="demo",
        study_id=study_id,
        text=text,
        meaning=SignatureMeaning.AUTHOR,
    )


def test_the_prior_and_now_stand_beside_each_other_at_one_scale(desk: Desk) -> None:
    page = compare(desk)
    assert page.isVisible()
    assert "2023-03-14 09:12" in page.sheets.prior.caption
    assert "2025-01-20 08:41" in page.sheets.now.caption
    prior, now = page.sheets.prior, page.sheets.now
    assert prior.mapTo(page, prior.rect().center()).x() < now.mapTo(page, now.rect().center()).x()
    assert prior.canvas.camera.px_per_mm == now.canvas.camera.px_per_mm
    assert prior.canvas.sheet.row_pitch_mm == now.canvas.sheet.row_pitch_mm
    assert prior.record is page.comparison.prior.record
    assert now.record is page.comparison.now.record


def test_gain_speed_and_filter_hold_for_both(desk: Desk) -> None:
    page = compare(desk)
    before = [pane.canvas.sheet.segments[0].points_mm.copy() for pane in page.sheets.panes]
    desk.run("gain")
    desk.run("speed")
    desk.run("filter")
    settings = desk.flows.trace.settings
    for pane, old in zip(page.sheets.panes, before, strict=True):
        points = pane.canvas.sheet.segments[0].points_mm
        step_mm = points[1, 0] - points[0, 0]
        assert step_mm == pytest.approx(settings.speed_mm_per_s / pane.record.fs_hz)
        assert points.shape != old.shape or abs(points - old).max() > 1
        assert pulse_mm(pane) == pytest.approx(settings.gain_mm_per_mv)
    assert page.display.speed.text() == "50 mm/s"
    assert settings.filter.words in page.display.filter.text()
    assert page.sheets.prior.canvas.camera.px_per_mm == page.sheets.now.canvas.camera.px_per_mm
    page.display.gain.click()
    assert desk.flows.trace.settings.gain_mm_per_mv != settings.gain_mm_per_mv


def pulse_mm(pane: object) -> float:
    outline = pane.canvas.sheet.pulses_mm[0]
    return float(outline[:, 1].max() - outline[:, 1].min())


def test_the_key_leads_through_the_arrangements_and_escape_back(desk: Desk) -> None:
    page = compare(desk)
    assert page.arrangement is Arrangement.SIDE_BY_SIDE
    QTest.keyClick(page, Qt.Key.Key_Equal)
    assert page.arrangement is Arrangement.STACKED
    desk.until(lambda: page.sheets.prior.geometry().bottom() < page.sheets.now.geometry().top())
    QTest.keyClick(page, Qt.Key.Key_Equal)
    assert page.arrangement is Arrangement.MEDIAN_BEATS
    assert page.beats.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Equal)
    assert page.arrangement is Arrangement.SIDE_BY_SIDE
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not desk.flows.comparing.is_comparing
    assert desk.flows.trace.isVisible()
    assert desk.application.stage.desk.measurements.isVisible()
    assert QApplication.focusWidget() is desk.flows.trace


def test_buttons_do_what_the_key_does_and_say_where_it_leads(desk: Desk) -> None:
    page = compare(desk)
    assert page.bar.buttons[Arrangement.STACKED].text().endswith("=")
    page.bar.buttons[Arrangement.MEDIAN_BEATS].click()
    assert page.arrangement is Arrangement.MEDIAN_BEATS
    assert page.bar.buttons[Arrangement.MEDIAN_BEATS].isChecked()
    assert page.bar.buttons[Arrangement.SIDE_BY_SIDE].text().endswith("=")
    page.bar.back.click()
    assert not desk.flows.comparing.is_comparing


def test_where_one_is_magnified_and_dragged_the_other_follows(desk: Desk) -> None:
    page = compare(desk)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Right):
        QTest.keyClick(page, key)
    assert page.sheets.is_zoomed
    assert page.sheets.prior.canvas.camera == page.sheets.now.canvas.camera
    page.sheets.prior.canvas.pan(-40, 0)
    assert page.sheets.prior.canvas.camera.left_mm == pytest.approx(page.sheets.now.canvas.camera.left_mm)
    assert page.display.scale.text().startswith("zoomed")
    QTest.keyClick(page, Qt.Key.Key_Escape)  # first the magnification
    assert desk.flows.comparing.is_comparing
    assert not page.sheets.is_zoomed
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not desk.flows.comparing.is_comparing


def test_the_table_tells_sizes_beyond_tolerance_and_reasons_where_values_are_missing(desk: Desk) -> None:
    table = compare(desk).table
    found = {one.label: one for one in table.shown}
    assert found["Rate"].standing is Standing.BEYOND
    assert table.words("Rate") == f"faster by {found['Rate'].difference}/min"
    assert table.words("QRS") == "within tolerance"
    assert table.words("PR").endswith("as in atrial fibrillation.")
    assert "chang" not in table.text.lower()
    # PR and P follow each other with one reason, the P axis has it again: told twice, not three times.
    assert table.text.count("as in atrial fibrillation") == 2
    assert "±26" in table.text


def test_reports_are_compared_as_texts_while_today_s_is_written(desk: Desk) -> None:
    (prior,) = next(desk_priors for desk_priors in [_open_newest(desk, "Anna").priors] if len(desk_priors) == 1)
    sign(desk, prior.study_id, "Sinus rhythm. Left axis deviation.")
    desk.flows.reading.reload()
    desk.until(lambda: desk.detail.priors[0].status is StudyStatus.CONFIRMED)
    desk.run("compare")
    desk.until(lambda: desk.flows.comparing.is_comparing)
    reports = desk.flows.comparing.page.reports
    assert reports.prior_text == "Sinus rhythm. Left axis deviation."
    assert reports.remark == "Today's report is still empty: there is nothing to compare yet."
    desk.report.add_statement("Atrial fibrillation.")
    assert reports.only_now == "• atrial fibrillation"
    assert reports.only_before.splitlines() == ["• sinus rhythm", "• left axis deviation"]
    desk.report.add_statement("Left axis deviation.")
    assert reports.only_before == "• sinus rhythm"
    # The report is what the reader writes: comparing adds nothing to it.
    assert desk.report.text == "Atrial fibrillation.\nLeft axis deviation."


def _open_newest(desk: Desk, patient: str):
    newest = max(
        (study for study in desk.studies if patient in study.patient.name), key=lambda study: study.acquired_at
    )
    desk.flows.reading.open(newest.study_id)
    desk.until(lambda: desk.detail is not None and desk.detail.study.study_id == newest.study_id)
    return desk.detail


def test_without_a_prior_the_action_says_so_and_is_disabled(desk: Desk) -> None:
    _open_newest(desk, "Henry")
    action = desk.window.actions_table["compare"]
    assert not action.isEnabled()
    assert action.text() == f"{command('compare').title}: no earlier ECG of this patient in this workspace"
    button = desk.application.stage.desk.header.compare
    assert (button.isEnabled(), button.text()) == (False, "No prior ECG")
    assert "no earlier ECG of this patient" in button.toolTip()
    _open_newest(desk, "Anna")
    assert action.isEnabled()
    assert action.text() == command("compare").title
    button.click()
    desk.until(lambda: desk.flows.comparing.is_comparing)


def test_another_study_ends_the_comparison(desk: Desk) -> None:
    compare(desk)
    desk.open("Henry")
    assert not desk.flows.comparing.is_comparing
    assert desk.application.stage.desk.page is desk.flows.trace


def test_the_worklist_lends_its_room_and_gets_it_back(desk: Desk) -> None:
    reading = desk.application.stage.desk
    assert reading.worklist_shown
    compare(desk)
    assert not reading.worklist_shown
    desk.run("toggle_report")
    desk.run("toggle_report")
    assert desk.application.settings.get(WORKLIST_SHOWN), "lent, not hidden by the reader"
    QTest.keyClick(desk.flows.comparing.page, Qt.Key.Key_Escape)
    assert reading.worklist_shown


def test_calipers_wait_until_the_tracing_is_back(desk: Desk) -> None:
    compare(desk)
    assert not desk.window.actions_table["calipers"].isEnabled()
    desk.flows.step_back()
    assert desk.window.actions_table["calipers"].isEnabled()


def test_the_theme_reaches_the_comparison(desk: Desk) -> None:
    page = compare(desk)
    desk.run("switch_theme")
    tokens = desk.application.appearance.tokens
    shown = page.sheets.now.canvas.grab().toImage()
    colours = {shown.pixelColor(x, x % shown.height()).name().upper() for x in range(shown.width())}
    assert tokens.paper in colours
    desk.run("switch_theme")


def test_signing_out_takes_the_comparison_off_the_screen(desk: Desk) -> None:
    compare(desk)
    desk.run("sign_out")
    desk.until(lambda: desk.application.stage.current is None)
    assert not desk.flows.comparing.is_comparing


def test_the_key_in_use_stands_on_the_buttons(desk: Desk) -> None:
    keymap = desk.application.commands.keyboard.keymap
    page = compare(desk)
    keymap.bind("compare", "F7")
    assert page.bar.buttons[Arrangement.STACKED].text().endswith("F7")
    assert desk.application.stage.desk.header.compare.text().endswith("F7")
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert page.arrangement is Arrangement.STACKED


def test_other_priors_are_taken_by_key_and_from_the_list(desk: Desk) -> None:
    newest = _open_newest(desk, "Anna")
    patient, session = newest.record.patient, desk.application.stage.session
    made = simulate(SimulatedCase(heart_rate_bpm=58, seed=77), patient=patient).record
    older = replace(made, acquired_at=datetime(2019, 5, 6, 7, 8, tzinfo=UTC), source_name="older.simulated")
    with session.workspace.store.writing() as rows:
        studies.add(rows, studies.NewStudy.of(older, measure(older), (), simulated=True), author="test")
    desk.flows.reading.reload()
    desk.until(lambda: len(desk.detail.priors) == 2)
    desk.run("compare")
    desk.until(lambda: desk.flows.comparing.is_comparing)
    page = desk.flows.comparing.page
    assert "2023-03-14" in page.sheets.prior.caption
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    desk.until(lambda: "2019-05-06" in page.sheets.prior.caption)
    assert page.bar.priors.currentText().startswith("2019-05-06 07:08")
    assert page.table.shown[0].before == pytest.approx(58, abs=1)
    QTest.keyClick(page, Qt.Key.Key_PageUp)  # there is none further back
    assert "2019-05-06" in page.sheets.prior.caption
    page.bar.priors.setCurrentIndex(0)
    page.bar.priors.activated.emit(0)
    desk.until(lambda: "2023-03-14" in page.sheets.prior.caption)


def test_both_beats_stand_on_one_r_peak_and_are_named_by_line_and_word(desk: Desk) -> None:
    page = compare(desk)
    page.arrange(Arrangement.MEDIAN_BEATS)
    beats = page.beats
    names = "I aVR V1 V4 II aVL V2 V5 III aVF V3 V6"
    assert " ".join(panel.name for panel in beats.panels) == names
    dashes = [dash for _, _, dash in beats._lines()]
    assert dashes == [Qt.PenStyle.DashLine, Qt.PenStyle.SolidLine]
    assert beats.accessibleDescription() == (
        "Dashed: Prior 2023-03-14 09:12. Solid: Now 2025-01-20 08:41. R peak on R peak."
    )
    # The tallest R of the lead stands over the column that both beats have their R on, whatever else differs.
    panel = next(panel for panel in beats.panels if panel.lead == "V4")
    image = beats.grab().toImage()
    ink = QColor(desk.application.appearance.tokens.trace)
    top = [
        (y, x)
        for x in range(round(panel.area.left()), round(panel.area.right()))
        for y in range(round(panel.area.top()) + 30, round(panel.r_at.y()) - 20)
        if abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 25
    ]
    assert min(top)[1] == pytest.approx(panel.r_at.x(), abs=3)
