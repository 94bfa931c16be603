"""The draft that most others resemble is chosen, and what else speaks for a draft can outweigh that."""

from __future__ import annotations

import pytest

from meit_core.model.decoding.consensus import choose, likeness

COMMON = "sinus rhythm. normal axis. normal ecg."


def test_the_draft_that_the_others_resemble_is_chosen() -> None:
    drafts = [COMMON, "sinus rhythm. normal ecg.", "sinus rhythm. normal axis.", "atrial flutter. pacemaker rhythm."]
    assert choose(drafts) == COMMON


def test_a_draft_counts_as_often_as_it_was_drawn() -> None:
    rare = "left bundle branch block."
    assert choose([rare, rare, rare, COMMON, "sinus rhythm."]) == rare


def test_what_speaks_against_a_draft_can_outweigh_the_others() -> None:
    drafts = [COMMON, COMMON, "sinus rhythm. normal axis. first degree av block."]
    assert choose(drafts, lambda text: -1.0 if "normal ecg" in text else 0.0) == drafts[2]


def test_likeness_is_one_for_the_same_words_and_nothing_for_others() -> None:
    assert likeness(COMMON, COMMON.upper()) == pytest.approx(1.0)
    assert likeness("atrial flutter", "paced rhythm") < 0.3  # neither has longer n-grams that could differ


def test_likeness_is_what_it_is_by_hand() -> None:
    """9 and 6 tokens with the full stops; of the n-grams of the second 6, 5, 4 and 2 are in the first."""
    one, two, three, four = 12 / 15, 10 / 13, 8 / 11, 4 / 9  # F1 by order
    recall_heavy = 10 * (6 / 9) / (1 + 9 * 6 / 9)
    expected = (0.5 * one + two + 0.7 * three + 0.5 * four + 1.5 * recall_heavy) / 4.2
    assert likeness(COMMON, "sinus rhythm. normal ecg.") == pytest.approx(expected)


def test_leaving_words_out_costs_more_than_adding_them() -> None:
    """METEOR weighs recall nine times (Lavie & Agarwal 2007)."""
    assert likeness(COMMON, "sinus rhythm.") > likeness("sinus rhythm.", COMMON)


def test_no_draft_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no draft"):
        choose([])
