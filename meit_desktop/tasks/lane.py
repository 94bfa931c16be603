"""A lane: one worker thread for one scarce resource; results come back on the GUI thread."""

from __future__ import annotations

import logging
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext
from meit_desktop.language import tr

Work = Callable[[JobContext], Any]

PROGRESS_EVERY_S = 0.05
"""Progress reaches the screen at 20 Hz at most; ten thousand files must not flood the event loop."""

_log = logging.getLogger(__name__)


class Task(QObject):
    """Handle on submitted work. Every signal is emitted on the GUI thread.

    Attributes
    ----------
    job
        What the work checks and reports to; ``cancel`` asks it to stop.

    Signals
    -------
    done(object)
        The work's result.
    failed(UserError)
        A fault that may be shown as it is.
    cancelled()
        The work stopped on request.
    progressed(object, str)
        Fraction in [0, 1] or ``None``, and what is going on.
    finished()
        After any of the first three.
    """

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progressed = Signal(object, str)
    finished = Signal()

    def __init__(self, name: str, job: JobContext) -> None:
        super().__init__()
        self.name = name
        self.job = job
        self.is_finished = False

    def cancel(self) -> None:
        self.job.cancel()


@dataclass(frozen=True, slots=True)
class _Outcome:
    task: Task
    kind: str
    payload: Any = None


class Lane(QObject):
    """Runs submitted work one after the other on its own thread.

    Signals
    -------
    busy_changed(bool)
        Work is running or waiting.
    """

    busy_changed = Signal(bool)
    _crossed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._waiting: queue.SimpleQueue[tuple[Task, Work] | None] = queue.SimpleQueue()
        self._open: list[Task] = []
        self._closed = False
        self._silent = False
        # Queued also from this thread: whoever submits must have connected before an answer comes.
        self._crossed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=f"lane-{name}", daemon=True)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        return bool(self._open)

    def submit(self, name: str, work: Work) -> Task:
        """Queue ``work``; connect to the returned task before control goes back to the event loop."""
        job = JobContext()
        task = Task(name, job)
        job._on_progress = self._progress_to(task)
        self._open.append(task)
        if len(self._open) == 1:
            self.busy_changed.emit(True)
        if self._closed:
            self._crossed.emit(_Outcome(task, "cancelled"))
        else:
            self._waiting.put((task, work))
        return task

    def close(self, timeout_s: float) -> tuple[str, ...]:
        """Take no more work, let what is queued end within ``timeout_s``, and name what was late."""
        self._closed = True
        self._waiting.put(None)
        self._thread.join(timeout_s)
        late = tuple(task.name for task in self._open if not task.is_finished) if self._thread.is_alive() else ()
        if late:
            _log.warning("lane %s closed with work still running: %s", self._name, ", ".join(late))
        return late

    def silence(self) -> None:
        """Deliver nothing any more: whoever asked is being taken apart."""
        self._silent = True

    def cancel_all(self) -> None:
        for task in self._open:
            task.cancel()

    def _progress_to(self, task: Task) -> Callable[[float | None, str], None]:
        last_s = 0.0

        def report(fraction: float | None, message: str) -> None:
            nonlocal last_s
            now_s = time.monotonic()
            if now_s - last_s >= PROGRESS_EVERY_S:
                last_s = now_s
                self._crossed.emit(_Outcome(task, "progressed", (fraction, message)))

        return report

    def _run(self) -> None:
        while (item := self._waiting.get()) is not None:
            task, work = item
            try:
                task.job.check()
                outcome = _Outcome(task, "done", work(task.job))
            except Cancelled:
                outcome = _Outcome(task, "cancelled")
            except UserError as fault:
                outcome = _Outcome(task, "failed", fault)
            except Exception as error:
                outcome = _Outcome(task, "broke", error)
            try:
                self._crossed.emit(outcome)
            except RuntimeError:  # the application object is gone: nobody is left to tell
                return

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        if self._silent:  # disconnecting would not do: what is on its way still arrives
            return
        task = outcome.task
        if outcome.kind == "progressed":
            if not task.is_finished:
                task.progressed.emit(*outcome.payload)
            return
        task.is_finished = True
        self._open.remove(task)
        match outcome.kind:
            case "done":
                task.done.emit(outcome.payload)
            case "cancelled":
                task.cancelled.emit()
            case "failed":
                task.failed.emit(outcome.payload)
            case "broke":
                error: Exception = outcome.payload
                sys.excepthook(type(error), error, error.__traceback__)
                task.failed.emit(
                    UserError(tr("A fault in the program stopped this."), tr("Nothing saved is lost. Try again."))
                )
        task.finished.emit()
        if not self._open:
            self.busy_changed.emit(False)
