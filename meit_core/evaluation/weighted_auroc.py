"""Area under the ROC curve of many resampled test sets at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import Weights

Array = npt.NDArray[np.float64]


def weighted_auroc(scores: Array, truth: npt.NDArray[np.bool_], weights: Weights) -> Array:
    """Return the area of each sample, (s,): how often a positive scores above a negative, ties counted half.

    The rank-sum form of the area (Hanley & McNeil, Radiology 1982), with every recording counted as often as its
    weight says. NaN for a sample without a positive or without a negative.

    Parameters
    ----------
    scores, truth
        (n,)
    weights
        (s, n)
    """
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.diff(scores[order], prepend=np.nan) != 0)  # of each run of equal scores
    drawn, is_positive = weights[:, order], truth[order]
    positive = np.add.reduceat(drawn * is_positive, starts, axis=1)  # (s, distinct scores)
    negative = np.add.reduceat(drawn * ~is_positive, starts, axis=1)
    below = np.cumsum(negative, axis=1) - negative
    wins = (positive * (below + negative / 2)).sum(axis=1)
    pairs = positive.sum(axis=1) * negative.sum(axis=1)
    return np.where(pairs > 0, wins / np.maximum(pairs, 1.0), np.nan)
