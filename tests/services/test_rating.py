"""Ratings: complete, within the scale, appended."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from meit_core.domain.draft import Draft, DraftId
from meit_core.domain.rating import RUBRIC_VERSION, Criterion
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services import worklist
from meit_core.services.rating import rate
from meit_core.services.workspace import Workspace

SCORES = {
    Criterion.TERMINOLOGY: 5,
    Criterion.LOGIC: 4,
    Criterion.COMPLETENESS: 3,
    Criterion.DIAGNOSIS: 2,
}


@pytest.fixture
def draft_id(workspace: Workspace, reader: User, study_id: StudyId, draft: Draft) -> DraftId:
    stored = workspace.store.add_draft(study_id, draft, reader).draft_id
    assert stored is not None
    return stored


def test_a_later_rating_counts_and_every_rater_has_their_own(
    workspace: Workspace, reader: User, rater: User, study_id: StudyId, draft_id: DraftId
) -> None:
    rate(workspace, actor=rater, study_id=study_id, draft_id=draft_id, scores=SCORES, comment="No LBBB.")
    other = rate(workspace, actor=reader, study_id=study_id, draft_id=draft_id, scores=SCORES)
    better = dict.fromkeys(Criterion, 5)
    last = rate(workspace, actor=rater, study_id=study_id, draft_id=draft_id, scores=better)
    detail = worklist.load_study(workspace, study_id=study_id)
    assert detail.ratings == (other, last)
    assert (last.rater, last.scores, last.rubric_version) == ("rita", better, RUBRIC_VERSION)
    assert detail.study.status is StudyStatus.DRAFTED, "rating isn't reading"


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ({}, "Not rated yet: Medical terminology accuracy"),
        ({Criterion.LOGIC: 3}, "Not rated yet"),
        (SCORES | {Criterion.LOGIC: 0}, "from 1 to 5"),
        (SCORES | {Criterion.LOGIC: 6}, "from 1 to 5"),
    ],
)
def test_what_is_no_rating(  # noqa: PLR0917 - fixtures
    workspace: Workspace,
    rater: User,
    study_id: StudyId,
    draft_id: DraftId,
    scores: Mapping[Criterion, int],
    message: str,
) -> None:
    with pytest.raises(UserError, match=message):
        rate(workspace, actor=rater, study_id=study_id, draft_id=draft_id, scores=scores)
    assert worklist.load_study(workspace, study_id=study_id).ratings == ()


def test_a_draft_that_is_not_there(workspace: Workspace, rater: User, study_id: StudyId) -> None:
    with pytest.raises(UserError, match="doesn't belong"):
        rate(workspace, actor=rater, study_id=study_id, draft_id=DraftId("absent"), scores=SCORES)
