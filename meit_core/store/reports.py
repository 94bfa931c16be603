"""Report revisions and signatures: texts that only ever grow in number, and the signature that locks one."""

from __future__ import annotations

import hashlib

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from meit_core.domain.draft import DraftId
from meit_core.domain.report import ReportRevision, RevisionId, RevisionKind, Signature, SignatureMeaning
from meit_core.domain.study import StudyStatus
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.store import search
from meit_core.store.base import new_id, now
from meit_core.store.tables_reports import DraftRow, RevisionRow, SignatureRow
from meit_core.store.tables_studies import StudyRow

_STATUS_AFTER = {
    RevisionKind.EDIT: StudyStatus.UNCONFIRMED,
    RevisionKind.SIGNED: StudyStatus.CONFIRMED,
    RevisionKind.ADDENDUM: StudyStatus.AMENDED,
}
_SIGNED = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes: what a signature binds."""
    return hashlib.sha256(text.encode()).hexdigest()


def check_open(study: StudyRow, *, signed: bool) -> None:
    """Refuse what doesn't fit the report's state.

    Parameters
    ----------
    signed
        Whether the report must be signed (to be amended) or must not be (to be edited or signed).

    Raises
    ------
    UserError
        It is the other way round.
    """
    if study.status in _SIGNED and not signed:
        raise UserError("This report is signed and can't be changed.", "Add an addendum instead.")
    if study.status not in _SIGNED and signed:
        raise UserError("This report isn't signed yet.", "Edit its text and sign it; addenda come after that.")


def add_revision(
    session: Session, study: StudyRow, *, kind: RevisionKind, text: str, author: User, draft: DraftRow | None = None
) -> ReportRevision:
    """Append a revision and take the study to the status that follows.

    Raises
    ------
    UserError
        The study is signed and this isn't an addendum, or the other way round.
    """
    check_open(study, signed=kind is RevisionKind.ADDENDUM)
    last = session.scalar(select(func.max(RevisionRow.number)).where(RevisionRow.study_pk == study.pk))
    row = RevisionRow(
        revision_id=new_id(),
        study_pk=study.pk,
        number=(last or 0) + 1,
        kind=kind,
        text=text,
        sha256=text_hash(text),
        username=author.username,
        printed_name=author.printed_name,
        draft_pk=draft.pk if draft else None,
        created_at=now(),
    )
    session.add(row)
    study.status = _STATUS_AFTER[kind]
    study.assignee = study.assignee or author.username
    session.flush()
    if kind is RevisionKind.SIGNED and study.urgency:
        # What is signed waits for nobody: it would stand above every unread study for ever.
        before, study.urgency = study.urgency, 0
        session.flush()
        search.move(session, study, urgency_before=before)
    search.index_report(session, study.pk, _all_text(session, study.pk, row))
    return _revision(row, draft.draft_id if draft else None, None)


def add_signature(session: Session, revision: ReportRevision, *, signer: User, meaning: SignatureMeaning) -> Signature:
    """Sign a revision that was added in the same transaction."""
    row = SignatureRow(
        revision_pk=session.scalars(
            select(RevisionRow.pk).where(RevisionRow.revision_id == revision.revision_id)
        ).one(),
        username=signer.username,
        printed_name=signer.printed_name,
        meaning=meaning,
        signed_at=revision.created_at,
        content_sha256=revision.sha256,
    )
    session.add(row)
    session.flush()
    return _signature(row, revision.revision_id)


def revisions_of(session: Session, study_pk: int) -> tuple[ReportRevision, ...]:
    """Return a study's revisions, oldest first."""
    rows = session.execute(_revisions(study_pk).order_by(RevisionRow.number))
    return tuple(_revision(row, draft_id, meaning) for row, draft_id, meaning in rows)


def latest_of(session: Session, study_pk: int) -> ReportRevision | None:
    """Return a study's last revision, if it has any."""
    found = session.execute(_revisions(study_pk).order_by(RevisionRow.number.desc()).limit(1)).first()
    return None if found is None else _revision(found[0], found[1], found[2])


def _revisions(study_pk: int) -> Select[RevisionRow, str, SignatureMeaning]:
    return (
        select(RevisionRow, DraftRow.draft_id, SignatureRow.meaning)
        .outerjoin(DraftRow, DraftRow.pk == RevisionRow.draft_pk)
        .outerjoin(SignatureRow, SignatureRow.revision_pk == RevisionRow.pk)
        .where(RevisionRow.study_pk == study_pk)
    )


def signature_of(session: Session, study_pk: int) -> Signature | None:
    """Return the signature that confirms a study's report; those on addenda are on their own revisions.

    Raises
    ------
    UserError
        The text is not the one that was signed: it must not be shown as confirmed.
    """
    found = session.execute(
        select(SignatureRow, RevisionRow.revision_id, RevisionRow.text)
        .join(RevisionRow, RevisionRow.pk == SignatureRow.revision_pk)
        .where(RevisionRow.study_pk == study_pk, RevisionRow.kind == RevisionKind.SIGNED)
    ).first()
    if found is None:
        return None
    row, revision_id, text = found
    if text_hash(text) != row.content_sha256:
        raise UserError(
            "The text of this report is not the one that was signed: the workspace was changed outside this program.",
            "Don't use the report. Restore a backup and tell your administrator.",
        )
    return _signature(row, RevisionId(revision_id))


def _all_text(session: Session, study_pk: int, newest: RevisionRow) -> str:
    """What a study is found by: its text, or after signing the signed text with all addenda."""
    if newest.kind is not RevisionKind.ADDENDUM:
        return newest.text
    kept = select(RevisionRow.text).where(RevisionRow.study_pk == study_pk, RevisionRow.kind != RevisionKind.EDIT)
    return "\n".join(session.scalars(kept.order_by(RevisionRow.number)))


def _revision(row: RevisionRow, draft_id: str | None, meaning: SignatureMeaning | None) -> ReportRevision:
    return ReportRevision(
        revision_id=RevisionId(row.revision_id),
        number=row.number,
        kind=row.kind,
        text=row.text,
        author=row.printed_name,
        created_at=row.created_at,
        sha256=row.sha256,
        draft_id=None if draft_id is None else DraftId(draft_id),
        meaning=meaning,
    )


def _signature(row: SignatureRow, revision_id: RevisionId) -> Signature:
    return Signature(
        revision_id=revision_id,
        username=row.username,
        printed_name=row.printed_name,
        meaning=row.meaning,
        signed_at=row.signed_at,
        content_sha256=row.content_sha256,
    )
