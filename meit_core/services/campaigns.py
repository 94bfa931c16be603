"""Collect studies under a name."""

from __future__ import annotations

from collections.abc import Sequence

from meit_core.domain.audit import AuditAction
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.workspace import Workspace
from meit_core.store import audit, campaigns, rights


def extend_campaign(ws: Workspace, *, actor: User, name: str, study_ids: Sequence[StudyId]) -> int:
    """Put studies into a campaign, made where there is none; returns how many are new in it. Administrators only.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        The name is empty, there is no such study, or the workspace can't be changed now.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError("The campaign needs a name.", "Choose one.")
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        added = campaigns.extend(session, name, study_ids, author=administrator.username)
        if added:
            audit.append(session, AuditAction.CAMPAIGN_EXTENDED, name, actor=administrator, studies=list(study_ids))
    return added


def list_campaigns(ws: Workspace) -> dict[str, int]:
    """Return the number of studies of every campaign, by name."""
    with ws.store.reading() as session:
        return campaigns.sizes(session)
