"""Are the drafts right? Statements of the draft against those of the report and against the data set's codes."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from meit_core.evaluation.bootstrap import Weights
from meit_core.knowledge.parser import stated_codes

MINIMUM_POSITIVES = 5
"""Labels rarer than this in the scored set count in the micro average only: one case would swing the macro average."""


@dataclass(frozen=True, slots=True)
class LabelTable:
    """What was said and what is true, report by report.

    Attributes
    ----------
    codes
        Column names.
    said, true
        (n, labels) of 0 and 1.
    """

    codes: tuple[str, ...]
    said: npt.NDArray[np.float64]
    true: npt.NDArray[np.float64]

    def averages(self) -> tuple[float, float]:
        """Return macro and micro F1 of all reports."""
        macro, micro = self.resampled(np.ones((1, len(self.true))))
        return float(macro[0]), float(micro[0])

    def resampled(self, weights: Weights) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return macro and micro F1, (s,) each, for (s, n) weights: how often each report counts in each sample.

        The macro average is over the labels with enough positives in *all* reports, so that every sample averages the
        same labels; where there are none it is the micro average.
        """
        hits, both = weights @ (self.said * self.true), weights @ (self.said + self.true)
        micro = _f1(hits.sum(axis=1), both.sum(axis=1))
        frequent = self.true.sum(axis=0) >= MINIMUM_POSITIVES
        macro = _f1(hits[:, frequent], both[:, frequent]).mean(axis=1) if frequent.any() else micro
        return macro, micro

    def per_label(self) -> dict[str, dict[str, float]]:
        """Return precision, recall, F1 and the number of positives of every label."""
        table = {}
        for column, code in enumerate(self.codes):
            said, true = self.said[:, column], self.true[:, column]
            hits, stated, actual = (said * true).sum(), said.sum(), true.sum()
            table[code] = {
                "precision": float(hits / stated) if stated else 0.0,
                "recall": float(hits / actual) if actual else 0.0,
                "f1": float(_f1(hits, stated + actual)),
                "n": int(actual),
            }
        return table


def compare_texts(hypotheses: Sequence[str], references: Sequence[str]) -> LabelTable:
    """Compare the statements that drafts and reports make (denied ones are not made)."""
    return _table([stated_codes(text) for text in hypotheses], [stated_codes(text) for text in references])


def compare_with_codes(hypotheses: Sequence[str], codes: Sequence[AbstractSet[str]]) -> LabelTable:
    """Compare the statements that drafts make with the data set's codes; other statements are left out."""
    vocabulary = frozenset(code for each in codes for code in each)
    return _table([stated_codes(text) & vocabulary for text in hypotheses], codes)


def _table(said: Sequence[AbstractSet[str]], true: Sequence[AbstractSet[str]]) -> LabelTable:
    codes = tuple(sorted({code for each in (*said, *true) for code in each}))
    column = {code: index for index, code in enumerate(codes)}
    matrices = np.zeros((2, len(true), len(codes)))
    for matrix, sets in zip(matrices, (said, true), strict=True):
        for row, members in enumerate(sets):
            matrix[row, [column[code] for code in members]] = 1.0
    return LabelTable(codes, matrices[0], matrices[1])


def _f1(hits: npt.NDArray[np.float64], both: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """F1 is twice the hits over the sum of all that is said and all that is true; 0 where nothing is."""
    return 2.0 * hits / np.maximum(both, 1.0)
