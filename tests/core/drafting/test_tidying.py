"""What a draft says twice, or without looking at the rate, is put right."""

from __future__ import annotations

import pytest

from meit_core.domain.draft import Finding, Support
from meit_core.domain.measurements import Measurements
from meit_core.drafting.completing import Told
from meit_core.drafting.engine import DraftFinished
from meit_core.drafting.tidying import tidied
from meit_core.signal.simulator import SimulatedCase, simulate
from tests.core.drafting.engines import Script, local


def _texts(*sentences: str, rate_bpm: float | None = 70.0) -> list[str]:
    draft = [Told(sentence) for sentence in sentences]
    return [each.text.lower() for each in tidied(draft, Measurements(heart_rate_bpm=rate_bpm))]


@pytest.mark.parametrize(
    ("rate_bpm", "named"),
    [
        (49.0, "sinus bradycardia."),
        (50.0, "sinus rhythm."),
        (100.0, "sinus rhythm."),
        (101.0, "sinus tachycardia."),
        (None, "sinus rhythm."),
    ],
)
def test_a_sinus_rhythm_is_named_after_its_rate(rate_bpm: float | None, named: str) -> None:
    assert _texts("sinus rhythm.", "normal axis.", rate_bpm=rate_bpm) == [named, "normal axis."]


def test_a_sinus_rhythm_is_not_told_beside_its_own_bradycardia() -> None:
    assert _texts("sinus rhythm.", "sinus bradycardia.", rate_bpm=45.0) == ["sinus bradycardia."]


@pytest.mark.parametrize("rhythm", ["atrial fibrillation.", "pacemaker rhythm.", "sinus arrhythmia."])
def test_other_rhythms_keep_their_names(rhythm: str) -> None:
    assert _texts(rhythm, rate_bpm=45.0) == [rhythm]


def test_what_was_written_is_remembered() -> None:
    (told,) = tidied([Told("Sinus rhythm.")], Measurements(heart_rate_bpm=44.0))
    assert (told.text, told.written) == ("Sinus bradycardia.", "Sinus rhythm.")


@pytest.mark.parametrize("block", ["second degree av block, 2:1.", "third degree av block."])
def test_a_block_keeps_the_ventricles_slow_not_the_sinus_node(block: str) -> None:
    assert _texts("sinus rhythm.", block, rate_bpm=38.0) == ["sinus rhythm.", block]


@pytest.mark.parametrize("rhythm", ["pacemaker rhythm.", "supraventricular tachycardia.", "atrial flutter."])
def test_what_another_rhythm_makes_fast_is_no_sinus_tachycardia(rhythm: str) -> None:
    assert _texts("sinus rhythm.", rhythm, rate_bpm=130.0) == ["sinus rhythm.", rhythm]


def test_normal_beside_a_finding_is_otherwise_normal() -> None:
    assert _texts("sinus rhythm.", "nonspecific t wave abnormality.", "normal ecg.") == [
        "sinus rhythm.",
        "nonspecific t wave abnormality.",
        "otherwise normal ecg.",
    ]


def test_normal_beside_a_bradycardia_is_otherwise_normal() -> None:
    assert _texts("sinus rhythm.", "normal ecg.", rate_bpm=44.0) == ["sinus bradycardia.", "otherwise normal ecg."]


def test_normal_beside_what_excludes_it_is_left_to_the_guard() -> None:
    told = ["sinus rhythm.", "left bundle branch block.", "normal ecg."]
    assert _texts(*told) == told


def test_normal_beside_a_measurement_that_excludes_it_is_left_to_the_guard() -> None:
    draft = [Told("Normal ECG."), Told("Nonspecific T wave abnormality.")]
    assert tidied(draft, Measurements(heart_rate_bpm=70.0, qrs_ms=148.0)) == tuple(draft)


@pytest.mark.parametrize("axis", ["normal axis.", "leftward axis."])
def test_normal_stays_beside_what_is_normal(axis: str) -> None:
    assert _texts("sinus rhythm.", axis, "normal ecg.") == ["sinus rhythm.", axis, "normal ecg."]


def test_the_same_statement_is_told_once() -> None:
    assert _texts("possible left atrial enlargement.", "left atrial enlargement.") == [
        "possible left atrial enlargement."
    ]


def test_a_sentence_that_adds_leads_stays() -> None:
    told = ("t wave changes.", "t wave changes in leads i, avl, v5, v6.")
    assert _texts(*told) == list(told)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("t waves are inverted in leads i, v2, v4, v4.", "t waves are inverted in leads i, v2, v4."),
        ("t waves are flat in leads i, i and avl.", "t waves are flat in leads i and avl."),
        ("q waves in leads ii, iii and iii.", "q waves in leads ii, iii."),
        ("st elevation in leads v1-v3, v3.", "st elevation in leads v1-v3, v3."),
        ("t waves are inverted in leads ii, iii, avf.", "t waves are inverted in leads ii, iii, avf."),
    ],
)
def test_a_lead_is_named_once_in_a_list(written: str, told: str) -> None:
    assert _texts(written) == [told]


def test_what_a_finding_added_makes_a_normal_ecg_otherwise_normal() -> None:
    added = Told("Possible incomplete right bundle branch block.", Finding("IRBBB", "IRBBB", 0.4, present=True))
    told = tidied([Told("Sinus rhythm."), added, Told("Normal ECG.")], Measurements(heart_rate_bpm=70.0))
    assert [each.text for each in told] == ["Sinus rhythm.", added.text, "Otherwise normal ECG."]
    assert [each.is_of_model for each in told] == [True, False, True]


def test_a_draft_is_put_right_and_its_evidence_with_it() -> None:
    slow = simulate(SimulatedCase(heart_rate_bpm=44, seed=3)).record
    script = Script("sinus rhythm. t wave abnormality. normal ecg.")
    script.drawn = ("sinus rhythm. t wave abnormality.",) * 4
    engine = local(script)
    (*_, last) = engine.draft(slow)
    assert isinstance(last, DraftFinished)
    assert last.draft.text == "Sinus bradycardia. T wave abnormality. Otherwise normal ECG."
    rhythm = last.draft.sentences[0]
    assert rhythm.support is Support.SUPPORTED
    assert "heart rate 44/min" in rhythm.evidence.lower()
    assert rhythm.confidence is not None
    assert [each.sentence for each in engine.look()] == [each.text for each in last.draft.sentences]
