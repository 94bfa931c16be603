"""Painting the tracing: the next study, dragging, magnifying."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from PySide6.QtWidgets import QApplication

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


def _timed(view: EcgView, change: Callable[[], None]) -> float:
    start = time.perf_counter()
    change()
    view.prepare().viewport().repaint()
    return time.perf_counter() - start
