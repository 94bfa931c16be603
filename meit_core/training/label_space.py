"""What the findings head learns: the data set's codes, its superclasses, and what the reports state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case
from meit_core.knowledge.parser import stated_codes
from meit_core.knowledge.statements import statements_by_code

SUPERCLASSES: Final[Mapping[str, str]] = {
    "MI": "class: myocardial infarction",
    "STTC": "class: ST/T change",
    "CD": "class: conduction disturbance",
    "HYP": "class: hypertrophy",
}
"""PTB-XL's diagnostic superclasses (Wagner et al. 2020) beside NORM, which is a statement of its own."""

MINIMUM_CODED: Final = 8
"""A code with fewer training recordings can neither be learnt nor given a threshold."""
MINIMUM_STATED: Final = 20
"""The same for statements that only the reports make; they are noisier than codes."""


@dataclass(frozen=True, slots=True)
class LabelSpace:
    """Outputs of the findings head, in order.

    Attributes
    ----------
    coded
        The first outputs: codes of the data set, superclasses among them.
    stated
        The rest: statements known from the reports only.
    """

    coded: tuple[str, ...]
    stated: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return (*self.coded, *self.stated)

    def labels(self) -> tuple[str, ...]:
        """Return each output's name for people."""
        library = statements_by_code()
        return tuple(
            SUPERCLASSES.get(code) or (library[code].label if code in library else code) for code in self.codes
        )


def derive_label_space(training: Sequence[Case], superclass_of: Mapping[str, str]) -> LabelSpace:
    """Choose the outputs that the training recordings can teach."""
    coded = Counter(code for case in training for code in with_superclasses(case.codes, superclass_of))
    stated = Counter(code for case in training for code in stated_codes(case.reference))
    kept = tuple(sorted(code for code, n in coded.items() if n >= MINIMUM_CODED))
    return LabelSpace(kept, tuple(sorted(c for c, n in stated.items() if n >= MINIMUM_STATED and c not in kept)))


def with_superclasses(codes: frozenset[str], superclass_of: Mapping[str, str]) -> frozenset[str]:
    """Return the codes and the superclasses they belong to."""
    return codes | {superclass_of[code] for code in codes if code in superclass_of}


def targets(cases: Sequence[Case], space: LabelSpace, superclass_of: Mapping[str, str]) -> npt.NDArray[np.float32]:
    """Return (n, f) of 0 and 1 for the findings head."""
    rows = np.zeros((len(cases), len(space.codes)), dtype=np.float32)
    for row, case in enumerate(cases):
        true = with_superclasses(case.codes, superclass_of)
        said = stated_codes(case.reference)
        rows[row] = [code in true for code in space.coded] + [code in said for code in space.stated]
    return rows
