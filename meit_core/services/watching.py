"""Watch a folder: recordings that have settled there are imported, one look after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from meit_core.domain.audit import AuditAction
from meit_core.domain.users import Role, User
from meit_core.domain.watching import WatchedFolder, WatchTurn
from meit_core.errors import EnvironmentFault, UserError
from meit_core.formats import companion_files, find_records
from meit_core.formats.wfdb_header import signal_files
from meit_core.jobs import JobContext
from meit_core.services.importing import import_paths
from meit_core.services.workspace import Workspace
from meit_core.store import audit, rights, settings, watched

SETTLED_AFTER_S: Final = 4.0
"""A file whose size and time haven't changed for so long is taken for complete."""
PARTS_WAIT_S: Final = 600.0
"""So long a header waits for its signal file, and a signal file for its header, before it counts as unreadable."""
AT_ONCE: Final = 64
"""Recordings per look, about five seconds: somebody else may want to import, too."""
WATCHER: Final = User("watched-folder", "Watched folder", Role.READER)
"""Whom the log names for what comes in by itself; who turned the watching on stands there as well."""

_SIGNAL_SUFFIXES: Final = (".dat", ".mat")
_UNFINISHED: Final = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".swp", "~")
"""How programs call a file that they are still writing."""


def read_watched_folder(ws: Workspace) -> WatchedFolder | None:
    """Return the folder that an administrator has named, or ``None``."""
    with ws.store.reading() as session:
        kept = settings.get(session, settings.WATCHED_FOLDER)
    if not kept:
        return None
    return WatchedFolder(Path(kept["folder"]), bool(kept["on"]), str(kept.get("decided_by", "")))


def set_watched_folder(ws: Workspace, *, actor: User, folder: Path, on: bool) -> WatchedFolder:
    """Name the folder and begin or stop watching it; administrators only.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        The folder isn't there, can't be listed, or holds this workspace.
    EnvironmentFault
        The workspace can't be changed now.
    """
    folder = folder.expanduser().absolute()
    if on:
        _check(folder, ws.path)
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        before = settings.get(session, settings.WATCHED_FOLDER)
        after = {"folder": str(folder), "on": on, "decided_by": administrator.username}
        settings.put(session, settings.WATCHED_FOLDER, after)
        audit.append(
            session,
            AuditAction.SETTING_CHANGED,
            settings.WATCHED_FOLDER,
            actor=administrator,
            before=before,
            after=after,
        )
    return WatchedFolder(folder, on, administrator.username)


class FolderWatch:
    """Looks at one folder again and again; files are only read, never moved, changed or removed.

    What has been dealt with is remembered in the workspace, so that a restart reads nothing twice. A file that is
    written anew is a new recording. A recording that could not be read isn't tried again as long as it stays as it is.

    Parameters
    ----------
    clock
        Seconds; tests hand in their own.
    """

    def __init__(self, ws: Workspace, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._ws, self._folder, self._clock = ws, folder, clock
        self._since: dict[Path, tuple[str, float]] = {}
        self._known: dict[str, str] | None = None

    def look(self, job: JobContext | None = None) -> WatchTurn:
        """Import what has settled since the last look.

        Raises
        ------
        EnvironmentFault
            The folder can't be reached, the disk is full, or the workspace can't be changed.
        Cancelled
            The job was stopped.
        """
        job = job or JobContext()
        known = self._known if self._known is not None else self._read_known()
        settled: dict[Path, str] = {}
        waiting = 0
        more = False
        seen: set[Path] = set()
        for path in _records(self._folder):
            job.check()
            look, complete = _look_at(path)
            if look is None or known.get(str(path)) == look:
                continue
            seen.add(path)
            if not self._is_settled(path, look, complete=complete):
                waiting += 1
            elif len(settled) < AT_ONCE:
                settled[path] = look
            else:
                more = True
        self._since = {path: since for path, since in self._since.items() if path in seen}
        if not settled:
            return WatchTurn(waiting=waiting)
        result = import_paths(self._ws, paths=list(settled), actor=WATCHER, job=job)
        with self._ws.store.writing() as session:
            watched.remember(session, settled)
        known.update({str(path): look for path, look in settled.items()})
        return WatchTurn(len(result.imported), len(result.quarantined), waiting, more)

    def _read_known(self) -> dict[str, str]:
        with self._ws.store.reading() as session:
            self._known = watched.looks(session)
        return self._known

    def _is_settled(self, path: Path, look: str, *, complete: bool) -> bool:
        now_s = self._clock()
        before, since_s = self._since.get(path, ("", now_s))
        if before != look:
            self._since[path] = (look, now_s)
            return False
        return now_s - since_s >= (SETTLED_AFTER_S if complete else PARTS_WAIT_S)


def _records(folder: Path) -> list[Path]:
    try:
        found = list(find_records(folder, recursive=True))
    except UserError as fault:
        raise EnvironmentFault("The watched folder can't be reached.", "Check that it is still there.") from fault
    return [path for path in found if not path.name.lower().endswith(_UNFINISHED)]


def _look_at(path: Path) -> tuple[str | None, bool]:
    """Sizes and times of a recording's files, and whether all of them are there; ``None`` where it is gone again."""
    try:
        if path.suffix == ".hea":
            files = (path, *signal_files(path))
        else:
            files = companion_files(path) if path.suffix.lower() not in _SIGNAL_SUFFIXES else (path,)
        stats = [file.stat() if file.exists() else None for file in files]
    except (OSError, UserError):
        return _bare_look(path), True
    look = ";".join("missing" if one is None else f"{one.st_size}:{one.st_mtime_ns}" for one in stats)
    lonely = path.suffix.lower() in _SIGNAL_SUFFIXES and not path.with_suffix(".hea").exists()
    return look, None not in stats and not lonely


def _bare_look(path: Path) -> str | None:
    """For a file that can't be opened: importing it will say why."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return f"{stat.st_size}:{stat.st_mtime_ns}"


def _check(folder: Path, workspace: Path) -> None:
    if not folder.is_dir():
        raise UserError("There is no such folder.", "Choose a folder that is there.")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise UserError("The folder can't be listed.", "Check that you may read it, or choose another.")
    if folder == workspace.absolute().parent or folder in workspace.absolute().parents:
        raise UserError("This folder holds the workspace itself.", "Choose a folder that only recordings come into.")
