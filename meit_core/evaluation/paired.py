"""Two models on the same recordings: is one better than the other, or did the draw of patients make it look so?"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95
from meit_core.evaluation.clean import score_reports
from meit_core.evaluation.labels import compare_texts

FACTUAL: Final = ("macro_f1", "micro_f1")
"""F1 of the statements a draft makes; the rest of the scores compare wordings."""


@dataclass(frozen=True, slots=True)
class PairedScore:
    """One score of both models.

    Attributes
    ----------
    low, high
        95 % interval of the difference, patients drawn again with both of their drafts.
    """

    before: float
    after: float
    low: float
    high: float

    @property
    def difference(self) -> float:
        return self.after - self.before

    @property
    def is_worse(self) -> bool:
        """Whether the interval lies below zero as a whole."""
        return self.high < 0.0

    @property
    def is_better(self) -> bool:
        return self.low > 0.0

    def as_dict(self) -> dict[str, Any]:
        values = {"before": self.before, "after": self.after, "difference": self.difference}
        return {name: round(value, 4) for name, value in values.items()} | {
            "ci95": [round(self.low, 4), round(self.high, 4)]
        }


def compare_drafts(
    before: Sequence[str],
    after: Sequence[str],
    references: Sequence[str],
    training_references: Sequence[str],
    *,
    patients: Sequence[Hashable],
    repeats: int = REPEATS,
) -> dict[str, PairedScore]:
    """Compare two sets of drafts of the same recordings by every clean metric and by the F1 of their statements.

    Each sample of the bootstrap draws patients, and scores both models on the recordings of those patients: what is
    hard for both cancels out (Efron & Tibshirani 1993; Koehn, EMNLP 2004, for corpus scores).

    Raises
    ------
    ValueError
        If nothing is to be scored or the lengths differ.
    """
    if len(before) != len(after):
        raise ValueError(f"need as many drafts of either model, not {len(before)} and {len(after)}")
    texts = [score_reports(drafts, references, training_references) for drafts in (before, after)]
    labels = [compare_texts(drafts, references) for drafts in (before, after)]

    def scores(which: int, weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        macro, micro = labels[which].resampled(weights)
        return {**texts[which].resampled(weights), "macro_f1": macro, "micro_f1": micro}

    def difference(weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        first, second = scores(0, weights), scores(1, weights)
        return {name: second[name] - first[name] for name in first}

    once = np.ones((1, len(references)))
    first, second = scores(0, once), scores(1, once)
    bounds = bootstrap_ci95(difference, patients, repeats=repeats)
    return {name: PairedScore(float(first[name][0]), float(second[name][0]), *bounds[name]) for name in first}
