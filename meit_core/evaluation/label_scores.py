"""Drafts and findings against labels of a data set that has no reports."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.draft import Finding
from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95
from meit_core.evaluation.labels import MINIMUM_POSITIVES, LabelTable
from meit_core.evaluation.weighted_auroc import weighted_auroc
from meit_core.knowledge.foreign_labels import LabelMap
from meit_core.knowledge.parser import stated_codes

Array = npt.NDArray[np.float64]

FEWEST_SAMPLES: Final = 0.9
"""An interval needs this share of the resampled sets to hold both kinds of recordings."""


@dataclass(frozen=True, slots=True)
class LabelScores:
    """Attributes: what was said and what is true, label by label, and the head's areas where it knows the label."""

    said: LabelTable
    names: tuple[str, ...]
    probabilities: Mapping[str, Array]

    def resampled(self, weights: Weights) -> dict[str, Array]:
        """Return averages, and each label's F1 and area, (s,) each, for (s, n) weights."""
        macro, micro = self.said.resampled(weights)
        values = {"macro_f1": macro, "micro_f1": micro}
        hits, both = weights @ (self.said.said * self.said.true), weights @ (self.said.said + self.said.true)
        f1 = 2.0 * hits / np.maximum(both, 1.0)
        areas = []
        for column, name in enumerate(self.names):
            values[f"f1: {name}"] = f1[:, column]
            if name in self.probabilities:
                truth = self.said.true[:, column] > 0
                values[f"auroc: {name}"] = weighted_auroc(self.probabilities[name], truth, weights)
                if truth.sum() >= MINIMUM_POSITIVES:
                    areas.append(values[f"auroc: {name}"])
        if areas:
            values["macro_auroc"] = np.nanmean(np.stack(areas), axis=0)
        return values


def score_labels(
    texts: Sequence[str],
    truth: Sequence[AbstractSet[str]],
    labels: LabelMap,
    names: Sequence[str],
    *,
    findings: Sequence[Sequence[Finding]] | None = None,
) -> LabelScores:
    """Compare drafts (and findings) with labels.

    Parameters
    ----------
    names
        Labels that are scored.
    findings
        The head's outputs of each recording; without them there are no areas. A label's score is its likeliest
        statement's, as a draft says a label with any of them.
    """
    said = [labels.said_by(stated_codes(text)) for text in texts]
    table = LabelTable(tuple(names), _matrix(said, names), _matrix(truth, names))
    probabilities = {}
    if findings is not None:
        codes_of = {label.name: label.codes for label in labels.labels}
        known = [{finding.code: finding.probability for finding in each} for each in findings]
        everywhere = frozenset(known[0]) if known else frozenset()
        for name in names:
            if outputs := codes_of[name] & everywhere:
                probabilities[name] = np.asarray([max(each[code] for code in outputs) for each in known])
    return LabelScores(table, tuple(names), probabilities)


def labels_document(
    scores: LabelScores, patients: Sequence[Hashable], *, repeats: int = REPEATS
) -> tuple[dict[str, Any], dict[str, list[float]]]:
    """Return ``labels`` and ``ci95`` of the command line's document."""
    once = scores.resampled(np.ones((1, len(scores.said.true))))
    bounds = _intervals(scores, patients, repeats)
    per_label: dict[str, dict[str, Any]] = {}
    for name, row in scores.said.per_label().items():
        area = once.get(f"auroc: {name}")
        known = area is not None and bool(np.isfinite(area[0]))
        per_label[name] = {
            **row,
            "f1_ci95": bounds.get(f"f1: {name}"),
            "auroc": float(area[0]) if area is not None and known else None,
            "auroc_ci95": bounds.get(f"auroc: {name}") if known else None,
        }
    averages = {name: float(once[name][0]) for name in ("macro_f1", "micro_f1")}
    labels = {
        **averages,
        "macro_auroc": float(once["macro_auroc"][0]) if "macro_auroc" in once else None,
        "macro_over": f"labels of at least {MINIMUM_POSITIVES} of the scored recordings",
        "per_label": per_label,
    }
    return labels, {name: bounds[name] for name in ("macro_f1", "micro_f1", "macro_auroc") if name in bounds}


def label_differences(
    before: LabelScores, after: LabelScores, patients: Sequence[Hashable], *, repeats: int = REPEATS
) -> dict[str, dict[str, Any]]:
    """Return the paired difference of the averages, with its interval, patients drawn again with both drafts."""
    names = ("macro_f1", "micro_f1", "macro_auroc")

    def difference(weights: Weights) -> dict[str, Array]:
        first, second = before.resampled(weights), after.resampled(weights)
        return {name: second[name] - first[name] for name in names if name in first and name in second}

    whole = difference(np.ones((1, len(before.said.true))))
    bounds = bootstrap_ci95(difference, patients, repeats=repeats)
    return {
        name: {"difference": round(float(value[0]), 4), "ci95": [round(bound, 4) for bound in bounds[name]]}
        for name, value in whole.items()
    }


def _intervals(scores: LabelScores, patients: Sequence[Hashable], repeats: int) -> dict[str, list[float]]:
    """A sample without a positive has no area: intervals are over those that have one, if they are nearly all."""
    drawn: dict[str, list[Array]] = {}

    def keep(weights: Weights) -> dict[str, Array]:
        for name, values in scores.resampled(weights).items():
            drawn.setdefault(name, []).append(values)
        return {}

    bootstrap_ci95(keep, patients, repeats=repeats)
    bounds = {}
    for name, parts in drawn.items():
        values = np.concatenate(parts)
        values = values[np.isfinite(values)]
        if len(values) >= FEWEST_SAMPLES * repeats:
            low, high = np.percentile(values, (2.5, 97.5))
            bounds[name] = [float(low), float(high)]
    return bounds


def _matrix(sets: Sequence[AbstractSet[str]], names: Sequence[str]) -> Array:
    return np.asarray([[float(name in each) for name in names] for each in sets])
