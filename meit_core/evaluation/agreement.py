"""Do raters agree? Krippendorff's alpha, an intraclass correlation and a weighted kappa, for scores on one scale.

Units are what is rated (drafts), in rows; raters in columns; NaN where a rater gave no score.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def alpha_ordinal(scores: Array) -> float | None:
    """Return Krippendorff's alpha for ordinal data.

    1 is perfect agreement, 0 what chance would give. K. Krippendorff, "Computing Krippendorff's Alpha-Reliability"
    (2011), section E: coincidences of values within units against those expected, weighted by the ordinal distance
    ``(sum of the frequencies from c to k, less half of both ends)**2``. Any number of raters, missing scores allowed.

    Returns
    -------
    ``None`` where no unit has two scores, or all pairable scores are one value.
    """
    units = [row[~np.isnan(row)] for row in scores]
    units = [row for row in units if len(row) >= 2]
    if not units:
        return None
    values = np.unique(np.concatenate(units))
    if len(values) < 2:
        return None
    coincidences = np.zeros((len(values), len(values)))
    for row in units:
        counts = (row[:, None] == values).sum(axis=0).astype(np.float64)
        coincidences += (np.outer(counts, counts) - np.diag(counts)) / (len(row) - 1)
    totals = coincidences.sum(axis=1)
    expected = (np.outer(totals, totals) - np.diag(totals)) / (totals.sum() - 1)
    reached = np.cumsum(totals)
    between = reached[None, :] - reached[:, None] + totals[:, None]  # from c to k, both included
    distance = np.triu(between - (totals[:, None] + totals[None, :]) / 2, 1) ** 2
    return float(1.0 - (coincidences * distance).sum() / (expected * distance).sum())


def icc_2_1(scores: Array) -> float | None:
    """Return ICC(2,1): two-way random effects, absolute agreement, a single rater.

    P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86:420 (1979): ``(BMS - EMS) / (BMS + (k - 1) EMS + k (JMS -
    EMS) / n)`` from the mean squares between units, between raters and of the rest. Only units that every rater scored
    are used.

    Returns
    -------
    ``None`` with fewer than two such units or two raters, or where nothing varies.
    """
    whole = scores[~np.isnan(scores).any(axis=1)] if scores.size else scores
    n, k = whole.shape if whole.ndim == 2 else (0, 0)
    if n < 2 or k < 2:
        return None
    mean = whole.mean()
    by_unit, by_rater = whole.mean(axis=1), whole.mean(axis=0)
    between_units = k * ((by_unit - mean) ** 2).sum() / (n - 1)
    between_raters = n * ((by_rater - mean) ** 2).sum() / (k - 1)
    rest = ((whole - by_unit[:, None] - by_rater[None] + mean) ** 2).sum() / ((n - 1) * (k - 1))
    below = between_units + (k - 1) * rest + k * (between_raters - rest) / n
    return None if below == 0 else float((between_units - rest) / below)


def weighted_kappa(scores: Array, levels: tuple[int, ...]) -> float | None:
    """Return Cohen's kappa with quadratic weights, the mean over all pairs of raters (J. Cohen, Psych. Bulletin 1968).

    A pair counts with the units that both scored; pairs with fewer than two, or without any variation, are left out.
    """
    from sklearn.metrics import cohen_kappa_score

    kappas = []
    for first, second in combinations(scores.T, 2):
        both = ~np.isnan(first) & ~np.isnan(second)
        if both.sum() < 2 or len(np.unique(np.concatenate([first[both], second[both]]))) < 2:
            continue
        kappas.append(
            cohen_kappa_score(first[both].astype(int), second[both].astype(int), labels=levels, weights="quadratic")
        )
    return float(np.mean(kappas)) if kappas else None


def exact_agreement(scores: Array) -> float | None:
    """Return the share of equal scores among all pairs of scores for the same unit; ``None`` without any pair."""
    same, pairs = 0.0, 0.0
    for first, second in combinations(scores.T, 2):
        both = ~np.isnan(first) & ~np.isnan(second)
        same, pairs = same + (first[both] == second[both]).sum(), pairs + both.sum()
    return float(same / pairs) if pairs else None
