"""The log of a stage: JSON lines, one file for epochs and one for steps."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meit_core.training.disk import told_when_full


class RunLog:
    """Appends lines, and forgets those that an interrupted run will write again.

    Epochs (``<stage>.jsonl``) have ``epoch``, ``step`` (the last), ``loss`` (mean), ``seconds`` and, where they were
    evaluated, scores.
    Steps (``<stage>.steps.jsonl``) have ``step``, ``epoch``, ``loss`` (mean since the last line), ``rates`` of the
    groups, ``grad_norm`` before clipping, and what :class:`~meit_core.training.loop.clock.Clock` reads. What isn't
    finite is null.

    Parameters
    ----------
    writes
        False in a process that isn't the first.
    """

    def __init__(self, folder: Path, stage: str, *, writes: bool = True) -> None:
        self._writes = writes
        self._epochs = folder / f"{stage}.jsonl"
        self._steps = folder / f"{stage}.steps.jsonl"

    def epoch(self, line: Mapping[str, Any]) -> None:
        """Append to the log of epochs."""
        self._append(self._epochs, line)

    def step(self, line: Mapping[str, Any]) -> None:
        """Append to the log of steps."""
        self._append(self._steps, line)

    def sizes(self) -> dict[str, int]:
        """Return how long the files are now, for a checkpoint."""
        return {path.name: path.stat().st_size if path.is_file() else 0 for path in (self._epochs, self._steps)}

    def cut(self, sizes: Mapping[str, int]) -> None:
        """Go back to where a checkpoint was written."""
        for path in (self._epochs, self._steps):
            if self._writes and path.is_file() and path.stat().st_size > sizes[path.name]:
                with path.open("r+b") as file:
                    file.truncate(sizes[path.name])

    def _append(self, path: Path, line: Mapping[str, Any]) -> None:
        if not self._writes:
            return
        with told_when_full(), path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({name: _finite(value) for name, value in line.items()}) + "\n")


def last_step(folder: Path, stage: str) -> int:
    """Return how many optimiser steps a stage took to its end, be it an early one."""
    lines = (folder / f"{stage}.jsonl").read_text(encoding="utf-8").splitlines()
    return int(json.loads(lines[-1])["step"])


def _finite(value: Any) -> Any:
    """JSON has no NaN."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
