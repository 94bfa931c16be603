"""How fast a stage learns, and how much of the time it spends outside the model."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Measures from one line of the step log to the next.

    Work on a graphics card is waited for once in every pass, when the loss is read, so that what the CPU does meanwhile
    is counted as outside although the card may be busy: the share is an upper bound there.
    """

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Forget everything, as after an evaluation."""
        self._started = time.perf_counter()
        self._inside = 0.0
        self._samples = 0

    @contextmanager
    def inside(self, samples: int) -> Iterator[None]:
        """Count what happens meanwhile as forward, backward or optimiser."""
        started = time.perf_counter()
        yield
        self._inside += time.perf_counter() - started
        self._samples += samples

    def reading(self) -> dict[str, float]:
        """Return ``seconds``, ``samples_per_second`` and ``outside`` (share of the time), and start anew."""
        seconds = time.perf_counter() - self._started
        found = {
            "seconds": round(seconds, 3),
            "samples_per_second": round(self._samples / seconds, 2),
            "outside": round(1 - self._inside / seconds, 4),
        }
        self.restart()
        return found
