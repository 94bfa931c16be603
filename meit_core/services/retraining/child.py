"""A run in a process of its own: a window stays quick, and closing it doesn't end what has trained for hours."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
from pathlib import Path
from typing import Final

from meit_core.errors import Cancelled, EnvironmentFault, UserError
from meit_core.services.retraining.progress import ask_to_stop

OUTPUT: Final = "output.log"
_NICER: Final = 10
"""How far the run steps back behind drafting (POSIX niceness)."""


class RetrainingProcess:
    """A spawned child that works on a run that was begun. Not started before :meth:`start`.

    Its progress is in the folder, see :func:`~meit_core.services.retraining.progress.read_events`. It is ended with
    this process; what it has trained until then is on disk.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = multiprocessing.get_context("spawn").Process(
            target=_work, args=(str(folder),), name="meit-retraining", daemon=True
        )

    def start(self) -> None:
        """Start it.

        Raises
        ------
        EnvironmentFault
            If the system starts no further process.
        """
        try:
            self._process.start()
        except OSError as fault:
            raise EnvironmentFault(
                f"The training's process can't be started ({fault.strerror or 'no reason given'}).",
                "Nothing was trained. Close other programs and start again.",
            ) from fault

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    @property
    def exit_code(self) -> int | None:
        """0 where it finished or was stopped, 1 where it failed; ``None`` while it runs."""
        return self._process.exitcode

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        ask_to_stop(self.folder)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until it has ended, at most so long; says whether it has."""
        self._process.join(timeout_s)
        return not self._process.is_alive()

    def kill(self) -> None:
        """End it at once; ``resume`` goes on from its last checkpoint."""
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _work(folder: str) -> None:
    """Run in the child: libraries' own output goes to the run's folder, never to the window's terminal."""
    from meit_core.services.retraining.working import work

    _redirect(Path(folder) / OUTPUT)
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICER)
    try:
        work(Path(folder))
    except Cancelled:
        return
    except UserError:  # the progress says what happened
        sys.exit(1)


def _redirect(path: Path) -> None:
    with contextlib.suppress(OSError, AttributeError, ValueError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(descriptor, sys.stdout.fileno())
        os.dup2(descriptor, sys.stderr.fileno())
        os.close(descriptor)
