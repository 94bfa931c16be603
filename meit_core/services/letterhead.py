"""The clinic's name and address on printed reports."""

from __future__ import annotations

from meit_core.domain.users import User
from meit_core.services.workspace import Workspace
from meit_core.store import settings


def read_letterhead(ws: Workspace) -> str:
    """Return the letterhead: the first line is the name, further lines are printed smaller."""
    with ws.store.reading() as session:
        return str(settings.get(session, settings.LETTERHEAD, ""))


def set_letterhead(ws: Workspace, *, actor: User, letterhead: str) -> str:
    """Set the letterhead of all reports printed from now on and return it; administrators only.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    """
    lines = "\n".join(line.strip() for line in letterhead.strip().splitlines())
    with ws.store.writing() as session:
        settings.change(session, settings.LETTERHEAD, lines, actor=actor)
    return lines
