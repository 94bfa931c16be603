"""Painting the tracing: the next study, dragging, magnifying, moving a caliper."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meit_core.domain.calipers import TimeCaliper
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.signal.measure import measure as measure_record
from meit_core.signal.simulator import demo_cases
from meit_desktop.plots import EcgView
from tests.benchmarks.rows import Row

SIZES: Final = {"1366x768": (786, 600), "2560x1440": (1980, 1270)}
"""Screen -> the tracing's share of a window that fills it."""
FRAME_MS: Final = 1000 / 60
FRAMES: Final = 40
CALIPER_SAMPLES: Final = (5000, 50_000)
CALIPER_FRAMES: Final = 120
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
        yield from _frames(view, screen)
        for n_samples in CALIPER_SAMPLES:
            yield _caliper_frames(view, screen, n_samples)
        view.close()


def _next_study(view: EcgView, screen: str) -> Row:
    studies = [case.simulate().record for case in demo_cases()]
    measured = [(record, measure_record(record)) for record in studies]
    view.show_record(*measured[-1])
    view.repaint()
    times = [_timed(view, lambda pair=pair: view.show_record(*pair)) for pair in measured]
    how = f"3x4 with rhythm strip, window of a {screen} screen, offscreen"
    return Row(f"next study painted, {screen}", 1000 * statistics.median(times), "ms", 100.0, len(times), how)


def _frames(view: EcgView, screen: str) -> Iterator[Row]:
    """All 12 leads for all 10 s, each sample its own value: the most there is to draw."""
    noise = np.random.default_rng(1).normal(0, 0.05, (len(LEADS), 5000))
    beats = demo_cases()[0].simulate().record.signal_mv
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    view.show_record(EcgRecord((beats + noise).astype(np.float32), 500.0))
    canvas = view.prepare()
    how = f"12x1, 12 noisy leads of 5000 samples, {screen} screen, offscreen"
    view.zoom_in()
    pan = [_timed(view, lambda step=step: canvas.pan(3.0 if step % 20 < 10 else -3.0, 0)) for step in range(FRAMES)]
    yield Row(f"frame while dragging, {screen}", 1000 * statistics.median(pan), "ms", FRAME_MS, FRAMES, how)
    zoom = [_timed(view, lambda step=step: canvas.zoom(1.05 if step % 20 < 10 else 1 / 1.05)) for step in range(FRAMES)]
    yield Row(f"frame while magnifying, {screen}", 1000 * statistics.median(zoom), "ms", FRAME_MS, FRAMES, how)


def _caliper_frames(view: EcgView, screen: str, n_samples: int) -> Row:
    """A leg dragged over 10 s of 12 noisy leads, with three calipers marched out: snapping, reading and painting."""
    times_denser = n_samples // 5000
    beats = np.repeat(demo_cases()[0].simulate().record.signal_mv, times_denser, axis=1)
    noise = np.random.default_rng(1).normal(0, 0.05, beats.shape)
    view.set_layout(SheetLayout.TWELVE_BY_ONE)
    fs_hz = 500.0 * times_denser
    view.show_record(EcgRecord((beats + noise).astype(np.float32), fs_hz))
    view.calipers.tool.set_active(True)
    others = [TimeCaliper(lead, round(fs_hz), round(2 * fs_hz), march_out=True) for lead in ("I", "V1", "V5")]
    view.calipers.calipers.load(others)
    viewport = view.prepare().viewport()
    row_px = viewport.height() // 2
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, row_px))
    _move_pointer(view, 220, row_px)  # paints the sheet once, which all further frames keep
    QApplication.processEvents()
    start = time.perf_counter()
    for step in range(CALIPER_FRAMES):
        _move_pointer(view, 220 + 3 * (step % 60), row_px)
        QApplication.processEvents()
    per_s = CALIPER_FRAMES / (time.perf_counter() - start)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(400, row_px))
    view.calipers.tool.set_active(False)
    how = f"mean; 12x1, 12 noisy leads, 3 more calipers marched out, {screen} screen, offscreen"
    name = f"caliper dragged, {n_samples} samples, {screen}"
    return Row(name, per_s, "frames/s", FRAMES_PER_S, CALIPER_FRAMES, how, lower_is_better=False)


def _move_pointer(view: EcgView, x_px: int, y_px: int) -> None:
    """A move with the button down; QTest's moves carry no buttons."""
    viewport, where = view.prepare().viewport(), QPointF(x_px, y_px)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        where,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def _timed(view: EcgView, change: Callable[[], None]) -> float:
    start = time.perf_counter()
    change()
    view.prepare().viewport().repaint()
    return time.perf_counter() - start
