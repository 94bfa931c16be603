"""Drafts with their sentences and findings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.draft import Draft, DraftId, DraftSentence, Finding, Support
from meit_core.domain.study import StudyStatus
from meit_core.errors import UserError
from meit_core.store import search
from meit_core.store.base import new_id, now
from meit_core.store.tables_reports import DraftFindingRow, DraftRow, DraftSentenceRow, GuardVerdictsRow
from meit_core.store.tables_studies import StudyRow

_IDS_AT_ONCE: Final = 500
"""SQLite takes a limited number of parameters."""


def add(session: Session, study: StudyRow, draft: Draft, *, author: str) -> Draft:
    """Store a draft and return it with id and time; an unread study becomes a drafted one."""
    row = DraftRow(
        draft_id=new_id(),
        study_pk=study.pk,
        text=draft.text,
        pack=draft.pack,
        pack_sha256=draft.pack_sha256,
        prompt=draft.prompt,
        device=draft.device,
        seconds=draft.seconds,
        tokens=draft.tokens,
        complete=draft.complete,
        requested_by=author,
        created_at=now(),
    )
    session.add(row)
    session.flush()
    for position, sentence in enumerate(draft.sentences):
        session.add(
            DraftSentenceRow(
                draft_pk=row.pk,
                position=position,
                text=sentence.text,
                support=sentence.support,
                evidence=sentence.evidence,
            )
        )
    for position, finding in enumerate(draft.findings):
        session.add(
            DraftFindingRow(
                draft_pk=row.pk,
                position=position,
                code=finding.code,
                label=finding.label,
                probability=finding.probability,
                present=finding.present,
            )
        )
    study.has_draft = True
    if study.status in (StudyStatus.UNREAD, StudyStatus.DRAFTED):
        study.status = StudyStatus.DRAFTED
        findings = " ".join(finding.label for finding in draft.findings if finding.present)
        search.index_report(session, study.pk, f"{draft.text} {findings}")
    return replace(draft, draft_id=DraftId(row.draft_id), created_at=row.created_at)


def of_study(session: Session, study_pk: int) -> tuple[Draft, ...]:
    """Return a study's drafts, oldest first."""
    rows = session.scalars(select(DraftRow).where(DraftRow.study_pk == study_pk).order_by(DraftRow.pk))
    return tuple(_draft(session, row) for row in rows.all())


def judge_anew(session: Session, draft: Draft, sentences: Sequence[DraftSentence]) -> None:
    """Keep these verdicts on a stored draft's sentences, which count from now on.

    Parameters
    ----------
    sentences
        All of the draft's, in their order.
    """
    pk = session.scalars(select(DraftRow.pk).where(DraftRow.draft_id == draft.draft_id)).one()
    verdicts = [[sentence.support.value, sentence.evidence] for sentence in sentences]
    session.add(GuardVerdictsRow(draft_pk=pk, verdicts=verdicts, judged_at=now()))
    session.flush()


def rows_by_id(session: Session, draft_ids: Collection[str]) -> dict[str, DraftRow]:
    """Return those of these drafts that are here, by id."""
    found: dict[str, DraftRow] = {}
    wanted = sorted(draft_ids)
    for start in range(0, len(wanted), _IDS_AT_ONCE):
        some = wanted[start : start + _IDS_AT_ONCE]
        found |= {row.draft_id: row for row in session.scalars(select(DraftRow).where(DraftRow.draft_id.in_(some)))}
    return found


def row_of(session: Session, study_pk: int, draft_id: str) -> DraftRow:
    """Return a draft's row.

    Raises
    ------
    UserError
        The study has no such draft.
    """
    row = session.scalar(select(DraftRow).where(DraftRow.draft_id == draft_id, DraftRow.study_pk == study_pk))
    if row is None:
        raise UserError("This draft doesn't belong to this study.", "Open the study again.")
    return row


def _judged(session: Session, row: DraftRow, sentences: Sequence[DraftSentenceRow]) -> tuple[DraftSentence, ...]:
    latest = select(GuardVerdictsRow).where(GuardVerdictsRow.draft_pk == row.pk).order_by(GuardVerdictsRow.pk.desc())
    anew = session.scalars(latest.limit(1)).first()
    if anew is None:
        return tuple(DraftSentence(item.text, item.support, item.evidence) for item in sentences)
    return tuple(
        DraftSentence(item.text, Support(support), evidence)
        for item, (support, evidence) in zip(sentences, anew.verdicts, strict=True)
    )


def _draft(session: Session, row: DraftRow) -> Draft:
    sentences = session.scalars(
        select(DraftSentenceRow).where(DraftSentenceRow.draft_pk == row.pk).order_by(DraftSentenceRow.position)
    )
    findings = session.scalars(
        select(DraftFindingRow).where(DraftFindingRow.draft_pk == row.pk).order_by(DraftFindingRow.position)
    )
    return Draft(
        text=row.text,
        sentences=_judged(session, row, sentences.all()),
        findings=tuple(Finding(item.code, item.label, item.probability, item.present) for item in findings),
        pack=row.pack,
        pack_sha256=row.pack_sha256,
        prompt=row.prompt,
        device=row.device,
        seconds=row.seconds,
        tokens=row.tokens,
        complete=row.complete,
        created_at=row.created_at,
        draft_id=DraftId(row.draft_id),
    )
