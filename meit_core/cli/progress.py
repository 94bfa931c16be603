"""Work that shows a bar on a terminal and stops at Ctrl+C, or when the system asks it to."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

from meit_core.jobs import JobContext


@contextlib.contextmanager
def job_at_terminal(title: str, *, silent: bool = False) -> Iterator[JobContext]:
    """Give a job whose progress is a bar on standard error where that is a terminal, and silent elsewhere.

    Ctrl+C or SIGTERM asks the job to stop in good order; a second one breaks off.

    Parameters
    ----------
    silent
        Show nothing: another process does.
    """
    with _bar(title, silent=silent) as on_progress:
        job = JobContext(on_progress)
        with _stopped_by_signals(job):
            yield job


@contextlib.contextmanager
def _bar(title: str, *, silent: bool) -> Iterator[Callable[[float | None, str], None] | None]:
    if silent or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=None)

        def show(fraction: float | None, message: str) -> None:
            total = None if fraction is None else 1.0
            progress.update(task, completed=fraction or 0.0, total=total, description=message or title)

        yield show


@contextlib.contextmanager
def _stopped_by_signals(job: JobContext) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        if job.is_cancelled:
            raise KeyboardInterrupt
        job.cancel()

    try:
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:  # not the main thread: whoever runs us there stops us another way
        yield
        return
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
