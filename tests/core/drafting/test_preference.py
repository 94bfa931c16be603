"""What speaks for a draft: likely statements, nothing that a measurement contradicts, and not too few words."""

from __future__ import annotations

import pytest

from meit_core.domain.draft import Finding
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.drafting.preference import CONTRADICTED, EVEN, STATED, WORD, preference

FINDINGS = (
    Finding("SR", "sinus rhythm", 0.97, present=True),
    Finding("AFIB", "atrial fibrillation", 0.01, present=False),
)

LIKELY = (
    Finding("SR", "sinus rhythm", 0.9, present=True),
    Finding("AFIB", "atrial fibrillation", 0.02, present=False),
)


def worth(text: str, **measured: float) -> float:
    return preference(FINDINGS, LIKELY, Measurements(**measured), Sex.FEMALE)(text)  # type: ignore[arg-type]


def test_likely_statements_count_for_a_draft_and_unlikely_ones_against_it() -> None:
    assert worth("sinus rhythm.") == pytest.approx(STATED * (0.9 - EVEN) + 2 * WORD)
    assert worth("atrial fibrillation.") == pytest.approx(STATED * (0.02 - EVEN) + 2 * WORD)
    assert worth("atrial fibrillation.") < 0 < worth("sinus rhythm.")
    assert worth("no atrial fibrillation.") == 3 * WORD


def test_a_measurement_that_contradicts_a_sentence_outweighs_what_it_adds() -> None:
    assert worth("sinus rhythm. left bundle branch block.", qrs_ms=80.0) < worth("sinus rhythm.", qrs_ms=80.0)
    assert worth("left bundle branch block.", qrs_ms=80.0) == CONTRADICTED + 4 * WORD


def test_words_beyond_a_long_report_count_nothing() -> None:
    assert worth("remark. " * 60) == worth("remark. " * 25)
