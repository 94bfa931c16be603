"""The installed ``meit`` script in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("meit.exe" if os.name == "nt" else "meit")


def meit(*arguments: object, **more: object) -> subprocess.CompletedProcess[str]:
    command = [str(SCRIPT), *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False, **more)


def test_help_and_version_load_nothing_heavy() -> None:
    script = (
        "import sys; from meit_core.cli import main; status = main(['--help']); "
        "heavy = ('torch', 'numpy', 'scipy', 'sqlalchemy', 'rich'); "
        "print([name for name in heavy if name in sys.modules]); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
    assert meit("--version").stdout.startswith("meit ")


def test_a_fault_is_one_line_on_standard_error() -> None:
    done = meit("measure", "nowhere/record.hea")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no file nowhere/record.hea. Check the path.\n"
    assert meit("paint").returncode == 2


def test_standard_output_is_one_json_document(tmp_path: Path) -> None:
    done = meit("studies", "--json", "--workspace", tmp_path / "Größe µ.meit")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == []


def test_python_m_runs_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "meit_core.cli", "--version"], capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stdout) == (0, meit("--version").stdout)


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is a Unix matter")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    with subprocess.Popen([SCRIPT, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
