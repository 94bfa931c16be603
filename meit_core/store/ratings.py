"""Ratings of drafts: appended, the latest of a rater for a draft counts."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.draft import DraftId
from meit_core.domain.rating import RUBRIC_VERSION, Criterion, GivenRating, Rating
from meit_core.errors import UserError
from meit_core.store.base import now
from meit_core.store.tables_reports import DraftRow, RatingRow
from meit_core.store.tables_studies import StudyRow
from meit_core.store.tables_training import CampaignRow, CampaignStudyRow


def add(session: Session, draft: DraftRow, *, rater: str, scores: Mapping[Criterion, int], comment: str) -> Rating:
    """Append a rating."""
    row = RatingRow(
        draft_pk=draft.pk,
        rater=rater,
        scores={criterion.value: score for criterion, score in scores.items()},
        comment=comment,
        rubric_version=RUBRIC_VERSION,
        rated_at=now(),
    )
    session.add(row)
    session.flush()
    return _rating(row, draft.draft_id)


def of_study(session: Session, study_pk: int) -> tuple[Rating, ...]:
    """Return the ratings that count, in the order they were given."""
    rows = session.execute(
        select(RatingRow, DraftRow.draft_id)
        .join(DraftRow, DraftRow.pk == RatingRow.draft_pk)
        .where(DraftRow.study_pk == study_pk)
        .order_by(RatingRow.pk)
    )
    latest = {(draft_id, row.rater): _rating(row, draft_id) for row, draft_id in rows}
    return tuple(sorted(latest.values(), key=lambda rating: rating.rated_at))


def given(session: Session, *, campaign: str | None = None) -> tuple[GivenRating, ...]:
    """Return every rating that counts, in the order they were given; of a campaign's studies, or of all.

    Raises
    ------
    UserError
        There is no such campaign.
    """
    query = (
        select(RatingRow, DraftRow, StudyRow.study_id, StudyRow.patient_pk)
        .join(DraftRow, DraftRow.pk == RatingRow.draft_pk)
        .join(StudyRow, StudyRow.pk == DraftRow.study_pk)
        .order_by(RatingRow.pk)
    )
    if campaign is not None:
        row = session.scalar(select(CampaignRow).where(CampaignRow.name == campaign))
        if row is None:
            raise UserError(f"There is no campaign “{campaign}”.", "Check its name, or leave it out for all studies.")
        query = query.join(CampaignStudyRow, CampaignStudyRow.study_pk == StudyRow.pk).where(
            CampaignStudyRow.campaign_pk == row.pk
        )
    patients: dict[int, str] = {}
    latest: dict[tuple[str, str], GivenRating] = {}
    for rating, draft, study_id, patient_pk in session.execute(query):
        latest.pop((draft.draft_id, rating.rater), None)
        latest[draft.draft_id, rating.rater] = GivenRating(
            study=study_id,
            patient=patients.setdefault(patient_pk, f"patient-{len(patients) + 1:03d}"),
            draft=draft.draft_id,
            model=f"{draft.pack} {draft.pack_sha256[:8]}",
            rater=rating.rater,
            scores={Criterion(name): score for name, score in rating.scores.items()},
            comment=rating.comment,
            rubric_version=rating.rubric_version,
            rated_at=rating.rated_at,
        )
    return tuple(latest.values())


def _rating(row: RatingRow, draft_id: str) -> Rating:
    return Rating(
        draft_id=DraftId(draft_id),
        rater=row.rater,
        scores={Criterion(name): score for name, score in row.scores.items()},
        rated_at=row.rated_at,
        comment=row.comment,
        rubric_version=row.rubric_version,
    )
