"""The hold-out: decided once, then read."""

from __future__ import annotations

from secrets import token_hex

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.training import HoldOut
from meit_core.store.base import now
from meit_core.store.tables_training import HoldOutRow


def find(session: Session) -> HoldOut | None:
    """Return the workspace's hold-out, if it was decided."""
    row = session.scalar(select(HoldOutRow))
    return None if row is None else HoldOut(bytes.fromhex(row.key), row.share)


def fix(session: Session, share: float) -> HoldOut:
    """Decide it for ever; the database refuses a second one."""
    row = HoldOutRow(key=token_hex(32), share=share, created_at=now())
    session.add(row)
    session.flush()
    return HoldOut(bytes.fromhex(row.key), row.share)
