"""The whole application in an offscreen window, for the benchmarks that work in it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from meit_desktop.app import Application

_PATIENCE_S = 60.0


def window_at_sign_in(path: Path) -> tuple[QApplication, Application]:
    """Start the application on a workspace, as its command does, and return it when somebody can sign in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from meit_desktop.unread_sources import leave_sources_unread

    leave_sources_unread()
    from meit_desktop.app import Application

    app = QApplication([])
    application = Application(app, path=path)
    application.window.resize(1366, 768)
    application.start()
    until(app, lambda: application.window.page is application.window.sign_in)
    return app, application


def until(app: QApplication, ready: Callable[[], object]) -> None:
    """Let the window work until something is so; end the process where that takes a minute."""
    end = time.perf_counter() + _PATIENCE_S
    while not ready():
        app.processEvents()
        time.sleep(0.0002)
        if time.perf_counter() > end:
            raise SystemExit("not reached")
