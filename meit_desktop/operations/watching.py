"""The watched folder: which it is, and one look at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from meit_core.domain.watching import WatchedFolder, WatchTurn
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes

if TYPE_CHECKING:
    from meit_core.services.watching import FolderWatch


def read_folder(*, lanes: Lanes, session: Session) -> Task:
    """Which folder is named; the result is a :class:`WatchedFolder` or ``None``."""

    def work(_job: JobContext) -> WatchedFolder | None:
        from meit_core.services import watching

        return watching.read_watched_folder(session.workspace)

    return lanes.database.submit("read the watched folder", work)


def set_folder(*, lanes: Lanes, session: Session, folder: Path, on: bool) -> Task:
    """Name the folder and begin or stop watching it; the result is a :class:`WatchedFolder`."""

    def work(_job: JobContext) -> WatchedFolder:
        from meit_core.services import watching

        return watching.set_watched_folder(session.workspace, actor=session.user, folder=folder, on=on)

    # A folder on a network may take long to answer: not in the lane that opens studies.
    return lanes.files.submit("set the watched folder", work)


class Watch:
    """A folder that is looked at again and again, always on the files' own thread."""

    def __init__(self, session: Session, folder: Path) -> None:
        self._session, self._folder = session, folder
        self._watch: FolderWatch | None = None

    def look(self, *, lanes: Lanes) -> Task:
        """Import what has settled; the result is a :class:`WatchTurn`."""
        return lanes.files.submit("look at the watched folder", self._look)

    def _look(self, job: JobContext) -> WatchTurn:
        from meit_core.services.watching import FolderWatch

        if self._watch is None:
            self._watch = FolderWatch(self._session.workspace, self._folder)
        return self._watch.look(job)
