"""Read and measure in a process of its own.

SciPy and the libraries that read files take 100 MB, which no program gives back once it has loaded them, and while they
work a window waits. Here they come when something is to be measured, stay out of the window's way, and go again. A
file that kills its reader doesn't take the window along.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final, TypeVar

from meit_core.errors import EnvironmentFault
from meit_core.services.measuring_child import GET_READY, run

IDLE_S: Final = 300.0
"""A process that nobody has asked for so long ends; the next recording starts another one."""
CLOSE_S: Final = 2.0
"""One that hasn't ended by itself after this long is ended."""

Result = TypeVar("Result")


class MeasuringProcess:
    """One spawned child, started when it is first needed and again after it has ended; any thread may ask it.

    Spawned on every system: a fork would copy Qt's threads and locks in any state. What crosses is pickled, by function
    name and value: both ends are this program, and neither opens anything to others.
    """

    def __init__(self, idle_s: float = IDLE_S) -> None:
        self._idle_s = idle_s
        self._one_at_a_time = threading.Lock()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._closed = False

    @property
    def pid(self) -> int | None:
        """Of the child; ``None`` where there is none."""
        return self._process.pid if self._process is not None else None

    def run(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Return ``work(*arguments)`` as done by the child.

        Parameters
        ----------
        work
            A function that can be imported by its name; it and its arguments are pickled.

        Raises
        ------
        EnvironmentFault
            The system starts no further process, or the child was ended while it worked.
        """
        with self._one_at_a_time:
            done, value = self._asked((work, arguments))
        if not done:
            raise value
        result: Result = value
        return result

    def prepare(self) -> None:
        """Start the child if there is none, let it load what measuring needs, and begin its idle time anew.

        Whoever asks first would otherwise wait a second for it. Where it
        can't be done, the work itself will tell why.
        """
        if not self._one_at_a_time.acquire(blocking=False):
            return  # it is at work
        try:
            if self._process is not None and not self._process.is_alive():
                self._let_go()
            with contextlib.suppress(EnvironmentFault, OSError):
                (self._connection or self._started()).send(GET_READY)
        finally:
            self._one_at_a_time.release()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
            process.join(CLOSE_S)

    def _asked(self, request: object) -> tuple[bool, Any]:
        for is_last in (False, True):
            connection = self._connection or self._started()
            try:
                connection.send(request)
                answer: tuple[bool, Any] = connection.recv()
                return answer
            except (EOFError, OSError):
                ended_by_itself = self._let_go() == 0
                if is_last or not ended_by_itself:
                    break
        raise EnvironmentFault(
            "The program that reads and measures recordings was ended from outside, or by what it read.",
            "Nothing saved is lost. Close other programs if memory is short, and try again.",
        )

    def _started(self) -> Connection:
        if self._closed:
            raise EnvironmentFault("The workspace is closed.", "Open it again.")
        context = multiprocessing.get_context("spawn")
        ours, childs = context.Pipe()
        # Ended with this process even where nobody calls close().
        process = context.Process(target=run, args=(childs, self._idle_s), name="meit-measuring", daemon=True)
        try:
            process.start()
        except OSError as fault:
            ours.close()
            raise EnvironmentFault(
                f"Another process can't be started ({fault.strerror or 'no reason given'}).",
                "Nothing saved is lost. Close other programs and try again.",
            ) from fault
        finally:
            # Only the child may hold its end: otherwise its death wouldn't close the connection.
            childs.close()
        self._process, self._connection = process, ours
        return ours

    def _let_go(self) -> int | None:
        """Forget a child that has ended, or doesn't answer; returns its exit code."""
        process, connection = self._process, self._connection
        self._process, self._connection = None, None
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.close()
        if process is None:
            return None
        process.join(CLOSE_S)
        if process.exitcode is None:
            process.kill()
            process.join(CLOSE_S)
        return process.exitcode
