"""The stages of ``bootstrap.py test``: every one runs, and the summary names all that failed."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NEED_QT = frozenset({"desktop", "smoke", "benchmarks"})
"""Folders of tests that import Qt; every other one has to pass where Qt isn't installed."""


@dataclass(frozen=True)
class Stage:
    """One command and the environment variables it needs."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True)
class Outcome:
    """How a stage ended."""

    name: str
    passed: bool
    seconds: float


def linter_stages(python: Path) -> list[Stage]:
    """Style, types, and the arrows between rooms."""
    tool = [str(python), "-m"]
    return [
        Stage("ruff check", [*tool, "ruff", "check", "."]),
        Stage("ruff format", [*tool, "ruff", "format", "--check", "."]),
        Stage("mypy", [*tool, "mypy"]),
        Stage("import contracts", [str(python.with_name(_script("lint-imports")))]),
    ]


def core_test_stage(python: Path, tests: Path) -> Stage:
    """Everything that works without a screen, in an environment where Qt isn't installed."""
    folders = [folder for folder in _test_folders(tests) if Path(folder).name not in NEED_QT]
    # pytest-qt refuses to start without a Qt binding.
    return Stage("tests without Qt", [str(python), "-m", "pytest", "-p", "no:pytest-qt", *folders])


def desktop_test_stage(python: Path, tests: Path) -> Stage:
    """What needs Qt, windows drawn offscreen; with the stage before it these are all tests, each run once."""
    folders = [folder for folder in _test_folders(tests) if Path(folder).name in NEED_QT]
    return Stage("tests with Qt", [str(python), "-m", "pytest", *folders])


def _test_folders(tests: Path) -> list[str]:
    return sorted(
        str(folder.relative_to(tests.parent))
        for folder in tests.iterdir()
        if folder.is_dir() and any(folder.rglob("test_*.py"))
    )


def run_stages(stages: Sequence[Stage], folder: Path, environment: Mapping[str, str]) -> list[Outcome]:
    """Run each stage to its end whatever the others did."""
    return [_run(stage, folder, environment) for stage in stages]


def _run(stage: Stage, folder: Path, environment: Mapping[str, str]) -> Outcome:
    print(f"\n=== {stage.name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(stage.command, cwd=folder, env={**os.environ, **environment}, check=False)
    return Outcome(stage.name, done.returncode == 0, time.monotonic() - start)


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return one line per stage with its seconds."""
    return "\n".join(f"{'ok    ' if o.passed else 'FAILED'} {o.name:<20} {o.seconds:7.1f} s" for o in outcomes)


def exit_status(outcomes: Sequence[Outcome]) -> int:
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def timed(name: str, work: Callable[[], bool]) -> Outcome:
    """Run something of our own as a stage."""
    start = time.monotonic()
    return Outcome(name, work(), time.monotonic() - start)


def _script(name: str) -> str:
    return f"{name}.exe" if os.name == "nt" else name
