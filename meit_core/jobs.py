"""How long work reports progress and is asked to stop. Core functions block; they never start threads."""

from __future__ import annotations

import threading
from collections.abc import Callable

from meit_core.errors import Cancelled


class JobContext:
    """Handle that a caller passes into long work.

    Parameters
    ----------
    on_progress
        Called with ``(fraction, message)``; ``fraction`` is in [0, 1], or ``None`` where the end isn't known.
    """

    def __init__(self, on_progress: Callable[[float | None, str], None] | None = None) -> None:
        self._on_progress = on_progress
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next check; safe from any thread."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def check(self) -> None:
        """Raise :class:`~meit_core.errors.Cancelled` if the work was asked to stop. Call per chunk."""
        if self._cancelled.is_set():
            raise Cancelled

    def progress(self, fraction: float | None, message: str = "") -> None:
        """Report progress, and stop here if asked to."""
        self.check()
        if self._on_progress is not None:
            self._on_progress(fraction, message)
