"""A draft is completed by what the findings head sees: what is added, where, how surely, and what is not."""

from __future__ import annotations

import pytest

from meit_core.domain.draft import Draft, Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord, Sex, Signal
from meit_core.drafting.completing import completed
from meit_core.drafting.engine import DraftFinished, SentenceFinished
from meit_core.drafting.loaded_model import LoadedModel
from meit_core.drafting.local_engine import LocalEngine
from meit_core.drafting.remarks import ADDED, EXPECTED, remark_of
from meit_core.knowledge.statements import load_statements, place_in_report
from meit_core.model.decoding.writing import CompletionConfig
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.core.drafting.engines import INFO, Script

LVH, IMI, LAFB = "left ventricular hypertrophy", "inferior myocardial infarction", "left anterior fascicular block"


def seen(code: str, label: str, probability: float, *, present: bool = True) -> Finding:
    return Finding(code, label, probability, present)


def texts(*sentences: str, findings: list[Finding], **measured: float) -> list[str]:
    told = completed(
        sentences,
        findings=findings,
        measurements=Measurements(**measured),  # type: ignore[arg-type]
        sex=Sex.MALE,
        how=CompletionConfig(least=0.3, hedged_below=0.5),
    )
    return [each.text for each in told]


def test_a_finding_stands_where_a_report_has_it() -> None:
    findings = [seen("IMI", IMI, 0.7), seen("LAFB", LAFB, 0.9)]
    assert texts("Sinus rhythm.", "T wave abnormality.", findings=findings) == [
        "Sinus rhythm.",
        "Left anterior fascicular block.",
        "Inferior myocardial infarction.",
        "T wave abnormality.",
    ]


def test_it_is_said_as_surely_as_it_is_known() -> None:
    assert texts("Sinus rhythm.", findings=[seen("LVH", LVH, 0.4)])[1] == "Possible left ventricular hypertrophy."
    assert texts("Sinus rhythm.", findings=[seen("LVH", LVH, 0.5)])[1] == "Left ventricular hypertrophy."
    assert texts("Sinus rhythm.", findings=[seen("LVH", LVH, 0.29)]) == ["Sinus rhythm."]
    assert texts("Sinus rhythm.", findings=[seen("LVH", LVH, 0.9, present=False)]) == ["Sinus rhythm."]


def test_nobody_has_a_possible_rhythm_or_axis() -> None:
    assert texts("Normal ECG.", findings=[seen("SR", "sinus rhythm", 0.45)]) == ["Normal ECG."]
    assert texts("Normal ECG.", findings=[seen("SR", "sinus rhythm", 0.55)]) == ["Sinus rhythm.", "Normal ECG."]


def test_what_is_told_or_can_not_be_is_not_added() -> None:
    assert texts("Possible inferior infarction.", findings=[seen("IMI", IMI, 0.9)]) == ["Possible inferior infarction."]
    fibrillating = texts("Atrial fibrillation.", findings=[seen("SR", "sinus rhythm", 0.9)])
    assert fibrillating == ["Atrial fibrillation."]
    block = seen("CLBBB", "left bundle branch block", 0.9)
    assert texts("Sinus rhythm.", findings=[block], qrs_ms=80.0) == ["Sinus rhythm."]
    assert texts("Sinus rhythm.", findings=[block], qrs_ms=150.0)[1] == "Left bundle branch block."


def test_a_normal_ecg_gives_way_to_what_is_abnormal() -> None:
    assert texts("Sinus rhythm.", "Normal ECG.", findings=[seen("IMI", IMI, 0.8)]) == [
        "Sinus rhythm.",
        "Inferior myocardial infarction.",
    ]
    assert texts("Sinus rhythm.", "Normal ECG.", findings=[seen("NORM", "normal ECG", 0.9)])[-1] == "Normal ECG."


def test_what_a_broader_statement_says_is_not_said_again() -> None:
    assert texts("Sinus bradycardia.", findings=[seen("SR", "sinus rhythm", 0.9)]) == ["Sinus bradycardia."]
    assert texts("Left bundle branch block.", findings=[seen("LAFB", LAFB, 0.6)]) == ["Left bundle branch block."]
    assert len(texts("Right bundle branch block.", findings=[seen("LAFB", LAFB, 0.6)])) == 2


def test_causes_are_the_readers_to_name() -> None:
    assert texts("Sinus rhythm.", findings=[seen("IHD", "ischemic heart disease", 0.8)]) == ["Sinus rhythm."]


def test_an_empty_report_is_not_empty_any_more() -> None:
    fibrillating = [seen("AFIB", "atrial fibrillation", 0.9)]
    assert texts("No finding reported.", findings=fibrillating) == ["Atrial fibrillation."]
    assert texts("No finding reported.", findings=[]) == ["No finding reported."]


def test_a_superclass_is_no_sentence() -> None:
    classes = [seen("MI", "class: myocardial infarction", 0.9), seen("STTC", "class: ST/T change", 0.9)]
    assert texts("Sinus rhythm.", findings=classes) == ["Sinus rhythm."]


def test_every_statement_of_the_library_has_its_place() -> None:
    assert {place_in_report(statement.code) for statement in load_statements()} <= set(range(12))


class SeesMore(Script):
    """Sees a hypertrophy that its text leaves out."""

    drawn = ("sinus rhythm.",) * 4

    def __init__(self, text: str, completion: CompletionConfig | None, **how: int) -> None:
        super().__init__(text, **how)
        self.completion = completion

    def findings(self, _signal: object) -> tuple[Finding, ...]:
        return (seen("SR", "sinus rhythm", 0.97), seen("LVH", LVH, 0.62))


@pytest.fixture(scope="module")
def record() -> EcgRecord:
    return simulate(SimulatedCase(heart_rate_bpm=72, seed=3)).record


def drafted(record: EcgRecord, completion: CompletionConfig | None) -> tuple[Draft, list[str]]:
    script = SeesMore("sinus rhythm. t wave abnormality.", completion)
    engine = LocalEngine(load=lambda _pack: LoadedModel(script, INFO))
    events = list(engine.draft(record))
    assert isinstance(events[-1], DraftFinished)
    return events[-1].draft, [event.sentence.text for event in events if isinstance(event, SentenceFinished)]


def test_the_finished_draft_names_what_was_added(record: EcgRecord) -> None:
    draft, streamed = drafted(record, CompletionConfig())
    assert streamed == ["Sinus rhythm.", "T wave abnormality."]
    assert draft.text == "Sinus rhythm. Left ventricular hypertrophy. T wave abnormality."
    added = draft.sentences[1]
    assert added.support is Support.SUPPORTED
    assert added.evidence == f"Findings head: left ventricular hypertrophy 62%. {ADDED}"
    assert not any(ADDED in sentence.evidence for sentence in (draft.sentences[0], draft.sentences[2]))


def test_what_readers_say_and_the_findings_head_does_not_is_told_as_that(record: EcgRecord) -> None:
    class Expects(SeesMore):
        def statements_of_all(self, signals: Signal, _prompt: str | None) -> list[tuple[Finding, ...]]:
            return [(*self.findings(signal), seen("PRWP", "poor R wave progression", 0.7)) for signal in signals]

    script = Expects("sinus rhythm. left ventricular hypertrophy.", CompletionConfig())
    last = list(LocalEngine(load=lambda _pack: LoadedModel(script, INFO)).draft(record))[-1]
    assert isinstance(last, DraftFinished)
    (added,) = [sentence for sentence in last.draft.sentences if "progression" in sentence.text]
    assert remark_of(added.evidence) == EXPECTED
    assert not any(ADDED in sentence.evidence for sentence in last.draft.sentences)


def test_a_pack_that_does_not_ask_for_it_keeps_its_text(record: EcgRecord) -> None:
    draft, streamed = drafted(record, None)
    assert [sentence.text for sentence in draft.sentences] == streamed


def test_a_stopped_draft_is_not_completed(record: EcgRecord) -> None:
    script = SeesMore("sinus rhythm. t wave abnormality.", CompletionConfig(), limit=8)
    engine = LocalEngine(load=lambda _pack: LoadedModel(script, INFO))
    last = list(engine.draft(record))[-1]
    assert isinstance(last, DraftFinished)
    assert not last.draft.complete
    assert LVH not in last.draft.text.lower()
