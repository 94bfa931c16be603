"""Opens a workspace's file, makes it where there is none, and says in plain words where that can't be done."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from meit_core.domain.audit import AuditAction
from meit_core.errors import EnvironmentFault, UserError
from meit_core.store import audit, lock, migrating
from meit_core.store.database import Access, Database
from meit_core.store.lock import WorkspaceLock
from meit_core.store.store import Store

_MAGIC: Final = b"SQLite format 3\0"
_LOOKING_ONLY: Final = "The workspace was opened for looking only. Open it for writing to change something."
_PROTECTED: Final = "The workspace's file or folder is write-protected. Check its permissions, then open it again."
_PROGRAM: Final = "program"
"""Whom the audit log names for what the program does by itself."""


def open_store(path: Path, *, read_only: bool = False) -> Store:
    """Open the workspace at ``path``.

    A workspace somebody else has open for writing is opened read-only: looking and printing stay possible, which is
    what a second window is mostly wanted for, and two readers can't write over each other.

    Parameters
    ----------
    read_only
        Don't even try to write, and don't keep others from it.

    Raises
    ------
    UserError
        Not a workspace, written by a newer version, or damaged.
    EnvironmentFault
        No permission, or no room for a new file.
    """
    if not path.exists() and not read_only:
        _make_folder(path.parent)
    held, reason = (None, _LOOKING_ONLY) if read_only else _acquire(path)
    try:
        return _opened(path, held, reason)
    except BaseException:
        if held is not None:
            held.release()
        raise


def _opened(path: Path, held: WorkspaceLock | None, read_only_reason: str) -> Store:
    created = False
    if held is not None and not path.exists():
        try:
            migrating.create(path)
        except OSError as fault:
            raise _cannot_write(fault) from fault
        created = True
    _check_file(path)
    access = Access.WRITE if held is not None else _access(path)
    version = migrating.version_of(path, access)
    migrated = version != migrating.HEAD and _migrate(path, version, access)
    store = Store(Database(path, access, read_only_reason), access, held)
    if created or migrated:
        with store.writing() as session:
            action = AuditAction.WORKSPACE_CREATED if created else AuditAction.WORKSPACE_MIGRATED
            audit.append(session, action, migrating.HEAD, actor=_PROGRAM, before=None if created else version)
    return store


def _migrate(path: Path, version: str, access: Access) -> bool:
    migrating.check_known(version)
    if access is not Access.WRITE:
        raise UserError(
            "This workspace was written by an older version and must be updated before it can be read.",
            "Open it once where it may be written and nobody else has it open.",
        )
    migrating.migrate(path, version)
    return True


def _access(path: Path) -> Access:
    """How to look at a workspace that isn't ours to write."""
    if _writable(path):
        return Access.LOOK
    # Side files mean that somebody who may write has it open, or had when it crashed: what they hold is part of the
    # workspace. Without them SQLite must be told that it needn't make any.
    beside = path.with_name(f"{path.name}-wal").exists()
    return Access.PROTECTED if beside else Access.IMMUTABLE


def _acquire(path: Path) -> tuple[WorkspaceLock | None, str]:
    """The lock, or plain sentences why there is none."""
    exists = path.exists()
    if exists and not _writable(path):
        return None, _PROTECTED
    try:
        held = lock.acquire(path)
    except OSError as fault:
        if not exists:
            raise _cannot_write(fault) from fault
        why = fault.strerror or "I/O fault"
        return None, f"The workspace can't be locked for writing ({why}). Check its folder and open it again."
    if held is None:
        holder = lock.holder(path)
        where = f", {holder.in_words()}" if holder else ""
        return None, f"The workspace is already open{where}. Close it there and open it here again."
    return held, ""


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise UserError("This is a folder, not a workspace.", "Choose a workspace's file.")
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError as fault:
        raise UserError("There is no workspace at this place.", "Check the path.") from fault
    except OSError as fault:
        raise EnvironmentFault(
            f"The workspace's file can't be read ({fault.strerror or 'I/O fault'}).", "Check that you may read it."
        ) from fault
    if start != _MAGIC:
        what = "empty" if not start else "not a MEIT workspace, or it is damaged"
        raise UserError(f"The file is {what}.", "Choose another file, or restore a backup in its place.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise _cannot_write(fault) from fault


def _cannot_write(fault: OSError) -> EnvironmentFault:
    return EnvironmentFault(
        f"A workspace can't be made here ({fault.strerror or 'I/O fault'}).",
        "Choose a folder that you may write to, with some free space.",
    )
