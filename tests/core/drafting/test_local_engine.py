"""The engine in process: what is streamed, how it is split and judged, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.draft import Draft, DraftSentence, Support
from meit_core.domain.record import EcgRecord, LeadStatus, PatientInfo, Signal
from meit_core.drafting.engine import DraftEvent, DraftFinished, SentenceFinished, TextAdded
from meit_core.drafting.legibility import ILLEGIBLE
from meit_core.drafting.local_engine import LocalEngine
from meit_core.drafting.sentences import CUT_OFF, closed_sentences
from meit_core.errors import Cancelled, EnvironmentFault, UserError
from meit_core.jobs import JobContext
from meit_core.knowledge.parser import split_sentences
from meit_core.signal.disturbing import muscle_noise
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.core.drafting.engines import FINDINGS, INFO, REPORT, Script, local


@pytest.fixture(scope="module")
def record() -> EcgRecord:
    return simulate(SimulatedCase(heart_rate_bpm=72, seed=3)).record


def finished(events: list[DraftEvent]) -> Draft:
    assert isinstance(events[-1], DraftFinished)
    return events[-1].draft


def test_streams_pieces_then_sentences_then_the_draft(record: EcgRecord) -> None:
    events = list(local(Script(REPORT)).draft(record))
    draft = finished(events)
    assert "".join(event.text for event in events if isinstance(event, TextAdded)) == REPORT == draft.text
    assert [event.sentence for event in events if isinstance(event, SentenceFinished)] == list(draft.sentences)
    assert tuple(sentence.text for sentence in draft.sentences) == split_sentences(REPORT)
    assert sum(isinstance(event, DraftFinished) for event in events) == 1
    assert (draft.pack, draft.pack_sha256, draft.device) == (INFO.pack, INFO.pack_sha256, INFO.device)
    assert draft.findings == FINDINGS
    assert draft.tokens == -(-len(REPORT) // 2)
    assert draft.complete
    assert draft.prompt == Script.default_prompt
    assert draft.seconds > 0


def test_a_draft_has_the_capitals_that_its_readers_write(record: EcgRecord) -> None:
    draft = finished(list(local(Script("sinus rhythm. abnormal qrs-t pattern in leads i, avl, v5.")).draft(record)))
    assert draft.text == "Sinus rhythm. Abnormal QRS-T pattern in leads I, aVL, V5."
    assert [sentence.text for sentence in draft.sentences] == list(split_sentences(draft.text))


def test_a_sentence_is_judged_as_soon_as_it_is_closed(record: EcgRecord) -> None:
    events = list(local(Script("Sinus rhythm. Normal ECG.")).draft(record))
    first = next(index for index, event in enumerate(events) if isinstance(event, SentenceFinished))
    written = "".join(event.text for event in events[:first] if isinstance(event, TextAdded))
    assert written.startswith("Sinus rhythm. ") and len(written) <= len("Sinus rhythm. N")


def test_the_guard_sees_measurements_findings_and_earlier_sentences(record: EcgRecord) -> None:
    draft = finished(list(local(Script("Sinus rhythm. First degree AV block. Atrial fibrillation.")).draft(record)))
    assert [sentence.support for sentence in draft.sentences] == [
        Support.SUPPORTED,
        Support.CONTRADICTED,  # PR of the simulated normal beat
        Support.CONTRADICTED,
    ]
    assert "PR" in draft.sentences[1].evidence


@pytest.mark.parametrize("text", [REPORT, "PR 0.16 s. QRS 0.1 s.\nNormal... ECG!  Yes. . no", "no end", "A. ", " . "])
def test_sentences_close_as_the_parser_splits(text: str) -> None:
    final = split_sentences(text)
    closed: tuple[str, ...] = ()
    for end in range(len(text) + 1):
        now = closed_sentences(text[:end])
        assert now[: len(closed)] == closed  # never taken back
        closed = now
    assert closed == final[: len(closed)]
    assert len(final) - len(closed) <= 1


def test_a_stop_keeps_what_was_written_and_says_it_is_unfinished(record: EcgRecord) -> None:
    job = JobContext()
    events: list[DraftEvent] = []
    for event in local(Script(REPORT)).draft(record, job=job):
        events.append(event)
        if event == TextAdded("Le"):
            job.cancel()
    draft = finished(events)
    assert not draft.complete
    assert REPORT.startswith(draft.text)
    assert draft.sentences[0].text == "Sinus rhythm."
    assert draft.sentences[-1] == DraftSentence("Le", Support.UNCHECKED, CUT_OFF)
    assert "".join(event.text for event in events if isinstance(event, TextAdded)).strip() == draft.text


def test_a_stop_before_the_first_word_leaves_nothing(record: EcgRecord) -> None:
    job = JobContext()
    job.cancel()
    with pytest.raises(Cancelled):
        list(local(Script(REPORT)).draft(record, job=job))


def test_the_length_limit_makes_an_incomplete_draft(record: EcgRecord) -> None:
    draft = finished(list(local(Script(REPORT, limit=12)).draft(record)))
    assert not draft.complete
    assert draft.text == REPORT[:24]
    assert draft.sentences[-1].evidence == CUT_OFF


def test_leading_space_is_not_part_of_the_report(record: EcgRecord) -> None:
    draft = finished(list(local(Script("   Sinus rhythm. ")).draft(record)))
    assert draft.text == "Sinus rhythm."
    assert draft.sentences[0].text == "Sinus rhythm."


def test_a_model_that_writes_nothing_is_a_fault(record: EcgRecord) -> None:
    with pytest.raises(UserError, match="wrote nothing"):
        list(local(Script("  ")).draft(record))


def test_a_recording_without_signal_gets_no_invented_findings() -> None:
    flat = EcgRecord(np.zeros((12, 5000), np.float32), 500.0, (LeadStatus.RECORDED,) * 12)
    draft = finished(list(local(Script(REPORT)).draft(flat)))
    assert draft.text == ILLEGIBLE == draft.sentences[0].text
    assert "No lead carries a usable signal" in draft.sentences[0].evidence
    assert draft.findings == () and draft.tokens == 0 and draft.complete


def test_a_recording_that_drowns_in_noise_gets_none_either(record: EcgRecord) -> None:
    drowned = muscle_noise(-20).apply(record, np.random.default_rng(3))
    draft = finished(list(local(Script(REPORT)).draft(drowned)))
    assert draft.text == ILLEGIBLE
    assert "Look at the patient" in draft.sentences[0].evidence
    noisy = muscle_noise(10).apply(record, np.random.default_rng(3))
    assert finished(list(local(Script(REPORT)).draft(noisy))).text == REPORT


def test_sentences_carry_how_many_drawn_drafts_agree(record: EcgRecord) -> None:
    script = Script("Sinus rhythm. Left bundle branch block. Compared with the last recording.")
    script.drawn = ("sinus rhythm.",) * 9 + ("sinus rhythm. left bundle branch block.",)
    first, second, third = finished(list(local(script).draft(record))).sentences
    assert first.confidence == pytest.approx(10.5 / 11, abs=1e-3)
    assert second.confidence == pytest.approx(1.5 / 11, abs=1e-3)
    assert third.confidence is None
    assert "Confidence 95%." in first.evidence


def test_what_the_model_has_not_learnt_from_is_said(record: EcgRecord) -> None:
    long = replace(
        record,
        signal_mv=np.tile(record.signal_mv, (1, 4))[:, : round(38 * record.fs_hz)],
        patient=PatientInfo(age_years=7),
        lead_status=(*record.lead_status[:11], LeadStatus.MISSING),
    )
    limits = finished(list(local(Script(REPORT)).draft(long))).limits
    assert [limit.split(";")[0] for limit in limits] == [
        "The draft is about the first 10 of 38 s.",
        "The patient is 7 years old",
        "V6 is missing",
    ]
    assert finished(list(local(Script(REPORT)).draft(record))).limits == ()


def test_memory_that_runs_out_is_said_in_plain_words(record: EcgRecord) -> None:
    class Greedy(Script):
        def stream(self, _signal: Signal, _prompt: str | None, _prefer: object) -> Iterator[str]:
            yield "Sinus "
            raise MemoryError

    with pytest.raises(EnvironmentFault, match="ran out of memory"):
        list(local(Greedy()).draft(record))


def test_a_bug_stays_a_bug(record: EcgRecord) -> None:
    class Broken(Script):
        def stream(self, _signal: Signal, _prompt: str | None, _prefer: object) -> Iterator[str]:
            raise ZeroDivisionError
            yield ""

    with pytest.raises(ZeroDivisionError):
        list(local(Broken()).draft(record))


@pytest.mark.parametrize("prompt", [None, "", "  \n"])
def test_an_empty_prompt_is_the_packs_own(record: EcgRecord, prompt: str | None) -> None:
    asked: list[str | None] = []

    class Asked(Script):
        def stream(self, signal: Signal, prompt: str | None, prefer: object) -> Iterator[str]:
            asked.append(prompt)
            return super().stream(signal, prompt, prefer)

    assert finished(list(local(Asked()).draft(record, prompt=prompt))).prompt == Script.default_prompt
    assert asked == [None]


def test_what_a_loop_showed_too_much_is_taken_back(record: EcgRecord) -> None:
    class Looping(Script):
        def stream(self, signal: Signal, prompt: str | None, prefer: object) -> Iterator[str]:
            yield from super().stream(signal, prompt, prefer)
            self.retold = "Sinus rhythm. LBBB."

    draft = finished(list(local(Looping("Sinus rhythm. LBBB. LBBB. left left left")).draft(record)))
    assert draft.complete and draft.text == "Sinus rhythm. LBBB."
    assert [sentence.text for sentence in draft.sentences] == ["Sinus rhythm.", "LBBB."]


def test_a_loop_from_the_first_word_on_is_no_report(record: EcgRecord) -> None:
    class Looping(Script):
        def stream(self, signal: Signal, prompt: str | None, prefer: object) -> Iterator[str]:
            yield from super().stream(signal, prompt, prefer)
            self.retold = ""

    with pytest.raises(UserError, match="wrote nothing"):
        list(local(Looping("left left left")).draft(record))


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no-such-pack"):
        LocalEngine(tmp_path / "no-such-pack").describe()
