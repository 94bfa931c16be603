"""The filter on the screen, and the order of the limb leads."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.flows.display import DisplayFlow
from meit_desktop.plots import EcgView, SheetLayout
from meit_desktop.settings import BAND, MAINS_NOTCH, Settings
from tests.desktop.plots.conftest import MakeView
from tests.desktop.plots.recordings import spikes


def height_mm(view: EcgView, lead: str) -> float:
    sheet = view.prepare().sheet
    assert sheet is not None
    points = next(segment for segment in sheet.segments if segment.lead == lead).points_mm[:, 1]
    return float(points.max() - points.min())


def filter_button(view: EcgView) -> QToolButton:
    return next(button for button in view.findChildren(QToolButton) if button.accessibleName().startswith("Filter"))


def test_a_filter_changes_what_is_drawn_and_nothing_else(make_view: MakeView) -> None:
    view = make_view()
    record = spikes()
    before = record.signal_mv.copy()
    view.show_record(record)
    assert height_mm(view, "II") == pytest.approx(10, abs=0.01)
    view.set_filter(DisplayFilter(Band.SMOOTH))
    assert height_mm(view, "II") < 3
    assert view.record is record
    assert np.array_equal(record.signal_mv, before)
    view.set_filter(DisplayFilter())
    assert height_mm(view, "II") == pytest.approx(10, abs=0.01)


def test_pointing_at_a_filtered_tracing_reads_the_recorded_value(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view()
    record = simulate(SimulatedCase(heart_rate_bpm=75, seed=6)).record
    view.show_record(record)
    view.set_filter(DisplayFilter(Band.SMOOTH, 50))
    canvas = view.prepare()
    assert canvas.sheet is not None
    segment = next(segment for segment in canvas.sheet.segments if segment.lead == "aVF")
    index = int(np.argmin(segment.points_mm[:, 1]))  # the tallest R wave
    place = QPointF(*canvas.camera.to_view(*segment.points_mm[index])).toPoint()
    with qtbot.waitSignal(view.hovered) as hovered:
        QTest.mouseMove(canvas.viewport(), place)
    lead, time_s, value_mv = hovered.args
    assert lead == "aVF"
    assert value_mv == pytest.approx(float(record.lead("aVF")[round(time_s * record.fs_hz)]), abs=1e-6)


def test_forty_hertz_is_warned_of_by_icon_word_and_explanation(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    shown = filter_button(view)
    seen = []
    for _ in Band:
        seen.append(shown.text())
        assert shown.icon().isNull() == ("40 Hz" not in shown.text())
        if "40 Hz" in shown.text():
            assert "QRS smaller" in shown.text()
            assert "pacing spikes smaller" in shown.toolTip()
            assert "pacing spikes smaller" in shown.accessibleName()
        shown.click()
    assert seen == ["no filter", "0.05–150 Hz", "0.67–150 Hz", "0.67–40 Hz: QRS smaller"]
    assert shown.text() == "no filter"


def test_the_filter_stays_for_the_next_study(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_filter(DisplayFilter(Band.SMOOTH))
    view.show_record(spikes(height_mv=2))
    assert height_mm(view, "II") < 6
    assert "0.67–40 Hz" in view.accessibleDescription()


def test_a_filter_is_remembered_unless_it_falsifies(make_view: MakeView) -> None:
    settings = Settings()
    view = make_view()
    flow = DisplayFlow(view, settings)
    view.set_filter(DisplayFilter(Band.DIAGNOSTIC, 50))
    assert (settings.get(BAND), settings.get(MAINS_NOTCH)) == ("0.05–150 Hz", 50)
    view.set_filter(DisplayFilter(Band.SMOOTH, 50))
    again = make_view()
    second = DisplayFlow(again, settings)
    assert again.settings.filter == DisplayFilter(Band.DIAGNOSTIC, 50)
    assert flow is not second


@pytest.mark.parametrize(
    ("layout", "first"),
    [
        (SheetLayout.THREE_BY_FOUR_ONE_RHYTHM, ["aVL", "II", "V1", "V4", "I", "aVF", "V2", "V5", "−aVR", "III"]),
        (SheetLayout.SIX_BY_TWO, ["aVL", "V1", "I", "V2", "−aVR", "V3", "II", "V4", "aVF", "V5", "III", "V6"]),
        (SheetLayout.TWELVE_BY_ONE, ["aVL", "I", "−aVR", "II", "aVF", "III", "V1", "V2", "V3", "V4", "V5", "V6"]),
    ],
)
def test_cabrera_s_order_goes_through_the_frontal_plane(
    make_view: MakeView, layout: SheetLayout, first: list[str]
) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_layout(layout)
    view.cycle_lead_order()
    names = [badge.text for badge in view.prepare().badges]
    assert names[: len(first)] == first
    view.cycle_lead_order()
    assert "−aVR" not in [badge.text for badge in view.prepare().badges]


def test_avr_is_drawn_upside_down_in_cabrera_s_order_and_read_as_recorded(make_view: MakeView, qtbot: QtBot) -> None:
    signal = np.zeros((12, 5000), np.float32)
    signal[LEADS.index("aVR"), 200::500] = -1.0
    view = make_view()
    view.show_record(EcgRecord(signal, 500.0))
    view.cycle_lead_order()
    canvas = view.prepare()
    assert canvas.sheet is not None
    segment = next(segment for segment in canvas.sheet.segments if segment.lead == "aVR")
    assert segment.baseline_mm - segment.points_mm[:, 1].min() == pytest.approx(10)  # upwards
    index = int(np.argmin(segment.points_mm[:, 1]))
    place = QPointF(*canvas.camera.to_view(*segment.points_mm[index])).toPoint()
    with qtbot.waitSignal(view.hovered) as hovered:
        QTest.mouseMove(canvas.viewport(), place)
    assert hovered.args[0] == "aVR"
    assert hovered.args[2] <= 0
