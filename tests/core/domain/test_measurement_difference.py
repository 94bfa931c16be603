"""Two recordings with known differences: what is told, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meit_core.domain.measurement_difference import (
    TOLERANCES,
    Difference,
    Standing,
    axis_difference_deg,
    compare_measurements,
    source_note,
)
from meit_core.domain.measurements import Measurements, MeasurementSource, QtCorrected, ValueSource
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate

SOME = Measurements(
    heart_rate_bpm=60.0,
    p_ms=104.0,
    pr_ms=160.0,
    qrs_ms=96.0,
    qt_ms=400.0,
    qtc_ms=QtCorrected(400.0, 400.0, 400.0, 400.0),
    p_axis_deg=50.0,
    qrs_axis_deg=30.0,
    t_axis_deg=40.0,
)


def compared(before: Measurements, now: Measurements) -> dict[str, Difference]:
    return {one.label: one for one in compare_measurements(before, now)}


def measured(case: SimulatedCase) -> Measurements:
    return measure(simulate(case).record)


def test_every_quantity_is_there_in_reading_order() -> None:
    labels = [one.label for one in compare_measurements(SOME, SOME)]
    assert labels == ["Rate", "PR", "P", "QRS", "QT", "QTcF", "P axis", "QRS axis", "T axis"]
    assert all(one.wording == "within tolerance" and one.difference == 0 for one in compare_measurements(SOME, SOME))


@pytest.mark.parametrize(
    ("field", "label", "more", "less", "unit"),
    [
        ("pr_ms", "PR", "longer", "shorter", " ms"),
        ("p_ms", "P", "longer", "shorter", " ms"),
        ("qrs_ms", "QRS", "longer", "shorter", " ms"),
        ("qt_ms", "QT", "longer", "shorter", " ms"),
        ("p_axis_deg", "P axis", "more rightward", "more leftward", " degrees"),
        ("qrs_axis_deg", "QRS axis", "more rightward", "more leftward", " degrees"),
        ("t_axis_deg", "T axis", "more rightward", "more leftward", " degrees"),
    ],
)
def test_up_to_the_tolerance_nothing_is_told_beyond_it_the_size(
    field: str, label: str, more: str, less: str, unit: str
) -> None:
    value, tolerance = getattr(SOME, field), round(TOLERANCES[field])
    for sign, word in ((1, more), (-1, less)):
        at_it = compared(SOME, replace(SOME, **{field: value + sign * tolerance}))[label]
        assert (at_it.standing, at_it.wording) == (Standing.WITHIN, "within tolerance")
        beyond = compared(SOME, replace(SOME, **{field: value + sign * (tolerance + 1)}))[label]
        assert (beyond.standing, beyond.wording) == (Standing.BEYOND, f"{word} by {tolerance + 1}{unit}")
        assert beyond.difference == sign * (tolerance + 1)


@pytest.mark.parametrize(
    ("before", "now", "wording"),
    [
        (60, 66, "within tolerance"),
        (60, 67, "faster by 7/min"),
        (40, 45, "within tolerance"),
        (150, 136, "within tolerance"),
        (150, 134, "slower by 16/min"),
    ],
)
def test_the_rate_may_differ_by_a_tenth_or_by_five(before: float, now: float, wording: str) -> None:
    one = compared(replace(SOME, heart_rate_bpm=before), replace(SOME, heart_rate_bpm=now))["Rate"]
    assert one.wording == wording


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [(170, -170, 20), (-170, 170, -20), (30, 30, 0), (0, 180, 180), (0, -180, 180), (90, -100, 170), (-30, 60, 90)],
)
def test_axes_differ_by_the_shorter_way_round(before: float, now: float, expected: float) -> None:
    assert axis_difference_deg(before, now) == expected


def test_an_axis_across_180_degrees_is_told_by_the_shorter_way() -> None:
    one = compared(replace(SOME, qrs_axis_deg=170.0), replace(SOME, qrs_axis_deg=-165.0))["QRS axis"]
    assert (one.difference, one.wording) == (25, "more rightward by 25 degrees")
    opposite = compared(replace(SOME, qrs_axis_deg=10.0), replace(SOME, qrs_axis_deg=-170.0))["QRS axis"]
    assert opposite.wording == "turned by 180 degrees"


def test_the_difference_is_that_of_the_values_shown() -> None:
    one = compared(replace(SOME, pr_ms=159.6), replace(SOME, pr_ms=200.4))["PR"]
    assert (one.before, one.now, one.difference) == (160, 200, 40)


def test_a_refused_value_says_why_and_has_no_number() -> None:
    fibrillating = replace(SOME, pr_ms=None, reasons={"pr_ms": "Not measured: the rhythm is irregular."})
    now = compared(SOME, fibrillating)["PR"]
    assert (now.standing, now.before, now.now) == (Standing.REFUSED, 160, None)
    assert (now.difference, now.tolerance) == (None, None)
    assert now.wording == "Not measured now: the rhythm is irregular."
    assert compared(fibrillating, SOME)["PR"].wording == "Not measured before: the rhythm is irregular."
    assert compared(fibrillating, fibrillating)["PR"].wording == "Not measured in either: the rhythm is irregular."
    paced = replace(SOME, pr_ms=None, reasons={"pr_ms": "Not measured: the ventricles are paced."})
    assert compared(fibrillating, paced)["PR"].wording == (
        "Not measured before: the rhythm is irregular. Not measured now: the ventricles are paced."
    )


def test_qtc_gives_the_reason_of_qt_where_it_has_none() -> None:
    no_t = replace(SOME, qt_ms=None, qtc_ms=QtCorrected(), reasons={"qt_ms": "No end of the T wave could be found."})
    assert compared(SOME, no_t)["QTcF"].wording == "Not measured now: no end of the T wave could be found."


def test_the_correction_in_use_is_the_one_compared() -> None:
    longer = replace(SOME, qtc_ms=QtCorrected(bazett=470.0, fridericia=400.0, framingham=400.0, hodges=400.0))
    by_name = {
        name: next(one for one in compare_measurements(SOME, longer, correction=name) if one.name == "qtc_ms")
        for name in ("bazett", "hodges")
    }
    assert by_name["bazett"].label == "QTcB"
    assert by_name["bazett"].wording == "longer by 70 ms"
    assert by_name["hodges"].standing is Standing.WITHIN
    with pytest.raises(ValueError, match="correction must be one of"):
        compare_measurements(SOME, SOME, correction="rautaharju")


def test_the_corrected_qt_is_as_much_less_certain_as_it_is_stretched() -> None:
    fast = replace(SOME, heart_rate_bpm=120.0, qt_ms=320.0, qtc_ms=QtCorrected(fridericia=400.0))
    assert compared(fast, fast)["QTcF"].tolerance == round(1.25 * TOLERANCES["qt_ms"])
    assert compared(SOME, SOME)["QTcF"].tolerance == TOLERANCES["qt_ms"]


def test_no_wording_says_that_anything_has_changed() -> None:
    """Neither here nor in a report: the difference stands in the table, and the reader judges."""
    far = replace(SOME, heart_rate_bpm=110.0, pr_ms=260.0, qrs_ms=160.0, qt_ms=520.0, qrs_axis_deg=-60.0, p_ms=None)
    words = " ".join(one.wording for one in (*compare_measurements(SOME, far), *compare_measurements(SOME, SOME)))
    assert "chang" not in words.lower()


def test_values_of_another_origin_are_told_beside_the_tolerances() -> None:
    by_hand = replace(SOME, sources={"pr_ms": ValueSource(MeasurementSource.MANUAL, "Dr. Rose")})
    assert source_note(SOME, SOME) == ""
    assert source_note(by_hand, SOME).startswith("The prior's PR set by hand: the tolerances were found for")
    device = replace(SOME, source=MeasurementSource.DEVICE)
    assert "today's Rate, PR, P, QRS, QT, P axis, QRS axis, T axis, QTc by the recording device" in source_note(
        by_hand, device
    )


# Measured on simulated recordings: the simulator knows by how much two cases differ.


def test_two_recordings_of_one_heart_lie_within_every_tolerance() -> None:
    for seed in range(1, 5):
        before, now = measured(SimulatedCase(seed=seed)), measured(SimulatedCase(seed=seed + 10, heart_rate_bpm=73.0))
        assert {one.standing for one in compare_measurements(before, now)} == {Standing.WITHIN}


@pytest.mark.parametrize("added_ms", [60.0, -50.0])
def test_a_known_difference_of_pr_is_told_with_its_size(added_ms: float) -> None:
    now = measured(SimulatedCase(pr_ms=190.0 + added_ms, seed=2))
    found = compared(measured(SimulatedCase(pr_ms=190.0, seed=1)), now)
    assert found["PR"].difference == pytest.approx(added_ms, abs=8)
    assert found["PR"].wording == f"{'longer' if added_ms > 0 else 'shorter'} by {abs(found['PR'].difference)} ms"
    assert {found[label].standing for label in ("Rate", "QRS", "QT", "QRS axis")} == {Standing.WITHIN}


def test_a_small_difference_of_pr_is_not_told() -> None:
    found = compared(measured(SimulatedCase(pr_ms=160.0, seed=1)), measured(SimulatedCase(pr_ms=176.0, seed=2)))
    assert found["PR"].difference == pytest.approx(16, abs=8)
    assert found["PR"].wording == "within tolerance"


@pytest.mark.parametrize(("turn_deg", "word"), [(-45.0, "more leftward"), (45.0, "more rightward")])
def test_a_turned_heart_is_told_by_its_axis(turn_deg: float, word: str) -> None:
    cases = SimulatedCase(seed=1), SimulatedCase(seed=2, frontal_rotation_deg=turn_deg)
    truth = axis_difference_deg(*(simulate(case).truth.qrs_axis_deg for case in cases))
    axis = compared(*(measured(case) for case in cases))["QRS axis"]
    assert axis.difference == pytest.approx(truth, abs=10)
    assert axis.wording.startswith(word)


def test_a_bundle_branch_block_is_told_by_its_width() -> None:
    cases = SimulatedCase(seed=1), SimulatedCase(seed=2, morphology=Morphology.LBBB)
    truth = [simulate(case).truth.qrs_ms for case in cases]
    found = compared(*(measured(case) for case in cases))["QRS"]
    assert found.difference == pytest.approx(truth[1] - truth[0], abs=12)
    assert found.wording.startswith("longer by")


def test_atrial_fibrillation_now_refuses_what_needs_a_p_wave() -> None:
    now = measured(SimulatedCase(rhythm=Rhythm.ATRIAL_FIBRILLATION, heart_rate_bpm=100.0, seed=3))
    found = compared(measured(SimulatedCase(seed=1)), now)
    for label in ("PR", "P", "P axis"):
        assert found[label].standing is Standing.REFUSED
        assert "as in atrial fibrillation" in found[label].wording
    assert found["Rate"].wording.startswith("faster by")
