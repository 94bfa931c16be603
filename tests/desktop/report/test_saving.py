"""When a text is saved, and what the screen says about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meit_core.domain.study import StudyStatus
from meit_core.errors import EnvironmentFault
from meit_desktop.widgets.report_panel import ReportPanel
from meit_desktop.widgets.report_saving import SAVE_AFTER_MS, Autosave, SaveState
from tests.desktop.report.conftest import ShowStudy
from tests.desktop.report.studies import AF, drafted, make_detail, make_draft, make_revision

FULL = EnvironmentFault("The disk is full.", "Free some space.")


@pytest.fixture
def draft(show_study: ShowStudy) -> ReportPanel:
    return show_study(drafted())


def test_an_edit_is_saved_by_itself_once_the_reader_pauses(qtbot: QtBot, draft: ReportPanel) -> None:
    draft.review.accept_current()
    assert draft.header.save_words == "Not saved yet"
    with qtbot.waitSignal(draft.save_requested, timeout=SAVE_AFTER_MS * 10) as saving:
        pass
    assert saving.args == [AF.text, make_draft().draft_id]
    assert draft.header.save_words == "Saving…"


def test_edits_in_quick_succession_are_one_save(qtbot: QtBot, draft: ReportPanel) -> None:
    texts: list[str] = []
    draft.save_requested.connect(lambda text, _draft_id: texts.append(text))
    draft.review.accept_current()
    draft.review.accept_current()
    draft.flush()
    assert len(texts) == 1
    assert len(texts[0].splitlines()) == 2


def test_saved_is_said_with_the_time_and_only_of_the_text_on_the_screen(draft: ReportPanel) -> None:
    draft.review.accept_current()
    draft.flush()
    first = draft.text
    draft.review.accept_current()
    draft.saved(make_revision(first, number=1))
    assert draft.header.save_words == "Not saved yet"
    draft.flush()
    revision = make_revision(draft.text, number=2)
    draft.saved(revision)
    assert draft.header.save_words == f"Saved {revision.created_at.astimezone():%H:%M:%S}"
    assert not draft.has_unsaved_changes


def test_the_first_saved_text_makes_the_report_unconfirmed(draft: ReportPanel) -> None:
    draft.review.accept_current()
    draft.flush()
    draft.saved(make_revision(draft.text))
    assert draft.header.status == "Unconfirmed"


def test_a_save_that_failed_says_why_keeps_the_text_and_can_be_tried_again(qtbot: QtBot, draft: ReportPanel) -> None:
    draft.review.accept_current()
    draft.flush()
    draft.save_failed(FULL)
    assert draft.header.save_words == "Could not save"
    assert FULL.message in draft.message.text
    assert draft.text == AF.text
    assert draft.has_unsaved_changes
    with qtbot.waitSignal(draft.save_requested) as again:
        draft.message.action_requested.emit()
    assert again.args[0] == AF.text
    draft.saved(make_revision(draft.text))
    assert not draft.message.isVisible()


def test_flush_keeps_an_open_edit_and_a_statement_begun(qtbot: QtBot, draft: ReportPanel) -> None:
    draft.review.edit_current()
    QTest.keyClicks(draft.focusWidget(), " New.")
    draft.review.add.field.setFocus()
    QTest.keyClicks(draft.review.add.field, "low voltage in limb leads")
    with qtbot.waitSignal(draft.save_requested) as saving:
        draft.flush()
    assert saving.args[0].splitlines() == [f"{AF.text} New.", "low voltage in limb leads."]


def test_another_study_is_shown_only_after_the_wish_to_save_this_one(qtbot: QtBot, draft: ReportPanel) -> None:
    draft.review.accept_current()
    wishes: list[tuple[object, str]] = []
    draft.save_requested.connect(lambda text, _draft_id: wishes.append((draft.study_id, text)))
    first = draft.study_id
    draft.show_study(make_detail(number=9), may_write=True)
    assert wishes == [(first, AF.text)]
    assert draft.header.save_words == ""


def test_nothing_is_saved_where_nothing_changed(qtbot: QtBot, draft: ReportPanel) -> None:
    with qtbot.assertNotEmitted(draft.save_requested):
        draft.flush()
        draft.review.reject_current()  # a rejected sentence was not in the text before either
        draft.flush()


def test_the_same_study_shown_again_keeps_what_is_not_saved_yet(draft: ReportPanel) -> None:
    draft.review.accept_current()
    draft.show_study(drafted(), may_write=True)
    assert draft.text == AF.text
    assert draft.has_unsaved_changes


def test_rejections_are_remembered_for_the_way_back(draft: ReportPanel) -> None:
    draft.review.reject_current()
    draft.review.accept_current()
    draft.flush()
    stored = make_revision(draft.text, draft=make_draft())
    draft.saved(stored)
    draft.show_study(make_detail(number=9), may_write=True)
    draft.show_study(drafted(revisions=(stored,)), may_write=True)
    assert [line.state.value for line in draft.review.lines.lines][:2] == ["rejected", "accepted"]


def test_a_remembered_review_yields_to_a_text_stored_elsewhere(draft: ReportPanel) -> None:
    draft.review.accept_current()
    draft.show_study(make_detail(number=9), may_write=True)
    elsewhere = make_revision("Written on another screen.", draft=make_draft())
    draft.show_study(drafted(revisions=(elsewhere,)), may_write=True)
    assert draft.text == elsewhere.text


def test_a_revision_of_another_study_is_not_taken_for_this_ones(draft: ReportPanel) -> None:
    draft.review.accept_current()
    draft.saved(make_revision("A text of another study."))
    assert draft.header.save_words == "Not saved yet"
    assert draft.header.status == "Drafted"


def test_a_stored_text_is_shown_as_saved(panel: ReportPanel) -> None:
    revision = make_revision(AF.text, draft=make_draft())
    panel.show_study(drafted(revisions=(revision,)), may_write=True)
    assert panel.header.save_words.startswith("Saved ")


def test_back_to_the_saved_text_needs_no_save(qtbot: QtBot) -> None:
    autosave = Autosave()
    autosave.start("A.", make_revision("A.").created_at)
    autosave.note("B.")
    assert autosave.state is SaveState.CHANGED
    autosave.note("A.")
    assert autosave.state is SaveState.SAVED
    with qtbot.assertNotEmitted(autosave.save_wanted):
        autosave.flush()


def test_back_to_the_saved_text_while_another_is_being_saved_is_saved_again(qtbot: QtBot) -> None:
    autosave = Autosave()
    autosave.start("A.", make_revision("A.").created_at)
    autosave.note("B.")
    autosave.flush()
    autosave.note("A.")
    with qtbot.waitSignal(autosave.save_wanted) as saving:
        autosave.flush()
    assert saving.args == ["A."]
    autosave.saved(make_revision("B.", number=1))
    assert autosave.state is SaveState.SAVING
    autosave.saved(make_revision("A.", number=2))
    assert autosave.state is SaveState.SAVED


def test_a_signed_study_has_no_save_state(panel: ReportPanel) -> None:
    panel.show_study(make_detail(status=StudyStatus.CONFIRMED), may_write=True)
    assert panel.header.save_words == ""
    assert Qt.FocusPolicy.NoFocus == panel.focusPolicy()
