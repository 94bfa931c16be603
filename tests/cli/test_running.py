"""From arguments to an exit status, whatever happens in between."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from meit_core import __version__
from meit_core.errors import Cancelled
from tests.cli.conftest import Run, assert_plain_fault


def test_version_and_help(meit: Run) -> None:
    assert meit("--version").out == f"meit {__version__}\n"
    shown = meit("--help")
    assert shown.status == 0
    for command in ("draft", "measure", "import", "studies", "report", "export", "packs", "users", "audit", "doctor"):
        assert f"  {command} " in shown.out
    assert "medical device" in shown.out


@pytest.mark.parametrize("arguments", [("paint",), ("draft",), ("measure", "a", "b"), ("audit", "mend"), ("--json",)])
def test_wrong_usage_is_status_2(meit: Run, arguments: tuple[str, ...]) -> None:
    ran = meit(*arguments)
    assert ran.status == 2
    assert ran.out == "" and "meit" in ran.err and "Traceback" not in ran.err


def test_a_bug_is_one_line_and_its_place_is_written_down(
    meit: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_name: str) -> None:
        raise ZeroDivisionError("Anna Smith")

    monkeypatch.setattr("meit_core.cli.measure.file_of", broken)
    ran = meit("measure", "x")
    assert ran.status == 1
    assert ran.err.count("\n") == 1 and "The program failed (ZeroDivisionError)" in ran.err
    log = next(own_home.rglob("command-line.log"))
    assert str(log) in ran.err
    written = log.read_text(encoding="utf-8")
    assert "test_running.py" in written and "ZeroDivisionError" in written
    assert "Anna" not in ran.err and "Anna Smith" not in written.replace('ZeroDivisionError("Anna Smith")', "")


def test_ctrl_c_stops_an_import_in_good_order(
    meit: Run, recordings: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from meit_core import formats

    real = formats.read_record

    def press_ctrl_c_and_read(path: Path) -> object:
        signal.raise_signal(signal.SIGINT)
        return real(path)

    monkeypatch.setattr(formats, "read_record", press_ctrl_c_and_read)
    before = signal.getsignal(signal.SIGINT)
    assert_plain_fault(meit("import", recordings, "--workspace", workspace), "Stopped.")
    assert signal.getsignal(signal.SIGINT) is before
    assert len(meit("studies", "--workspace", workspace, "--json").document) <= 1


def test_a_stop_shows_no_more_than_that(meit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_name: str) -> None:
        raise Cancelled

    monkeypatch.setattr("meit_core.cli.measure.file_of", stopped)
    assert meit("measure", "x").err == "Stopped.\n"
