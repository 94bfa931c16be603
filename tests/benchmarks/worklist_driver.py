"""Types searches and goes from study to study in the real window; a process of its own, so that memory is honest.

``python -m tests.benchmarks.worklist_driver WORKSPACE USERNAME PASSWORD`` prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.real_window import until, window_at_sign_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from meit_desktop.app import Application

SEARCHES = ("mueller", "p0031415", "rhythm", "garcia ventric", "sinus rhythm normal", "ga", "zebra")
STEPS = 60


def main(path: Path, username: str, password: str) -> dict[str, object]:
    """Return times in seconds from a key to the painted window, and the resident memory."""
    import psutil

    app, application = window_at_sign_in(path)
    window = application.window
    started = time.perf_counter()
    window.sign_in.sign_in_requested.emit(username, password)
    until(app, lambda: application.desk is not None and application.desk.reading.detail is not None)
    signed_in_s = time.perf_counter() - started
    _rest(app, 4.0)  # the model's process is up by then
    keys, steps = _type(app, application), _step(app, application)
    resident_mb = psutil.Process().memory_info().rss / 2**20
    window.close_now()
    application.shut_down()
    return {"sign_in_to_study_s": signed_in_s, "key_s": keys, "next_s": steps, "resident_mb": resident_mb}


def _type(app: QApplication, application: Application) -> list[float]:
    """From each letter to the list that answers it; what is due is painted as events come, as in use."""
    from PySide6.QtTest import QTest

    assert application.desk is not None
    search, answers, times = application.stage.desk.worklist.search, [0], []
    application.desk.listing.listed.connect(lambda: answers.__setitem__(0, answers[0] + 1))
    for words in SEARCHES:
        search.setFocus()
        for letter in words:
            before, at = answers[0], time.perf_counter()
            QTest.keyClicks(search, letter)
            if letter == " ":  # asks for nothing new
                continue
            until(app, lambda before=before: answers[0] > before)
            app.processEvents()
            times.append(time.perf_counter() - at)
            _rest(app, 0.1)  # as fast as people type; the count begins only after a longer pause
        before = answers[0]
        search.clear()
        until(app, lambda before=before: answers[0] > before)
        _rest(app, 0.4)
    return times


def _step(app: QApplication, application: Application) -> list[float]:
    """From J to the next study's tracing, with the pause of somebody who looks at each for a moment only."""
    assert application.desk is not None
    reading, times = application.desk.reading, []
    application.stage.desk.worklist.go_first()
    _rest(app, 0.5)
    for _ in range(STEPS):
        shown, at = reading.study_id, time.perf_counter()
        application.commands.run("next_study")
        until(app, lambda shown=shown: reading.study_id != shown)
        app.processEvents()
        times.append(time.perf_counter() - at)
        _rest(app, 0.5)
    return times


def _rest(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])))
