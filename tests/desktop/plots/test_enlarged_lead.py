"""One lead over the whole sheet, by mouse or key, from lead to lead, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import LeadQuality, Measurements
from meit_core.domain.record import LeadStatus
from meit_desktop.plots import EcgView
from tests.desktop.plots.conftest import MakeView
from tests.desktop.plots.recordings import spikes, with_status


def double_click(view: EcgView, name: str) -> None:
    canvas = view.prepare()
    segment = next(item for item in canvas.sheet.segments if item.name == name and item.width_mm < 200)
    x, y = canvas.camera.to_view(segment.x_mm + 10, segment.baseline_mm)
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(x, y).toPoint())


def names(view: EcgView) -> list[str]:
    return [segment.name for segment in view.prepare().sheet.segments]


def test_a_double_click_shows_the_lead_alone_and_twice_as_large(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes())
    before = view.scale_factor
    double_click(view, "V1")
    assert names(view) == ["V1", "V1"]
    assert view.scale_factor > 1.7 * before
    assert view.prepare().sheet.page_s == 10


def test_the_key_takes_the_lead_under_the_pointer_else_lead_two(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes())
    view.cycle_enlarged()
    assert view.enlarged_lead == "II"
    view.cycle_enlarged()
    assert view.enlarged_lead is None
    canvas = view.prepare()
    v3 = next(item for item in canvas.sheet.segments if item.lead == "V3")
    x, y = canvas.camera.to_view(v3.x_mm + 20, v3.baseline_mm - 2)
    QTest.mouseMove(canvas.viewport(), QPointF(x, y).toPoint())
    view.cycle_enlarged()
    assert view.enlarged_lead == "V3"


def test_arrows_go_through_all_twelve_leads_and_escape_goes_back(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes())
    view.enlarge_lead("I")
    seen = []
    for _ in LEADS:
        seen.append(view.enlarged_lead)
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert tuple(seen) == LEADS
    assert view.enlarged_lead == "I"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.enlarged_lead == "V6"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.enlarged_lead is None
    assert len(view.prepare().sheet.segments) == 13


def test_arrows_drag_a_magnified_lead(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes())
    view.enlarge_lead("I")
    view.zoom_in()
    left_mm = view.prepare().camera.left_mm
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.enlarged_lead == "I"
    assert view.prepare().camera.left_mm > left_mm


def test_a_long_recording_is_shown_whole_at_the_second_press(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes(seconds=38))
    view.cycle_enlarged()
    assert view.prepare().sheet.page_s == 10
    view.cycle_enlarged()
    sheet = view.prepare().sheet
    assert (len(sheet.segments), sheet.page_s) == (4, 40)
    assert sum(len(segment.points_mm) for segment in sheet.segments) >= 38 * 500
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert (view.enlarged_lead, len(view.prepare().sheet.segments)) == ("III", 4)
    view.cycle_enlarged()
    assert view.enlarged_lead is None


def test_an_inverted_lead_stays_inverted(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes())
    view.cycle_lead_order()
    double_click(view, "−aVR")
    (first, _) = view.prepare().sheet.segments
    assert (first.name, first.inverted) == ("−aVR", True)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.enlarged_lead == "II"


@pytest.mark.parametrize("quality", [LeadQuality.NOISY, LeadQuality.FLAT, LeadQuality.CLIPPED])
def test_what_must_be_known_about_a_lead_stands_beside_it_enlarged_too(
    make_view: MakeView, quality: LeadQuality
) -> None:
    view = make_view(790, 600)
    view.show_record(spikes(), Measurements(quality={"V5": quality}))
    view.enlarge_lead("V5")
    assert {badge.text for badge in view.prepare().badges} == {f"V5 {quality.value}"}
    assert quality.value in view.accessibleDescription()


def test_a_lead_that_was_not_recorded_says_so(make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(with_status(LeadStatus.MISSING, ["V2"]))
    view.enlarge_lead("V2")
    assert {badge.text for badge in view.prepare().badges} == {"V2 not recorded"}


def test_the_strip_and_the_paper_know_which_lead_stands_alone(make_view: MakeView) -> None:
    view = make_view(790, 600)
    assert view.sheet_view is None
    view.show_record(spikes())
    assert view.sheet_view.arrangement == "3×4 + 1R"
    view.enlarge_lead("V6")
    assert "V6 alone" in [button.text() for button in view.findChildren(QToolButton)]
    assert (view.sheet_view.rows, view.sheet_view.rows_run_on) == ((("V6",), ("V6",)), True)


def test_a_german_screen_prints_in_english(german: None, make_view: MakeView) -> None:
    view = make_view(790, 600)
    view.show_record(spikes())
    view.enlarge_lead("V1")
    assert "nur V1" in [button.text() for button in view.findChildren(QToolButton)]
    assert view.sheet_view.arrangement == "V1 alone"
