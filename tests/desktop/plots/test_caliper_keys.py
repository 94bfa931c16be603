"""Calipers by keyboard alone, and every step of it undone and done again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meit_core.domain.calipers import TimeCaliper
from meit_desktop.plots import EcgView
from meit_desktop.plots.caliper_list import Choice, Part
from tests.desktop.plots.caliper_hand import LEFT, NONE, SHIFT, at, drag, key, move, set_time, words
from tests.desktop.plots.recordings import spikes


@pytest.fixture
def view(measuring: EcgView) -> EcgView:
    return measuring


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
