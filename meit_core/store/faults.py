"""SQLite's faults in plain words: what is the machine's fault is told apart from our own bugs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from meit_core.errors import EnvironmentFault, UserError

_PRIMARY: Final = 0xFF
"""Extended result codes carry the primary one in their lowest byte (sqlite.org/rescode.html)."""

_IN_PLAIN_WORDS: Final = {
    sqlite3.SQLITE_FULL: (
        "The disk is full: the change could not be saved.",
        "What was saved before is safe. Free some space and save again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk did not take the change or could not be read.",
        "What was saved before is safe. Check the disk and its free space, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The workspace is write-protected.",
        "Check the permissions of its file and folder, then open it again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The workspace's file can't be opened.",
        "Check that the file and its folder exist and that you may read and write them.",
    ),
    sqlite3.SQLITE_BUSY: (
        "The workspace is busy: another program is writing to it.",
        "Nothing is lost. Try again in a moment.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "The workspace is busy: another program is writing to it.",
        "Nothing is lost. Try again in a moment.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The workspace's file is damaged.",
        "Don't write to it any more. Restore the latest backup, which lies beside it or where backups are kept.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "The file is not a MEIT workspace, or it is damaged.",
        "Choose another file, or restore a backup.",
    ),
}


def in_plain_words(fault: BaseException | None) -> UserError | None:
    """The fault to show for one of SQLite's, or ``None`` where the mistake is ours."""
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None or code & _PRIMARY not in _IN_PLAIN_WORDS:
        return None
    message, hint = _IN_PLAIN_WORDS[code & _PRIMARY]
    return EnvironmentFault(message, hint)


@contextmanager
def plain_faults() -> Iterator[None]:
    """Turn faults of the machine that SQLite meets inside the block into :class:`EnvironmentFault`."""
    try:
        yield
    except DBAPIError as fault:
        shown = in_plain_words(fault.orig)
        if shown is None:
            raise
        raise shown from fault
    except sqlite3.Error as fault:
        shown = in_plain_words(fault)
        if shown is None:
            raise
        raise shown from fault
