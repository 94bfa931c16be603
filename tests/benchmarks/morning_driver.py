"""An ordinary morning in the real window: import, read, measure, compare, draft and print; a process of its own.

``python -m tests.benchmarks.morning_driver WORKSPACE USERNAME PASSWORD RECORDINGS`` prints one line of JSON. The memory
is the window's own: the model has a process of its own.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tests.benchmarks.real_window import until, window_at_sign_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from meit_desktop.app import Application

STUDIES = 20


def main(path: Path, username: str, password: str, recordings: Path) -> dict[str, float | None]:
    """Return the window's resident memory, in MB, after each thing that was done, and the most there ever was."""
    app, application = window_at_sign_in(path)
    window = application.window
    window.sign_in.sign_in_requested.emit(username, password)
    until(app, lambda: application.desk is not None and application.desk.reading.detail is not None)
    until(app, lambda: application.desk.drafting.engine is not None)
    here = psutil.Process()
    figures = {"first study": _resident_mb(here)}
    _import(app, application, recordings)
    figures["imported"] = _resident_mb(here)
    for _ in range(STUDIES):
        _read(app, application, path.parent / "report.pdf")
    figures["all studies"] = _resident_mb(here)
    figures["measuring"] = _resident_mb(psutil.Process(application.stage.session.workspace.measurer.pid))
    figures["most"] = _most_mb()
    window.close_now()
    application.shut_down()
    return figures


def _import(app: QApplication, application: Application, recordings: Path) -> None:
    done = []
    assert application.desk is not None
    application.desk.importing.imported.connect(done.append)
    application.desk.importing.import_paths((recordings,))
    until(app, lambda: done)
    _settle(app)


def _read(app: QApplication, application: Application, pdf: Path) -> None:
    """To the next study; its median beat, an earlier ECG in all three ways, a draft, a PDF."""
    desk, run = application.desk, application.commands.run
    assert desk is not None
    reading, shown = desk.reading, desk.reading.study_id
    run("next_study")
    until(app, lambda: reading.study_id != shown)
    _settle(app)
    run("median_beat")
    until(app, lambda: desk.marking.is_shown)
    _settle(app)
    run("median_beat")
    if reading.detail.priors:  # what was imported just now has none
        run("compare")
        until(app, lambda: desk.comparing.is_comparing)
        for _ in range(3):
            _settle(app)
            run("compare")
        desk.comparing.leave()
    run("draft")
    until(app, lambda: not desk.drafting.is_drafting)
    pdf.unlink(missing_ok=True)
    desk.signing.write_pdf(reading.study_id, pdf)
    until(app, pdf.exists)
    _settle(app)


def _settle(app: QApplication) -> None:
    end = time.perf_counter() + 0.2
    until(app, lambda: time.perf_counter() > end)


def _resident_mb(process: psutil.Process) -> float:
    return float(process.memory_info().rss / 2**20)


def _most_mb() -> float | None:
    """The most there ever was, where the system remembers it."""
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))))
