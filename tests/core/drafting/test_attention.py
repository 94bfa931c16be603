"""Where the model looked: told once the text is there, never at the draft's cost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from meit_core.domain.attention import LOOKED_MORE, STANDS_OUT, SentenceAttention
from meit_core.domain.draft import Finding
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, Signal
from meit_core.drafting.engine import DraftEvent, DraftFinished
from meit_core.jobs import JobContext
from meit_core.model.decoding.writing import CompletionConfig
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.core.drafting.engines import REPORT, Script, local

EVEN = (0.1,) * 10


@pytest.fixture(scope="module")
def record() -> EcgRecord:
    return simulate(SimulatedCase(heart_rate_bpm=72, seed=3)).record


class Asked(Script):
    """Notes what it was asked, and how many tokens were written by then."""

    def __init__(self, text: str = REPORT, *, fault: Exception | None = None) -> None:
        super().__init__(text)
        self.asked: list[tuple[Sequence[str], int]] = []
        self._fault = fault

    def attended(self, signal: Signal, prompt: str | None, sentences: Sequence[str]) -> list[tuple[float, ...]]:
        self.asked.append((sentences, self.tokens))
        if self._fault is not None:
            raise self._fault
        return super().attended(signal, prompt, sentences)


def test_it_is_asked_for_when_the_draft_is_there_and_only_then(record: EcgRecord) -> None:
    script = Asked("sinus rhythm. normal ecg.")
    engine = local(script)
    assert engine.look() == ()
    assert isinstance(list(engine.draft(record))[-1], DraftFinished)
    assert script.asked == [], "a draft never waits for it"
    found = engine.look()
    assert script.asked == [(["sinus rhythm.", "normal ecg."], script.tokens)]
    # By the sentence as the reader sees it, with its capitals.
    assert [each.sentence for each in found] == ["Sinus rhythm.", "Normal ECG."]
    assert {each.seconds for each in found} == {10.0}
    assert [each.leads for each in found] == [(("II", 1.0),)] * 2


def test_a_stopped_draft_cannot_be_asked_about(record: EcgRecord) -> None:
    script, job = Asked(), JobContext()
    engine = local(script)
    events: list[DraftEvent] = []
    for event in engine.draft(record, job=job):
        events.append(event)
        if len(events) == 4:
            job.cancel()
    assert isinstance(events[-1], DraftFinished)
    assert engine.look() == ()
    assert script.asked == []


def test_a_fault_there_costs_nothing(record: EcgRecord) -> None:
    engine = local(Asked(fault=RuntimeError("out of memory")))
    assert list(engine.draft(record))[-1].draft.complete
    assert engine.look() == ()


def looked(script: Script, record: EcgRecord) -> tuple[SentenceAttention, ...]:
    engine = local(script)
    list(engine.draft(record))
    return engine.look()


def test_nothing_of_it_is_kept_in_the_draft(record: EcgRecord) -> None:
    (draft,) = [event.draft for event in local(Script()).draft(record) if isinstance(event, DraftFinished)]
    assert "0.5" not in repr(draft.sentences)


@pytest.mark.parametrize(
    ("weights", "stretches"),
    [
        (EVEN, ()),
        ((0.1 * LOOKED_MORE + 0.001, *(0.09,) * 9), ((0.0, 1.0),)),
        ((0.1 * LOOKED_MORE - 0.001, *(0.09,) * 9), ()),
        ((0.05, 0.3, 0.3, *(0.05,) * 7), ((1.0, 3.0),)),
        ((0.3, *(0.05,) * 8, 0.3), ((0.0, 1.0), (9.0, 10.0))),
        ((), ()),
    ],
)
def test_what_was_looked_at_more_than_the_rest(
    weights: tuple[float, ...], stretches: tuple[tuple[float, float], ...]
) -> None:
    assert SentenceAttention("x", weights, 10.0).stretches_s == stretches


@pytest.mark.parametrize(
    ("effects", "leads"),
    [
        ({}, []),
        ({"V1": STANDS_OUT - 0.01}, []),
        ({"V1": STANDS_OUT + 0.01}, ["V1"]),
        ({"V1": -3.0}, []),
        ({"II": 1.0, "aVF": 0.9, "III": 1.2, "V1": 0.36}, ["III", "II", "aVF"]),
        ({"V1": 1.2, "V2": 1.1, "V3": 1.0, "V4": 0.9, "V5": 0.8}, ["V1", "V2", "V3", "V4"]),
    ],
)
def test_the_leads_that_stand_out(effects: dict[str, float], leads: list[str]) -> None:
    found = SentenceAttention("x", EVEN, 10.0, tuple(effects.get(lead, 0.0) for lead in LEADS))
    assert [lead for lead, _ in found.leads] == leads
    assert sum(share for _, share in found.leads) <= 1.0 + 1e-9


def test_leads_that_take_too_long_are_left_out(record: EcgRecord) -> None:
    class Slow(Script):
        def lead_effects(self, *_asked: object) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
            return [], []

    found = looked(Slow(), record)
    assert found
    assert all(each.weights and not each.leads for each in found)


def test_a_sentence_added_from_the_findings_has_the_leads_of_its_finding(record: EcgRecord) -> None:
    script = Script("sinus rhythm.")
    script.completion = CompletionConfig(least=0.3, hedged_below=0.5)
    script.findings = lambda _signal: (Finding("LVH", "left ventricular hypertrophy", 0.9, present=True),)  # type: ignore[method-assign]
    written, added = looked(script, record)
    assert (written.leads, written.from_findings) == ((("II", 1.0),), False)
    assert (added.sentence, added.leads, added.from_findings) == (
        "Left ventricular hypertrophy.",
        (("V1", 1.0),),
        True,
    )
    assert added.stretches_s == ()
