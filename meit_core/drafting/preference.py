"""What speaks for one of several drafts beside its likeness to the others: findings head, guard and completeness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from meit_core.domain.draft import Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.drafting.guard import judge
from meit_core.knowledge.parser import split_sentences, stated_codes
from meit_core.model.decoding.consensus import Prefer

# All weights stand against a likeness between 0 and 1 and were chosen on PTB-XL's fold 9 (resources/training/LOG.md).
PRESENT: Final = 0.02
"""Worth of a statement that the findings head takes for present."""
ABSENT: Final = -0.01
"""Worth of one that it takes for absent."""
CONTRADICTED: Final = -0.25
"""Worth of a sentence that a measurement contradicts: more than the likeness of two sensible drafts differs by."""
WORD: Final = 0.005
"""Worth of a word: the likeliest drafts are a third shorter than readers' reports."""
MOST_WORDS: Final = 25
"""Twice the mean length of a report; nothing is gained by writing more."""


def preference(findings: Sequence[Finding], measurements: Measurements, sex: Sex) -> Prefer:
    """Return what to add to a draft's likeness."""
    worth = {finding.code: PRESENT if finding.present else ABSENT for finding in findings}

    def prefer(text: str) -> float:
        judged = judge(split_sentences(text), findings=findings, measurements=measurements, sex=sex)
        contradicted = sum(sentence.support is Support.CONTRADICTED for sentence in judged)
        agreement = sum(worth.get(code, 0.0) for code in stated_codes(text))
        return agreement + CONTRADICTED * contradicted + WORD * min(len(text.split()), MOST_WORDS)

    return prefer
