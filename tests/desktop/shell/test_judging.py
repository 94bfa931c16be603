"""The guard on the screen: its verdicts follow the marks set by hand, and it reads what the reader writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.draft import Support
from meit_desktop.models.report_lines import LineState
from meit_desktop.widgets.report_sentence import SentenceRow
from tests.desktop.shell.conftest import Desk

BLOCK = "First degree AV block."
LONG_PR = 60
"""Samples of 2 ms: PR is then beyond 200 ms and its tolerance, where the recording of Ida has 150 ms."""


def lengthen_pr(desk: Desk) -> None:
    desk.run("median_beat")
    desk.until(lambda: desk.flows.marking.is_shown)
    page = desk.flows.marking.page
    page.view.choose(BeatMark.P_ONSET)
    for _ in range(LONG_PR):
        QTest.keyClick(page.view, Qt.Key.Key_Left)
    desk.until(lambda: desk.detail.manual is not None)


def line(desk: Desk, index: int):
    return desk.report.review.lines[index]


def row(desk: Desk, index: int) -> SentenceRow:
    return desk.report.review.sentences.row(index)


def test_a_contradiction_goes_when_the_mark_moves_and_comes_back_with_undo(desk: Desk) -> None:
    desk.open("Ida")
    desk.draft(f"Sinus rhythm. {BLOCK}")
    assert desk.report.unresolved == 1
    lengthen_pr(desk)
    desk.until(lambda: desk.report.unresolved == 0)
    reader = desk.application.stage.session.user.printed_name
    assert line(desk, 1).sentence.support is Support.SUPPORTED
    assert f"ms, measured by {reader}; first degree AV block means" in line(desk, 1).sentence.evidence
    row(desk, 1).show_evidence(True)
    assert reader in row(desk, 1).evidence_shown
    desk.run("computed_marks")
    desk.until(lambda: desk.report.unresolved == 1)
    assert reader not in row(desk, 1).evidence_shown
    assert "contradicted" in desk.report.header.todo


def test_what_was_accepted_is_to_be_resolved_when_it_is_contradicted_now(desk: Desk) -> None:
    desk.open("Ida")
    desk.draft("Normal PR interval. Sinus rhythm.")
    desk.report.review.sentences.make_current(0)
    desk.report.review.accept_current()
    lengthen_pr(desk)
    desk.until(lambda: desk.report.unresolved == 1)
    assert line(desk, 0).state is LineState.ACCEPTED
    desk.report.review.sentences.make_current(0)
    desk.report.review.keep_current()
    assert line(desk, 0).state is LineState.KEPT
    desk.run("computed_marks")
    desk.until(lambda: line(desk, 0).state is LineState.ACCEPTED)


def test_verdicts_are_the_new_ones_after_another_study(desk: Desk) -> None:
    desk.open("Ida")
    desk.draft(f"Sinus rhythm. {BLOCK}")
    desk.report.review.sentences.make_current(0)
    desk.report.review.reject_current()
    lengthen_pr(desk)
    desk.open("Bruno")
    desk.open("Ida")
    assert line(desk, 0).state is LineState.REJECTED, "what was decided is remembered"
    assert desk.report.unresolved == 0


def test_what_the_reader_writes_is_judged_and_never_blocked(desk: Desk) -> None:
    desk.open("Ida")
    desk.draft("Sinus rhythm.")
    desk.report.review.accept_current()
    desk.report.add_statement(BLOCK)
    block = [each.text for each in desk.report.review.lines.lines].index(BLOCK)
    desk.until(lambda: bool(line(desk, block).objection))
    assert line(desk, block).state is LineState.ADDED
    assert row(desk, block).evidence_shown.startswith("PR ")
    assert "contradicted" in row(desk, block).accessibleName() or "PR" in row(desk, block).accessibleName()
    assert desk.report.unresolved == 0
    lengthen_pr(desk)
    desk.until(lambda: not line(desk, block).objection)
    assert row(desk, block).evidence_shown == ""


def test_an_edited_sentence_is_judged_by_its_own_words(desk: Desk) -> None:
    desk.open("Ida")
    desk.draft("Sinus rhythm. Normal PR interval.")
    desk.report.review.sentences.make_current(0)
    desk.report.review.accept_current()
    desk.report.review.sentences.edited.emit(1, BLOCK)
    desk.until(lambda: bool(line(desk, 1).objection))
    desk.report.review.sentences.edited.emit(1, "Normal PR interval")
    assert not line(desk, 1).objection
    desk.report.review.sentences.edited.emit(1, "Atrial fibrillation")
    desk.until(lambda: bool(line(desk, 1).objection))
    assert "Sinus rhythm" in line(desk, 1).objection
