"""What speaks for one of several drafts beside its likeness to the others: findings head and guard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from meit_core.domain.draft import Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.drafting.guard import judge
from meit_core.knowledge.parser import split_sentences, stated_codes
from meit_core.model.consensus import Prefer

AGREEMENT: Final = 0.06
"""Worth of a statement whose finding is sure, against a likeness between 0 and 1; chosen on PTB-XL's fold 9."""
CONTRADICTION: Final = 0.25
"""Cost of a sentence that a measurement contradicts: more than the likeness of two sensible drafts differs by."""


def preference(findings: Sequence[Finding], measurements: Measurements, sex: Sex) -> Prefer:
    """Return what to add to a draft's likeness.

    A statement that the findings head takes for present counts for the draft as far as its probability lies above
    one half of what is left, one that it takes for absent counts against it; a contradicted sentence counts against it.
    """
    weights = {finding.code: _weight(finding) for finding in findings}

    def prefer(text: str) -> float:
        agreement = sum(weights.get(code, 0.0) for code in stated_codes(text))
        judged = judge(split_sentences(text), findings=findings, measurements=measurements, sex=sex)
        contradicted = sum(sentence.support is Support.CONTRADICTED for sentence in judged)
        return AGREEMENT * agreement - CONTRADICTION * contradicted

    return prefer


def _weight(finding: Finding) -> float:
    """Between -1 and 1: sure presence 1, sure absence -1, nothing at the threshold's side that leaves it open."""
    return finding.probability if finding.present else finding.probability - 1.0
