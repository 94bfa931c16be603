"""Which recordings of the watched folder have been dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.store.base import now
from meit_core.store.tables_studies import WatchedFileRow


def looks(session: Session) -> dict[str, str]:
    """Return how each recording's files looked when it was dealt with, by path."""
    rows = session.execute(select(WatchedFileRow.path, WatchedFileRow.look))
    return {row.path: row.look for row in rows}


def remember(session: Session, dealt_with: Mapping[Path, str]) -> None:
    """Keep these, in place of what was kept of them before."""
    moment = now()
    for path, look in dealt_with.items():
        session.merge(WatchedFileRow(path=str(path), look=look, seen_at=moment))
