"""Files that could not be imported."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from meit_core.domain.importing import QuarantinedFile
from meit_core.store.tables_studies import QuarantineRow


def put(session: Session, file: QuarantinedFile) -> bool:
    """Keep a file's reason, in place of an earlier one; return whether it says anything new."""
    row = session.scalar(select(QuarantineRow).where(QuarantineRow.path == str(file.path)))
    if row is None:
        session.add(QuarantineRow(path=str(file.path), reason=file.reason, hint=file.hint, seen_at=file.seen_at))
        return True
    changed = row.reason != file.reason
    row.reason, row.hint, row.seen_at = file.reason, file.hint, file.seen_at
    return changed


def release(session: Session, path: Path) -> None:
    """Forget a file that has been imported after all."""
    session.execute(delete(QuarantineRow).where(QuarantineRow.path == str(path)))


def all_files(session: Session) -> list[QuarantinedFile]:
    """Return all files, the latest first."""
    rows = session.scalars(select(QuarantineRow).order_by(QuarantineRow.seen_at.desc(), QuarantineRow.path))
    return [QuarantinedFile(Path(row.path), row.reason, row.hint, row.seen_at) for row in rows]
