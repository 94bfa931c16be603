"""The criteria file: known codes, known measurements, a citation for every limit, tolerances that leave room."""

import pytest

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


@pytest.mark.parametrize(
    ("axis", "outcome"),
    [
        (-60, Outcome.MET),
        (-15, Outcome.UNDECIDED),
        (-5, Outcome.BROKEN),
        (-120, Outcome.UNDECIDED),
        (-150, Outcome.BROKEN),
        (90, Outcome.BROKEN),
    ],
)
def test_left_axis_deviation_is_lenient_towards_extreme_deviation(axis: float, outcome: Outcome) -> None:
    criterion = load_criteria().by_code["AXIS_LEFT"]
    assert criterion.check(Measurements(qrs_axis_deg=axis))[0] is outcome


def test_leniency_widens_both_tolerances() -> None:
    criterion = load_criteria().by_code["AXIS_LEFT"]
    for axis in (-5.0, -150.0):
        assert criterion.check(Measurements(qrs_axis_deg=axis), leniency=2.0)[0] is Outcome.UNDECIDED


def test_limits_are_lenient_on_their_own_side() -> None:
    criterion = load_criteria().by_code["PR_NORMAL"]  # 120 to 200 ms, tolerance 20
    outcomes = {value: criterion.check(Measurements(pr_ms=value))[0] for value in (95.0, 105.0, 160.0, 215.0, 225.0)}
    assert list(outcomes.values()) == [
        *(Outcome.BROKEN, Outcome.UNDECIDED, Outcome.MET, Outcome.UNDECIDED, Outcome.BROKEN)
    ]


def test_low_limb_voltage_goes_with_high_chest_voltage() -> None:
    """Together they are a known pattern of dilated cardiomyopathy (Goldberger, Am J Cardiol 50:1145, 1982)."""
    assert not load_criteria().conflict("LVOLT", "VCLVH")
