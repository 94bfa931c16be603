"""The audit log: appended with every change, each row hashed together with the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from meit_core.domain.audit import AuditAction, AuditCheck, AuditEntry
from meit_core.domain.users import User
from meit_core.store.base import now
from meit_core.store.tables_log import AuditRow
from meit_core.store.tables_reports import RevisionRow, SignatureRow

FIRST: Final = "0" * 64
"""What the first row of a log follows."""
_ROWS_AT_ONCE: Final = 1000


def append(session: Session, action: AuditAction, subject: str, *, actor: User | str, **details: Any) -> None:
    """Add a row within the caller's transaction, so that a change and its row are saved together.

    ``details`` are ids, hashes and values, never report text; anything JSON can hold.
    """
    last = session.execute(select(AuditRow.seq, AuditRow.sha256).order_by(AuditRow.seq.desc()).limit(1)).first()
    row = AuditRow(
        seq=1 if last is None else last.seq + 1,
        at=now(),
        username=actor if isinstance(actor, str) else actor.username,
        action=action.value,
        subject=subject,
        details=json.dumps(details, sort_keys=True, ensure_ascii=False, separators=(",", ":")),
        previous_sha256=FIRST if last is None else last.sha256,
    )
    row.sha256 = _hash(row)
    session.add(row)
    session.flush()


def entries(session: Session, *, subject: str | None = None, limit: int = 200, offset: int = 0) -> list[AuditEntry]:
    """Return rows, newest first."""
    query = select(AuditRow).order_by(AuditRow.seq.desc()).limit(limit).offset(offset)
    if subject is not None:
        query = query.where(AuditRow.subject == subject)
    return [_entry(row) for row in session.scalars(query)]


def verify(session: Session) -> AuditCheck:
    """Recompute the whole chain, and compare signatures with the texts they bind and with their rows in the log.

    A chain alone can't show that its last rows were cut off; a signature whose row is gone does.
    """
    expected_seq, previous = 1, FIRST
    signed: dict[str, str] = {}
    rows = session.scalars(select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=_ROWS_AT_ONCE))
    for row in rows:
        if row.seq != expected_seq:
            return _broken(session, f"Row {expected_seq} of the audit log is missing.")
        if row.previous_sha256 != previous or row.sha256 != _hash(row):
            return _broken(session, f"Row {row.seq} of the audit log was changed after it was written.")
        if row.action in (AuditAction.REPORT_SIGNED, AuditAction.REPORT_AMENDED):
            said: Mapping[str, Any] = json.loads(row.details)
            signed[said["revision"]] = said["sha256"]
        expected_seq, previous = row.seq + 1, row.sha256
    problem = _signatures_problem(session, signed)
    return AuditCheck(expected_seq - 1, not problem, problem)


def _signatures_problem(session: Session, signed: Mapping[str, str]) -> str:
    query = select(RevisionRow.revision_id, RevisionRow.text, SignatureRow.content_sha256).join_from(
        SignatureRow, RevisionRow, isouter=True
    )
    missing = dict(signed)
    for revision_id, text, content_sha256 in session.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)):
        if revision_id is None or missing.pop(revision_id, None) != content_sha256:
            return "A signature has no matching row in the audit log."
        if hashlib.sha256(text.encode()).hexdigest() != content_sha256:
            return f"The text of revision {revision_id} is not the one that was signed."
    return "A signature that the audit log names is missing." if missing else ""


def _broken(session: Session, problem: str) -> AuditCheck:
    return AuditCheck(session.scalar(select(func.count()).select_from(AuditRow)) or 0, False, problem)


def _hash(row: AuditRow) -> str:
    parts = [row.seq, row.at.isoformat(), row.username, row.action, row.subject, row.details, row.previous_sha256]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        seq=row.seq,
        at=row.at,
        username=row.username,
        action=AuditAction(row.action),
        subject=row.subject,
        details=json.loads(row.details),
        sha256=row.sha256,
    )
