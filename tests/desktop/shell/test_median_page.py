"""The median beat page on the screen: pointer, keys, geometry, words."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.leads import LEADS
from meit_core.domain.record import Sex
from meit_core.signal.averaged_beat import averaged_beat
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Rhythm, SimulatedCase, simulate
from meit_desktop.models.mark_editor import MarkEditor
from meit_desktop.plots.median_layout import Panel
from meit_desktop.plots.median_marks import columns_changed
from meit_desktop.theme import DARK, Tokens
from meit_desktop.widgets.median_page import MedianPage
from tests.desktop.plots.conftest import as_array

P_ON, P_OFF, QRS_ON, QRS_OFF, T_OFF = BeatMark
MakePage = Callable[..., MedianPage]


@pytest.fixture
def make_page(qtbot: QtBot, tokens: Tokens) -> MakePage:
    def make(
        *, why_not: str = "", px_per_mm: float = 4.0, size: tuple[int, int] = (780, 640), **case: object
    ) -> MedianPage:
        record = simulate(SimulatedCase(**case)).record
        page = MedianPage(tokens)
        qtbot.addWidget(page)
        page.view.px_per_mm = px_per_mm
        page.resize(780, 640)
        page.show()
        qtbot.waitExposed(page)
        made = MarkEditor(averaged_beat(record), measure(record), {}, reader="Dr. Rose", username="rose")
        page.show_study(made, sex=Sex.FEMALE, why_not=why_not)
        return page

    return make


def pixel(page: MedianPage, panel: Panel, place: int, y: float | None = None) -> QPoint:
    at = QPointF(panel.x_of(page.editor.beat.from_r_ms(place)), panel.area.center().y() if y is None else y)
    return at.toPoint()


def drag(page: MedianPage, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(page.view, left, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(page.view, start + (end - start) * share)
    QTest.mouseRelease(page.view, left, pos=end)


def values(page: MedianPage) -> dict[str, str]:
    return {reading.label: reading.value for reading in page.figures.shown}


def test_speed_and_gain_are_true_to_the_paper(make_page: MakePage) -> None:
    """1 s is 100 mm on the left and 50 mm on the right, 1 mV as many mm as the caption says."""
    page = make_page()
    fit, beat = page.view.fit, page.editor.beat
    for panel, speed in ((fit.everything, 100), (fit.leads[0], 50), (fit.leads[11], 50)):
        across = panel.x_of(250.0) - panel.x_of(-250.0)
        assert across == pytest.approx(0.5 * speed * fit.px_per_mm)
        assert panel.scale.px_per_mv == panel.scale.gain_mm_per_mv * fit.px_per_mm
        assert f"{panel.scale.gain_mm_per_mv:g} mm/mV" in page.caption.text()
        for place in (0, beat.r_index, beat.n_samples - 1):
            assert page.view.place_at(panel, panel.x_of(beat.from_r_ms(place))) == place
    assert tuple(panel.label for panel in fit.leads) == LEADS


def test_r_peaks_stand_on_bold_lines(make_page: MakePage) -> None:
    fit = make_page().view.fit
    big_px = 5 * fit.px_per_mm
    for panel in fit.leads:
        squares = (panel.r_at.x() - fit.origin.x()) / big_px
        assert squares == pytest.approx(round(squares), abs=1 / big_px)


def test_it_is_drawn_at_true_size_where_that_fits(make_page: MakePage) -> None:
    page = make_page(px_per_mm=3.0)
    assert page.view.fit.px_per_mm == 3.0
    assert "true size" in page.caption.text()
    page = make_page(px_per_mm=9.0)
    assert page.view.fit.px_per_mm < 9.0
    assert "not true mm" in page.caption.text()


@pytest.mark.parametrize("case", [{"heart_rate_bpm": 62.0}, {"heart_rate_bpm": 92.0, "pr_ms": 210.0}])
def test_dragging_to_the_true_places_gives_the_true_intervals(make_page: MakePage, case: dict[str, float]) -> None:
    """A pixel is 2.9 ms here, so a drag ends within a sample; arrow keys take the mark to the very one."""
    page = make_page(**case)
    truth = simulate(SimulatedCase(**case)).truth
    true, beat, panel = truth.beats[3], page.editor.beat, page.view.fit.everything
    # First well away from where they should be, then there.
    for mark, away in ((T_OFF, 20), (QRS_OFF, 8), (QRS_ON, -6), (P_ON, -12), (P_OFF, -9)):
        page.editor.move(mark, page.editor.places[mark] + away)
        page.editor.settle()
    page._show()
    for mark in BeatMark:
        wanted = beat.r_index + round(getattr(true, mark.value) - true.r_peak)
        y = panel.area.bottom() - 30
        drag(page, pixel(page, panel, page.editor.places[mark], y), pixel(page, panel, wanted, y))
        missed = wanted - page.editor.places[mark]
        assert abs(missed) <= 1, mark
        if missed:
            QTest.keyClick(page.view, Qt.Key.Key_Right if missed > 0 else Qt.Key.Key_Left)
    read = page.editor.measurements
    for name in ("p_ms", "pr_ms", "qrs_ms", "qt_ms"):
        assert getattr(read, name) == pytest.approx(getattr(truth, name), abs=2.0), name


def test_a_drag_measures_at_every_move_and_stores_once(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page()
    panel, place = page.view.fit.everything, page.editor.places[T_OFF]
    measured = []
    page.measured.connect(measured.append)
    with qtbot.waitSignal(page.save_wanted) as saved:
        drag(page, pixel(page, panel, place), pixel(page, panel, place + 30))
        assert len(measured) >= 2
        assert values(page)["QT"] == f"{measured[-1].qt_ms:.0f}"
        assert not page.is_saved
    assert saved.args[0] == {T_OFF: page.editor.beat.from_r_ms(page.editor.places[T_OFF])}
    assert page.is_saved
    page.undo()
    assert page.editor.places[T_OFF] == place, "one drag is one step"


def test_a_mark_can_be_dragged_on_a_single_lead_and_by_its_flag(make_page: MakePage) -> None:
    page = make_page()
    lead = page.view.fit.leads[7]
    place = page.editor.places[T_OFF]
    drag(page, pixel(page, lead, place), pixel(page, lead, place + 20))
    assert page.editor.places[T_OFF] == pytest.approx(place + 20, abs=2)
    whole, place = page.view.fit.everything, page.editor.places[T_OFF]
    flag = pixel(page, whole, place, 8) + QPoint(14, 0)
    drag(page, flag, flag + QPoint(-30, 0))
    shift = 30 / (whole.scale.px_per_ms * page.editor.beat.step_ms)
    assert page.editor.places[T_OFF] == pytest.approx(place - shift, abs=1)


def test_a_drag_stops_at_the_neighbour(make_page: MakePage) -> None:
    page = make_page()
    panel = page.view.fit.everything
    start = pixel(page, panel, page.editor.places[T_OFF])
    drag(page, start, QPoint(round(panel.area.left()) + 2, start.y()))
    assert page.editor.places[T_OFF] == page.editor.places[QRS_OFF] + 1


def test_tab_chooses_and_arrows_move(make_page: MakePage) -> None:
    page = make_page()
    view = page.view
    view.setFocus()
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    chosen = []
    for _ in range(5):
        QTest.keyClick(view, key.Key_Tab)
        chosen.append(view.chosen)
    assert chosen == list(BeatMark)
    start = page.editor.places[T_OFF]
    QTest.keyClick(view, key.Key_Left)
    assert page.editor.places[T_OFF] == start - 1
    QTest.keyClick(view, key.Key_Right, shift)
    assert page.editor.places[T_OFF] == start + 9
    QTest.keyClick(view, key.Key_Backtab, shift)
    assert view.chosen is QRS_OFF
    QTest.keyClick(view, key.Key_Escape)
    assert view.chosen is None


def test_tab_leaves_after_the_last_mark(make_page: MakePage) -> None:
    page = make_page()
    page.view.setFocus()
    page.view.choose(T_OFF)
    assert page.focusWidget() is page.view
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    assert page.focusWidget() is not page.view


def test_keys_undo_redo_and_take_away(make_page: MakePage) -> None:
    page = make_page()
    control, start = Qt.KeyboardModifier.ControlModifier, page.editor.places
    page.view.setFocus()
    page.view.choose(T_OFF)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert values(page)["QT"] == "\N{EN DASH}"
    assert "taken away by Dr. Rose" in page.figures.notes.text()
    assert page.bar.chips[T_OFF].text() == "T off: add"
    QTest.keyClick(page.view, Qt.Key.Key_Z, control)
    assert page.editor.places == start
    QTest.keyClick(page.view, Qt.Key.Key_Y, control)
    assert T_OFF not in page.editor.places
    page.bar.computed.click()
    assert page.editor.places == start


def test_pressing_keys_in_a_row_is_stored_once(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page()
    saved = []
    page.save_wanted.connect(saved.append)
    page.view.setFocus()
    page.view.choose(T_OFF)
    for _ in range(4):
        QTest.keyClick(page.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(saved))
    assert saved == [page.editor.positions]
    page.undo()
    assert page.editor.manual == {}


def test_an_absent_mark_is_added_from_its_button(make_page: MakePage) -> None:
    page = make_page(rhythm=Rhythm.ATRIAL_FIBRILLATION, seed=3)
    assert values(page)["PR"] == "\N{EN DASH}"
    assert "irregular" in page.figures.notes.text()
    page.bar.chips[P_ON].click()
    assert page.view.chosen is P_ON
    assert page.focusWidget() is page.view
    assert values(page)["PR"] == "160"
    assert any(reading.manual for reading in page.figures.shown if reading.label == "PR")


def test_all_four_formulas_with_their_rate(make_page: MakePage) -> None:
    page = make_page(heart_rate_bpm=85.0)
    shown, read = values(page), page.editor.measurements
    assert shown["QTc at"] == f"{read.heart_rate_bpm:.0f}"
    for formula in ("bazett", "fridericia", "framingham", "hodges"):
        assert shown[formula.capitalize()] == f"{getattr(read.qtc_ms, formula):.0f}"


def test_what_is_locked_can_be_looked_at_only(make_page: MakePage) -> None:
    page = make_page(why_not="Signed: the marks can be looked at, not changed.")
    start, panel = page.editor.places, page.view.fit.everything
    assert "Signed" in page.bar.lock.text()
    assert page.bar.lock.isVisible()
    assert not page.bar.computed.isVisible()
    drag(page, pixel(page, panel, start[T_OFF]), pixel(page, panel, start[T_OFF] + 30))
    assert page.view.chosen is T_OFF
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Delete):
        QTest.keyClick(page.view, key)
    page.bar.mark_wanted.emit(P_ON)
    assert page.editor.places == start
    assert page.is_saved


def test_state_is_said_not_only_coloured(make_page: MakePage) -> None:
    page = make_page()
    page.view.choose(P_ON)
    assert "chosen: P on" in page.view.accessibleDescription()
    assert "computed" in page.bar.chips[P_ON].accessibleName()
    page.view.nudge_wanted.emit(P_ON, -2)
    assert "set by Dr. Rose" in page.bar.chips[P_ON].accessibleName()
    assert "P on" in page.view.accessibleDescription()
    assert "manual" in page.view.accessibleDescription()
    drawn = page.view._drawn_marks()
    assert {mark for mark in BeatMark if drawn[mark].manual} == {P_ON}


def test_it_follows_the_theme_and_the_room(make_page: MakePage) -> None:
    page = make_page()
    before = page.view.grab().toImage()
    page.set_theme(DARK)
    assert page.view.grab().toImage() != before
    scale = page.view.fit.px_per_mm
    page.resize(560, 480)
    QTest.qWait(0)
    assert page.view.fit.px_per_mm < scale
    assert page.view.fit.everything.area.left() >= 0
    assert max(panel.area.right() for panel in page.view.fit.panels) <= page.view.width()


def test_large_names_stand_beside_the_traces_and_apart_from_each_other(make_page: MakePage) -> None:
    """As at twice the text size in a low window: names in front of their traces, flags on no other flag."""
    page = make_page()
    font = page.view.font()
    font.setPixelSize(32)
    page.view.setFont(font)
    page.resize(885, 320)
    page.editor.nudge(P_ON, -20)  # nearer to the left end, and with a pencil, which makes its flag wider
    page._show_marks()
    view = page.view
    metrics = QFontMetricsF(view.font())
    for panel in view.fit.leads:
        assert panel.label_px >= metrics.horizontalAdvance(panel.label)
        assert panel.r_at.x() - view.fit.everything.r_at.x() == pytest.approx(
            5 * view.fit.px_per_mm * round((panel.r_at.x() - view.fit.everything.r_at.x()) / 5 / view.fit.px_per_mm),
            abs=1,
        )
    assert view.fit.leads[-1].area.right() <= view.width()
    flags = [flag for _, flag in view._mark_painter._flags(view.fit, view._drawn_marks())]
    assert len(flags) == 5
    assert not any(one.intersects(other) for one, other in itertools.combinations(flags, 2))
    assert min(flag.left() for flag in flags) >= 0
    names_from = view.fit.leads[0].area.left() - view.fit.leads[0].label_px
    assert max(flag.right() for flag in flags) <= names_from


def test_no_line_of_values_is_cut_in_half(make_page: MakePage) -> None:
    page = make_page()
    for height in range(300, 640, 17):
        page.resize(420, height)
        QTest.qWait(0)
        below = page._below.height()
        for label in page._words.findChildren(QLabel):
            if not label.isHidden():
                top, bottom = label.mapTo(page._words, QPoint(0, 0)).y(), label.geometry().height()
                assert not top + 2 < below < top + bottom - 2, f"{label.text()} at {height}"


def test_nothing_moves_under_the_hand(make_page: MakePage) -> None:
    """Values grow longer while a mark is dragged, and may take room from the beat."""
    page = make_page()
    view, left = page.view, Qt.MouseButton.LeftButton
    start = pixel(page, view.fit.everything, page.editor.places[T_OFF])
    QTest.mousePress(view, left, pos=start)
    before = view.fit
    page.resize(page.width(), page.height() - 60)
    QTest.mouseMove(view, start + QPoint(20, 0))
    assert view.fit is before
    QTest.mouseRelease(view, left, pos=start + QPoint(20, 0))
    assert view.fit is not before
    assert view.fit.everything.area.height() == view.height()


def test_a_drag_repaints_all_that_changes(make_page: MakePage) -> None:
    """It asks for strips of paper only: whatever differs below the flags must lie in one of them."""
    page = make_page()
    view = page.view
    view.choose(T_OFF)
    before, drawn = as_array(view.grab().toImage()), view._drawn_marks()
    page.editor.move(T_OFF, page.editor.places[T_OFF] - 40)
    page._show_marks()
    after = as_array(view.grab().toImage())
    top = round(view._mark_painter.flags_px) + 1
    differs = set(np.flatnonzero((before[top:] != after[top:]).any(axis=(0, 2))).tolist())
    asked = columns_changed(view.fit, drawn, view._drawn_marks())
    assert len(differs) >= 6, "old and new line in three columns"
    assert differs <= {x + away for x in asked for away in range(-3, 4)}
