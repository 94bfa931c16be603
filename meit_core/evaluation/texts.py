"""One set of drafts scored in every column; needs texts only, no model."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95
from meit_core.evaluation.clean import CleanMetrics, score_reports
from meit_core.evaluation.compat import compat_metrics
from meit_core.evaluation.labels import MINIMUM_POSITIVES, LabelTable, compare_texts, compare_with_codes


@dataclass(frozen=True, slots=True)
class TextEvaluation:
    """Scores of one set of drafts.

    Attributes
    ----------
    labels
        Statements of the drafts against those of the reports.
    code_labels
        Statements of the drafts against the data set's codes, where there are any.
    ci95
        95 % interval by patient of each clean score and of ``macro_f1`` and ``micro_f1``.
    """

    clean: CleanMetrics
    compat: dict[str, float]
    labels: LabelTable
    code_labels: LabelTable | None
    ci95: dict[str, tuple[float, float]]

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON form of the command line."""
        macro, micro = self.labels.averages()
        labels: dict[str, Any] = {
            "macro_f1": macro,
            "micro_f1": micro,
            "macro_over": f"statements in at least {MINIMUM_POSITIVES} of the scored reports",
            "per_label": self.labels.per_label(),
        }
        if self.code_labels is not None:
            code_macro, code_micro = self.code_labels.averages()
            labels["against_codes"] = {
                "macro_f1": code_macro,
                "micro_f1": code_micro,
                "per_label": self.code_labels.per_label(),
            }
        return {
            "clean": self.clean.as_dict(),
            "compat": self.compat,
            "labels": labels,
            "ci95": {name: list(bounds) for name, bounds in self.ci95.items()},
        }


def evaluate_texts(
    hypotheses: Sequence[str],
    references: Sequence[str],
    training_references: Sequence[str],
    *,
    patients: Sequence[Hashable] | None = None,
    codes: Sequence[AbstractSet[str]] | None = None,
    repeats: int = REPEATS,
) -> TextEvaluation:
    """Score drafts against reports.

    Parameters
    ----------
    patients
        Patient of each report for the confidence intervals; without it every report is its own patient.
    codes
        The data set's codes of each recording.
    repeats
        Bootstrap samples.
    """
    scores = score_reports(hypotheses, references, training_references)
    labels = compare_texts(hypotheses, references)

    def statistic(weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        macro, micro = labels.resampled(weights)
        return {**scores.resampled(weights), "macro_f1": macro, "micro_f1": micro}

    return TextEvaluation(
        clean=scores.corpus(),
        compat=compat_metrics(hypotheses, references),
        labels=labels,
        code_labels=None if codes is None else compare_with_codes(hypotheses, codes),
        ci95=bootstrap_ci95(statistic, range(len(references)) if patients is None else patients, repeats=repeats),
    )
