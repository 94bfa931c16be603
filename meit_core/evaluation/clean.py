"""Clean text metrics: report text only, corpus level, document frequencies from the training references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bleu import bleu_counts, corpus_bleu
from meit_core.evaluation.bootstrap import Weights
from meit_core.evaluation.cider import cider_d, document_frequencies
from meit_core.evaluation.meteor import METEOR_IMPLEMENTATION, meteor
from meit_core.evaluation.tokens import tokens

CLEAN_IMPLEMENTATION = {
    "tokens": "lower-cased [a-z0-9\\-/&']+ and . , ( )",
    "bleu": "pycocoevalcap n-gram counts, corpus level",
    "meteor": METEOR_IMPLEMENTATION,
    "rouge1": "rouge_score F1, no stemming, mean over reports",
    "rouge2": "rouge_score F1, no stemming, mean over reports",
    "rougeL": "pycocoevalcap (beta 1.2), mean over reports",
    "cider_d": "pycocoevalcap CIDEr-D, document frequencies from the training references",
    "exact_match": "share of reports with the same tokens",
}


@dataclass(frozen=True, slots=True)
class CleanMetrics:
    """Corpus scores; all in [0, 1] but ``cider_d``, which is in [0, 10]."""

    bleu1: float
    bleu2: float
    bleu3: float
    bleu4: float
    meteor: float
    rouge1: float
    rouge2: float
    rouge_l: float
    cider_d: float
    exact_match: float

    def as_dict(self) -> dict[str, float]:
        """Return the scores under the command line's names (``rougeL`` for ``rouge_l``)."""
        return dict(zip(METRICS, astuple(self), strict=True))


METRICS = tuple("rougeL" if field.name == "rouge_l" else field.name for field in fields(CleanMetrics))
"""The command line's names of the metrics, in their order."""


@dataclass(frozen=True, slots=True)
class ReportScores:
    """Per-report parts of the metrics, which a bootstrap resamples.

    Attributes
    ----------
    bleu
        (n, 10) counts of :func:`~meit_core.evaluation.bleu.bleu_counts`.
    means
        (n, 6): METEOR, ROUGE-1, ROUGE-2, ROUGE-L, CIDEr-D, exact match.
    """

    bleu: npt.NDArray[np.float64]
    means: npt.NDArray[np.float64]

    def corpus(self) -> CleanMetrics:
        """Return the corpus metrics of all reports."""
        values = self.resampled(np.ones((1, len(self.means))))
        return CleanMetrics(*(float(value[0]) for value in values.values()))

    def resampled(self, weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        """Return each metric, (s,), for (s, n) weights: how often each report counts in each sample."""
        means = weights @ self.means / weights.sum(axis=1, keepdims=True)
        columns = np.concatenate([corpus_bleu(weights @ self.bleu), means], axis=1)
        return dict(zip(METRICS, columns.T, strict=True))


def clean_metrics(
    hypotheses: Sequence[str], references: Sequence[str], training_references: Sequence[str]
) -> CleanMetrics:
    """Score drafts against the reports of the same recordings.

    Raises
    ------
    ValueError
        If nothing is to be scored, the lengths differ or there are no training references.
    """
    return score_reports(hypotheses, references, training_references).corpus()


def score_reports(
    hypotheses: Sequence[str], references: Sequence[str], training_references: Sequence[str]
) -> ReportScores:
    """Score each draft; see :func:`clean_metrics`."""
    if not hypotheses or len(hypotheses) != len(references):
        raise ValueError(f"need as many drafts as references, not {len(hypotheses)} and {len(references)}")
    if not training_references:
        raise ValueError("CIDEr-D needs the training references for its document frequencies")
    from pycocoevalcap.rouge.rouge import Rouge
    from rouge_score.rouge_scorer import RougeScorer

    said = [tokens(text) for text in hypotheses]
    meant = [tokens(text) for text in references]
    said_joined = [" ".join(words) for words in said]
    meant_joined = [" ".join(words) for words in meant]
    trained = [" ".join(tokens(text)) for text in training_references]

    rouge = RougeScorer(["rouge1", "rouge2"], tokenizer=_ReportTokenizer())
    overlaps = [rouge.score(reference, draft) for draft, reference in zip(hypotheses, references, strict=True)]
    longest = Rouge()
    pairs = list(zip(said_joined, meant_joined, strict=True))
    columns = [
        [meteor(draft, reference) for draft, reference in zip(said, meant, strict=True)],
        [overlap["rouge1"].fmeasure for overlap in overlaps],
        [overlap["rouge2"].fmeasure for overlap in overlaps],
        [float(longest.calc_score([draft], [reference])) for draft, reference in pairs],
        cider_d(said_joined, meant_joined, document_frequencies(trained), len(trained)),
        [float(draft == reference) for draft, reference in pairs],
    ]
    return ReportScores(
        bleu=bleu_counts(said_joined, meant_joined), means=np.stack([np.asarray(column) for column in columns], axis=1)
    )


class _ReportTokenizer:
    """Gives rouge_score the same words as the other metrics."""

    def tokenize(self, text: str) -> list[str]:
        return tokens(text)
