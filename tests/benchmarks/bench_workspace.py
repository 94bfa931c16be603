"""The workspace: importing, saving, and a worklist of 100,000 studies, or of a million."""

from __future__ import annotations

import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import numpy as np

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.domain.worklist import WorklistFilter, WorklistOrder
from meit_core.services import importing, reporting, users, worklist
from meit_core.services.workspace import Workspace, open_workspace
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.benchmarks import large_workspace
from tests.benchmarks.rows import Row

RECORDINGS = 500
MILLION = "MEIT_BENCHMARK_MILLION"
"""Set it to measure a million studies, too: 3 GB on disk, and some minutes to write them."""
PASSWORD = "correct horse"
_ASKED = {
    "first page": WorklistFilter(),
    "unread": WorklistFilter(status=StudyStatus.UNREAD),
    "unread, QTc and rate outside limits, poor signal": WorklistFilter(
        status=StudyStatus.UNREAD, abnormal_qtc=True, abnormal_rate=True, poor_signal=True
    ),
    "one month, years ago": WorklistFilter(since=date(2016, 1, 1), until=date(2016, 1, 31)),
    "by patient name": WorklistFilter(order=WorklistOrder.NAME),
    "search m": WorklistFilter(search="m"),
    "search mu": WorklistFilter(search="mu"),
    "search mueller": WorklistFilter(search="mueller"),
    "search a number without its zeros": WorklistFilter(search="31415"),
    "search a word of most reports": WorklistFilter(search="rhythm"),
    "search three words of most reports": WorklistFilter(search="sinus rhythm normal"),
    "search two long words of most reports": WorklistFilter(search="ventricular premature"),
    "search a name and a finding": WorklistFilter(search="lecka bundle branch"),
    "search a name among unread": WorklistFilter(search="garcia", status=StudyStatus.UNREAD),
    "search what nothing has": WorklistFilter(search="zebra"),
}
"""What a reader may ask; the same at every size."""


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _import_and_report(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _large_worklist(Path(folder), 100_000, search_ms=50.0)
    if os.environ.get(MILLION):
        with tempfile.TemporaryDirectory() as folder:
            yield from _large_worklist(Path(folder), 1_000_000, search_ms=100.0)


def _import_and_report(folder: Path) -> Iterator[Row]:
    recordings = folder / "recordings"
    recordings.mkdir()
    write_recordings(recordings, RECORDINGS)
    with open_workspace(folder / "workspace.meit") as ws:
        actor = users.create_first_admin(ws, username="bench", printed_name="Dr. Bench", password=PASSWORD)
        done = importing.import_paths(ws, paths=[recordings], actor=actor)
        how = "WFDB, 12 leads of 5000 samples, measured, source files kept"
        yield Row(f"import {RECORDINGS} recordings", done.seconds, "s", 20.0, len(done.imported), how)
        again = importing.import_paths(ws, paths=[recordings], actor=actor)
        yield Row("import them again", again.seconds, "s", None, len(again.duplicates), "all recognised as known")
        study_id = done.imported[0]
        yield _timed("open a study", 20, 100.0, lambda: worklist.load_study(ws, study_id=study_id))
        texts = (f"Sinus rhythm. {number}" for number in itertools.count())
        yield _timed("save a revision", 20, None, lambda: _save(ws, actor, study_id, next(texts)))
        unsigned = iter(done.imported)
        yield _timed("sign a report", 5, None, lambda: _sign(ws, actor, next(unsigned)))


def _large_worklist(folder: Path, n_studies: int, *, search_ms: float) -> Iterator[Row]:
    path = folder / "workspace.meit"
    large_workspace.write(path, n_studies)
    with open_workspace(path) as ws:
        actor = users.create_first_admin(ws, username="bench", printed_name="Dr. Bench", password=PASSWORD)
        for words, wanted in _ASKED.items():
            yield _timed(
                f"worklist of {n_studies:,}: {words}",
                10,
                search_ms if wanted.search else 100.0,
                lambda wanted=wanted: worklist.find_studies(ws, wanted=wanted, actor=actor, limit=60),
            )
        more: dict[str, Callable[[], object]] = {
            "page in the middle": lambda: worklist.list_studies(ws, offset=n_studies // 2),
            "count what a common word finds": lambda: worklist.count_studies(ws, wanted=WorklistFilter(search="sinus")),
            "counts on the chips": lambda: worklist.count_worklist(ws, actor=actor),
            "next unread": lambda: worklist.next_unread(ws, after=StudyId(f"s{n_studies // 2}")),
            "load a study": lambda: worklist.load_study(ws, study_id=StudyId(f"s{n_studies // 2}")),
        }
        for words, look in more.items():
            yield _timed(f"worklist of {n_studies:,}: {words}", 10, None, look)
        yield _timed(f"worklist of {n_studies:,}: mark urgent and back", 5, None, lambda: _mark(ws, actor))
    yield from _in_the_window(path, n_studies, search_ms=search_ms)


def _in_the_window(path: Path, n_studies: int, *, search_ms: float) -> Iterator[Row]:
    """What the reader waits for: from the key to the painted window."""
    driver = [sys.executable, "-m", "tests.benchmarks.worklist_driver", str(path), "bench", PASSWORD]
    done = subprocess.run(driver, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout.splitlines()[-1])
    how = "whole window at 1366x768, offscreen, 0.1 s between letters, 0.5 s between studies"
    for name, key, limit in (("letter to painted list", "key_s", search_ms), ("next study painted", "next_s", 50.0)):
        times = [1000 * one for one in figures[key]]
        row_name = f"worklist of {n_studies:,}: {name}"
        yield Row(row_name, statistics.median(times), "ms", limit, len(times), how)
        yield Row(f"{row_name}, 90th percentile", statistics.quantiles(times, n=10)[-1], "ms", None, len(times), how)
    sign_in = figures["sign_in_to_study_s"]
    yield Row(f"worklist of {n_studies:,}: sign-in to first study", sign_in, "s", None, 1, "password check included")
    yield Row(
        f"worklist of {n_studies:,}: window's memory", figures["resident_mb"], "MB", 250.0, 1, "resident, at the end"
    )


def _mark(ws: Workspace, actor: User) -> None:
    unread = worklist.next_unread(ws, after=StudyId("s4711"))
    assert unread is not None
    for urgent in (True, False):
        worklist.set_urgent(ws, actor=actor, study_id=unread, urgent=urgent)


def _timed(name: str, n: int, limit_ms: float | None, work: Callable[[], object]) -> Row:
    work()
    milliseconds = []
    for _ in range(n):
        started = time.perf_counter()
        work()
        milliseconds.append(1000 * (time.perf_counter() - started))
    return Row(name, statistics.median(milliseconds), "ms", limit_ms, n, "after one warm-up")


def _save(ws: Workspace, actor: User, study_id: StudyId, text: str) -> None:
    reporting.save_revision(ws, actor=actor, study_id=study_id, text=text)


def _sign(ws: Workspace, actor: User, study_id: StudyId) -> None:
    reporting.sign(
        ws, actor=actor, password=PASSWORD, study_id=study_id, text="Sinus rhythm.", meaning=SignatureMeaning.AUTHOR
    )


def write_recordings(folder: Path, number: int) -> None:
    """Write WFDB recordings of 10 s at 500 Hz, each shifted by a sample."""
    import wfdb

    signal_mv = simulate(SimulatedCase()).record.signal_mv
    leads = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]
    for shift in range(number):
        shifted = np.roll(signal_mv, shift, axis=1).T.astype(np.float64)
        wfdb.wrsamp(
            f"r{shift:04d}",
            fs=500,
            units=["mV"] * 12,
            sig_name=leads,
            p_signal=shifted,
            fmt=["16"] * 12,
            adc_gain=[1000.0] * 12,
            baseline=[0] * 12,
            write_dir=str(folder),
        )
