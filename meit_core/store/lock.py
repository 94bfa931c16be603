"""One writer per workspace: an advisory lock of the operating system, which a crash can't leave behind."""

from __future__ import annotations

import json
import os
import socket
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from meit_core.store.base import now

_GUARDED_BYTE: Final = 1 << 20
"""Locked on Windows, where a locked byte can't be read: far behind the text that says who holds the lock."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the workspace open for writing."""

    host: str
    pid: int
    since: datetime

    def in_words(self) -> str:
        """For example ``on this computer since 09:15``."""
        where = "on this computer" if self.host == socket.gethostname() else f"on the computer {self.host}"
        return f"{where} since {self.since.astimezone():%H:%M}"


class WorkspaceLock:
    """The lock on ``<workspace>.lock``, held until :meth:`release` or the process's end, however that comes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let others write; the file stays, because removing it would race with who is just opening it."""
        if not self._file.closed:
            _unlock(self._file)
            self._file.close()


def lock_path(workspace: Path) -> Path:
    """Return where the lock of a workspace lies."""
    return workspace.with_name(f"{workspace.name}.lock")


def acquire(workspace: Path) -> WorkspaceLock | None:
    """Take the lock, or return ``None`` if somebody else has it.

    Raises
    ------
    OSError
        The lock's file can't be made, or the file system has no locks.
    """
    # Not emptied yet: it says who holds the lock, if somebody does.
    descriptor = os.open(lock_path(workspace), os.O_RDWR | os.O_CREAT, 0o600)
    file = os.fdopen(descriptor, "r+b")
    try:
        free = _lock(file)
    except BaseException:
        file.close()
        raise
    if not free:
        file.close()
        return None
    holder = {"host": socket.gethostname(), "pid": os.getpid(), "since": now().isoformat()}
    try:
        file.truncate(0)
        file.write(json.dumps(holder).encode())
        file.flush()
    except OSError:
        # The lock itself is held: a full disk only costs the note about who holds it.
        pass
    return WorkspaceLock(file)


def holder(workspace: Path) -> Holder | None:
    """Return who wrote the lock's file last, as far as that can be read."""
    try:
        said = json.loads(lock_path(workspace).read_bytes())
        return Holder(str(said["host"]), int(said["pid"]), datetime.fromisoformat(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        try:
            file.seek(_GUARDED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        file.seek(0)
        return True

    def _unlock(file: BinaryIO) -> None:
        file.seek(_GUARDED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        # flock, not lockf: it also keeps two windows of one process apart, and isn't lost when another descriptor
        # of the same file is closed.
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
