"""Tables of drafts, report revisions, signatures and ratings. All are append-only: triggers refuse anything else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from meit_core.domain.draft import Support
from meit_core.domain.report import RevisionKind, SignatureMeaning
from meit_core.store.base import Base, Moment, words


class DraftRow(Base):
    """What the model wrote, with the pack and prompt it wrote it with."""

    __tablename__ = "drafts"

    pk: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[str] = mapped_column(unique=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"), index=True)
    text: Mapped[str]
    pack: Mapped[str]
    pack_sha256: Mapped[str]
    prompt: Mapped[str]
    device: Mapped[str]
    seconds: Mapped[float]
    tokens: Mapped[int]
    complete: Mapped[bool]
    requested_by: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Moment)


class DraftSentenceRow(Base):
    """A sentence of a draft with the guard's verdict."""

    __tablename__ = "draft_sentences"

    draft_pk: Mapped[int] = mapped_column(ForeignKey("drafts.pk"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    support: Mapped[Support] = mapped_column(words(Support))
    evidence: Mapped[str]


class GuardVerdictsRow(Base):
    """Verdicts on all sentences of a draft, given anew because a reader set marks by hand; the latest row counts.

    ``verdicts`` holds support and evidence of each sentence in the draft's order. What the guard said first stays in
    :class:`DraftSentenceRow`.
    """

    __tablename__ = "guard_verdicts"

    pk: Mapped[int] = mapped_column(primary_key=True)
    draft_pk: Mapped[int] = mapped_column(ForeignKey("drafts.pk"), index=True)
    verdicts: Mapped[list[list[str]]] = mapped_column(JSON)
    judged_at: Mapped[datetime] = mapped_column(Moment)


class DraftFindingRow(Base):
    """One output of the findings head at the time of a draft."""

    __tablename__ = "draft_findings"

    draft_pk: Mapped[int] = mapped_column(ForeignKey("drafts.pk"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    label: Mapped[str]
    probability: Mapped[float]
    present: Mapped[bool]


class RevisionRow(Base):
    """A saved text. ``printed_name`` is the author's name as it was then."""

    __tablename__ = "report_revisions"
    __table_args__ = (UniqueConstraint("study_pk", "number"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[str] = mapped_column(unique=True)
    study_pk: Mapped[int] = mapped_column(ForeignKey("studies.pk"))
    number: Mapped[int]
    kind: Mapped[RevisionKind] = mapped_column(words(RevisionKind))
    text: Mapped[str]
    sha256: Mapped[str]
    username: Mapped[str]
    printed_name: Mapped[str]
    draft_pk: Mapped[int | None] = mapped_column(ForeignKey("drafts.pk"))
    created_at: Mapped[datetime] = mapped_column(Moment)


class SignatureRow(Base):
    """A signature on one revision, bound to its text by hash."""

    __tablename__ = "signatures"

    revision_pk: Mapped[int] = mapped_column(ForeignKey("report_revisions.pk"), primary_key=True)
    username: Mapped[str]
    printed_name: Mapped[str]
    meaning: Mapped[SignatureMeaning] = mapped_column(words(SignatureMeaning))
    signed_at: Mapped[datetime] = mapped_column(Moment)
    content_sha256: Mapped[str]


class RatingRow(Base):
    """A rater's scores for a draft; a rater's latest row for a draft counts."""

    __tablename__ = "ratings"

    pk: Mapped[int] = mapped_column(primary_key=True)
    draft_pk: Mapped[int] = mapped_column(ForeignKey("drafts.pk"), index=True)
    rater: Mapped[str]
    scores: Mapped[dict[str, int]] = mapped_column(JSON)
    comment: Mapped[str]
    rubric_version: Mapped[str]
    rated_at: Mapped[datetime] = mapped_column(Moment)
