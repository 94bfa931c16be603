"""Drafting with the bundled pack through the model host, and the host's own cost."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator

import psutil

from meit_core.domain.record import EcgRecord
from meit_core.drafting.engine import DraftFinished, TextAdded
from meit_core.drafting.host_client import HostClient
from meit_core.jobs import JobContext
from meit_core.signal.simulator import demo_cases
from tests.benchmarks.rows import Row

REPETITIONS = 3
"""Drafts of every demo study."""


def measure() -> Iterator[Row]:
    records = [case.simulate().record for case in demo_cases()]
    engine = HostClient()
    try:
        start = time.perf_counter()
        info = engine.describe()
        how = f"process started, torch imported, pack verified and loaded; {info.device}"
        yield Row("model host, cold start", time.perf_counter() - start, "s", None, 1, how)
        drafts = [_draft(engine, record) for _ in range(REPETITIONS) for record in records]
        n = len(drafts)
        how = f"{info.pack} through the host, warm, demo studies"
        yield Row("first token", statistics.median(first for first, *_ in drafts) * 1000, "ms", 150.0, n, how)
        yield Row("whole report", statistics.median(whole for _, whole, _ in drafts), "s", 1.0, n, how)
        slowest = max(whole for _, whole, _ in drafts)
        yield Row("whole report, slowest", slowest, "s", None, n, "the longest of the same drafts")
        rate = statistics.median(tokens / whole for _, whole, tokens in drafts)
        yield Row("tokens", rate, "1/s", None, n, "tokens of a report over its whole time", lower_is_better=False)
        stops = [_stop(engine, record) for record in records]
        how = "from cancel in another thread to the draft's last event"
        yield Row("Escape, slowest", max(stops) * 1000, "ms", 200.0, len(stops), how)
        if engine.host_pid is not None:
            resident = psutil.Process(engine.host_pid).memory_info().rss / 2**20
            yield Row("model host, resident", resident, "MB", 700.0, 1, "after the drafts above")
    finally:
        engine.close()


def _draft(engine: HostClient, record: EcgRecord) -> tuple[float, float, int]:
    """Seconds to the first text, seconds to the end, tokens."""
    start = time.perf_counter()
    first: float | None = None
    for event in engine.draft(record):
        if first is None and isinstance(event, TextAdded):
            first = time.perf_counter() - start
        if isinstance(event, DraftFinished):
            return first or 0.0, time.perf_counter() - start, event.draft.tokens
    raise AssertionError("no last event")


def _stop(engine: HostClient, record: EcgRecord) -> float:
    job = JobContext()
    pressed: list[float] = []

    def press() -> None:
        pressed.append(time.perf_counter())
        job.cancel()

    for event in engine.draft(record, job=job):
        if isinstance(event, TextAdded) and not pressed:
            thread = threading.Thread(target=press)
            thread.start()
            thread.join()
    return time.perf_counter() - pressed[0]
