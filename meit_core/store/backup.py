"""Copies of a workspace that may be in use, through SQLite's backup API: a plain copy would lose what is in the WAL."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from meit_core.errors import EnvironmentFault
from meit_core.store.database import Access, connect
from meit_core.store.faults import plain_faults


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Write the open database to ``target``, which appears complete or not at all and replaces an earlier file.

    Raises
    ------
    EnvironmentFault
        The copy can't be written.
    """
    partial = target.with_name(f".{target.name}.part")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # names of patients: for the owner only
        with plain_faults(), closing(sqlite3.connect(partial)) as copied:
            source.backup(copied)
            # A backup stands alone: without this it would ask for side files wherever it is looked at.
            copied.execute("PRAGMA journal_mode = DELETE")
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as fault:
        raise EnvironmentFault(
            f"The backup could not be written ({fault.strerror or 'I/O fault'}).",
            "The workspace is unchanged. Free some space or choose another folder.",
        ) from fault
    finally:
        partial.unlink(missing_ok=True)


def copy_file(workspace: Path, target: Path, access: Access = Access.LOOK) -> None:
    """Write a workspace's file to ``target``, also while it is open here or elsewhere; raises like :func:`copy`."""
    with plain_faults(), closing(connect(workspace, access)) as source:
        copy(source, target)
