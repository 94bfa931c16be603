"""The phrases of reports, and the draft that is most like the report they promise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from meit_core.model.decoding.consensus import choose
from meit_core.model.decoding.expected import Expectation
from meit_core.model.decoding.phrases import Phrase, load_phrases, phrases_in, save_phrases

NORMAL, FIBRILLATION = "sinus rhythm. normal ecg.", "atrial fibrillation. left axis deviation."


def expectation(likely: str, probability: float = 1.0) -> Expectation:
    phrases = sorted({*phrases_in(NORMAL), *phrases_in(FIBRILLATION)})
    held = set(phrases_in(likely))
    return Expectation(phrases, np.array([probability * (each in held) for each in phrases], dtype=np.float32))


def test_a_text_holds_sequences_of_up_to_four_words_and_counts_them() -> None:
    phrases = set(phrases_in("pacing. pacing."))
    assert phrases == {
        Phrase(("pacing",)), Phrase(("pacing",), 2), Phrase((".",)), Phrase((".",), 2),
        Phrase(("pacing", ".")), Phrase(("pacing", "."), 2), Phrase((".", "pacing")),
        Phrase(("pacing", ".", "pacing")), Phrase((".", "pacing", ".")), Phrase(("pacing", ".", "pacing", ".")),
    }  # fmt: skip


def test_phrases_are_read_as_they_were_written(tmp_path: Path) -> None:
    phrases = tuple(phrases_in(NORMAL))
    save_phrases(phrases, tmp_path / "phrases.json")
    assert load_phrases(tmp_path / "phrases.json") == phrases
    assert load_phrases(tmp_path / "none.json") == ()


def test_the_expected_report_is_the_likest() -> None:
    expected = expectation(NORMAL)
    assert expected.likeness(NORMAL) > 0.9
    assert expected.likeness(FIBRILLATION) < 0.25  # full stops are shared
    assert expected.likeness(NORMAL) > expected.likeness("normal ecg.") > expected.likeness(FIBRILLATION)


def test_saying_a_phrase_again_is_not_expected() -> None:
    expected = expectation(NORMAL)
    assert expected.likeness(f"{NORMAL} {NORMAL}") < expected.likeness(NORMAL)


def test_nothing_known_is_no_fault() -> None:
    assert Expectation((), np.array([], dtype=np.float32)).likeness(NORMAL) == pytest.approx(0.0)


def test_what_is_expected_can_outweigh_the_other_drafts() -> None:
    drafts = [NORMAL, NORMAL, FIBRILLATION]
    assert choose(drafts) == NORMAL
    assert choose(drafts, expected=expectation(FIBRILLATION).likeness) == FIBRILLATION
    assert choose(drafts, expected=expectation(FIBRILLATION, 0.05).likeness) == NORMAL
