"""Ratings of drafts: appended, the latest of a rater for a draft counts."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.draft import DraftId
from meit_core.domain.rating import RUBRIC_VERSION, Criterion, Rating
from meit_core.store.base import now
from meit_core.store.tables_reports import DraftRow, RatingRow


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


def _rating(row: RatingRow, draft_id: str) -> Rating:
    return Rating(
        draft_id=DraftId(draft_id),
        rater=row.rater,
        scores={Criterion(name): score for name, score in row.scores.items()},
        rated_at=row.rated_at,
        comment=row.comment,
        rubric_version=row.rubric_version,
    )
