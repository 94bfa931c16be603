"""Pointing, magnifying, dragging, enlarging and measuring with the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots import EcgView
from tests.desktop.plots.conftest import MakeView
from tests.desktop.plots.recordings import spikes

LEFT = Qt.MouseButton.LeftButton


def segment(view: EcgView, lead: str) -> Segment:
    sheet = view.prepare().sheet
    assert sheet is not None
    return next(segment for segment in sheet.segments if segment.lead == lead)


def pixel_of(view: EcgView, lead: str, index: int) -> QPoint:
    """Where the view shows the ``index``-th sample of a lead's column."""
    x, y = segment(view, lead).points_mm[index]
    return QPointF(*view.prepare().camera.to_view(x, y)).toPoint()


def turn_wheel(view: EcgView, at: QPoint, notches: int, keys: Qt.KeyboardModifier | None = None) -> None:
    viewport = view.prepare().viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys or Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def drag(view: EcgView, start: QPoint, end: QPoint) -> None:
    viewport = view.prepare().viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)


@pytest.fixture
def view(make_view: MakeView) -> EcgView:
    view = make_view()
    view.show_record(spikes(offset_mv=1.5))
    return view


@pytest.mark.parametrize(("lead", "index", "raw_mv"), [("V2", 100, 1.5), ("V2", 250, 2.5), ("II", 300, 1.5)])
def test_pointing_at_a_trace_tells_lead_time_and_the_raw_value(
    view: EcgView, qtbot: QtBot, lead: str, index: int, raw_mv: float
) -> None:
    # The sheet centres the trace on its baseline; what is told is the 1.5 mV offset that was recorded.
    with qtbot.waitSignal(view.hovered) as told:
        QTest.mouseMove(view.prepare().viewport(), pixel_of(view, lead, index))
    found_lead, time_s, value_mv = told.args
    assert found_lead == lead
    assert time_s == pytest.approx(segment(view, lead).start_s + index / 500, abs=0.006)
    assert value_mv == pytest.approx(raw_mv, abs=1e-6)


def test_every_value_told_is_the_sample_recorded_at_that_time(make_view: MakeView) -> None:
    random = np.random.default_rng(3)
    record = EcgRecord(random.normal(0, 0.2, (12, 5000)).astype(np.float32), 500.0)
    view = make_view()
    view.show_record(record)
    told: list[tuple[str, float, float]] = []
    view.hovered.connect(lambda *words: told.append(words))
    for x in range(80, 1080, 90):
        QTest.mouseMove(view.prepare().viewport(), QPoint(x, 300))
    assert len(told) > 8
    for lead, time_s, value_mv in told:
        assert value_mv == float(record.signal_mv[LEADS.index(lead), round(time_s * 500)])


def test_the_readout_is_emptied_where_there_is_no_trace(view: EcgView, qtbot: QtBot) -> None:
    QTest.mouseMove(view.prepare().viewport(), pixel_of(view, "V2", 100))
    with qtbot.waitSignal(view.hover_ended):
        QTest.mouseMove(view.prepare().viewport(), QPoint(5, 5))


def test_the_wheel_magnifies_around_the_pointer(view: EcgView) -> None:
    at = pixel_of(view, "V1", 250)
    before = view.prepare().camera.to_sheet(at.x(), at.y())
    turn_wheel(view, at, 3)
    assert view.scale_factor == pytest.approx(1.25**3)
    assert view.prepare().camera.to_sheet(at.x(), at.y()) == pytest.approx(before, abs=0.2)
    assert "zoomed 1.95×" in view.accessibleDescription()


def test_the_wheel_stops_at_the_whole_sheet(view: EcgView) -> None:
    home = view.prepare().camera
    turn_wheel(view, QPoint(600, 300), 2)
    turn_wheel(view, QPoint(100, 500), -9)
    assert view.prepare().camera == home


def test_dragging_moves_a_magnified_sheet_with_the_pointer(view: EcgView) -> None:
    turn_wheel(view, QPoint(600, 350), 4)
    before = view.prepare().camera
    drag(view, QPoint(600, 350), QPoint(540, 330))
    after = view.prepare().camera
    assert after.left_mm - before.left_mm == pytest.approx(60 / before.px_per_mm, abs=0.2)
    assert after.top_mm - before.top_mm == pytest.approx(20 / before.px_per_mm, abs=0.2)


def test_the_wheel_with_shift_moves_sideways(view: EcgView) -> None:
    turn_wheel(view, QPoint(600, 350), 4)
    before = view.prepare().camera
    turn_wheel(view, QPoint(600, 350), -1, Qt.KeyboardModifier.ShiftModifier)
    assert view.prepare().camera.left_mm > before.left_mm
    assert view.prepare().camera.px_per_mm == before.px_per_mm


def test_a_double_click_enlarges_a_lead_and_another_brings_the_sheet_back(view: EcgView) -> None:
    viewport = view.prepare().viewport()
    QTest.mouseDClick(viewport, LEFT, pos=pixel_of(view, "aVF", 300))
    assert view.enlarged_lead == "aVF"
    assert view.scale_factor > 1.5
    shown = view.prepare().sheet
    assert shown is not None
    assert [(part.lead, part.start_s) for part in shown.segments] == [("aVF", 0), ("aVF", 5)]
    QTest.mouseDClick(viewport, LEFT, pos=QPoint(300, 300))
    assert view.enlarged_lead is None
    assert len(view.prepare().badges) == 13


def test_escape_takes_one_step_back_at_a_time(view: EcgView) -> None:
    view.enlarge_lead("V3")
    view.zoom_in()
    view.toggle_calipers()
    states = []
    for _ in range(4):
        states.append(view.step_back())
    assert states == [True, True, True, False]
    assert (view.calipers_active, view.enlarged_lead, view.scale_factor) == (False, None, 1)
