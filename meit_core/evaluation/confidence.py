"""Do the confidences of sentences hold: of those with 80 %, does the reader's report say four in five too?"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from meit_core.domain.draft import DraftSentence
from meit_core.drafting.confidence import ConfidenceCurve
from meit_core.knowledge.parser import stated_codes
from meit_core.training.calibrate import expected_calibration_error

Array = npt.NDArray[np.float64]

FEWEST: Final = 20
"""With fewer sentences nothing is fitted or reported."""
_LEAST_SURE, _MOST_SURE = 0.005, 0.995


def confidence_report(
    sentences: Sequence[Sequence[DraftSentence]], references: Sequence[str], patients: Sequence[Hashable]
) -> dict[str, Any] | None:
    """Compare the confidences of drafts with what the reports say.

    A sentence is right where the report makes all its statements.

    Returns
    -------
    ``None`` where too few sentences carry a confidence, else ``n``, ``right`` (share), ``ece`` (ten bins; Guo et al.,
    ICML 2017), ``bins`` (those that hold any), ``ece_refitted`` (after fitting the curve on half of the patients and
    scoring the other half, both ways) and ``curve``, fitted on all, relative to the confidences given.
    """
    told, right, owners = [], [], []
    for row, said in enumerate(sentences):
        true = stated_codes(references[row])
        for sentence in said:
            if sentence.confidence is not None:
                told.append(sentence.confidence)
                right.append(float(stated_codes(sentence.text) <= true))
                owners.append(patients[row])
    if len(told) < FEWEST:
        return None
    confidence, truth = np.asarray(told), np.asarray(right)
    curve = fit_curve(confidence, truth)
    return {
        "n": len(told),
        "right": float(truth.mean()),
        "ece": expected_calibration_error(confidence, truth),
        "ece_refitted": expected_calibration_error(_refitted(confidence, truth, owners), truth),
        "bins": _bins(confidence, truth),
        "curve": {"slope": round(curve.slope, 4), "bias": round(curve.bias, 4)},
    }


def _bins(confidence: Array, truth: Array, number: int = 10) -> list[dict[str, float]]:
    which = np.minimum((confidence * number).astype(int), number - 1)
    return [
        {
            "n": int((which == index).sum()),
            "told": float(confidence[which == index].mean()),
            "right": float(truth[which == index].mean()),
        }
        for index in range(number)
        if (which == index).any()
    ]


def surest_mistakes(
    sentences: Sequence[Sequence[DraftSentence]], references: Sequence[str], most: int = 5
) -> list[dict[str, Any]]:
    """Return the sentences of highest confidence whose statements the report doesn't make, one of each wording."""
    wrong: dict[str, dict[str, Any]] = {}
    for said, reference in zip(sentences, references, strict=True):
        true = stated_codes(reference)
        for sentence in said:
            if sentence.confidence is None or stated_codes(sentence.text) <= true:
                continue
            found = {"sentence": sentence.text, "confidence": sentence.confidence, "reference": reference}
            if sentence.text not in wrong or wrong[sentence.text]["confidence"] < sentence.confidence:
                wrong[sentence.text] = found
    return sorted(wrong.values(), key=lambda each: -each["confidence"])[:most]


def fit_curve(confidence: Array, truth: Array) -> ConfidenceCurve:
    """Fit Platt scaling on the log odds of the confidences."""
    odds = _log_odds(confidence)

    def cost(parameters: Array) -> float:
        z = parameters[0] * odds + parameters[1]
        return float(np.logaddexp(0, z).sum() - (truth * z).sum() + (parameters[0] - 1) ** 2 + parameters[1] ** 2)

    slope, bias = minimize(cost, np.asarray([1.0, 0.0]), method="L-BFGS-B").x
    return ConfidenceCurve(float(slope), float(bias))


def _refitted(confidence: Array, truth: Array, owners: Sequence[Hashable]) -> Array:
    """Return confidences by a curve that has not seen their patient: patients are dealt into two halves in order."""
    half_of = {owner: index % 2 for index, owner in enumerate(dict.fromkeys(owners))}
    half = np.asarray([half_of[owner] for owner in owners])
    out = np.empty_like(confidence)
    for index in (0, 1):
        curve = fit_curve(confidence[half != index], truth[half != index])
        out[half == index] = 1 / (1 + np.exp(-(curve.slope * _log_odds(confidence[half == index]) + curve.bias)))
    return out


def _log_odds(confidence: Array) -> Array:
    bounded = np.clip(confidence, _LEAST_SURE, _MOST_SURE)
    odds: Array = np.log(bounded / (1 - bounded))
    return odds
