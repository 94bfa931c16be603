"""Tables of settings and of the audit log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from meit_core.store.base import Base, Moment


class SettingRow(Base):
    """A value that belongs to the workspace, not to a machine, such as the letterhead."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class AuditRow(Base):
    """Who did what to what and when; ``sha256`` covers this row and ``previous_sha256``, the row before.

    ``details`` is JSON text as it was hashed, not a JSON column: a database may reformat those.
    """

    __tablename__ = "audit_log"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    username: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    details: Mapped[str]
    previous_sha256: Mapped[str]
    sha256: Mapped[str]
