"""Calipers are set, chosen, moved and copied; they stay on their beats whatever the sheet looks like."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from meit_core.domain.calipers import AmplitudeCaliper, TimeCaliper
from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.plots import EcgView
from tests.desktop.plots.caliper_hand import ALT, LEFT, at, drag, pixel, set_time, strip, words
from tests.desktop.plots.conftest import MakeView
from tests.desktop.plots.recordings import spikes


@pytest.fixture
def view(measuring: EcgView) -> EcgView:
    return measuring


def test_dragging_sideways_measures_time_from_peak_to_peak(view: EcgView) -> None:
    # 8 samples beside each spike are 0.4 mm: the legs snap to the spikes themselves.
    assert set_time(view) == TimeCaliper("II", 250, 750)
    assert words(view) == "1000 ms   60/min"


def test_dragging_upwards_measures_the_raw_amplitude_and_its_millimetres(view: EcgView) -> None:
    drag(view, at(view, 330, 0.5), at(view, 254, 9.4))
    (caliper,) = view.calipers.calipers.calipers
    assert caliper == AmplitudeCaliper("II", caliper.start_sample, 1.5, 250, 2.5)
    assert words(view) == "1.00 mV   10.0 mm"


def test_on_another_gain_millimetres_are_those_of_the_standard_one(view: EcgView) -> None:
    view.set_gain_mm_per_mv(5)
    drag(view, at(view, 330, 0.5), at(view, 254, 4.8))
    assert words(view) == "1.00 mV   10.0 mm at 10 mm/mV"


def test_a_modifier_suspends_snapping(view: EcgView) -> None:
    for first, keys in ((270, ALT), (1270, Qt.KeyboardModifier.ControlModifier)):
        drag(view, at(view, first, 4), at(view, first + 460, 4), keys)
        caliper = view.calipers.calipers.calipers[-1]
        # A pixel is two to three samples wide here; the spikes are 20 and 20 samples away.
        assert (caliper.start_sample, caliper.end_sample) == pytest.approx((first, first + 460), abs=4)


def test_the_readings_never_see_the_filter(make_view: MakeView) -> None:
    """At 40 Hz an R wave is drawn lower than it was recorded; the caliper on it tells what was recorded."""
    simulation = simulate(SimulatedCase(voltage=1.5))
    view = make_view(800, 600)
    view.show_record(simulation.record)
    view.set_filter(DisplayFilter(next(band for band in Band if band.high_hz == 40)))
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    view.toggle_calipers()
    raw = simulation.record.lead("V5")
    peak = int(np.argmax(raw[:1500]))
    segment = strip(view, "V5")
    median = float(np.median(raw.astype(float)))
    top_mm = (float(raw[peak]) - median) * 10
    drag(view, at(view, peak + 60, 0.5, "V5"), at(view, peak, top_mm, "V5"))
    (caliper,) = view.calipers.calipers.calipers
    assert isinstance(caliper, AmplitudeCaliper)
    assert caliper.end_mv == float(raw[caliper.end_sample])
    drawn = segment.baseline_mm - segment.points_mm[caliper.end_sample, 1]
    assert caliper.end_mv - median > drawn / 10 + 0.05
    assert words(view).endswith("raw")


def test_a_click_sets_nothing_and_lets_go_of_the_chosen_one(view: EcgView) -> None:
    set_time(view)
    before = view.prepare().camera
    QTest.mouseClick(view.prepare().viewport(), LEFT, pos=at(view, 1500, -6))
    assert len(view.calipers.calipers.placed) == 1
    assert view.calipers.calipers.chosen is None
    assert view.prepare().camera == before


def test_several_stand_side_by_side_and_a_leg_of_one_is_moved(view: EcgView) -> None:
    set_time(view, 250, 750)
    set_time(view, 1250, 1750)
    drag(view, at(view, 1750, -5), at(view, 2240, -5))
    assert view.calipers.calipers.calipers == (TimeCaliper("II", 250, 750), TimeCaliper("II", 1250, 2250))
    assert set(words(view).splitlines()) == {"1000 ms   60/min", "2000 ms   30/min"}


def test_a_whole_caliper_is_moved_by_its_reading(view: EcgView) -> None:
    set_time(view)
    (figure,) = view.prepare().calipers.figures
    middle = pixel(view, (figure.label.left + figure.label.right) / 2, (figure.label.top + figure.label.bottom) / 2)
    drag(view, middle, middle + QPoint(round(3 * view.prepare().camera.px_per_mm), 0))
    (caliper,) = view.calipers.calipers.calipers
    assert caliper.end_sample - caliper.start_sample == 500
    assert caliper.start_sample - 250 == pytest.approx(60, abs=6)  # 3 mm at 25 mm/s and 500 Hz


def test_a_caliper_stays_on_its_beats_whatever_the_sheet_looks_like(view: EcgView) -> None:
    set_time(view)
    for change in (view.cycle_speed, view.cycle_gain, view.cycle_layout, view.cycle_filter):
        change()
        assert view.calipers.calipers.calipers == (TimeCaliper("II", 250, 750),)
        (figure,) = view.prepare().calipers.figures
        segment = next(
            each
            for each in view.prepare().sheet.segments
            if each.lead == "II" and each.x_mm <= figure.shape.start_mm < each.x_mm + each.width_mm
        )
        sample = round((figure.shape.start_mm - segment.x_mm) / view.settings.speed_mm_per_s * 500)
        assert segment.first_sample + sample == 250
        assert "1000 ms" in words(view)


def test_one_that_the_sheet_does_not_show_is_counted(view: EcgView) -> None:
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    set_time(view, 250, 750, "V6")
    view.set_layout(SheetLayout.THREE_BY_FOUR_ONE_RHYTHM)  # V6 stands there from 7.5 s on
    assert view.prepare().calipers.figures == ()
    view.calipers.calipers.choose(None)
    assert "1 caliper, 1 not on this sheet" in view.calipers.bar.reading.text()


def test_off_hides_them_and_says_how_many_there_are(view: EcgView) -> None:
    set_time(view)
    view.toggle_calipers()
    assert view.prepare().calipers.figures == ()
    assert not view.calipers.bar.isVisible()
    assert view._bar.calipers.text() == "1"
    view.toggle_calipers()
    assert words(view) == "1000 ms   60/min"


def test_readings_are_copied_as_text_without_the_patient(view: EcgView, qtbot) -> None:
    set_time(view)
    drag(view, at(view, 830, 0.5), at(view, 754, 9.4))
    with qtbot.waitSignal(view.calipers.copied) as copied:
        view.calipers.copy()
    assert copied.args[0].splitlines() == [
        "Calipers (unfiltered recording)",
        "Lead II at 0.50 s: 1000 ms, 60/min",
        "Lead II at 1.50 s: 1.00 mV, 10.0 mm",
    ]


def test_calipers_in_a_lead_drawn_upside_down_keep_the_recorded_sign(make_view: MakeView) -> None:
    view = make_view(800, 600)
    view.show_record(spikes(offset_mv=1.5))
    view.cycle_lead_order()  # Cabrera: aVR turned round, its spike points down
    view.toggle_calipers()
    segment = strip(view, "aVR")
    assert segment.inverted
    drag(view, at(view, segment.first_sample + 90, 0.5, "aVR"), at(view, segment.first_sample + 250, -9.5, "aVR"))
    (caliper,) = view.calipers.calipers.calipers
    assert isinstance(caliper, AmplitudeCaliper)
    assert (caliper.start_mv, caliper.end_mv) == (1.5, 2.5)


def test_a_recording_at_an_odd_rate_keeps_legs_on_samples(make_view: MakeView) -> None:
    signal = np.zeros((len(LEADS), 2570), np.float32)
    signal[:, 128::257] = 1.0
    view = make_view(800, 600)
    view.show_record(EcgRecord(signal, 257.0))
    view.toggle_calipers()
    drag(view, at(view, 128, 4), at(view, 385, 4))
    assert view.calipers.calipers.calipers == (TimeCaliper("II", 128, 385),)
    assert words(view) == "1000 ms   60/min"
