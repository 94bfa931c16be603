"""A study's detail with what has just been stored added: the screen follows without reading the workspace again."""

from __future__ import annotations

from dataclasses import replace

from meit_core.domain.draft import Draft, DraftId
from meit_core.domain.rating import Rating
from meit_core.domain.report import ReportRevision, RevisionKind, Signature
from meit_core.domain.study import StudyDetail, StudyStatus

SIGNED_STATES = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)


def with_draft(detail: StudyDetail, draft: Draft) -> StudyDetail:
    """Add a draft; an unread study becomes a drafted one."""
    known = tuple(one for one in detail.drafts if one.draft_id != draft.draft_id)
    status = detail.study.status
    after = StudyStatus.DRAFTED if status is StudyStatus.UNREAD else status
    return replace(_in_status(detail, after), drafts=(*known, draft))


def with_revision(detail: StudyDetail, revision: ReportRevision) -> StudyDetail:
    """Add a saved text. One that was stored already comes back as the revision it was stored as."""
    known = tuple(one for one in detail.revisions if one.revision_id != revision.revision_id)
    return replace(_in_status(detail, StudyStatus.UNCONFIRMED), revisions=(*known, revision))


def with_signature(detail: StudyDetail, signature: Signature, text: str, draft_id: DraftId | None) -> StudyDetail:
    """Add the revision that was signed: the report, or an addendum where the report was signed before."""
    amends = detail.study.status in SIGNED_STATES
    revision = ReportRevision(
        revision_id=signature.revision_id,
        number=len(detail.revisions) + 1,
        kind=RevisionKind.ADDENDUM if amends else RevisionKind.SIGNED,
        text=text,
        author=signature.printed_name,
        created_at=signature.signed_at,
        sha256=signature.content_sha256,
        draft_id=draft_id,
        meaning=signature.meaning,
    )
    return replace(
        _in_status(detail, StudyStatus.AMENDED if amends else StudyStatus.CONFIRMED),
        signature=detail.signature if amends else signature,
        revisions=(*detail.revisions, revision),
    )


def with_rating(detail: StudyDetail, rating: Rating) -> StudyDetail:
    """Add a rating."""
    return replace(detail, ratings=(*detail.ratings, rating))


def signed_text(detail: StudyDetail) -> str:
    """Return the text under the signature, empty where there is none."""
    texts = [revision.text for revision in detail.revisions if revision.kind is RevisionKind.SIGNED]
    return texts[-1] if texts else ""


def _in_status(detail: StudyDetail, status: StudyStatus) -> StudyDetail:
    return replace(detail, study=replace(detail.study, status=status))
