"""What a draft says twice, or without looking at the rate, is put right."""

from __future__ import annotations

import pytest

from meit_core.domain.measurements import Measurements
from meit_core.drafting.tidying import tidied


def _texts(*sentences: str, rate_bpm: float | None = 70.0) -> list[str]:
    return [each.text for each in tidied(sentences, Measurements(heart_rate_bpm=rate_bpm))]


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
    (told,) = tidied(["sinus rhythm."], Measurements(heart_rate_bpm=44.0))
    assert (told.text, told.written) == ("sinus bradycardia.", "sinus rhythm.")


def test_normal_beside_a_finding_is_otherwise_normal() -> None:
    assert _texts("sinus rhythm.", "nonspecific t wave abnormality.", "normal ecg.") == [
        "sinus rhythm.",
        "nonspecific t wave abnormality.",
        "otherwise normal ecg.",
    ]


def test_normal_beside_a_bradycardia_is_otherwise_normal() -> None:
    assert _texts("sinus rhythm.", "normal ecg.", rate_bpm=44.0) == ["sinus bradycardia.", "otherwise normal ecg."]


def test_normal_goes_beside_what_excludes_it() -> None:
    assert _texts("sinus rhythm.", "left bundle branch block.", "normal ecg.") == [
        "sinus rhythm.",
        "left bundle branch block.",
    ]


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
        ("T waves are inverted in leads II, III, aVF.", "T waves are inverted in leads II, III, aVF."),
    ],
)
def test_a_lead_is_named_once_in_a_list(written: str, told: str) -> None:
    assert _texts(written) == [told]
