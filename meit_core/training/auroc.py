"""Area under the ROC curve: how the encoder is chosen in training, and how a findings head is judged."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def area_under_roc(scores: npt.NDArray[np.floating], positive: npt.NDArray[np.bool_]) -> float:
    """Return the share of pairs of a positive and a negative in the right order, ties counting half.

    That is the area under the ROC curve (Hanley & McNeil, Radiology 143:29, 1982), from the ranks in (n,) scores.
    """
    from scipy.stats import rankdata

    n_positive = int(positive.sum())
    n_negative = positive.size - n_positive
    rank_sum = float(rankdata(scores)[positive].sum())
    return (rank_sum - n_positive * (n_positive + 1) / 2) / (n_positive * n_negative)
