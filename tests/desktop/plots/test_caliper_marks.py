"""Intervals that mean something: marched out, marked as QT and RR."""

from __future__ import annotations

import pytest

from meit_core.domain.calipers import IntervalMeaning, TimeCaliper
from meit_core.signal.caliper_figures import repeated
from meit_desktop.plots import EcgView
from meit_desktop.plots.caliper_shapes import TimeShape
from tests.desktop.plots.caliper_hand import ALT, at, drag, set_time, strip, words
from tests.desktop.plots.conftest import MakeView
from tests.desktop.plots.recordings import spikes


@pytest.fixture
def view(measuring: EcgView) -> EcgView:
    return measuring


def test_marching_out_ticks_every_beat_of_the_strip(view: EcgView) -> None:
    set_time(view, 1250, 1750)
    view.calipers.edits.toggle_march()
    (figure,) = view.prepare().calipers.figures
    assert isinstance(figure.shape, TimeShape)
    segment = strip(view)
    ticks = [round((x - segment.x_mm) / 25 * 500) for x, _, _ in figure.shape.ticks_mm]
    assert ticks == [250, 750, *range(2250, 5000, 500)]
    assert view.calipers.bar.march.isChecked()


def test_an_enlarged_lead_is_marched_over_both_of_its_lines(view: EcgView) -> None:
    set_time(view, 250, 750)
    view.calipers.edits.toggle_march()
    view.enlarge_lead("II")
    (figure,) = view.prepare().calipers.figures
    heights = {round(top) for _, top, _ in figure.shape.ticks_mm}
    assert len(heights) == 2
    assert len(figure.shape.ticks_mm) >= len(repeated(TimeCaliper("II", 250, 750), 0, 4999))


def test_qt_is_corrected_by_the_measured_rate_and_by_a_caliper_marked_rr(view: EcgView) -> None:
    drag(view, at(view, 300, 4), at(view, 500, 4), ALT)
    view.calipers.edits.toggle_meaning(IntervalMeaning.QT)
    assert words(view).splitlines()[1].startswith("QTc   Baz")
    assert "60/min, measured" in words(view)
    set_time(view, 1250, 2250)
    view.calipers.edits.toggle_meaning(IntervalMeaning.RR)
    assert "30/min, RR caliper" in words(view)
    view.calipers.edits.set_beats(2)
    assert "60/min, RR caliper" in words(view)
    assert "RR mean of 2: 1000 ms   60/min" in words(view)


def test_there_is_one_rr_and_qt_spans_one_interval(view: EcgView) -> None:
    set_time(view, 250, 750)
    view.calipers.edits.toggle_meaning(IntervalMeaning.RR)
    set_time(view, 1250, 1750)
    view.calipers.edits.toggle_meaning(IntervalMeaning.RR)
    first, second = view.calipers.calipers.calipers
    assert (first.meaning, second.meaning) == (IntervalMeaning.INTERVAL, IntervalMeaning.RR)
    view.calipers.edits.toggle_meaning(IntervalMeaning.QT)
    view.calipers.edits.set_beats(3)
    assert view.calipers.calipers.calipers[1].beats == 1
    assert "one interval" in view.calipers.bar.reading.text()


def test_without_a_rate_no_qtc_is_told(make_view: MakeView) -> None:
    view = make_view(800, 600)
    view.show_record(spikes())
    view.toggle_calipers()
    set_time(view)
    view.calipers.edits.toggle_meaning(IntervalMeaning.QT)
    assert words(view).splitlines() == ["QT 1000 ms", "no QTc: mark a caliper as RR"]
