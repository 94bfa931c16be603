"""A bug is told once, in plain words, and its log holds nothing of a patient."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meit_desktop.faults import FaultReporter, log_file, start_log

SECRET = "DOE, Jane has atrial fibrillation"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    start_log(tmp_path / "logs" / "desktop.log")
    yield tmp_path / "logs" / "desktop.log"
    for handler in set(root.handlers) - set(handlers):
        handler.close()
        root.removeHandler(handler)
    root.setLevel(level)


def raise_and_report(reporter: FaultReporter, kind: type[Exception] = ValueError) -> None:
    try:
        raise kind(SECRET)
    except Exception as error:
        reporter.report(type(error), error, error.__traceback__)


def test_the_same_fault_is_told_once(qtbot: QtBot) -> None:
    reporter = FaultReporter()
    told: list[str] = []
    reporter.fault_found.connect(told.append)
    for _ in range(3):
        raise_and_report(reporter)
    qtbot.waitUntil(lambda: len(told) == 1)
    raise_and_report(reporter, TypeError)
    qtbot.waitUntil(lambda: len(told) == 2)


def test_the_log_has_the_place_and_no_patient(qtbot: QtBot, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raise_and_report(FaultReporter())
    written = log.read_text(encoding="utf-8") + capsys.readouterr().err
    assert "ValueError" in written
    assert "test_faults.py" in written
    assert "DOE" not in written
    assert "fibrillation" not in written


def test_a_place_that_can_not_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    start_log(blocked / "desktop.log")


def test_the_log_lies_in_the_persons_own_folder(own_home: Path) -> None:
    assert log_file().is_relative_to(own_home)
