"""Moving marks: limits, undo and redo, what is measured, who is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.manual_reading import ManualMark
from meit_core.signal.averaged_beat import averaged_beat
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Rhythm, SimulatedCase, simulate
from meit_desktop.models.mark_editor import MarkEditor

P_ON, P_OFF, QRS_ON, QRS_OFF, T_OFF = BeatMark


def editor(marks: dict[BeatMark, ManualMark] | None = None, **case: object) -> MarkEditor:
    record = simulate(SimulatedCase(**case)).record
    return MarkEditor(averaged_beat(record), measure(record), marks or {}, reader="Dr. Rose", username="rose")


def test_it_begins_with_what_is_computed() -> None:
    made = editor()
    record = simulate(SimulatedCase()).record
    assert made.measurements == measure(record)
    assert made.places == averaged_beat(record).places
    assert not made.can_undo


def test_a_move_is_measured_at_once_and_marked_manual() -> None:
    made = editor()
    before = made.measurements
    assert made.nudge(T_OFF, 10)
    after = made.measurements
    assert after.qt_ms == before.qt_ms + 20
    assert after.qtc_ms.hodges == pytest.approx(before.qtc_ms.hodges + 20)
    assert after.qtc_ms.bazett == pytest.approx(after.qt_ms / (after.rr_ms / 1000) ** 0.5)
    assert after.source_of("qt_ms").by == "Dr. Rose"
    assert (after.pr_ms, after.source_of("pr_ms").is_manual) == (before.pr_ms, False)


def test_the_axis_follows_the_window() -> None:
    made = editor()
    before = made.measurements.qrs_axis_deg
    made.move(QRS_OFF, made.places[QRS_ON] + 12)
    after = made.measurements
    assert after.qrs_axis_deg != pytest.approx(before, abs=1)
    assert after.source_of("qrs_axis_deg").is_manual


@pytest.mark.parametrize(
    ("mark", "wanted", "neighbour", "apart"),
    [(T_OFF, 0, QRS_OFF, 1), (QRS_OFF, 0, QRS_ON, 1), (QRS_ON, 0, P_OFF, 0), (P_ON, 9999, P_OFF, -1)],
)
def test_a_mark_stops_where_it_can_go_no_further(mark: BeatMark, wanted: int, neighbour: BeatMark, apart: int) -> None:
    made = editor()
    made.move(mark, wanted)
    assert made.places[mark] == made.places[neighbour] + apart
    assert not made.move(mark, wanted), "it stands there already"


def test_the_window_ends_the_last_mark() -> None:
    made = editor()
    made.move(T_OFF, 10_000)
    assert made.places[T_OFF] == made.beat.n_samples - 1


def test_steps_are_undone_and_done_again() -> None:
    made = editor()
    start = made.places
    made.nudge(T_OFF, 1)
    made.nudge(T_OFF, 1)  # goes on: one step
    made.nudge(P_ON, -3)
    moved = made.places
    assert made.undo()
    assert made.places == {**moved, P_ON: start[P_ON]}
    assert made.undo()
    assert made.places == start
    assert not made.manual
    assert not made.undo()
    assert made.redo()
    assert made.redo()
    assert made.places == moved
    made.undo()
    made.nudge(QRS_ON, -1)
    assert not made.can_redo, "a new move ends what could be done again"


def test_a_pause_parts_two_steps() -> None:
    made = editor()
    made.nudge(T_OFF, 1)
    made.settle()
    made.nudge(T_OFF, 1)
    made.undo()
    assert made.places[T_OFF] == made.beat.places[T_OFF] + 1


def test_back_to_computed_can_be_undone() -> None:
    made = editor()
    made.nudge(T_OFF, 5)
    made.take_away(P_ON)
    marked = made.measurements
    assert made.back_to_computed()
    assert made.places == made.beat.places
    assert made.positions == {}
    assert not made.back_to_computed()
    made.undo()
    assert made.measurements == marked


def test_a_refused_pr_is_supplied_by_adding_p_on() -> None:
    made = editor(rhythm=Rhythm.ATRIAL_FIBRILLATION, seed=3)
    assert made.measurements.pr_ms is None
    assert not made.nudge(P_ON, 1)
    assert made.put(P_ON)
    shown = made.measurements
    assert shown.pr_ms == (made.places[QRS_ON] - made.places[P_ON]) * 2
    assert "pr_ms" not in shown.reasons
    assert made.put(P_OFF)
    assert made.measurements.p_ms == (made.places[P_OFF] - made.places[P_ON]) * 2
    assert not made.put(P_OFF), "it is there"


def test_a_wave_is_taken_away_but_never_qrs() -> None:
    made = editor()
    assert made.take_away(T_OFF)
    assert made.measurements.qt_ms is None
    assert "taken away by Dr. Rose" in made.measurements.reasons["qt_ms"]
    assert not made.take_away(T_OFF)
    assert not made.take_away(QRS_ON)
    assert made.put(T_OFF)
    assert made.measurements.qt_ms == pytest.approx(400, abs=2)


def test_another_readers_marks_keep_their_name() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    made = editor({T_OFF: ManualMark(400.0, "Dr. Ada", "ada", noon)})
    assert made.measurements.source_of("qt_ms").by == "Dr. Ada"
    made.nudge(P_ON, 1)
    assert made.measurements.source_of("qt_ms").by == "Dr. Ada"
    stored = ManualMark(made.positions[P_ON], "Dr. Rose", "rose", noon)
    made.adopt({P_ON: stored, T_OFF: ManualMark(1.0, "x", "x", noon)})
    assert made.manual[P_ON] is stored
    assert made.manual[T_OFF].by == "Dr. Ada"
