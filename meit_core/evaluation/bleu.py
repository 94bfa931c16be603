"""Corpus BLEU from per-report counts, so that a bootstrap resamples counts and not texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

MAX_ORDER = 4
_COLUMNS = 2 * MAX_ORDER + 2


def bleu_counts(hypotheses: Sequence[str], references: Sequence[str]) -> npt.NDArray[np.float64]:
    """Count n-gram matches of space-separated texts with pycocoevalcap.

    Returns
    -------
    (n, 10): correct 1..4-grams, attempted 1..4-grams, hypothesis length, reference length.
    """
    from pycocoevalcap.bleu.bleu_scorer import BleuScorer

    scorer = BleuScorer(n=MAX_ORDER)
    for hypothesis, reference in zip(hypotheses, references, strict=True):
        scorer += (hypothesis, [reference])
    rows = [[*item["correct"], *item["guess"], item["testlen"], item["reflen"][0]] for item in scorer.ctest]
    return np.asarray(rows, dtype=np.float64).reshape(-1, _COLUMNS)


def corpus_bleu(totals: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return BLEU-1..4, (..., 4), of counts summed over the reports of a corpus, (..., 10).

    Papineni et al., ACL 2002, with pycocoevalcap's smoothing constants (1e-15 and 1e-9), which keep an order without
    any match from being a division by zero.
    """
    correct, attempted = totals[..., :MAX_ORDER], totals[..., MAX_ORDER : 2 * MAX_ORDER]
    precisions = (correct + 1e-15) / (attempted + 1e-9)
    geometric_means = np.cumprod(precisions, axis=-1) ** (1.0 / np.arange(1, MAX_ORDER + 1))
    ratio = (totals[..., -2:-1] + 1e-15) / (totals[..., -1:] + 1e-9)
    scores: npt.NDArray[np.float64] = geometric_means * np.exp(np.minimum(0.0, 1.0 - 1.0 / ratio))
    return scores
