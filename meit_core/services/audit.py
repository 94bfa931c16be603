"""Look into the audit log and verify it."""

from __future__ import annotations

from meit_core.domain.audit import AuditCheck, AuditEntry
from meit_core.domain.users import User
from meit_core.services.workspace import Workspace
from meit_core.store import audit, rights


def verify_audit(ws: Workspace) -> AuditCheck:
    """Recompute the chain of hashes from the first row on, and check every signature against its text."""
    with ws.store.reading() as session:
        return audit.verify(session)


def list_audit(
    ws: Workspace, *, actor: User, subject: str | None = None, limit: int = 200, offset: int = 0
) -> list[AuditEntry]:
    """Return rows of the log, newest first; administrators only.

    Parameters
    ----------
    subject
        A study's id or a username, to see only what concerns it.
    """
    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
        return audit.entries(session, subject=subject, limit=limit, offset=offset)
