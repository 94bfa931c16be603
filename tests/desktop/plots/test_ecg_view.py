"""The view as a whole: messages, keys, settings, stretches of a long recording."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meit_desktop.plots import EcgView, SheetLayout
from meit_desktop.plots.focus_ring import FocusRing
from tests.desktop.plots.conftest import MakeView, pixels
from tests.desktop.plots.recordings import spikes


def texts(view: EcgView) -> list[str]:
    """What can be read on the view's own controls."""
    return [
        widget.text()
        for kind in (QLabel, QToolButton)
        for widget in view.findChildren(kind)
        if widget.isVisible() and widget.text()
    ]


def button(view: EcgView, text: str) -> QToolButton:
    return next(button for button in view.findChildren(QToolButton) if text in (button.text(), button.accessibleName()))


def start_s(view: EcgView) -> float:
    sheet = view.prepare().sheet
    assert sheet is not None
    return sheet.start_s


def test_importing_the_view_loads_no_plotting_library() -> None:
    script = "import meit_desktop.plots, sys; print('pyqtgraph' in sys.modules, 'torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_canvas_is_made_by_itself_after_the_first_show(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view()
    qtbot.waitUntil(lambda: bool(view.findChildren(QGraphicsView)))


def test_a_view_that_nobody_holds_is_gone_at_once(make_view: MakeView) -> None:
    # If it were left to the garbage collector, that could strike while the view paints itself.
    gc.disable()
    try:
        view = make_view()
        view.show_record(spikes())
        QTest.mouseMove(view.prepare().viewport(), view.prepare().viewport().rect().center())
        gone = weakref.ref(view)
        del view
        assert gone() is None
    finally:
        gc.enable()


def test_a_message_takes_the_place_of_a_recording(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    view.clear("Choose a study.")
    assert texts(view) == ["Choose a study."]
    assert view.record is None
    view.show_record(spikes())
    assert "Choose a study." not in texts(view)


def test_speed_gain_filter_layout_and_scale_are_on_the_screen(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    assert {"25 mm/s", "10 mm/mV", "no filter", "3×4 + 1R", "true size, calibrated"} <= set(texts(view))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("25 mm/s", "50 mm/s"),
        ("10 mm/mV", "20 mm/mV"),
        ("no filter", "0.05–150 Hz"),
        ("3×4 + 1R", "3×4 + 3R"),
    ],
)
def test_a_click_on_a_setting_takes_the_next(make_view: MakeView, qtbot: QtBot, text: str, after: str) -> None:
    view = make_view()
    view.show_record(spikes())
    with qtbot.waitSignal(view.display_changed) as changed:
        QTest.mouseClick(button(view, text), Qt.MouseButton.LeftButton)
    assert changed.args == [view.settings]
    assert after in texts(view)
    assert text not in texts(view)


def test_settings_stay_for_the_next_study_and_magnification_does_not(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_gain_mm_per_mv(20)
    view.set_layout(SheetLayout.SIX_BY_TWO)
    view.zoom_in()
    view.enlarge_lead("V1")
    view.show_record(spikes())
    assert (view.settings.gain_mm_per_mv, view.settings.layout) == (20, SheetLayout.SIX_BY_TWO)
    assert (view.enlarged_lead, view.scale_factor) == (None, 1)


def test_only_real_speeds_and_gains_are_taken(make_view: MakeView) -> None:
    view = make_view()
    with pytest.raises(ValueError, match="speed"):
        view.set_speed_mm_per_s(30)
    with pytest.raises(ValueError, match="gain"):
        view.set_gain_mm_per_mv(7)


def test_a_changed_gain_keeps_what_is_magnified_in_view(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    for _ in range(4):
        view.zoom_in()
    before = view.prepare().camera
    view.cycle_gain()
    assert view.prepare().camera.px_per_mm == before.px_per_mm
    assert view.prepare().camera.left_mm == pytest.approx(before.left_mm, abs=0.2)


def test_keys_magnify_move_and_go_back(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_factor == pytest.approx(1.25**2)
    before = view.prepare().camera.left_mm
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.prepare().camera.left_mm > before
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.scale_factor == 1


def test_at_50_mm_per_s_the_second_half_is_a_page_further(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    view.set_speed_mm_per_s(50)
    assert "0 to 5 s of 10 s" in texts(view)
    assert not button(view, "Earlier").isEnabled()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert (start_s(view), "5 to 10 s of 10 s" in texts(view)) == (5, True)
    assert not button(view, "Later").isEnabled()
    QTest.mouseClick(button(view, "Earlier"), Qt.MouseButton.LeftButton)
    assert start_s(view) == 0


def test_a_long_recording_ends_with_a_full_sheet(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes(seconds=38))
    for _ in range(9):
        view.show_next_stretch()
    assert start_s(view) == pytest.approx(28)
    assert "28 to 38 s of 38 s" in texts(view)
    view.show_record(spikes(seconds=38))
    assert start_s(view) == 0


def test_a_short_recording_needs_no_pages(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes(seconds=3))
    assert not [text for text in texts(view) if " of " in text]
    assert all(len(trace.segment.points_mm) > 1000 for trace in view.prepare().traces)


def test_calipers_show_on_their_button(make_view: MakeView) -> None:
    view = make_view()
    view.show_record(spikes())
    view.toggle_calipers()
    assert button(view, "Calipers").isChecked()
    QTest.mouseClick(button(view, "Calipers"), Qt.MouseButton.LeftButton)
    assert not view.calipers_active


def test_no_calipers_without_a_recording(make_view: MakeView) -> None:
    view = make_view()
    view.clear("Choose a study.")
    view.toggle_calipers()
    assert not view.calipers_active


def test_the_strip_takes_a_second_line_rather_than_cutting_words(make_view: MakeView) -> None:
    view = make_view(786, 600)
    view.setStyleSheet("QLabel, QToolButton { font-size: 26px; }")
    view.show_record(spikes())
    QTest.mouseMove(view.prepare().viewport(), view.prepare().viewport().rect().center())
    for widget in [*view.findChildren(QLabel), *view.findChildren(QToolButton)]:
        if widget.isVisible() and widget.text():
            assert widget.width() >= widget.sizeHint().width(), widget.text()


def test_the_keyboards_place_is_seen_when_reached_by_tab(qtbot: QtBot) -> None:
    window, search, view = QWidget(), QLineEdit(), EcgView()
    layout = QVBoxLayout(window)
    layout.addWidget(search)
    layout.addWidget(view)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    view.show_record(spikes())
    window.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    (ring,) = view.findChildren(FocusRing)
    assert not ring.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert ring.isVisible()
    assert ring.geometry() == view.prepare().geometry()
    search.setFocus()
    assert not ring.isVisible()


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_the_next_recording_is_painted_once(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view()
    view.show_record(spikes())
    view.zoom_in()
    viewport = view.prepare().viewport()
    qtbot.wait(50)  # the view arranges itself once more when it first appears
    paints = _Paints(viewport)
    view.show_record(spikes(height_mv=0.5))
    viewport.update()  # as the calipers do, which lie over the sheet
    view.settle()
    # The window may be painted before anything else is looked at that was put off.
    QApplication.sendEvent(view.window(), QEvent(QEvent.Type.UpdateRequest))
    qtbot.wait(50)
    assert paints.count == 1


@pytest.mark.parametrize("layout", list(SheetLayout))
def test_a_sheet_after_another_one_looks_as_the_first_one_does(make_view: MakeView, layout: SheetLayout) -> None:
    fresh, used = make_view(), make_view()
    fresh.set_layout(layout)
    fresh.show_record(spikes())
    for other in (*SheetLayout, layout):
        used.set_layout(other)
        used.show_record(spikes(height_mv=0.5, offset_mv=0.1))
    used.enlarge_lead("V2")
    used.show_record(spikes())
    assert np.array_equal(pixels(used), pixels(fresh))
