"""How well the findings head's probabilities separate: area under the ROC curve."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import REPEATS, Weights, bootstrap_ci95
from meit_core.evaluation.labels import MINIMUM_POSITIVES
from meit_core.evaluation.weighted_auroc import weighted_auroc
from meit_core.knowledge.parser import stated_codes
from meit_core.knowledge.statements import statements_by_code
from meit_core.knowledge.superclasses import SUPERCLASSES, superclass_outputs
from meit_core.training.auroc import area_under_roc

_RHYTHMS = frozenset({"rhythm", "pacing", "ectopy"})
_CLASS = "class "

Probabilities = Sequence[Mapping[str, float]]
"""One mapping from code to probability per recording."""

Truth = Sequence[AbstractSet[str]]
"""The codes that are true of each recording."""


def discrimination(
    probabilities: Probabilities,
    *,
    codes: Truth,
    references: Sequence[str],
    superclass_of: Mapping[str, str],
    patients: Sequence[Hashable] | None = None,
    repeats: int = REPEATS,
) -> dict[str, Any]:
    """Return the areas of all outputs with their support, and their means; a mean of nothing is ``None``.

    ``macro_auroc`` is over the data set's statements with at least
    :data:`~meit_core.evaluation.labels.MINIMUM_POSITIVES` positives, ``rhythm_macro_auroc`` over the rhythms, pacing
    and extra beats among these, ``superclass_macro_auroc`` over the superclasses. Outputs that the scored recordings
    carry no code for are compared with what their reports state (``auroc_per_statement``). ``auroc_support`` and
    ``auroc_ci95`` have the positives and, for the means and all with enough positives, the 95 % interval by patient;
    superclasses are in them as ``class MI``.

    Parameters
    ----------
    patients
        Patient of each recording; without it every recording is its own patient's.
    """
    superclasses = superclass_outputs({code for each in probabilities for code in each})
    coded = {code for each in codes for code in each} | set(superclass_of)
    stated = [stated_codes(text) - coded - superclasses for text in references]
    by_code = _outputs(probabilities)
    by_class = _superclass_scores(probabilities, superclass_of)
    classes = _superclasses_of(codes, superclass_of)
    compared = {
        **_compared("", by_code, stated),
        **_compared("", by_code, codes),
        **_compared(_CLASS, by_class, classes),
    }
    support = {name: int(truth.sum()) for name, (_, truth) in compared.items()}
    frequent = {name for name, positives in support.items() if positives >= MINIMUM_POSITIVES}
    means = {
        "macro_auroc": [name for name in _compared("", by_code, codes) if name in frequent],
        "superclass_macro_auroc": [name for name in compared if name.startswith(_CLASS)],
    }
    means["rhythm_macro_auroc"] = [name for name in means["macro_auroc"] if _is_rhythm(name)]

    def statistic(weights: Weights) -> dict[str, npt.NDArray[np.float64]]:
        areas = {name: weighted_auroc(*compared[name], weights) for name in compared}
        averages = {name: np.mean([areas[each] for each in over], axis=0) for name, over in means.items() if over}
        return {**averages, **{name: area for name, area in areas.items() if name in frequent}}

    people = range(len(references)) if patients is None else patients
    areas = auroc_per_code(probabilities, codes)
    per_class = auroc_per_superclass(probabilities, codes, superclass_of)
    return {
        "macro_auroc": _mean([areas[name] for name in means["macro_auroc"]]),
        "macro_auroc_over": f"the data set's codes with at least {MINIMUM_POSITIVES} of the scored recordings",
        "auroc_per_label": areas,
        "rhythm_macro_auroc": _mean([areas[name] for name in means["rhythm_macro_auroc"]]),
        "superclass_macro_auroc": _mean(list(per_class.values())),
        "auroc_per_superclass": per_class,
        "auroc_per_statement": auroc_per_code(probabilities, stated),
        "auroc_support": support,
        "auroc_ci95": {
            name: list(bounds) for name, bounds in bootstrap_ci95(statistic, people, repeats=repeats).items()
        },
    }


def auroc_per_code(probabilities: Probabilities, codes: Truth) -> dict[str, float]:
    """Return the AUROC of every code that the head knows and that is true of some but not all recordings."""
    return _areas(_outputs(probabilities), codes)


def auroc_per_superclass(
    probabilities: Probabilities, codes: Truth, superclass_of: Mapping[str, str]
) -> dict[str, float]:
    """Return the AUROC of each diagnostic superclass that the head has an output for.

    Its score is the head's own output for it, or else that of its likeliest code. A recording belongs to a superclass
    if any of its codes does, as in the data set's example code.
    """
    return _areas(_superclass_scores(probabilities, superclass_of), _superclasses_of(codes, superclass_of))


def _outputs(probabilities: Probabilities) -> dict[str, list[float]]:
    known = sorted({code for each in probabilities for code in each})
    return {code: [each.get(code, 0.0) for each in probabilities] for code in known}


def _superclass_scores(probabilities: Probabilities, superclass_of: Mapping[str, str]) -> dict[str, list[float]]:
    known = {code for each in probabilities for code in each}
    own = superclass_outputs(known)
    scores = {}
    for name in SUPERCLASSES:
        outputs = {name} if name in own else {code for code in known if code == name or superclass_of.get(code) == name}
        if outputs:
            scores[name] = [max(each.get(code, 0.0) for code in outputs) for each in probabilities]
    return scores


def _superclasses_of(codes: Truth, superclass_of: Mapping[str, str]) -> list[frozenset[str]]:
    return [frozenset(superclass_of[code] for code in each if code in superclass_of) for each in codes]


def _is_rhythm(code: str) -> bool:
    library = statements_by_code()
    return code in library and library[code].category in _RHYTHMS


def _compared(
    prefix: str, scores: Mapping[str, Sequence[float]], present: Truth
) -> dict[str, tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]]:
    """Pair scores and truth of all that is true of some but not all recordings."""
    truth = {name: np.asarray([name in each for each in present], dtype=np.bool_) for name in scores}
    return {
        f"{prefix}{name}": (np.asarray(values), truth[name])
        for name, values in scores.items()
        if truth[name].any() and not truth[name].all()
    }


def _areas(scores: Mapping[str, Sequence[float]], present: Truth) -> dict[str, float]:
    return {name: area_under_roc(*pair) for name, pair in _compared("", scores, present).items()}


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None
