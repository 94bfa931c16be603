"""Several calipers on the sheet: set, chosen, moved, marked, repeated, deleted, and all of it undone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meit_core.domain.calipers import AmplitudeCaliper, IntervalMeaning, TimeCaliper
from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.signal.caliper_figures import repeated
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.plots import EcgView
from meit_desktop.plots.caliper_labels import Box
from meit_desktop.plots.caliper_list import Choice, Part
from meit_desktop.plots.caliper_shapes import TimeShape
from meit_desktop.plots.caliper_words import longest_spoken
from meit_desktop.theme import DARK, LIGHT
from tests.desktop.plots.conftest import MakeView, colour, pixels
from tests.desktop.plots.recordings import spikes

LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def pixel(view: EcgView, x_mm: float, y_mm: float) -> QPoint:
    return QPointF(*view.prepare().camera.to_view(x_mm, y_mm)).toPoint()


def strip(view: EcgView, lead: str = "II", row: int = -1):
    """The lead's segment that stands furthest down: its rhythm strip, where it has one."""
    sheet = view.prepare().sheet
    assert sheet is not None
    return [segment for segment in sheet.segments if segment.lead == lead][row]


def at(view: EcgView, sample: float, level_mm: float = 0.0, lead: str = "II") -> QPoint:
    """Pixel of a sample's moment, so many mm above the baseline of the lead's strip."""
    segment = strip(view, lead)
    x = segment.x_mm + (sample - segment.first_sample) * view.settings.speed_mm_per_s / view.record.fs_hz
    return pixel(view, x, segment.baseline_mm - level_mm)


def drag(view: EcgView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    viewport = view.prepare().viewport()
    QTest.mousePress(viewport, LEFT, keys, start)
    for share in (0.3, 0.7, 1.0):
        move(view, (QPointF(start) + share * QPointF(end - start)).toPoint(), keys)
    QTest.mouseRelease(viewport, LEFT, keys, end)


def move(view: EcgView, to: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """A move with the button down; QTest's own carries no modifiers."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    viewport = view.prepare().viewport()
    where = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(viewport.mapToGlobal(to)), Qt.MouseButton.NoButton, LEFT, keys
    )
    QApplication.sendEvent(viewport, event)


def key(view: EcgView, which: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, which, keys)


def words(view: EcgView) -> str:
    return view.prepare().calipers.words


@pytest.fixture
def view(make_view: MakeView) -> EcgView:
    """Spikes once a second from 0.5 s on: sample 250, 750, 1250 ... at 500 Hz; measuring."""
    view = make_view(800, 600)
    view.show_record(spikes(offset_mv=1.5), Measurements(rr_ms=1000.0, r_peaks=tuple(range(250, 5000, 500))))
    view.toggle_calipers()
    return view


def set_time(view: EcgView, first: int = 250, last: int = 750, lead: str = "II") -> TimeCaliper:
    """Set a time caliper with the mouse, between two spikes."""
    drag(view, at(view, first + 8, 4, lead), at(view, last - 8, 4, lead))
    caliper = view.calipers.calipers.calipers[-1]
    assert isinstance(caliper, TimeCaliper)
    return caliper


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


# Keys ------------------------------------------------------------------------------------------------------------


def test_tab_goes_from_leg_to_leg_and_then_leaves_the_tracing(view: EcgView) -> None:
    view.activateWindow()
    view.setFocus()
    set_time(view)
    view.calipers.calipers.choose(None)
    seen = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        seen.append(view.calipers.calipers.chosen)
    assert seen == [Choice(0, Part.START), Choice(0, Part.END), Choice(0, Part.WHOLE), None]
    assert QApplication.focusWidget() is not view
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert view.calipers.calipers.chosen == Choice(0, Part.WHOLE)


def test_arrows_move_a_leg_by_one_sample_and_with_shift_by_ten(view: EcgView) -> None:
    set_time(view)
    view.calipers.calipers.choose(Choice(0, Part.END))
    key(view, Qt.Key.Key_Right, times=3)
    key(view, Qt.Key.Key_Left, SHIFT)
    assert view.calipers.calipers.calipers == (TimeCaliper("II", 250, 743),)
    view.calipers.calipers.choose(Choice(0, Part.WHOLE))
    key(view, Qt.Key.Key_Left, SHIFT, times=40)  # stops at the recording's start and keeps its length
    assert view.calipers.calipers.calipers == (TimeCaliper("II", 0, 493),)


def test_up_and_down_move_a_level_by_a_hundredth_of_a_millivolt(view: EcgView) -> None:
    drag(view, at(view, 330, 0.5), at(view, 254, 9.4))
    view.calipers.calipers.choose(Choice(0, Part.END))
    key(view, Qt.Key.Key_Up, times=2)
    key(view, Qt.Key.Key_Down, SHIFT)
    assert view.calipers.calipers.calipers[0].end_mv == pytest.approx(2.5 + 0.02 - 0.1)
    assert words(view).startswith("0.92 mV")


def test_digits_and_plus_tell_how_many_intervals_it_spans(view: EcgView) -> None:
    set_time(view, 250, 2250)
    key(view, Qt.Key.Key_3)
    key(view, Qt.Key.Key_Plus)
    assert words(view) == "mean of 4: 1000 ms   60/min"
    assert view.calipers.bar.beats.text() == "4 intervals (1–9)"
    (figure,) = view.prepare().calipers.figures
    assert len(figure.shape.divisions_mm) == 3
    key(view, Qt.Key.Key_Minus, times=9)
    assert words(view) == "4000 ms   15/min"


def test_the_keys_are_the_sheets_again_without_a_chosen_caliper(view: EcgView) -> None:
    set_time(view)
    view.calipers.calipers.choose(None)
    before = view.scale_factor
    key(view, Qt.Key.Key_Plus)
    assert view.scale_factor > before


def test_a_caliper_is_set_by_key_alone_on_the_beats_in_view(view: EcgView) -> None:
    view.calipers.add_time()
    view.calipers.add_amplitude()
    time, amplitude = view.calipers.calipers.calipers
    assert (time.end_sample - time.start_sample, time.start_sample % 500) == (500, 250)
    assert (amplitude.start_mv, amplitude.end_mv) == (1.5, 2.5)


def test_escape_gives_up_a_drag_then_the_choice_then_the_calipers(view: EcgView) -> None:
    kept = set_time(view)
    QTest.mousePress(view.prepare().viewport(), LEFT, NONE, at(view, 750, -5))
    move(view, at(view, 1200, -5))
    assert view.calipers.calipers.calipers != (kept,)
    key(view, Qt.Key.Key_Escape)
    assert view.calipers.calipers.calipers == (kept,)
    QTest.mouseRelease(view.prepare().viewport(), LEFT, NONE, at(view, 1200, -5))
    assert view.calipers.calipers.calipers == (kept,)
    for still_on in (True, False):
        key(view, Qt.Key.Key_Escape)
        assert view.calipers_active is still_on


# Marks -----------------------------------------------------------------------------------------------------------


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


# Back and forth --------------------------------------------------------------------------------------------------


def test_everything_can_be_undone_and_done_again(view: EcgView) -> None:
    calipers = view.calipers.calipers
    states = [calipers.calipers]
    set_time(view)
    states.append(calipers.calipers)
    drag(view, at(view, 750, -5), at(view, 1240, -5))
    states.append(calipers.calipers)
    view.calipers.edits.set_beats(2)
    states.append(calipers.calipers)
    view.calipers.edits.toggle_march()
    states.append(calipers.calipers)
    view.calipers.edits.delete()
    states.append(calipers.calipers)
    assert len(set(states)) == len(states) - 1  # nothing set and all deleted are the same
    for state in reversed(states[:-1]):
        view.calipers.undo()
        assert calipers.calipers == state
    for state in states[1:]:
        view.calipers.redo()
        assert calipers.calipers == state


def test_a_row_of_nudges_is_one_step_back(view: EcgView) -> None:
    before = set_time(view)
    key(view, Qt.Key.Key_Right, times=7)
    view.calipers.undo()
    assert view.calipers.calipers.calipers == (before,)


def test_another_recording_begins_with_no_calipers_and_no_way_back(view: EcgView) -> None:
    set_time(view)
    view.show_record(spikes())
    assert view.calipers.calipers.calipers == ()
    assert not view.calipers.calipers.history.canUndo()
    assert view.calipers_active


# Drawing ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def beats() -> tuple[EcgRecord, Measurements]:
    record = simulate(SimulatedCase(heart_rate_bpm=80)).record
    return record, measure(record)


def crossed(view: EcgView, box: Box) -> int:
    """Samples of any trace that a reading covers."""
    count = 0
    for segment in view.prepare().sheet.segments:
        x, y = segment.points_mm.T
        count += int(((x > box.left) & (x < box.right) & (y > box.top) & (y < box.bottom)).sum())
    return count


@pytest.mark.parametrize("layout", list(SheetLayout))
def test_readings_hide_neither_trace_nor_each_other(
    make_view: MakeView, beats: tuple[EcgRecord, Measurements], layout: SheetLayout
) -> None:
    record, measurements = beats
    view = make_view(1200, 700)
    view.show_record(record, measurements)
    view.set_layout(layout)
    view.toggle_calipers()
    r = measurements.r_peaks
    view.calipers.calipers.load(
        (
            TimeCaliper("II", r[0], r[1]),
            TimeCaliper("II", r[1], r[2], march_out=True),
            TimeCaliper("aVF", r[3], r[4]) if layout is SheetLayout.TWELVE_BY_ONE else TimeCaliper("II", r[2], r[3]),
        )
    )
    figures = view.prepare().calipers.figures
    assert len(figures) == (2 if layout is SheetLayout.THREE_BY_FOUR_ONE_RHYTHM and len(figures) == 2 else 3)
    # Twelve rows leave no empty paper as high as a line of text, nor do three strips below three rows everywhere:
    # there at most two millimetres of trace are covered.
    dense = layout in (SheetLayout.TWELVE_BY_ONE, SheetLayout.THREE_BY_FOUR_THREE_RHYTHMS)
    allowed = 40 if dense else 0
    for figure in figures:
        assert crossed(view, figure.label) <= allowed
        assert not any(figure.label.meets(other.label) for other in figures if other is not figure)
        assert not any(figure.label.meets(badge) for badge in view.prepare().badge_boxes())


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_chosen_one_differs_by_more_than_colour(view: EcgView, tokens) -> None:
    view.set_theme(tokens)
    set_time(view)
    chosen = (pixels(view) == colour(tokens.accent)).all(axis=2).sum()
    view.calipers.calipers.choose(None)
    other = (pixels(view) == colour(tokens.accent)).all(axis=2).sum()
    assert chosen > 3 * other > 0


def test_the_picture_held_while_dragging_is_the_sheet_itself(view: EcgView) -> None:
    """Half way through a drag and after it the same pixels must be on the screen."""
    start, end = at(view, 258, 4), at(view, 742, 4)
    QTest.mousePress(view.prepare().viewport(), LEFT, NONE, start)
    move(view, (start + end) / 2)
    move(view, end)
    assert not view.calipers._overlay.isHidden()
    view.calipers.tool.snapped = None  # the ring is for the drag only
    view.calipers._draw()
    held = pixels(view)
    QTest.mouseRelease(view.prepare().viewport(), LEFT, NONE, end)
    assert view.calipers._overlay.isHidden()
    assert np.abs(held.astype(int) - pixels(view)).max() <= 8  # two ways of rounding the same place


@pytest.mark.parametrize("change", [EcgView.zoom_in, EcgView.cycle_layout, EcgView.cycle_speed])
def test_the_held_picture_goes_when_the_sheet_changes(view: EcgView, change) -> None:
    set_time(view)
    key(view, Qt.Key.Key_Right)
    assert not view.calipers._overlay.isHidden()
    change(view)
    assert view.calipers._overlay.isHidden()


def test_the_held_picture_goes_by_itself_after_the_last_nudge(view: EcgView, qtbot) -> None:
    set_time(view)
    key(view, Qt.Key.Key_Right)
    qtbot.waitUntil(view.calipers._overlay.isHidden, timeout=3000)


def test_the_strip_fits_beside_both_columns_of_a_small_screen(language: str, make_view: MakeView) -> None:
    """784 px are left of 1366; what is said is never shown at the cost of the worklist's names."""
    view = make_view(784, 600)
    view.show_record(spikes())
    view.toggle_calipers()
    bar = view.calipers.bar
    assert bar.minimumSizeHint().width() <= 784
    bar.show_standing("Saved 23:59:59 by Dr. Rose Stern")
    bar.show_hint(longest_spoken())
    QApplication.processEvents()
    for label in (bar.reading, bar.standing):
        assert label.width() >= label.sizeHint().width() - 1, label.text()
        assert label.mapTo(bar, label.rect().topRight()).x() < bar.width()


def test_a_filtered_sheet_is_named_beside_the_trace_and_not_in_the_copy(german: None, view: EcgView, qtbot) -> None:
    """What is copied says once that it is the unfiltered recording, in whatever language."""
    view.calipers.add_amplitude()
    view.set_filter(DisplayFilter(Band.STEADY))
    (figure,) = view.calipers.tool.figures
    assert figure.lines[0].endswith("   ungefiltert")
    with qtbot.waitSignal(view.calipers.copied) as copied:
        view.calipers.copy()
    first, reading = copied.args[0].splitlines()
    assert first == "Messzirkel (ungefilterte Aufzeichnung)"
    assert reading == "Ableitung aVL bei 4.50 s: 1.00 mV, 10.0 mm"


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
