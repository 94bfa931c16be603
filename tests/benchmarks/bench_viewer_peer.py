"""The tracing beside a well-regarded viewer of biosignals, mne-qt-browser, in processes of their own.

It is measured where ``mne_qt_browser`` can be imported, or by the interpreter named in ``MEIT_BENCHMARK_PEER_PYTHON``::

    python -m venv /tmp/peer && /tmp/peer/bin/pip install mne mne-qt-browser PySide6_Essentials
    MEIT_BENCHMARK_PEER_PYTHON=/tmp/peer/bin/python python -m tests.benchmarks viewer_peer
"""

from __future__ import annotations

import importlib.util
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

from tests.benchmarks.rows import Row

PEER_PYTHON: Final = "MEIT_BENCHMARK_PEER_PYTHON"
RUNS: Final = 3
STEPS: Final = 40
PEER: Final = "mne-qt-browser"
OURS: Final = "the tracing"
TWICE: Final = 2.0

_COMMON = f"""
import json, time
import numpy as np
draw = np.random.default_rng(1)
at_s = np.arange(5000) / 500.0
beats = np.exp(-(((at_s % 0.8) - 0.4) / 0.012) ** 2) + 0.2 * np.exp(-(((at_s % 0.8) - 0.65) / 0.05) ** 2)
signal_mv = (beats + draw.normal(0, 0.05, (12, 5000))).astype(np.float32)
names = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]
STEPS = {STEPS}

def resident_mb():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * 4096 / 2**20

def tell(first_s, steps):
    print(json.dumps({{"first_s": first_s, "step_s": sorted(steps)[len(steps) // 2], "resident_mb": resident_mb()}}))
"""
_PEER_DRIVER = (
    _COMMON
    + """
import mne
mne.set_log_level("ERROR")
mne.viz.set_browser_backend("qt")
import mne_qt_browser._pg_figure
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
app = QApplication.instance() or QApplication([])
raw = mne.io.RawArray(signal_mv * 1e-3, mne.create_info(names, 500.0, "ecg"))
started = time.perf_counter()
browser = raw.plot(duration=5.0, n_channels=12, show=True, block=False, scalings={"ecg": 1e-3})
browser.resize(1920, 1080)
app.processEvents()
browser.grab()
first_s = time.perf_counter() - started
for _ in range(20):
    app.processEvents()
steps, places = [], set()
for step in range(STEPS):
    started = time.perf_counter()
    QTest.keyClick(browser, Qt.Key.Key_Right if step % 4 < 2 else Qt.Key.Key_Left)
    app.processEvents()
    steps.append(time.perf_counter() - started)
    places.add(round(browser.mne.t_start, 3))
assert len(places) > 1, "the keys moved nothing"
tell(first_s, steps)
import os
os._exit(0)
"""
)
_OUR_DRIVER = (
    _COMMON
    + """
from PySide6.QtWidgets import QApplication
app = QApplication([])
import meit_desktop.plots.sheet_canvas
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import SheetLayout
from meit_desktop.plots import EcgView
record = EcgRecord(signal_mv, 500.0)
started = time.perf_counter()
view = EcgView()
view.set_layout(SheetLayout.TWELVE_BY_ONE)
view.resize(1920, 1080)
view.show()
view.show_record(record)
app.processEvents()
view.grab()
first_s = time.perf_counter() - started
for _ in range(20):
    app.processEvents()
canvas = view.prepare()
canvas.zoom(2.0)
app.processEvents()
steps = []
for step in range(STEPS):
    started = time.perf_counter()
    canvas.pan(-80.0 if step % 4 < 2 else 80.0, 0.0)
    app.processEvents()
    steps.append(time.perf_counter() - started)
tell(first_s, steps)
"""
)


def measure() -> Iterator[Row]:
    python = os.environ.get(PEER_PYTHON) or (sys.executable if importlib.util.find_spec("mne_qt_browser") else None)
    if python is None:
        how = f"{PEER} isn't installed here; name an interpreter that has it in {PEER_PYTHON}"
        yield Row(f"{PEER} beside the tracing", 0.0, "runs", None, 0, how)
        return
    ours: list[dict[str, float]] = []
    peers: list[dict[str, float]] = []
    for _ in range(RUNS):  # one after the other, so that both have the same machine
        ours.append(_run(sys.executable, _OUR_DRIVER))
        peers.append(_run(python, _PEER_DRIVER))
    how = "12 leads of 5000 samples, 1920x1080, offscreen; libraries loaded before"
    for words, name, factor, unit in (
        ("from data to first paint", "first_s", 1.0, "s"),
        ("pan step", "step_s", 1000.0, "ms"),
        ("resident memory", "resident_mb", 1.0, "MB"),
    ):
        our, peer = (factor * statistics.median(run[name] for run in runs) for runs in (ours, peers))
        yield Row(f"{words}, {OURS}", our, unit, None, RUNS, how)
        yield Row(f"{words}, {PEER}", peer, unit, None, RUNS, how)
        if name != "resident_mb":
            told = f"{PEER}'s time by ours"
            yield Row(f"{words}, times as quick", peer / our, "", TWICE, RUNS, told, lower_is_better=False)


def _run(python: str, driver: str) -> dict[str, float]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"}
    done = subprocess.run([python, "-c", driver], capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().rpartition("\n")[2])
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
