"""The expert task: what raters thought of drafts, criterion by criterion and model by model. No model judges here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.rating import ANCHORS, RUBRIC_VERSION, SCORES, Criterion, GivenRating
from meit_core.evaluation.agreement import alpha_ordinal, exact_agreement, icc_2_1, weighted_kappa
from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95

METHOD: Final = (
    "Scores of human raters, 1 to 5, with anchored wording for every score (rubric "
    f"{RUBRIC_VERSION}). A rater's latest rating of a draft counts. A draft's score is the mean over its raters, a "
    "model's the mean over its drafts. No language model judged anything: MEIT's paper let GPT-4o do so, and its "
    "figures can't be compared with these."
)
AGREEMENT_IS: Final = (
    "alpha: Krippendorff's, ordinal, over all drafts rated at least twice. ICC(2,1): Shrout and Fleiss, over the "
    "drafts that every rater rated. Weighted kappa: Cohen's with quadratic weights, mean over pairs of raters. Same "
    "score: share of equal scores among all pairs. A dash: too few drafts rated twice, or no variation."
)


def evaluate_ratings(
    ratings: Sequence[GivenRating], *, campaign: str | None = None, repeats: int = REPEATS
) -> dict[str, Any]:
    """Return means with their intervals, and agreement figures.

    Parameters
    ----------
    ratings
        Those that count: one of each rater for each draft.
    """
    models = dict.fromkeys(rating.model for rating in ratings)
    raters = list(dict.fromkeys(rating.rater for rating in ratings))
    return {
        "ratings": len(ratings),
        "drafts": len({rating.draft for rating in ratings}),
        "studies": len({rating.study for rating in ratings}),
        "raters": len(raters),
        "campaign": campaign,
        "criteria": [criterion.value for criterion in Criterion],
        "models": {
            model: _model([rating for rating in ratings if rating.model == model], repeats) for model in sorted(models)
        },
        "agreement": {criterion.value: _agreement(ratings, criterion, raters) for criterion in Criterion},
        "agreement_is": AGREEMENT_IS,
        "rubric": {criterion.value: list(words) for criterion, words in ANCHORS.items()},
        "judge_model": None,
        "method": METHOD,
    }


def _model(ratings: Sequence[GivenRating], repeats: int) -> dict[str, Any]:
    drafts = list(dict.fromkeys(rating.draft for rating in ratings))
    patient = {rating.draft: rating.patient for rating in ratings}
    scores = np.asarray(
        [
            [
                np.mean([rating.scores[criterion] for rating in ratings if rating.draft == draft])
                for criterion in Criterion
            ]
            for draft in drafts
        ]
    )
    patients = [patient[draft] for draft in drafts]
    bounds = _intervals(scores, patients, repeats) if len(set(patients)) > 1 else {}
    given = {
        criterion: {str(score): sum(rating.scores[criterion] == score for rating in ratings) for score in SCORES}
        for criterion in Criterion
    }
    return {
        "drafts": len(drafts),
        "patients": len(set(patients)),
        "ratings": len(ratings),
        "raters": len({rating.rater for rating in ratings}),
        "means": {
            criterion.value: {
                "mean": float(scores[:, column].mean()),
                "ci95": list(bounds[criterion.value]) if bounds else None,
                "scores_given": given[criterion],
            }
            for column, criterion in enumerate(Criterion)
        },
    }


def _intervals(
    scores: npt.NDArray[np.float64], patients: Sequence[str], repeats: int
) -> Mapping[str, tuple[float, float]]:
    def means(weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        averaged = weights @ scores / weights.sum(axis=1, keepdims=True)
        return {criterion.value: averaged[:, column] for column, criterion in enumerate(Criterion)}

    return bootstrap_ci95(means, patients, repeats=repeats)


def _agreement(ratings: Sequence[GivenRating], criterion: Criterion, raters: Sequence[str]) -> dict[str, Any]:
    row = {draft: number for number, draft in enumerate(dict.fromkeys(rating.draft for rating in ratings))}
    column = {rater: number for number, rater in enumerate(raters)}
    table = np.full((len(row), len(raters)), np.nan)
    for rating in ratings:
        table[row[rating.draft], column[rating.rater]] = rating.scores[criterion]
    return {
        "drafts_rated_twice": int(((~np.isnan(table)).sum(axis=1) >= 2).sum()),
        "alpha_ordinal": alpha_ordinal(table),
        "icc_2_1": icc_2_1(table),
        "weighted_kappa": weighted_kappa(table, SCORES),
        "exact_agreement": exact_agreement(table),
    }
