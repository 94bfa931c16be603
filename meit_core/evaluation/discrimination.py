"""How well the findings head's probabilities separate: area under the ROC curve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np

from meit_core.evaluation.labels import MINIMUM_POSITIVES
from meit_core.knowledge.parser import stated_codes
from meit_core.knowledge.statements import statements_by_code
from meit_core.training.auroc import area_under_roc

SUPERCLASSES = ("NORM", "MI", "STTC", "CD", "HYP")
"""Diagnostic superclasses of PTB-XL (Wagner et al., Sci Data 7:154, 2020)."""

Probabilities = Sequence[Mapping[str, float]]
"""One mapping from code to probability per recording."""

Truth = Sequence[AbstractSet[str]]
"""The codes that are true of each recording."""


def discrimination(
    probabilities: Probabilities, *, codes: Truth, references: Sequence[str], superclass_of: Mapping[str, str]
) -> dict[str, Any]:
    """Return the areas of all outputs and their means; a mean of nothing is ``None``.

    ``macro_auroc`` is over the data set's statements with at least
    :data:`~meit_core.evaluation.labels.MINIMUM_POSITIVES` positives, ``superclass_macro_auroc`` over the superclasses.
    Outputs that the scored recordings carry no code for are compared with what their reports state
    (``auroc_per_statement``).
    """
    areas = auroc_per_code(probabilities, codes)
    frequent = [area for code, area in areas.items() if sum(code in each for each in codes) >= MINIMUM_POSITIVES]
    superclasses = auroc_per_superclass(probabilities, codes, superclass_of)
    coded = {code for each in codes for code in each} | set(superclass_of)
    stated = [stated_codes(text) - coded - superclass_outputs(probabilities) for text in references]
    return {
        "macro_auroc": _mean(frequent),
        "macro_auroc_over": f"the data set's codes with at least {MINIMUM_POSITIVES} of the scored recordings",
        "auroc_per_label": areas,
        "superclass_macro_auroc": _mean(list(superclasses.values())),
        "auroc_per_superclass": superclasses,
        "auroc_per_statement": auroc_per_code(probabilities, stated),
    }


def auroc_per_code(probabilities: Probabilities, codes: Truth) -> dict[str, float]:
    """Return the AUROC of every code that the head knows and that is true of some but not all recordings."""
    known = sorted({code for each in probabilities for code in each})
    return _areas({code: [each.get(code, 0.0) for each in probabilities] for code in known}, codes)


def auroc_per_superclass(
    probabilities: Probabilities, codes: Truth, superclass_of: Mapping[str, str]
) -> dict[str, float]:
    """Return the AUROC of each diagnostic superclass that the head has an output for.

    Its score is the head's own output for it, or else that of its likeliest code. A recording belongs to a superclass
    if any of its codes does, as in the data set's example code.
    """
    own = superclass_outputs(probabilities)
    known = {code for each in probabilities for code in each}
    scores = {}
    for name in SUPERCLASSES:
        outputs = {name} if name in own else {code for code in known if code == name or superclass_of.get(code) == name}
        if outputs:
            scores[name] = [max(each.get(code, 0.0) for code in outputs) for each in probabilities]
    present = [frozenset(superclass_of[code] for code in each if code in superclass_of) for each in codes]
    return _areas(scores, present)


def superclass_outputs(probabilities: Probabilities) -> frozenset[str]:
    """Return the superclasses that the head has outputs of their own for.

    ``NORM`` and ``MI`` are names of statements as well; they are superclasses in a head that has others of them.
    """
    known = {code for each in probabilities for code in each}
    unmistakable = [name for name in SUPERCLASSES if name in known and name not in statements_by_code()]
    return frozenset(known.intersection(SUPERCLASSES)) if unmistakable else frozenset()


def _areas(scores: Mapping[str, Sequence[float]], present: Truth) -> dict[str, float]:
    truth = {name: np.asarray([name in each for each in present], dtype=np.bool_) for name in scores}
    return {
        name: area_under_roc(np.asarray(values), truth[name])
        for name, values in scores.items()
        if truth[name].any() and not truth[name].all()
    }


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None
