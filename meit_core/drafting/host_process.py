"""The model host seen from its parent: start, send, wait, end."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from multiprocessing.connection import wait
from pathlib import Path
from typing import Final

import platformdirs

from meit_core.drafting import wire
from meit_core.drafting.faults import NO_STUDY_HARMED
from meit_core.drafting.host import run
from meit_core.errors import EnvironmentFault, UserError

CLOSE_S: Final = 2.0
"""A host that hasn't ended by itself after this long is ended."""

_KILLED: Final = -9
"""Exit code after SIGKILL, which is what Linux sends when memory runs out."""


class HostEnded(Exception):
    """The process is gone. Attributes: ``exit_code``, 0 where it ended by itself because nobody needed it."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"the model host ended with {exit_code}")
        self.exit_code = exit_code

    def in_plain_words(self) -> UserError:
        """Say what happened; the next draft starts a new host."""
        if self.exit_code == _KILLED:
            return EnvironmentFault(
                "The model's process was ended from outside, most often because memory ran out.",
                f"{NO_STUDY_HARMED} Close other programs and draft again: the model starts anew.",
            )
        return UserError(
            "The model's process stopped unexpectedly.", f"{NO_STUDY_HARMED} Draft again: the model starts anew."
        )


class HostProcess:
    """One spawned child. *Spawned* on every system: a fork would copy Qt's threads and locks in any state.

    One thread sends, receives and releases; any thread may :meth:`end` it. Ending leaves the connection open, since
    its handle closed under a thread that reads it could by then be another file's.

    Raises
    ------
    EnvironmentFault
        If the system starts no further process.
    """

    def __init__(self, *, factory: str, pack: str | None, idle_s: float) -> None:
        context = multiprocessing.get_context("spawn")
        self._reaping = threading.Lock()
        self._connection, childs_end = context.Pipe()
        self._process = context.Process(
            target=run,
            args=(childs_end, factory, pack, idle_s, log_path()),
            name="meit-model-host",
            daemon=True,  # ended with this process even where nobody calls end()
        )
        try:
            self._process.start()
        except OSError as fault:
            self._connection.close()
            raise EnvironmentFault(
                f"The model's process can't be started ({fault.strerror or 'no reason given'}).",
                f"{NO_STUDY_HARMED} Close other programs and draft again.",
            ) from fault
        finally:
            # Only the child may hold its end: otherwise its death wouldn't close the connection.
            childs_end.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._exit_code() is None

    def send(self, request: wire.Request) -> None:
        """Send a request. Raises :class:`HostEnded` if there is nobody to take it."""
        try:
            self._connection.send_bytes(wire.to_bytes(request))
        except OSError:
            raise self._ended() from None

    def receive(self, timeout_s: float) -> wire.Message | None:
        """Return the next message, or ``None`` if there is none in time.

        Raises
        ------
        HostEnded
            If the process is gone and everything it sent has been read.
        """
        try:
            if not wait([self._connection, self._process.sentinel], timeout_s):
                return None
            if not self._connection.poll():
                raise self._ended()
            return wire.from_bytes(self._connection.recv_bytes())
        except (EOFError, OSError, ValueError, wire.WireError):
            raise self._ended() from None

    def end(self) -> None:
        """End the process: asked first, then forced, in bounded time. Any thread may call it."""
        if self.is_alive:
            with contextlib.suppress(OSError):
                self._connection.send_bytes(wire.to_bytes(wire.Close()))
            wait([self._process.sentinel], CLOSE_S)
        self._force()

    def release(self) -> None:
        """End the process at once and close the connection: for the thread that reads it, when it is done with it."""
        self._force()
        self._connection.close()

    def _force(self) -> None:
        if self.is_alive:
            self._process.kill()
            wait([self._process.sentinel], CLOSE_S)

    def _ended(self) -> HostEnded:
        # The connection closes a moment before the exit code is known.
        wait([self._process.sentinel], CLOSE_S)
        code = self._exit_code()
        self.release()
        return HostEnded(code)

    def _exit_code(self) -> int | None:
        """Return the exit code, ``None`` while it runs; two threads that ask at once confuse each other."""
        with self._reaping:
            return self._process.exitcode


def log_path() -> Path | None:
    """Return where the host's own output goes; ``None`` where no folder for it can be made."""
    folder = Path(platformdirs.user_log_dir("meit", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder / "model-host.log"
