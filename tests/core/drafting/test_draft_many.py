"""Recordings drafted side by side: each draft is the one that the recording gets alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from meit_core.domain.draft import Draft
from meit_core.domain.record import EcgRecord, LeadStatus, PatientInfo, Signal
from meit_core.drafting.engine import DraftFinished
from meit_core.drafting.legibility import ILLEGIBLE
from meit_core.errors import Cancelled, EnvironmentFault, UserError
from meit_core.jobs import JobContext
from meit_core.services.drafting import draft_all
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.core.drafting.engines import Batch, local

FLAT = EcgRecord(np.zeros((12, 5000), np.float32), 500.0, (LeadStatus.RECORDED,) * 12)


@pytest.fixture(scope="module")
def records() -> list[EcgRecord]:
    cases = [simulate(SimulatedCase(heart_rate_bpm=rate)).record for rate in (55, 72, 110)]
    return [cases[0], FLAT, replace(cases[1], patient=PatientInfo(age_years=7)), cases[2]]


def alone(record: EcgRecord, script: Batch, prompt: str | None = None) -> Draft:
    *_, last = local(script).draft(record, prompt=prompt)
    assert isinstance(last, DraftFinished)
    return last.draft


def timeless(draft: object) -> Draft:
    assert isinstance(draft, Draft) and draft.seconds > 0
    return replace(draft, seconds=1.0)


@pytest.mark.parametrize("how", [{}, {"limit": 12}])
def test_each_draft_is_the_one_it_would_be_alone(records: list[EcgRecord], how: dict[str, Any]) -> None:
    def script() -> Batch:
        made = Batch(**how)
        made.drawn = ("sinus rhythm.",) * 3 + ("normal ecg.",)
        return made

    together = list(local(script()).draft_many(records, prompt="Rhythm only."))
    assert [timeless(draft) for draft in together] == [
        timeless(alone(record, script(), "Rhythm only.")) for record in records
    ]
    assert [draft.text == ILLEGIBLE for draft in together] == [False, True, False, False]


def test_they_go_side_by_side_and_the_illegible_ones_ask_for_nothing(records: list[EcgRecord]) -> None:
    script = Batch()
    list(local(script).draft_many(records))
    assert script.waves == [1, 2]


def test_a_recording_without_a_report_costs_the_others_nothing(records: list[EcgRecord]) -> None:
    outcomes = list(local(Batch("  ")).draft_many(records))
    assert [isinstance(outcome, UserError) for outcome in outcomes] == [True, False, True, True]


def test_progress_is_told_and_a_stop_is_heeded_between_waves(records: list[EcgRecord]) -> None:
    told: list[float | None] = []
    job = JobContext(lambda fraction, _message: told.append(fraction))
    drafted = []
    with pytest.raises(Cancelled):
        for draft in local(Batch()).draft_many(records, job=job, total=4):
            drafted.append(draft)
            job.cancel()
    assert (len(drafted), told) == (2, [0.0])


def test_memory_that_runs_out_ends_it_in_plain_words(records: list[EcgRecord]) -> None:
    class Big(Batch):
        def write(self, *_: Any, **__: Any) -> Any:
            raise MemoryError

    with pytest.raises(EnvironmentFault, match="ran out of memory"):
        list(local(Big()).draft_many(records))


def test_what_cannot_be_read_is_told_in_its_place(records: list[EcgRecord]) -> None:
    asked: list[int] = []

    def reader(place: int) -> Callable[[], EcgRecord]:
        def read() -> EcgRecord:
            asked.append(place)
            if place in (0, 3, 4, 6):
                raise UserError(f"File {place} is damaged.")
            return records[0]

        return read

    outcomes = draft_all(local(Batch()), read=[reader(place) for place in range(7)])
    assert isinstance(next(outcomes), UserError)
    assert asked == [0, 1, 2]  # no more than one wave is read ahead
    rest = list(outcomes)
    assert [str(each) if isinstance(each, UserError) else "" for each in rest] == [
        "", "", "File 3 is damaged.", "File 4 is damaged.", "", "File 6 is damaged.",
    ]  # fmt: skip


def test_the_signals_of_a_wave_are_those_of_its_recordings(records: list[EcgRecord]) -> None:
    class Peaks(Batch):
        def stream(self, signal: Signal, _prompt: str | None, _prefer: object) -> Iterator[str]:
            yield f"Largest {signal.max():.3f} mV."

    texts = [draft.text for draft in local(Peaks()).draft_many(records) if isinstance(draft, Draft)]
    assert texts == [alone(record, Peaks()).text for record in records]
