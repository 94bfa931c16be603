"""Bring recordings into the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


def import_files(*, lanes: Lanes, session: Session, paths: tuple[Path, ...]) -> Task:
    """Import files and folders; unreadable ones go to quarantine and the rest goes on."""

    def work(job: JobContext) -> Any:
        from meit_core.services import importing

        return importing.import_paths(session.workspace, paths=paths, actor=session.user, recursive=True, job=job)

    return lanes.files.submit("import", work)
