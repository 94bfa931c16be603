"""Agreement of raters, against worked examples in the papers that defined the figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from meit_core.domain.rating import SCORES, Criterion, GivenRating
from meit_core.evaluation.agreement import alpha_ordinal, exact_agreement, icc_2_1, weighted_kappa
from meit_core.evaluation.expert import evaluate_ratings

_ = np.nan
KRIPPENDORFF = np.asarray(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
        [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
    ]
).T
"""Example C of "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units."""

SHROUT_FLEISS = np.asarray([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
"""Table 2 of Shrout & Fleiss (1979): six targets, four judges."""


def test_alpha_is_that_of_krippendorffs_example() -> None:
    assert alpha_ordinal(KRIPPENDORFF) == pytest.approx(0.815, abs=5e-4)


def test_icc_is_that_of_shrout_and_fleiss() -> None:
    assert icc_2_1(SHROUT_FLEISS.astype(float)) == pytest.approx(0.29, abs=5e-3)


def test_kappa_by_hand() -> None:
    """Scores 1, 2, 3 against 1, 3, 3 on a scale to 3.

    Disagreement seen: 1 of 3. By chance, over all nine pairs of their scores: (0 + 4 + 4 + 1 + 1 + 1 + 4 + 0 + 0) / 9.
    Kappa: 1 - (1 / 3) / (15 / 9) = 0.8.
    """
    scores = np.asarray([[1.0, 1.0], [2.0, 3.0], [3.0, 3.0]])
    assert weighted_kappa(scores, (1, 2, 3)) == pytest.approx(0.8)
    assert exact_agreement(scores) == pytest.approx(2 / 3)


def test_perfect_agreement_is_one_and_opposites_are_negative() -> None:
    same = np.repeat(np.arange(1.0, 6.0)[:, None], 3, axis=1)
    assert alpha_ordinal(same) == icc_2_1(same) == exact_agreement(same) == 1.0
    assert weighted_kappa(same, SCORES) == 1.0
    turned = np.stack([np.arange(1.0, 6.0), np.arange(5.0, 0.0, -1)], axis=1)
    for figure in (alpha_ordinal(turned), icc_2_1(turned), weighted_kappa(turned, SCORES)):
        assert figure is not None and figure < 0


@pytest.mark.parametrize(
    "scores",
    [
        np.full((4, 1), 3.0),  # one rater
        np.asarray([[3.0, _], [_, 4.0]]),  # nothing rated twice
        np.full((4, 2), 5.0),  # no variation: chance can't be told
    ],
)
def test_where_agreement_cant_be_told_there_is_no_figure(scores: np.ndarray) -> None:
    assert alpha_ordinal(scores) is None
    assert icc_2_1(scores) is None
    assert weighted_kappa(scores, SCORES) is None


def rating(draft: int, rater: str, score: int, model: str = "a") -> GivenRating:
    return GivenRating(
        study=f"s{draft}",
        patient=f"p{draft}",
        draft=f"{model}{draft}",
        model=model,
        rater=rater,
        scores=dict.fromkeys(Criterion, score),
        comment="",
        rubric_version="1",
        rated_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=draft),
    )


def test_a_model_is_the_mean_of_its_drafts_not_of_its_ratings() -> None:
    """One draft was rated 1 by three raters, the other 5 by one: the mean is 3, not 2."""
    given = [*(rating(1, rater, 1) for rater in "xyz"), rating(2, "x", 5), rating(3, "x", 4, "b")]
    document = evaluate_ratings(given)
    first, second = (document["models"][name] for name in ("a", "b"))
    means = first["means"]["diagnostic_accuracy"]
    assert means["mean"] == 3.0 and means["scores_given"] == {"1": 3, "2": 0, "3": 0, "4": 0, "5": 1}
    assert means["ci95"] == [1.0, 5.0]  # two patients: a sample may hold one of them only
    assert second["means"]["diagnostic_accuracy"] == {
        "mean": 4.0,
        "ci95": None,
        "scores_given": {"1": 0, "2": 0, "3": 0, "4": 1, "5": 0},
    }
    assert (document["ratings"], document["drafts"], document["raters"], document["studies"]) == (5, 3, 3, 3)
    assert document["agreement"]["completeness"]["drafts_rated_twice"] == 1
    assert document["judge_model"] is None
