"""No module's source text stays in memory because PySide looked into it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

AS_THE_PROGRAM_DOES = """
import linecache
import meit_desktop.__main__ as program

def run(app, options):
    import meit_desktop.app, meit_desktop.plots.sheet_canvas, meit_core.store.opening
    return 0

program._run = run
program.main([])
print(*linecache.cache, sep="|")
"""


def test_the_program_imports_without_keeping_sources() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", AS_THE_PROGRAM_DOES]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True, env=environment)
    # PySide's own modules are there first. SQLAlchemy keeps the text of functions that it writes itself: no files.
    files = [Path(name) for name in done.stdout.strip().split("|") if name.endswith(".py")]
    packages = {"pyqtgraph", "sqlalchemy", "alembic", "numpy", "meit_core", "plots"}
    assert [file for file in files if packages.intersection(file.parts)] == []


def test_modules_that_use_qt_work_as_before() -> None:
    code = """
from PySide6.QtCore import QObject, QTimer
from meit_desktop.unread_sources import leave_sources_unread
leave_sources_unread()
leave_sources_unread()
from meit_desktop.tasks.tokens import Token
owner = QObject()
timer = QTimer(owner)
timer.setInterval(5)
print(timer.interval(), Token().renew())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == ["5", "1"]
