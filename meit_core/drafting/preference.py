"""What speaks for one of several drafts beside its likeness to the others: likely statements, guard, completeness."""

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
STATED: Final = 0.1
"""Worth of a statement, for what its probability has over :data:`EVEN`."""
EVEN: Final = 0.3
"""From half of the F1 that can be reached on, a statement is better told than not (Lipton, Elkan & Naryanaswamy 2014).
"""
CONTRADICTED: Final = -0.25
"""Worth of a sentence that a measurement contradicts: more than the likeness of two sensible drafts differs by."""
WORD: Final = 0.005
"""Worth of a word: the likeliest drafts are a third shorter than readers' reports."""
MOST_WORDS: Final = 25
"""Twice the mean length of a report; nothing is gained by writing more."""


def preference(findings: Sequence[Finding], likely: Sequence[Finding], measurements: Measurements, sex: Sex) -> Prefer:
    """Return what to add to a draft's likeness.

    Parameters
    ----------
    findings
        What the guard judges by.
    likely
        What a report is likely to state.
    """
    worth = {finding.code: STATED * (finding.probability - EVEN) for finding in likely}

    def prefer(text: str) -> float:
        judged = judge(split_sentences(text), findings=findings, measurements=measurements, sex=sex)
        contradicted = sum(sentence.support is Support.CONTRADICTED for sentence in judged)
        agreement = sum(worth.get(code, 0.0) for code in stated_codes(text))
        return agreement + CONTRADICTED * contradicted + WORD * min(len(text.split()), MOST_WORDS)

    return prefer
