"""Marks on the median beat follow each other, and what a reader sets lies over what was computed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from meit_core.domain.beat_marks import BeatMark, in_order, limits
from meit_core.domain.manual_reading import ManualMark, ManualReading
from meit_core.domain.measurements import Measurements, MeasurementSource, QtCorrected

P_ON, P_OFF, QRS_ON, QRS_OFF, T_OFF = BeatMark
PLACES = {P_ON: 50, P_OFF: 100, QRS_ON: 130, QRS_OFF: 175, T_OFF: 330}
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
COMPUTED = Measurements(
    rr_ms=1000,
    qrs_ms=90,
    qt_ms=400,
    qtc_ms=QtCorrected(fridericia=400),
    qrs_onset_ms=260,
    qrs_offset_ms=350,
    t_offset_ms=660,
    reasons={"pr_ms": "No P wave.", "p_ms": "No P wave.", "p_axis_deg": "No P wave."},
)


def by(name: str, from_r_ms: float | None, hours: int = 0) -> ManualMark:
    return ManualMark(from_r_ms, f"Dr. {name}", name.lower(), NOON + timedelta(hours=hours))


def test_words_are_those_of_the_screen() -> None:
    assert [mark.words for mark in BeatMark] == ["P on", "P off", "QRS on", "QRS off", "T off"]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [(P_ON, (0, 99)), (P_OFF, (51, 130)), (QRS_ON, (100, 174)), (QRS_OFF, (131, 329)), (T_OFF, (176, 499))],
)
def test_a_mark_stops_at_its_neighbours_and_the_window(mark: BeatMark, expected: tuple[int, int]) -> None:
    assert limits(mark, PLACES, 500) == expected


def test_absent_marks_bound_nothing() -> None:
    assert limits(QRS_ON, {QRS_ON: 130, QRS_OFF: 175}, 500) == (0, 174)
    assert limits(P_ON, {QRS_ON: 130, QRS_OFF: 175}, 500) == (0, 129)


def test_order_is_checked_as_a_whole() -> None:
    assert in_order(PLACES, 500)
    assert not in_order(PLACES | {T_OFF: 175}, 500)
    assert not in_order(PLACES | {T_OFF: 500}, 500)
    assert not in_order(PLACES | {P_OFF: 131}, 500)
    assert in_order(PLACES | {P_OFF: 130}, 500)


def test_a_refused_value_can_be_supplied_by_hand() -> None:
    reading = ManualReading({P_ON: by("Rose", -160)}, {"p_ms": None, "pr_ms": 140.0, "p_onset_ms": 120.0})
    shown = reading.over(COMPUTED)
    assert shown.pr_ms == 140
    assert "pr_ms" not in shown.reasons
    assert shown.source_of("pr_ms").is_manual
    assert (shown.source_of("pr_ms").by, shown.source_of("pr_ms").at) == ("Dr. Rose", NOON)
    assert shown.reasons["p_ms"] == "P off is not set."
    assert shown.source_of("qrs_ms").source is MeasurementSource.COMPUTED
    assert COMPUTED.reasons["pr_ms"] == "No P wave.", "the computed measurements stay as they are"


def test_who_touched_a_value_last_is_named() -> None:
    marks = {QRS_ON: by("Rose", -40), T_OFF: by("Ada", 360, hours=2)}
    shown = ManualReading(marks, {"qrs_ms": 92.0, "qt_ms": 402.0}, QtCorrected(fridericia=402)).over(COMPUTED)
    assert shown.source_of("qt_ms").by == "Dr. Ada"
    assert shown.source_of("qtc_ms").by == "Dr. Ada"
    assert shown.qtc_ms.fridericia == 402
    assert shown.source_of("qrs_ms").by == "Dr. Rose"
    # PR was refused and still is: nobody has set it.
    assert not shown.source_of("pr_ms").is_manual
    assert shown.reasons["pr_ms"] == "No P wave."


def test_a_wave_can_be_taken_away() -> None:
    shown = ManualReading({T_OFF: by("Rose", None)}, {"qt_ms": None, "t_offset_ms": None}).over(COMPUTED)
    assert shown.qt_ms is None
    assert shown.qtc_ms.fridericia is None
    assert shown.reasons["qt_ms"] == shown.reasons["qtc_ms"] == "T off was taken away by Dr. Rose."


def test_without_marks_nothing_changes() -> None:
    assert ManualReading({}).over(COMPUTED) is COMPUTED
