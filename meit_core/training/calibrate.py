"""Make the findings head's numbers mean something: temperature, bias and threshold of each output on held-out data."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from meit_core.model.findings import FindingOutput

Array = npt.NDArray[np.float64]

PRIOR_STRENGTH = 2.0
"""Pull towards temperature 1 and bias 0, in log-likelihood units: a rare finding must not be calibrated on noise."""
_LOWEST_THRESHOLD, _HIGHEST_THRESHOLD = 0.15, 0.85


def calibrate(
    codes: Sequence[str],
    labels: Sequence[str],
    logits: npt.NDArray[np.float32],
    truth: npt.NDArray[np.float32],
) -> tuple[FindingOutput, ...]:
    """Fit Platt scaling (Platt 1999; regularised towards none) and choose the threshold of every output.

    Parameters
    ----------
    logits, truth
        (n, f) of recordings that trained no weight.
    """
    return tuple(
        _one(code, label, logits[:, column].astype(np.float64), truth[:, column].astype(np.float64))
        for column, (code, label) in enumerate(zip(codes, labels, strict=True))
    )


def _one(code: str, label: str, logits: Array, truth: Array) -> FindingOutput:
    def cost(parameters: Array) -> float:
        slope, bias = np.exp(parameters[0]), parameters[1]
        z = logits * slope + bias
        likelihood = np.logaddexp(0, z).sum() - (truth * z).sum()
        return float(likelihood + PRIOR_STRENGTH * (parameters[0] ** 2 + parameters[1] ** 2))

    fitted = minimize(cost, np.zeros(2), method="L-BFGS-B").x
    temperature, bias = float(np.exp(-fitted[0])), float(fitted[1])
    threshold = 0.5
    if truth.any():
        threshold = best_threshold(1 / (1 + np.exp(-(logits / temperature + bias))))
    return FindingOutput(code, label, round(temperature, 4), round(bias, 4), threshold)


def best_threshold(probabilities: Array) -> float:
    """Return the threshold with the highest F1 to be expected where probabilities are honest.

    The F1 that was reached on the few recordings that carry a rare finding is chance: thresholds chosen by it had a
    macro F1 of .403 on other patients, these have .445 (PTB-XL's fold 9 in halves, resources/training/LOG.md). Expected
    hits are sums of probabilities (Lipton, Elkan & Naryanaswamy 2014); half a case on either side smooths them.
    """
    candidates = np.linspace(_LOWEST_THRESHOLD, _HIGHEST_THRESHOLD, 71)
    said = probabilities[None] >= candidates[:, None]
    hits = (said * probabilities[None]).sum(1)
    scores = (2 * hits + 1) / (said.sum(1) + probabilities.sum() + 2)
    near_best = candidates[scores >= scores.max() - 0.002]
    return round(float(near_best[len(near_best) // 2]), 3)


def expected_calibration_error(probabilities: Array, truth: Array, bins: int = 10) -> float:
    """Return the mean gap between probability and frequency over equal-width bins (Guo et al., ICML 2017)."""
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    gaps = [
        abs(probabilities[which == index].mean() - truth[which == index].mean()) * (which == index).mean()
        for index in range(bins)
        if (which == index).any()
    ]
    return float(sum(gaps))
