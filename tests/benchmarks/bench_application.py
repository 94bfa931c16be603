"""The application from the outside: cold start, next study, first median beat, stopping a draft, memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from meit_core.services import users
from meit_core.services.workspace import open_workspace
from tests.benchmarks import large_workspace
from tests.benchmarks.bench_workspace import PASSWORD, write_recordings
from tests.benchmarks.morning_driver import STUDIES
from tests.benchmarks.rows import Row

STARTS = 3

_DRIVER = """
import json, os, sys, time
started = time.perf_counter()
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from meit_desktop.unread_sources import leave_sources_unread
leave_sources_unread()
from meit_desktop.app import Application

app = QApplication([])
chosen = {}
scripted = sys.argv[2:] == ["scripted"]
if scripted:  # a draft that waits to be stopped; the bundled pack is done before a key can be pressed
    from meit_desktop.pictures.rehearsal import RehearsedEngine, Script
    script = Script()
    script.text = "Sinus rhythm. Left axis deviation. " * 20
    script.hold_after = 4
    chosen = {"start_engine": lambda _pack: RehearsedEngine(script)}
application = Application(app, path=Path(sys.argv[1]), demo=True, **chosen)
application.window.resize(1366, 768)
figures = {}
application.window.first_painted.connect(lambda: figures.setdefault("window_s", time.perf_counter() - started))
application.start()

def until(ready):
    end = time.perf_counter() + 60
    while not ready():
        app.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() > end:
            raise SystemExit("not reached")

until(lambda: application.desk is not None and application.desk.reading.detail is not None)
desk = application.desk
app.processEvents()
figures["usable_s"] = time.perf_counter() - started
import psutil
figures["resident_mb"] = psutil.Process().memory_info().rss / 2**20
steps = []
for command in ["next_study"] * 6 + ["previous_study"] * 6:
    before, at = desk.reading.study_id, time.perf_counter()
    application.commands.run(command)
    until(lambda: desk.reading.study_id != before)
    application.window.repaint()
    app.processEvents()
    steps.append(time.perf_counter() - at)
figures["next_s"] = sorted(steps)[len(steps) // 2]
if not scripted:
    rested = time.perf_counter() + 4
    until(lambda: time.perf_counter() > rested)
    at = time.perf_counter()
    application.commands.run("median_beat")
    until(lambda: desk.marking.is_shown)
    application.window.repaint()
    app.processEvents()
    figures["median_beat_s"] = time.perf_counter() - at
if scripted:
    application.commands.run("draft")
    until(script.holding.is_set)
    at = time.perf_counter()
    QTest.keyClick(application.window, Qt.Key.Key_Escape)
    until(lambda: not desk.drafting.is_drafting)
    figures["stop_s"] = time.perf_counter() - at
print(json.dumps(figures))
application.window.close_now()
application.shut_down()
"""


def measure() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.meit"
        _run(path)  # fills the demo workspace; Python's own caches are warm afterwards, the process never is
        runs = [_run(path) for _ in range(STARTS)]
        stops = [_run(path, "scripted")["stop_s"] for _ in range(STARTS)]

    def middle(name: str) -> float:
        return statistics.median(run[name] for run in runs)

    how = "demo workspace and bundled pack, new process, interpreter start not counted"
    yield Row("window on the screen", middle("window_s"), "s", 1.0, STARTS, how)
    yield Row("first study readable (cold start)", middle("usable_s"), "s", 1.5, STARTS, how)
    yield Row("next study painted", 1000 * middle("next_s"), "ms", 100, STARTS * 12, "J and K, 1366x768")
    yield Row(
        "first median beat (M)",
        1000 * middle("median_beat_s"),
        "ms",
        300,
        STARTS,
        "4 s after the study was shown, measured and painted",
    )
    yield Row(
        "Escape to stopped draft", 1000 * statistics.median(stops), "ms", 200, STARTS, "scripted model, whole interface"
    )
    yield Row("window's memory", middle("resident_mb"), "MB", 250, STARTS, "resident, first study shown")
    yield from _morning()


def _morning() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path, recordings = Path(folder) / "workspace.meit", Path(folder) / "recordings"
        large_workspace.write(path, 60)
        with open_workspace(path) as ws:
            users.create_first_admin(ws, username="bench", printed_name="Dr. Bench", password=PASSWORD)
        recordings.mkdir()
        write_recordings(recordings, 10)
        driver = [
            sys.executable,
            "-m",
            "tests.benchmarks.morning_driver",
            str(path),
            "bench",
            PASSWORD,
            str(recordings),
        ]
        done = subprocess.run(driver, capture_output=True, text=True, check=True)
    figures: dict[str, float | None] = json.loads(done.stdout.splitlines()[-1])
    how = f"10 recordings imported, {STUDIES} studies with median beat, comparison, draft and PDF"
    rows = {"all studies": "at the end of it", "most": "the most during it"}
    for key, words in rows.items():
        if (value := figures[key]) is not None:
            yield Row(f"window's memory in a morning, {words}", value, "MB", 250, 1, f"resident, {how}")
    if (value := figures["measuring"]) is not None:
        yield Row("measuring process's memory", value, "MB", None, 1, "resident, while it is needed")


def _run(path: Path, *how: str) -> dict[str, float]:
    # As it is installed: the set-up script compiles what a start loads, whatever this shell forbids.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "bytecode")
    driver = [sys.executable, "-c", _DRIVER, str(path), *how]
    done = subprocess.run(driver, capture_output=True, text=True, check=True, env=environment)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
