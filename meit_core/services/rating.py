"""Rate a draft."""

from __future__ import annotations

from collections.abc import Mapping

from meit_core.domain.audit import AuditAction
from meit_core.domain.draft import DraftId
from meit_core.domain.rating import SCORES, Criterion, Rating
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.workspace import Workspace
from meit_core.store import audit, drafts, ratings, rights, studies


def rate(
    ws: Workspace,
    *,
    actor: User,
    study_id: StudyId,
    draft_id: DraftId,
    scores: Mapping[Criterion, int],
    comment: str = "",
) -> Rating:
    """Keep a rater's scores for a draft; a later rating of the same draft counts instead, the earlier one stays.

    Raises
    ------
    UserError
        A criterion is missing, a score isn't 1 to 5, or there is no such study or draft.
    PermissionRefused
        The actor is locked.
    """
    missing = [criterion.label for criterion in Criterion if criterion not in scores]
    if missing:
        raise UserError(f"Not rated yet: {', '.join(missing)}.", "Give every criterion a score from 1 to 5.")
    if any(score not in SCORES for score in scores.values()):
        raise UserError("A score must be a whole number from 1 to 5.", "Rate again.")
    with ws.store.writing() as session:
        rater = rights.require_rater(session, actor)
        study = studies.row_of(session, study_id)
        draft = drafts.row_of(session, study.pk, draft_id)
        rating = ratings.add(
            session, draft, rater=rater.username, scores={name: scores[name] for name in Criterion}, comment=comment
        )
        audit.append(
            session,
            AuditAction.DRAFT_RATED,
            study_id,
            actor=rater,
            draft=draft_id,
            scores={name.value: score for name, score in rating.scores.items()},
        )
    return rating
