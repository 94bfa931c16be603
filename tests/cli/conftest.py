"""The command in this process, recordings as files, and a tiny pack."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from meit_core.cli import main
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.model.packs.pack import Pack
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.tiny_pack import write_tiny_pack


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def meit(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command with its arguments."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "test.meit"


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return write_tiny_pack(tmp_path_factory.mktemp("packs") / "tiny")


def write_csv(path: Path, record: EcgRecord) -> Path:
    """Write a recording as the CSV reader takes it."""
    lines = [f"# fs={record.fs_hz:g}", "# sex=F", "# age=61", ",".join(LEADS)]
    lines += [",".join(f"{value:.4f}" for value in row) for row in record.signal_mv.T]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two recordings of 10 s at 100 Hz, 62 and 118 beats a minute, and one file that is none."""
    folder = tmp_path_factory.mktemp("recordings")
    for rate in (62, 118):
        write_csv(folder / f"rate-{rate}.csv", simulate(SimulatedCase(heart_rate_bpm=rate, fs_hz=100.0)).record)
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7\nnot an ECG\n")
    return folder


def assert_plain_fault(ran: Ran, *words: str) -> None:
    """One plain line on standard error, nothing on standard output, status 1."""
    assert ran.status == 1
    assert ran.out == ""
    assert ran.err.count("\n") == 1 and ran.err.endswith(".\n")
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err
