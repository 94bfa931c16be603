"""Values that belong to the workspace."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy.orm import Session

from meit_core.domain.audit import AuditAction
from meit_core.domain.users import User
from meit_core.store import audit, rights
from meit_core.store.tables_log import SettingRow

LETTERHEAD: Final = "letterhead"
"""First lines of printed reports."""
HOUSE_STYLE: Final = "house_style"
"""What the model is asked to write like."""
DEMO: Final = "demo"
"""True in the demo workspace, whose studies are simulated and whose password is public."""
PUBLIC_DATA: Final = "public_data"
"""PTB-XL folder that retrainings mix in."""
WATCHED_FOLDER: Final = "watched_folder"
"""Folder whose new recordings are imported by themselves, whether it is watched, and who decided that."""


def get(session: Session, key: str, default: Any = None) -> Any:
    """Return a setting's value."""
    row = session.get(SettingRow, key)
    return default if row is None else row.value


def put(session: Session, key: str, value: Any) -> None:
    """Set a setting to anything JSON can hold."""
    session.merge(SettingRow(key=key, value=value))


def change(session: Session, key: str, value: str, *, actor: User) -> None:
    """Set a text as an administrator, with what it was before in the audit trail.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    """
    administrator = rights.require_administrator(session, actor)
    before = get(session, key, "")
    put(session, key, value)
    audit.append(session, AuditAction.SETTING_CHANGED, key, actor=administrator, before=before, after=value)
