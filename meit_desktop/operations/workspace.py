"""Open a workspace, create its administrator, sign in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes

# The services load SQLAlchemy and Alembic; importing them on the lane's thread lets the window paint first.


def open_demo(*, lanes: Lanes, path: Path | None) -> Task:
    """Open the demo workspace; the result is a :class:`Session` with the demo user signed in."""

    def work(_job: JobContext) -> Session:
        from meit_core.services.measuring_process import MeasuringProcess
        from meit_core.services.workspace import open_demo_workspace

        workspace, user = open_demo_workspace(path, measurer=MeasuringProcess())
        return Session(workspace, user, demo=True)

    return lanes.database.submit("open demo workspace", work)


def open_workspace(*, lanes: Lanes, path: Path | None) -> Task:
    """Open a workspace; the result is ``(workspace, needs_first_admin)``."""

    def work(_job: JobContext) -> tuple[object, bool]:
        from meit_core.services.measuring_process import MeasuringProcess
        from meit_core.services.users import needs_first_admin
        from meit_core.services.workspace import open_workspace as open_file

        workspace = open_file(path, measurer=MeasuringProcess())
        return workspace, needs_first_admin(workspace)

    return lanes.database.submit("open workspace", work)


def create_first_admin(*, lanes: Lanes, workspace: object, username: str, printed_name: str, password: str) -> Task:
    """Create the first administrator; the result is a :class:`Session`."""

    def work(_job: JobContext) -> Session:
        from meit_core.services import users

        user = users.create_first_admin(workspace, username=username, printed_name=printed_name, password=password)
        return Session(workspace, user)

    return lanes.database.submit("create administrator", work)


def sign_in(*, lanes: Lanes, workspace: object, username: str, password: str) -> Task:
    """Sign in; the result is a :class:`Session`."""

    def work(_job: JobContext) -> Session:
        from meit_core.services import users

        return Session(workspace, users.sign_in(workspace, username=username, password=password))

    return lanes.database.submit("sign in", work)


def close_workspace(*, lanes: Lanes, workspace: Any) -> Task:
    """Close the file after everything that was asked of it before."""
    return lanes.database.submit("close workspace", lambda _job: workspace.close())
