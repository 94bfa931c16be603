"""One set of drafts scored in every column; needs texts only, no model."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bertscore import BERT_METRICS, NO_BERT_SCORE, BertScorer
from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95
from meit_core.evaluation.clean import ReportScores, score_reports
from meit_core.evaluation.compat import compat_metrics
from meit_core.evaluation.hallucination import Faithfulness, judge_drafts
from meit_core.evaluation.labels import MINIMUM_POSITIVES, LabelTable, compare_texts, compare_with_codes


@dataclass(frozen=True, slots=True)
class TextEvaluation:
    """Scores of one set of drafts.

    Attributes
    ----------
    scores
        Parts of the clean metrics, report by report.
    bert
        (n, 3) BERTScore precision, recall and F1, where a model for it is at hand.
    labels
        Statements of the drafts against those of the reports.
    code_labels
        Statements of the drafts against the data set's codes, where there are any.
    faithfulness
        What the drafts invent, omit and contradict.
    bert_implementation
        Model and method of BERTScore, or why there is none.
    ci95
        95 % interval by patient of each clean score, of ``macro_f1`` and ``micro_f1`` and of the clinical rates.
    """

    scores: ReportScores
    bert: npt.NDArray[np.float64] | None
    compat: dict[str, float]
    labels: LabelTable
    code_labels: LabelTable | None
    faithfulness: Faithfulness
    bert_implementation: str
    ci95: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def clean(self) -> dict[str, float]:
        """Every clean score under the command line's name."""
        means = {} if self.bert is None else dict(zip(BERT_METRICS, map(float, self.bert.mean(axis=0)), strict=True))
        return {**self.scores.corpus().as_dict(), **means}

    def resampled(self, weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        """Return every clean score, F1 and clinical rate, (s,), for (s, n) weights of the reports."""
        macro, micro = self.labels.resampled(weights)
        values = {**self.scores.resampled(weights), "macro_f1": macro, "micro_f1": micro}
        if self.bert is not None:
            means = weights @ self.bert / weights.sum(axis=1, keepdims=True)
            values |= dict(zip(BERT_METRICS, means.T, strict=True))
        return {**values, **self.faithfulness.resampled(weights)}

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
            "clean": self.clean,
            "compat": self.compat,
            "bert_score": self.bert_implementation,
            "labels": labels,
            "clinical": self.faithfulness.as_dict(),
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
    bert: BertScorer | None = None,
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
    bert
        Adds BERTScore to both columns.
    """
    evaluation = TextEvaluation(
        scores=score_reports(hypotheses, references, training_references),
        bert=None if bert is None else bert.score(hypotheses, references).values,
        compat=compat_metrics(hypotheses, references, bert=bert),
        labels=compare_texts(hypotheses, references),
        code_labels=None if codes is None else compare_with_codes(hypotheses, codes),
        faithfulness=judge_drafts(hypotheses, references, codes),
        bert_implementation=NO_BERT_SCORE if bert is None else bert.implementation,
    )
    people = range(len(references)) if patients is None else patients
    return replace(evaluation, ci95=bootstrap_ci95(evaluation.resampled, people, repeats=repeats))
