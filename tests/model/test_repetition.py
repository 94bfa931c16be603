"""A report that repeats itself ends where it begins to; any other stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meit_core.model.decoding.growing import GrowingReport
from meit_core.model.decoding.repetition import before_loop, loops, said_before, settled, without_repetition
from meit_core.model.prompt import PromptTokenizer
from tests.model.conftest import REPORTS

SENTENCES = (
    "sinus rhythm.",
    "left axis deviation.",
    "2:1 av block with pr 0.16 s.",
    "t waves are low in i, ii, iii, avf.",
    "no previous ecg available.",
)


def streamed(tokenizer: PromptTokenizer, text: str, *, ends: bool = True) -> tuple[GrowingReport, str]:
    """Return the report and everything that was shown of it."""
    ids = tokenizer.tokenizer.encode(text, add_special_tokens=False).ids
    report, shown = GrowingReport(tokenizer), ""
    for token in [*ids, tokenizer.end_id] if ends else ids:
        shown += report.add(token)
        if report.ended:
            return report, shown
    return report, shown + report.rest()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sinus rhythm. Normal ECG. Sinus  RHYTHM. Left axis.", "Sinus rhythm. Normal ECG."),
        ("sinus rhythm\nnormal ecg\nsinus rhythm", "sinus rhythm\nnormal ecg"),
        ("sinus rhythm. sinus rhythm", "sinus rhythm."),
        ("sinus rhythm. sinus rhythm with av block.", "sinus rhythm. sinus rhythm with av block."),
        ("prob. old infarction. prob. ischemia.", "prob. old infarction. prob. ischemia."),
        ("", ""),
    ],
)
def test_a_sentence_is_said_once(text: str, kept: str) -> None:
    assert without_repetition(text) == kept


def test_only_finished_sentences_count() -> None:
    text = "sinus rhythm. sinus rhythm"
    assert said_before(text, ended=False) is None
    assert said_before(text, ended=True) == said_before(f"{text}. x", ended=False) == len("sinus rhythm. ")


def test_what_may_become_a_repetition_waits() -> None:
    assert settled("sinus rhythm. sin") == len("sinus rhythm. ")
    assert settled("sinus rhythm. sinus b") == len("sinus rhythm. sinus b")
    assert settled("sinus rh") == len("sinus rh")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a left left left", True),
        ("left left", False),
        ("left axis left axis left axis", True),
        ("left axis left axis left block", False),
        ("one two three four five six seven eight " * 3, True),
        ("one two three four five six seven eight nine " * 3, False),
        ("i i i", False),
        (". . .", False),
        ("i " * 9, True),
    ],
)
def test_a_run_three_times_in_a_row_is_a_loop(words: str, found: bool) -> None:
    vocabulary = sorted(set(words.split()))
    tokens = [vocabulary.index(word) for word in words.split()]
    assert loops(tokens, lambda ids: "".join(vocabulary[each] for each in ids)) is found


def test_of_a_loop_the_finished_sentences_remain() -> None:
    assert before_loop("sinus rhythm. left left left") == "sinus rhythm."
    assert before_loop("sinus rhythm. lbbb. lbbb. lbbb.") == "sinus rhythm. lbbb."
    assert before_loop("left left left") == ""


def test_a_repeated_sentence_is_never_shown(tokenizer: PromptTokenizer) -> None:
    report, shown = streamed(tokenizer, "sinus rhythm. normal ecg. sinus rhythm. left bundle branch block.")
    assert report.ended and report.repeated
    assert report.text == shown.rstrip() == "sinus rhythm. normal ecg."


def test_a_repetition_at_the_very_end_is_taken_away(tokenizer: PromptTokenizer) -> None:
    report, shown = streamed(tokenizer, "sinus rhythm. normal ecg. normal ecg.")
    assert report.repeated and report.text == shown.rstrip() == "sinus rhythm. normal ecg."


def test_a_loop_ends_the_report_without_a_half_sentence(tokenizer: PromptTokenizer) -> None:
    report, shown = streamed(tokenizer, "sinus rhythm. inferior" + " infarction" * 50)
    assert report.ended and report.repeated and report.text == "sinus rhythm."
    assert len(shown) < len("sinus rhythm. inferior" + " infarction" * 4)


def test_a_report_that_is_cut_off_shows_what_waited(tokenizer: PromptTokenizer) -> None:
    report, shown = streamed(tokenizer, "sinus rhythm. sinus", ends=False)
    assert not report.ended and report.text == shown == "sinus rhythm. sinus"


@pytest.mark.parametrize("text", REPORTS)
def test_reports_pass_unchanged(tokenizer: PromptTokenizer, text: str) -> None:
    report, shown = streamed(tokenizer, text)
    assert (report.text, shown, report.repeated) == (text, text, False)


@given(st.lists(st.sampled_from(SENTENCES), unique=True), st.sampled_from([" ", "\n", "  "]))
def test_what_does_not_repeat_is_never_changed(tokenizer: PromptTokenizer, sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    assert without_repetition(text) == text
    report, shown = streamed(tokenizer, text)
    whole = tokenizer.text(tokenizer.tokenizer.encode(text, add_special_tokens=False).ids)
    assert (report.text, shown, report.repeated) == (whole, whole, False)
