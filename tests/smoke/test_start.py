"""The application as a program of its own: it starts, reads and drafts with what that needs in memory, and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.formats.wfdb_files import ecg_mv, write_wfdb

pytest.importorskip("PySide6")

DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from meit_desktop.app import Application

app = QApplication([])
application = Application(app, path=Path(sys.argv[1]), demo=True)
application.faults.install()
application.start()
steps = {"drafted": False, "measured": False}

def look():
    desk = application.desk
    if desk is None or desk.reading.detail is None:
        return
    if not steps["drafted"]:
        steps["drafted"] = True
        desk.trace.cycle_filter()
        desk.trace.toggle_calipers()
        desk.trace.calipers.add_time()
        application.commands.run("draft")
    elif not desk.drafting.is_drafting:
        detail = desk.reading.detail
        if detail.drafts and not steps["measured"]:
            steps["measured"] = True
            application.commands.run("median_beat")
            desk.importing.import_paths((Path(sys.argv[2]),))
        elif detail.drafts and desk.marking.is_shown and application.stage.desk.worklist.model.rowCount() > 14:
            print("beats", desk.marking.page.editor.beat.n_beats)
            print("studies", application.stage.desk.worklist.model.rowCount())
            print("drafts", len(detail.drafts))
            print("text", detail.drafts[-1].text)
            print("large", *(name for name in ("torch", "scipy", "pandas", "matplotlib") if name in sys.modules))
            timer.stop()
            application.window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
code = app.exec()
application.shut_down()
print("ended", code)
"""


def run(*arguments: str, code: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(("-c", code) if code else ("-m", "meit_desktop")), *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=environment)


@pytest.mark.slow
def test_it_starts_filters_drafts_measures_imports_and_closes_without_a_large_library(tmp_path: Path) -> None:
    recording = write_wfdb(tmp_path / "recordings", ecg_mv())
    done = run(str(tmp_path / "demo.meit"), str(recording), code=DRIVER)
    told = {line.split(" ")[0]: line.partition(" ")[2] for line in done.stdout.splitlines()}
    assert told.get("studies") == "15", done.stderr
    assert int(told["beats"]) > 5
    assert told["drafts"] == "1"
    assert told["text"].endswith(".")
    assert told["large"] == ""
    assert told["ended"] == "0"
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_pictures_of_every_state_are_written(tmp_path: Path) -> None:
    done = run("--pictures", str(tmp_path / "pictures"), "--size", "1000x700", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    names = {path.stem[3:] for path in (tmp_path / "pictures").glob("*.png")}
    assert names >= {
        "first-start", "sign-in", "empty-worklist", "opening", "reading", "drafting", "drafted", "contradicted",
        "rating", "signed", "amended", "model-missing", "model-restarting", "bad-signal", "quarantine", "read-only",
        "import-result", "keys", "locked",
    }  # fmt: skip
    assert min(path.stat().st_size for path in (tmp_path / "pictures").glob("*.png")) > 5_000


def test_the_arguments_explain_themselves() -> None:
    told = run("--help").stdout
    for option in ("--workspace", "--demo", "--pictures", "--size", "--theme", "--language"):
        assert option in told


@pytest.mark.parametrize("size", ["huge", "10x10", "1366"])
def test_an_impossible_size_is_refused(size: str) -> None:
    refused = run("--pictures", "unused", "--size", size)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
