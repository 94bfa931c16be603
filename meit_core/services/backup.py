"""Copy a workspace while it is in use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meit_core.domain.audit import AuditAction
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.own_packs import copy_packs
from meit_core.services.workspace import Workspace
from meit_core.store import audit, rights
from meit_core.store.base import now


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was written: a workspace of its own, opened like any other. Bytes are those of its packs too."""

    path: Path
    n_bytes: int


def back_up(ws: Workspace, *, actor: User, path: Path) -> BackedUp:
    """Write a complete copy of the workspace and the packs it keeps beside it; administrators only.

    Parameters
    ----------
    path
        The copy's file, which must not exist, or a folder, in which it is named after workspace and time.

    Raises
    ------
    UserError
        The file or its packs' folder exists, or the folder for them doesn't.
    EnvironmentFault
        The copy can't be written.
    PermissionRefused
        The actor isn't an administrator.
    """
    target = path / f"{ws.path.stem}-{now().astimezone():%Y%m%d-%H%M%S}{ws.path.suffix}" if path.is_dir() else path
    if target.exists():
        raise UserError("There is already a file of this name.", "Choose another name; backups replace nothing.")
    if not target.parent.is_dir():
        raise UserError("The folder for the backup doesn't exist.", "Choose a folder that exists.")
    with ws.store.reading() as session:
        administrator = rights.require_administrator(session, actor)
    if not ws.read_only:
        with ws.store.writing() as session:
            audit.append(session, AuditAction.WORKSPACE_BACKED_UP, target.name, actor=administrator)
    packs = copy_packs(ws.path, target)  # first: a copy of the workspace is never there without them
    ws.store.copy_to(target)
    return BackedUp(target, target.stat().st_size + packs)
