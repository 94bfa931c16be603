"""How calipers look: readings hide nothing, and a drag is drawn over a picture that is held."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meit_core.domain.calipers import TimeCaliper
from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_desktop.plots import EcgView
from meit_desktop.plots.caliper_labels import Box
from meit_desktop.plots.caliper_words import longest_spoken
from meit_desktop.theme import DARK, LIGHT
from tests.desktop.plots.caliper_hand import LEFT, NONE, at, key, move, set_time
from tests.desktop.plots.conftest import MakeView, colour, pixels
from tests.desktop.plots.recordings import spikes


@pytest.fixture
def view(measuring: EcgView) -> EcgView:
    return measuring


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
