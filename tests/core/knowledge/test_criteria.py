"""The criteria file: known codes, known measurements, a citation for every limit, tolerances that leave room."""

from meit_core.domain.measurements import Measurements
from meit_core.knowledge import load_statements
from meit_core.knowledge.criteria import Outcome, load_criteria

CODES = {statement.code for statement in load_statements()}


def test_every_code_is_in_the_library() -> None:
    criteria = load_criteria()
    named = set(criteria.by_code) | {code for pair in criteria.conflicts for group in pair for code in group}
    named |= {code for code, others in criteria.findings_that_count.items() for code in (code, *others)}
    assert named <= CODES


def test_every_criterion_cites_its_source() -> None:
    for code, criterion in load_criteria().by_code.items():
        assert criterion.conditions, code
        assert criterion.source and len(criterion.reference) > len(criterion.source), code


def test_nothing_measured_decides_nothing() -> None:
    for code, criterion in load_criteria().by_code.items():
        assert criterion.check(Measurements()) == (Outcome.UNDECIDED, ()), code


def test_conflicts_hold_both_ways_and_never_with_oneself() -> None:
    criteria = load_criteria()
    assert criteria.conflict("SR", "AFIB") and criteria.conflict("AFIB", "SR")
    assert not [code for code in CODES if criteria.conflict(code, code)]
