"""Connections to one SQLite file, safe from several threads: a session per piece of work, one writer at a time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from meit_core.errors import EnvironmentFault, UserError
from meit_core.store.faults import plain_faults

BUSY_TIMEOUT_MS: Final = 5000
_CACHE_KIB: Final = 4 * 1024
"""For each connection. Four times as much answers no search of a million studies sooner: the system keeps the file's
pages, too."""


class Access(Enum):
    """How a file is opened."""

    WRITE = auto()
    LOOK = auto()
    """Somebody else writes: look, with SQLite's side files shared."""
    PROTECTED = auto()
    """The file or folder is write-protected, but the side files of somebody who writes are there."""
    IMMUTABLE = auto()
    """Write-protected without side files, which SQLite would otherwise have to make."""

    @property
    def uri_options(self) -> str:
        """Options of SQLite's file names (sqlite.org/uri.html). None makes a file that isn't there."""
        if self is Access.IMMUTABLE:
            return "mode=ro&immutable=1"
        return "mode=ro" if self is Access.PROTECTED else "mode=rw"


class Database:
    """The open file.

    Parameters
    ----------
    read_only_reason
        Plain sentence why nothing can be changed, or an empty string; every refused change says it.

    Attributes
    ----------
    changes
        How often something was written here since the file was opened.
    """

    def __init__(self, path: Path, access: Access = Access.WRITE, read_only_reason: str = "") -> None:
        self.path = path
        self.read_only_reason = read_only_reason
        self.changes = 0
        self._closed = False
        self._one_writer = threading.Lock()
        self._engine = _engine(path, access)
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session on one consistent state of the file; nothing done in it is kept.

        Raises
        ------
        EnvironmentFault
            The file can't be read.
        """
        self._check_open()
        with plain_faults(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session whose changes are all on disk when the block ends, or none of them if it raises.

        Raises
        ------
        EnvironmentFault
            The workspace is read-only, the disk is full, or another program is writing for long.
        """
        self._check_open()
        if self.read_only_reason:
            raise EnvironmentFault("This can't be changed now.", self.read_only_reason)
        with plain_faults(), self._one_writer:
            try:
                with Session(self._writer, expire_on_commit=False) as session, session.begin():
                    yield session
            finally:
                self.changes += 1  # after the commit: whoever read before it then knows to read again

    def close(self) -> None:
        """Wait for a running change to end and let go of the file; a second call does nothing."""
        with self._one_writer:
            self._closed = True
            self._engine.dispose()

    def _check_open(self) -> None:
        if self._closed:
            raise UserError("The workspace has been closed.", "Open it again.")


def connect(path: Path, access: Access = Access.WRITE) -> sqlite3.Connection:
    """Open a plain connection with everything set that the product relies on.

    WAL lets the reader look while a draft is being stored. ``synchronous=FULL`` makes a commit wait until the disk has
    the data: without it WAL may lose the last commits in a power cut, after they were shown as saved.
    """
    uri = f"{path.absolute().as_uri()}?{access.uri_options}"
    connection = sqlite3.connect(
        uri, uri=True, check_same_thread=False, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if access is Access.WRITE:
            connection.execute("PRAGMA synchronous = FULL")
        else:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _engine(path: Path, access: Access) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, access),
        poolclass=QueuePool,
        pool_size=4,
        hide_parameters=True,  # parameters are names and report text: they must not reach a log
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver would begin only at the first change, in deferred mode: two writers would then both read, and the
        # second fail at its first change instead of waiting for its turn.
        options: dict[str, Any] = dict(connection.get_execution_options())
        connection.exec_driver_sql(options.get("begin", "BEGIN"))

    return engine
