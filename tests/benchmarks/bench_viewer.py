"""Painting the tracing: the next study, dragging, magnifying, moving a caliper or a mark of the median beat."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.calipers import TimeCaliper
from meit_core.domain.record import EcgRecord, Sex
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.signal.averaged_beat import averaged_beat
from meit_core.signal.measure import measure as measure_record
from meit_core.signal.simulator import demo_cases
from meit_desktop.models.mark_editor import MarkEditor
from meit_desktop.plots import EcgView
from meit_desktop.theme.tokens import LIGHT
from meit_desktop.widgets.median_page import MedianPage
from tests.benchmarks.rows import Row

SIZES: Final = {"1366x768": (786, 600), "2560x1440": (1980, 1270)}
"""Screen -> the tracing's share of a window that fills it."""
FRAME_MS: Final = 1000 / 60
FRAMES: Final = 40
SAMPLES: Final = (5000, 50_000)
DRAG_FRAMES: Final = 120
FRAMES_PER_S: Final = 60.0


def measure() -> Iterator[Row]:
    application = QApplication.instance() or QApplication([])
    for screen, size in SIZES.items():
        view = EcgView()
        view.resize(*size)
        view.show()
        view.prepare()
        application.processEvents()
        yield _next_study(view, screen)
        for n_samples in SAMPLES:
            yield from _frames(view, screen, n_samples)
            yield _caliper_frames(view, screen, n_samples)
        view.close()
        yield _mark_frames(size, screen)


def _next_study(view: EcgView, screen: str) -> Row:
    studies = [case.simulate().record for case in demo_cases()]
    measured = [(record, measure_record(record)) for record in studies]
    view.show_record(*measured[-1])
    view.repaint()
    times = [_timed(view, lambda pair=pair: view.show_record(*pair)) for pair in measured]
    how = f"3x4 with rhythm strip, window of a {screen} screen, offscreen"
    return Row(f"next study painted, {screen}", 1000 * statistics.median(times), "ms", 100.0, len(times), how)


def _frames(view: EcgView, screen: str, n_samples: int) -> Iterator[Row]:
    """All 12 leads for all 10 s, each sample its own value: the most there is to draw."""
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    view.show_record(_noisy(n_samples))
    canvas = view.prepare()
    how = f"12x1, 12 noisy leads of {n_samples} samples, {screen} screen, offscreen"
    view.zoom_in()
    pan = [_timed(view, lambda step=step: canvas.pan(3.0 if step % 20 < 10 else -3.0, 0)) for step in range(FRAMES)]
    name = f"frame while dragging, {n_samples} samples, {screen}"
    yield Row(name, 1000 * statistics.median(pan), "ms", FRAME_MS, FRAMES, how)
    zoom = [_timed(view, lambda step=step: canvas.zoom(1.05 if step % 20 < 10 else 1 / 1.05)) for step in range(FRAMES)]
    name = f"frame while magnifying, {n_samples} samples, {screen}"
    yield Row(name, 1000 * statistics.median(zoom), "ms", FRAME_MS, FRAMES, how)


def _noisy(n_samples: int) -> EcgRecord:
    """Ten seconds."""
    times_denser = n_samples // 5000
    beats = np.repeat(demo_cases()[0].simulate().record.signal_mv, times_denser, axis=1)
    noise = np.random.default_rng(1).normal(0, 0.05, beats.shape)
    return EcgRecord((beats + noise).astype(np.float32), 500.0 * times_denser)


def _caliper_frames(view: EcgView, screen: str, n_samples: int) -> Row:
    """A leg dragged over 10 s of 12 noisy leads, with three calipers marched out: snapping, reading and painting."""
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    record = _noisy(n_samples)
    view.show_record(record)
    view.calipers.tool.set_active(True)
    others = [
        TimeCaliper(lead, round(record.fs_hz), round(2 * record.fs_hz), march_out=True) for lead in ("I", "V1", "V5")
    ]
    view.calipers.calipers.load(others)
    viewport = view.prepare().viewport()
    row_px = viewport.height() // 2
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, row_px))
    _move_pointer(viewport, 220, row_px)  # paints the sheet once, which all further frames keep
    QApplication.processEvents()
    start = time.perf_counter()
    for step in range(DRAG_FRAMES):
        _move_pointer(viewport, 220 + 3 * (step % 60), row_px)
        QApplication.processEvents()
    per_s = DRAG_FRAMES / (time.perf_counter() - start)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(400, row_px))
    view.calipers.tool.set_active(False)
    how = f"mean; 12x1, 12 noisy leads, 3 more calipers marched out, {screen} screen, offscreen"
    name = f"caliper dragged, {n_samples} samples, {screen}"
    return Row(name, per_s, "frames/s", FRAMES_PER_S, DRAG_FRAMES, how, lower_is_better=False)


def _mark_frames(size: tuple[int, int], screen: str) -> Row:
    """T's end dragged to and fro on the median beat page: measuring, values and painting at every move."""
    record = demo_cases()[0].simulate().record
    page = MedianPage(LIGHT)
    page.resize(*size)
    page.show()
    editor = MarkEditor(averaged_beat(record), measure_record(record), {}, reader="Dr. Bench", username="bench")
    page.show_study(editor, sex=Sex.UNKNOWN, why_not="")
    QApplication.processEvents()
    view = page.view
    assert view.fit is not None
    whole = view.fit.everything
    end_px = round(whole.x_of(editor.beat.from_r_ms(editor.places[BeatMark.T_OFFSET])))
    row_px = round(whole.area.center().y())
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(end_px, row_px))
    times = []
    for step in range(DRAG_FRAMES):
        start = time.perf_counter()
        _move_pointer(view, end_px + 1 + abs(step % 40 - 20), row_px)
        QApplication.processEvents()
        times.append(time.perf_counter() - start)
    moved = editor.manual
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(end_px, row_px))
    assert BeatMark.T_OFFSET in moved
    page.close()
    how = f"T off on the median beat page, measured and painted at every move, window of a {screen} screen, offscreen"
    name = f"mark of the median beat dragged, {screen}"
    rate = 1 / statistics.fmean(times)
    return Row(name, rate, "frames/s", FRAMES_PER_S, DRAG_FRAMES, f"mean; {how}", lower_is_better=False)


def _move_pointer(widget: QWidget, x_px: int, y_px: int) -> None:
    """A move with the button down; QTest's moves carry no buttons."""
    where = QPointF(x_px, y_px)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        where,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def _timed(view: EcgView, change: Callable[[], None]) -> float:
    """To the painted window, and until nothing is left to be painted."""
    start = time.perf_counter()
    change()
    view.settle()
    QApplication.processEvents()
    return time.perf_counter() - start
