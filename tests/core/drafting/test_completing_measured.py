"""A draft is completed by what was measured, and loses what the measurement excludes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.measured_facts import AtrialExtrasystoles, MeasuredFacts, QrsVoltage, VentricularExtrasystoles
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord, Sex
from meit_core.drafting.completing import completed
from meit_core.drafting.engine import DraftFinished
from meit_core.drafting.guard import judge
from meit_core.drafting.judging_anew import judged_anew
from meit_core.drafting.loaded_model import LoadedModel
from meit_core.drafting.local_engine import LocalEngine
from meit_core.drafting.remarks import MEASURED
from meit_core.model.decoding.writing import CompletionConfig
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate
from tests.core.drafting.engines import INFO, Script

COMPLETE = AvBlock(AvBlockKind.THIRD_DEGREE, 92.0, 38.0, 15, 14, 90.0, 600.0)
TWO_TO_ONE = AvBlock(AvBlockKind.TWO_TO_ONE, 84.0, 42.0, 14, 6, 160.0, 170.0)
WENCKEBACH = AvBlock(AvBlockKind.WENCKEBACH, 80.0, 60.0, 13, 3, 160.0, 280.0)
EARLY = AtrialExtrasystoles(2, 12, 31.0, 18.0)
INFERIOR = {"II": 0.18, "III": 0.21, "aVF": 0.2}


def texts(
    *sentences: str,
    facts: MeasuredFacts | None,
    findings: tuple[Finding, ...] = (),
    how: CompletionConfig | None = None,
) -> list[str]:
    told = completed(sentences, findings=findings, measurements=Measurements(facts=facts), sex=Sex.MALE, how=how)
    return [each.text for each in told]


def test_a_measured_block_is_told_in_its_place() -> None:
    facts = MeasuredFacts(av_block=COMPLETE)
    assert texts("Sinus rhythm.", "T wave abnormality.", facts=facts) == [
        "Sinus rhythm.",
        "Third degree AV block.",
        "T wave abnormality.",
    ]


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (TWO_TO_ONE, "Second degree AV block, 2:1."),
        (WENCKEBACH, "Second degree AV block, Wenckebach type."),
        (replace(WENCKEBACH, kind=AvBlockKind.SECOND_DEGREE), "Second degree AV block."),
    ],
)
def test_a_block_of_second_degree_is_told_by_its_kind(block: AvBlock, text: str) -> None:
    assert texts("Sinus rhythm.", facts=MeasuredFacts(av_block=block)) == ["Sinus rhythm.", text]


@pytest.mark.parametrize(
    ("n_ventricular", "text"), [(1, "Premature ventricular contraction."), (3, "Premature ventricular contractions.")]
)
def test_ventricular_beats_are_told_with_how_many_there_are(n_ventricular: int, text: str) -> None:
    facts = MeasuredFacts(ventricular_extrasystoles=VentricularExtrasystoles(n_ventricular, 12))
    assert texts("Sinus rhythm.", "Left axis deviation.", facts=facts) == [
        "Sinus rhythm.",
        text,
        "Left axis deviation.",
    ]
    for written in ("Ventricular extrasystoles.", "Ventricular bigeminy.", "Pacemaker rhythm."):
        assert texts(written, facts=facts) == [written], "told already, or explained otherwise"
    (judged,) = judge([text], findings=(), measurements=Measurements(facts=facts), sex=Sex.MALE)
    assert judged.support is Support.SUPPORTED
    assert f"{n_ventricular} of 12 beats" in judged.evidence


def test_what_the_block_excludes_is_taken_out() -> None:
    written = ("Sinus bradycardia.", "First degree AV block.", "Left axis deviation.", "Otherwise normal ECG.")
    assert texts(*written, facts=MeasuredFacts(av_block=COMPLETE)) == ["Left axis deviation.", "Third degree AV block."]
    fibrillating = texts("Atrial fibrillation.", facts=MeasuredFacts(av_block=TWO_TO_ONE))
    assert fibrillating == ["Second degree AV block, 2:1."]


def test_what_the_text_says_is_not_said_again() -> None:
    assert texts("Complete AV block.", facts=MeasuredFacts(av_block=COMPLETE)) == ["Complete AV block."]
    assert texts("AV block.", facts=MeasuredFacts(av_block=COMPLETE)) == ["Third degree AV block."]
    told = ("Sinus rhythm.", "Supraventricular extrasystoles.")
    assert texts(*told, facts=MeasuredFacts(atrial_extrasystoles=EARLY)) == list(told)
    low = MeasuredFacts(voltage=QrsVoltage(0.41, 1.4))
    assert texts("Low voltage.", facts=low) == ["Low voltage."]


def test_early_beats_low_voltage_and_raised_segments_are_told() -> None:
    facts = MeasuredFacts(
        atrial_extrasystoles=EARLY, voltage=QrsVoltage(limb_mv=0.41, chest_mv=1.4), st_elevation_mv=INFERIOR
    )
    assert texts("Sinus rhythm.", facts=facts) == [
        "Sinus rhythm.",
        "Premature atrial contractions.",
        "Low QRS voltage in the limb leads.",
        "ST elevation in II, III and aVF (0.18, 0.21 and 0.20 mV).",
    ]
    everywhere = MeasuredFacts(voltage=QrsVoltage(limb_mv=0.41, chest_mv=0.9))
    assert texts("Sinus rhythm.", facts=everywhere)[1] == "Low QRS voltage."


def test_a_normal_ecg_has_no_raised_segments() -> None:
    assert "Normal ECG." not in texts("Sinus rhythm.", "Normal ECG.", facts=MeasuredFacts(st_elevation_mv=INFERIOR))
    assert texts("Normal ECG.", facts=MeasuredFacts(voltage=QrsVoltage(0.4, 1.2)))[-1] == "Normal ECG."


def test_what_explains_the_measurement_stands_alone() -> None:
    raised, early = MeasuredFacts(st_elevation_mv=INFERIOR), MeasuredFacts(atrial_extrasystoles=EARLY)
    assert texts("Left bundle branch block.", facts=raised) == ["Left bundle branch block."]
    assert texts("Atrial fibrillation.", facts=early) == ["Atrial fibrillation."]


def test_findings_are_told_beside_and_give_way_to_what_was_measured() -> None:
    findings = (
        Finding("1AVB", "first degree AV block", 0.9, present=True),
        Finding("LVH", "left ventricular hypertrophy", 0.8, present=True),
    )
    facts = MeasuredFacts(av_block=COMPLETE)
    assert texts("Sinus rhythm.", facts=facts, findings=findings, how=CompletionConfig()) == [
        "Sinus rhythm.",
        "Third degree AV block.",
        "Left ventricular hypertrophy.",
    ]


def test_nothing_is_told_where_nobody_has_looked() -> None:
    assert texts("Sinus rhythm.", "Normal ECG.", facts=None) == ["Sinus rhythm.", "Normal ECG."]


def verdict(sentence: str, measurements: Measurements) -> DraftSentence:
    (judged,) = judge([sentence], findings=[], measurements=measurements)
    return judged


def test_the_guard_bears_out_what_was_measured() -> None:
    slow = Measurements(heart_rate_bpm=38.0, facts=MeasuredFacts(av_block=COMPLETE))
    judged = verdict("Third degree AV block.", slow)
    assert judged.support is Support.SUPPORTED
    assert judged.evidence == "P waves at 92/min, ventricles at 38/min, without relation."
    low = verdict("Low voltage.", Measurements(facts=MeasuredFacts(voltage=QrsVoltage(0.41, 1.4))))
    assert low.support is Support.SUPPORTED
    assert low.evidence == "Largest QRS complex of the limb leads 0.41 mV; low means less than 0.5 mV."


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("First degree AV block.", MeasuredFacts(av_block=COMPLETE)),
        ("Normal ECG.", MeasuredFacts(av_block=TWO_TO_ONE)),
        ("No AV block of third degree.", MeasuredFacts(av_block=COMPLETE)),
        ("Third degree AV block.", MeasuredFacts()),
        ("Low voltage.", MeasuredFacts(voltage=QrsVoltage(1.2, 2.1))),
    ],
)
def test_the_guard_contradicts_what_a_measured_fact_excludes(sentence: str, facts: MeasuredFacts) -> None:
    judged = verdict(sentence, Measurements(pr_ms=160.0, heart_rate_bpm=58.0, rhythm_regular=True, facts=facts))
    assert judged.support is Support.CONTRADICTED, judged
    assert judged.evidence


def test_the_guard_doubts_what_was_looked_for_and_not_found() -> None:
    even = Measurements(pr_ms=160.0, rhythm_regular=True, facts=MeasuredFacts(all_cycles_alike=True))
    for sentence in ("Premature atrial contractions.", "Second degree AV block."):
        assert verdict(sentence, even).support is Support.UNSUPPORTED
    raised = Measurements(facts=MeasuredFacts(st_elevation_mv=INFERIOR))
    assert verdict("Normal ECG.", raised).support is Support.UNSUPPORTED


def test_voltages_in_between_are_the_readers_to_judge() -> None:
    between = Measurements(facts=MeasuredFacts(voltage=QrsVoltage(0.7, 1.6)))
    assert verdict("Low voltage.", between).support is Support.UNCHECKED


def drafted(record: EcgRecord, text: str, measurements: Measurements | None = None) -> Draft:
    engine = LocalEngine(load=lambda _pack: LoadedModel(Script(text), INFO))
    *_, last = engine.draft(record, measurements=measurements)
    assert isinstance(last, DraftFinished)
    return last.draft


@pytest.fixture(scope="module")
def blocked() -> EcgRecord:
    return simulate(SimulatedCase(rhythm=Rhythm.COMPLETE_AV_BLOCK, heart_rate_bpm=84, seed=3)).record


def test_the_draft_of_a_recording_tells_its_block_and_where_that_comes_from(blocked: EcgRecord) -> None:
    draft = drafted(blocked, "sinus bradycardia. t wave abnormality.")
    assert draft.text == "Third degree AV block. T wave abnormality."
    added = draft.sentences[0]
    assert added.support is Support.SUPPORTED
    assert added.evidence.startswith("P waves at 84/min")
    assert added.evidence.endswith(MEASURED)
    assert added.confidence is None


def test_measurements_of_an_earlier_version_are_completed_by_facts(blocked: EcgRecord) -> None:
    old = replace(measure(blocked), facts=None)
    draft = drafted(blocked, "sinus rhythm.", old)
    assert "Third degree AV block." in draft.text
    # such measurements stay in the workspace, and can't speak against what was measured for the draft
    assert judged_anew(draft, measurements=old, sex=Sex.UNKNOWN) == draft.sentences


def test_an_inferior_elevation_is_told_beside_whatever_the_model_makes_of_it() -> None:
    record = simulate(SimulatedCase(morphology=Morphology.INFERIOR_STEMI, seed=2)).record
    draft = drafted(record, "sinus rhythm. anteroseptal infarction.")
    assert "ST elevation in II, III and aVF" in draft.text
