"""The lines of a report under review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meit_core.domain.draft import Support
from meit_desktop.models.report_lines import LineState, ReportLines, restore_lines
from tests.desktop.report.studies import AF, LBBB, LVH, NORMAL, SENTENCES, make_revision


@pytest.fixture
def lines() -> ReportLines:
    return restore_lines(SENTENCES, None)


def states(lines: ReportLines) -> list[LineState]:
    return [line.state for line in lines.lines]


def test_nothing_of_a_draft_is_in_the_report_before_somebody_decides(lines: ReportLines) -> None:
    assert lines.text == ""
    assert lines.pending == len(SENTENCES)
    assert lines.unresolved == (4,)


def test_accepted_edited_kept_and_added_lines_are_the_report_in_their_order(lines: ReportLines) -> None:
    lines.accept(0)
    lines.edit(1, "Left bundle branch block, new")
    lines.reject(2)
    lines.keep(4)
    lines.add("left axis deviation")
    assert lines.text.splitlines() == [
        "Atrial fibrillation.",
        "Left bundle branch block, new.",
        "Normal ECG.",
        "left axis deviation.",
    ]
    assert lines.pending == 1


def test_a_contradicted_sentence_cannot_be_accepted_in_passing(lines: ReportLines) -> None:
    lines.accept(4)
    assert lines[4].state is LineState.PENDING
    assert lines.unresolved == (4,)


@pytest.mark.parametrize("resolve", ["keep", "reject", "edit"])
def test_each_way_to_resolve_a_contradiction(lines: ReportLines, resolve: str) -> None:
    if resolve == "edit":
        lines.edit(4, "Abnormal ECG")
    else:
        getattr(lines, resolve)(4)
    assert lines.unresolved == ()


def test_keeping_is_for_contradicted_sentences_only(lines: ReportLines) -> None:
    lines.keep(0)
    assert lines[0].state is LineState.PENDING


def test_an_edit_that_ends_in_the_drafts_own_words_counts_as_accepted(lines: ReportLines) -> None:
    lines.edit(0, "Atrial flutter")
    lines.edit(0, "atrial fibrillation")
    assert (lines[0].state, lines[0].text) == (LineState.ACCEPTED, AF.text)


def test_an_edit_of_a_contradicted_sentence_back_to_its_words_is_unresolved_again(lines: ReportLines) -> None:
    lines.edit(4, "Abnormal ECG")
    lines.edit(4, NORMAL.text)
    assert lines.unresolved == (4,)


def test_an_empty_edit_rejects(lines: ReportLines) -> None:
    lines.edit(0, "   ")
    assert lines[0].state is LineState.REJECTED


def test_accepting_all_supported_leaves_the_rest_and_is_undone_in_one_step(lines: ReportLines) -> None:
    assert lines.accept_supported() == 2
    assert states(lines) == [LineState.ACCEPTED] * 2 + [LineState.PENDING] * 3
    assert lines.undo()
    assert states(lines) == [LineState.PENDING] * 5
    assert not lines.undo()


def test_what_changes_nothing_is_no_step_to_undo(lines: ReportLines) -> None:
    lines.reject(0)
    lines.reject(0)
    assert lines.undo()
    assert not lines.undo()


def test_lines_move_as_far_as_there_is_room(lines: ReportLines) -> None:
    assert lines.move(0, 1) == 1
    assert [line.text for line in lines.lines][:2] == [LBBB.text, AF.text]
    assert lines.move(0, -1) == 0
    assert lines.move(4, 1) == 4


def test_a_new_draft_keeps_what_was_decided_for_and_drops_the_rest(lines: ReportLines) -> None:
    lines.accept(0)
    lines.reject(1)
    lines.add("low voltage")
    lines.begin_draft()
    assert [line.text for line in lines.lines] == [AF.text, "low voltage."]


def test_a_sentence_that_is_there_already_comes_in_once(lines: ReportLines) -> None:
    lines.add("left atrial enlargement")
    lines.add_sentence(replace(AF, text="Left atrial enlargement."))
    assert [line.text for line in lines.lines].count("left atrial enlargement.") == 1
    assert len(lines) == len(SENTENCES) + 1


def test_the_guards_last_verdict_counts_for_what_was_accepted_early(lines: ReportLines) -> None:
    lines.accept(0)
    lines.add_sentence(replace(AF, support=Support.CONTRADICTED, evidence="P waves before every QRS."))
    assert lines.unresolved == (0, 4)
    lines.keep(0)
    assert lines.unresolved == (4,)


def test_walking_on_wraps_and_ends(lines: ReportLines) -> None:
    lines.accept(0)
    assert lines.next_pending(4) == 1
    for index in range(len(lines)):
        lines.reject(index)
    assert lines.next_pending(0) is None


def test_a_stored_text_is_recognised_and_the_rest_is_up_for_review_again() -> None:
    saved = make_revision("atrial fibrillation\nNormal ECG.\nLow voltage.")
    lines = restore_lines((AF, LVH, NORMAL), saved)
    assert [(line.text, line.state) for line in lines.lines] == [
        (AF.text, LineState.ACCEPTED),
        (NORMAL.text, LineState.KEPT),
        ("Low voltage.", LineState.ADDED),
        (LVH.text, LineState.PENDING),
    ]
