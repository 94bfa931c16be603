"""Bring a worker's stream of events to the screen at 20 Hz."""

from __future__ import annotations

from collections import deque
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

REPAINT_EVERY_MS = 50


class EventStream(QObject):
    """A worker puts events in; the GUI thread gets them in batches.

    Signals
    -------
    arrived(tuple)
        All events since the last batch, oldest first.
    """

    arrived = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Any] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(REPAINT_EVERY_MS)
        self._timer.timeout.connect(self._drain)

    def put(self, event: object) -> None:
        """Add an event; safe from any thread (``deque.append`` is atomic)."""
        self._waiting.append(event)

    def open(self) -> None:
        self._timer.start()

    def close(self, *, drop: bool = False) -> None:
        """Stop; deliver what is left, or drop it when its reader has stopped it."""
        self._timer.stop()
        if drop:
            self._waiting.clear()
        self._drain()

    @Slot()
    def _drain(self) -> None:
        batch = []
        while self._waiting:
            batch.append(self._waiting.popleft())
        if batch:
            self.arrived.emit(tuple(batch))
