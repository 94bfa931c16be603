"""Rating a draft with the number keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meit_core.domain.rating import ANCHORS, Criterion, Rating
from meit_core.errors import UserError
from meit_desktop.widgets.rating_pad import RatingPad
from meit_desktop.widgets.report_panel import ReportPanel
from tests.desktop.report.conftest import ShowStudy
from tests.desktop.report.studies import READ_AT, drafted, make_detail, make_draft

GOOD = {Criterion.TERMINOLOGY: 5, Criterion.LOGIC: 4, Criterion.COMPLETENESS: 3, Criterion.DIAGNOSIS: 4}


@pytest.fixture
def rated_panel(show_study: ShowStudy) -> ReportPanel:
    panel = show_study(drafted())
    panel.start_rating()
    return panel


@pytest.fixture
def pad(rated_panel: ReportPanel) -> RatingPad:
    return rated_panel.details.rating


def press(*keys: str) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, key)


def rating(scores: dict[Criterion, int], comment: str = "") -> Rating:
    return Rating(make_draft().draft_id, "demo", scores, READ_AT, comment)  # type: ignore[arg-type]


def test_four_number_keys_rate_a_draft(qtbot: QtBot, rated_panel: ReportPanel, pad: RatingPad) -> None:
    assert pad.hasFocus()
    with qtbot.waitSignal(rated_panel.rate_requested) as wanted:
        press("5", "4", "3", "4")
    assert wanted.args == [make_draft().draft_id, GOOD, ""]
    assert pad.message == "Saving…"
    rated_panel.rated(rating(GOOD))
    assert pad.message == f"✓ Saved {READ_AT.astimezone():%H:%M:%S}"


def test_the_anchors_of_the_criterion_at_hand_are_in_view(pad: RatingPad) -> None:
    for criterion in Criterion:
        assert pad.title == criterion.label
        assert tuple(pad.anchor(score).wording for score in range(1, 6)) == ANCHORS[criterion]
        press("4")


def test_all_of_the_pad_is_in_view_once_it_is_opened(rated_panel: ReportPanel, pad: RatingPad) -> None:
    assert pad.visibleRegion().boundingRect().height() == pad.height()


def test_a_low_score_asks_what_was_wrong(qtbot: QtBot, rated_panel: ReportPanel, pad: RatingPad) -> None:
    with qtbot.assertNotEmitted(rated_panel.rate_requested):
        press("5", "2", "5", "5")
    assert pad.comment.hasFocus()
    assert "what was wrong" in pad.message
    with qtbot.waitSignal(rated_panel.rate_requested) as wanted:
        press("Rhythm and rate exclude each other")
        QTest.keyClick(pad.comment, Qt.Key.Key_Return)
    assert wanted.args[1][Criterion.LOGIC] == 2
    assert wanted.args[2] == "Rhythm and rate exclude each other"


def test_no_comment_is_asked_for_good_scores(pad: RatingPad) -> None:
    press("5", "4", "3", "4")
    assert not pad.comment.isVisible()


def test_backspace_takes_the_last_score_back(qtbot: QtBot, rated_panel: ReportPanel, pad: RatingPad) -> None:
    press("5", "1")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.title == Criterion.LOGIC.label
    assert pad.scores.scores == {Criterion.TERMINOLOGY: 5}
    with qtbot.waitSignal(rated_panel.rate_requested) as wanted:
        press("4", "3", "4")
    assert wanted.args[1] == GOOD


def test_undo_restores_an_earlier_score_instead_of_dropping_it(pad: RatingPad) -> None:
    press("5", "4")
    QTest.keyClick(pad, Qt.Key.Key_Up)
    press("1")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.scores.scores == {Criterion.TERMINOLOGY: 5, Criterion.LOGIC: 4}


def test_a_criterion_can_be_scored_again_and_the_later_rating_is_sent(
    qtbot: QtBot, rated_panel: ReportPanel, pad: RatingPad
) -> None:
    press("5", "4", "3", "4")
    rated_panel.rated(rating(GOOD))
    QTest.keyClick(pad, Qt.Key.Key_Up)
    QTest.keyClick(pad, Qt.Key.Key_Up)
    with qtbot.waitSignal(rated_panel.rate_requested) as wanted:
        press("5")
    assert sum(wanted.args[1].values()) == sum(GOOD.values()) + 1


def test_a_click_on_an_anchor_gives_its_score(pad: RatingPad) -> None:
    row = pad.anchor(3)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert pad.scores.scores == {Criterion.TERMINOLOGY: 3}


def test_a_rating_that_could_not_be_stored_can_be_sent_again(
    qtbot: QtBot, rated_panel: ReportPanel, pad: RatingPad
) -> None:
    press("5", "4", "3", "4")
    rated_panel.rate_failed(UserError("The disk is full.", "Free some space."))
    assert "The disk is full." in pad.message
    with qtbot.waitSignal(rated_panel.rate_requested) as again:
        QTest.keyClick(pad, Qt.Key.Key_Return)
    assert again.args[1] == GOOD


def test_an_earlier_rating_of_the_draft_is_shown(show_study: ShowStudy) -> None:
    panel = show_study(drafted(ratings=(rating(GOOD, "Well done"),)))
    pad = panel.details.rating
    assert pad.scores.scores == GOOD
    assert pad.message.startswith("Rated at ")


def test_without_a_draft_there_is_nothing_to_rate(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.start_rating()
    press("5", "5", "5", "5")
    assert panel.details.rating.message == "There is no draft to rate yet."
    assert panel.details.rating.scores.scores == {}


def test_a_rater_may_rate_what_only_others_may_write(qtbot: QtBot, panel: ReportPanel) -> None:
    panel.show_study(drafted(), may_write=False, may_rate=True, why_not="Your role rates only.")
    panel.start_rating()
    with qtbot.waitSignal(panel.rate_requested):
        press("5", "5", "5", "5")


def test_escape_leads_back_to_the_report(rated_panel: ReportPanel, pad: RatingPad) -> None:
    QTest.keyClick(pad, Qt.Key.Key_Escape)
    assert rated_panel.review.sentences.row(0).hasFocus()


def test_the_criterion_is_told_to_a_screen_reader(pad: RatingPad) -> None:
    press("5")
    assert pad.accessibleName() == "Rating, Logical consistency, 2 of 4. Press 1 to 5."
    assert pad.anchor(1).accessibleName().startswith("Score 1: Statements exclude each other.")
