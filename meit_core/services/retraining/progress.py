"""A run's progress as JSON lines in its folder: written by the run, followed by a window, in another process.

Every line has ``event`` and ``at``. ``phase`` names what is being done (``reading``, ``training``, ``comparing``) with
a ``fraction`` in [0, 1]; ``step`` and ``epoch`` carry losses, ``scores`` the comparison; ``finished``, ``stopped`` and
``failed`` (with a plain ``message``) end a run. Figures only: no line holds a word of a report or of a patient.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from meit_core.jobs import JobContext

FILE: Final = "progress.jsonl"
STOP: Final = "stop"
"""A file of this name asks the run to stop: it works on every system, and across processes."""
ENDS: Final = ("finished", "stopped", "failed")
_SECONDS_BETWEEN: Final = 0.5


class ProgressLog:
    """Appends to a run's progress, and carries a caller's wish to stop into it.

    Parameters
    ----------
    job
        The caller's; told the phase and the fraction as well.
    """

    def __init__(self, folder: Path, job: JobContext) -> None:
        self._folder = folder
        self._outer = job
        self._phase, self._last = "", 0.0
        self.job = JobContext(self._on_progress)

    def phase(self, name: str) -> None:
        """Begin a part of the work."""
        self._phase, self._last = name, 0.0
        self.job.progress(0.0, name)

    def tell(self, values: Mapping[str, Any]) -> None:
        """Append a line; a full disk costs the line, not the run."""
        line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), **values}
        with contextlib.suppress(OSError), (self._folder / FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def _on_progress(self, fraction: float | None, message: str) -> None:
        if self._outer.is_cancelled or (self._folder / STOP).exists():
            self.job.cancel()  # whoever is at work ends its step first
            return
        self._outer.progress(fraction, f"{self._phase}: {message}" if message != self._phase else message)
        if time.monotonic() - self._last >= _SECONDS_BETWEEN:
            self._last = time.monotonic()
            rounded = None if fraction is None else round(fraction, 4)
            self.tell({"event": "phase", "phase": self._phase, "fraction": rounded})


def read_events(folder: Path, offset: int = 0) -> tuple[list[dict[str, Any]], int]:
    """Return what was appended to a run's progress since ``offset``, and the offset to ask with next time.

    A line that is still being written is left for the next time.
    """
    try:
        with (folder / FILE).open("rb") as file:
            file.seek(offset)
            new = file.read()
    except OSError:
        return [], offset
    whole = new[: new.rfind(b"\n") + 1]
    return [json.loads(line) for line in whole.splitlines()], offset + len(whole)


def ask_to_stop(folder: Path) -> None:
    """Ask a run to stop at its next step; what it has trained until its last checkpoint stays."""
    (folder / STOP).touch()


def allow_again(folder: Path) -> None:
    """Take back the wish to stop, before a run goes on."""
    (folder / STOP).unlink(missing_ok=True)
