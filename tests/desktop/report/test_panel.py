"""The report column through a report's life: empty, drafting, failed, read-only, signed, amended."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meit_core.domain.record import PatientInfo
from meit_core.domain.report import RevisionKind, SignatureMeaning
from meit_core.domain.study import StudyStatus
from meit_core.errors import UserError
from meit_desktop.widgets.report_panel import ReportPanel
from meit_desktop.widgets.report_review import CUT_OFF
from meit_desktop.widgets.report_signed import MEANINGS
from tests.desktop.report.conftest import ShowStudy
from tests.desktop.report.studies import (
    AF,
    LBBB,
    drafted,
    make_detail,
    make_draft,
    make_revision,
    make_signature,
    make_study,
    signed,
)

DIED = UserError("The model stopped unexpectedly.", "Draft again: it starts anew.")


def settle_everything(panel: ReportPanel) -> None:
    """Accept what is supported, reject the rest."""
    panel.review.accept_supported()
    while panel.pending:
        panel.review.reject_current()


def test_without_a_study_there_is_nothing_to_press(panel: ReportPanel) -> None:
    assert panel.study_id is None
    assert panel.review.empty.title == "No study open"
    assert panel.header.status == ""
    buttons = panel.actions_bar
    assert not any(button.isEnabled() for button in (buttons.draft, buttons.sign, buttons.pdf))
    assert not panel.review.add.isVisible()


def test_an_unread_study_offers_the_draft_as_the_next_step(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    assert panel.header.status == "Unread"
    assert panel.actions_bar.draft.property("role") == "primary"
    assert panel.actions_bar.draft.hasFocus()
    with qtbot.waitSignal(panel.draft_requested):
        QTest.keyClick(panel.actions_bar.draft, Qt.Key.Key_Space)


def test_the_status_is_shown_as_a_word_for_every_state(panel: ReportPanel) -> None:
    for status in StudyStatus:
        panel.show_study(make_detail(status=status), may_write=True)
        assert panel.header.status == status.value.capitalize()


def test_while_drafting_the_button_stops(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    assert panel.is_drafting
    assert panel.actions_bar.draft.text() == "Stop"
    assert not panel.actions_bar.sign.isEnabled()
    with qtbot.waitSignal(panel.stop_requested):
        panel.actions_bar.draft.click()
    assert panel.header.todo == "Stopping…"


def test_escape_in_the_report_stops_the_draft(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.add_sentence(AF)
    panel.focus_report()
    with qtbot.waitSignal(panel.stop_requested):
        QTest.keyClick(panel.review.sentences.row(0), Qt.Key.Key_Escape)


def test_a_finished_draft_is_ready_for_review(show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.finish_draft(make_draft())
    assert not panel.is_drafting
    assert panel.header.status == "Drafted"
    assert panel.header.todo == "1 contradicted to resolve"
    assert panel.draft_id == make_draft().draft_id
    assert len(panel.details.findings.rows) == 4
    assert panel.review.sentences.row(0).hasFocus()
    assert not panel.header.is_working


def test_a_stopped_draft_stays_and_is_marked_incomplete(show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.add_sentence(AF)
    panel.add_text(" Left bundle br")
    panel.finish_draft(make_draft(sentences=(AF,), complete=False))
    assert [line.text for line in panel.review.lines.lines] == [AF.text, "Left bundle br"]
    assert panel.review.lines[1].sentence.evidence == CUT_OFF  # type: ignore[union-attr]
    assert "Incomplete draft" in panel.note.text
    assert panel.note.isVisible()


def test_a_draft_of_what_the_model_has_not_learnt_from_says_so(show_study: ShowStudy) -> None:
    detail = drafted(drafts=(make_draft(),))
    child = replace(detail, record=replace(detail.record, patient=PatientInfo(age_years=7)))
    panel = show_study(child)
    assert "7 years old" in panel.note.text and panel.note.isVisible()


def test_an_incomplete_draft_is_still_marked_when_it_is_opened_again(show_study: ShowStudy) -> None:
    panel = show_study(drafted(drafts=(make_draft(complete=False),)))
    assert "Incomplete draft" in panel.note.text
    panel.show_study(drafted(), may_write=True)
    assert not panel.note.isVisible()


def test_a_failed_draft_says_what_happened_and_offers_another(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.fail_draft(DIED)
    assert str(DIED) == panel.message.text
    assert panel.header.todo == "No report yet"
    with qtbot.waitSignal(panel.draft_requested):
        panel.message.action_requested.emit()
    panel.begin_draft()
    assert not panel.message.isVisible()


def test_sentences_that_came_before_the_fault_stay(show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.add_sentence(AF)
    panel.fail_draft(DIED)
    assert [line.text for line in panel.review.lines.lines] == [AF.text]
    assert panel.draft_id is None


def test_a_draft_stopped_before_its_first_word_leaves_everything_as_it_was(show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.cancel_draft()
    assert panel.header.todo == "No report yet"
    assert panel.review.empty.title == "No report yet"
    assert panel.actions_bar.draft.isEnabled()


def test_a_new_draft_keeps_what_the_reader_already_decided_for(show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    panel.review.accept_current()
    panel.begin_draft()
    panel.finish_draft(make_draft(2, (LBBB,)))
    assert [line.text for line in panel.review.lines.lines] == [AF.text, LBBB.text]
    assert panel.text == AF.text


def test_a_running_draft_survives_a_reload_of_its_study(show_study: ShowStudy) -> None:
    panel = show_study(make_detail())
    panel.begin_draft()
    panel.add_sentence(AF)
    panel.show_study(make_detail(), may_write=True)
    assert panel.is_drafting
    assert len(panel.review.lines) == 1


def test_who_may_not_write_reads_why_and_can_walk_but_not_decide(qtbot: QtBot, panel: ReportPanel) -> None:
    panel.show_study(drafted(), may_write=False, why_not="Another program has this workspace open.")
    assert panel.note.text == "Another program has this workspace open."
    assert not panel.review.add.isVisible()
    assert not panel.review.decisions.isVisible()
    assert panel.actions_bar.pdf.isEnabled()
    assert not panel.actions_bar.draft.isEnabled()
    assert not panel.actions_bar.sign.isEnabled()
    panel.focus_report()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_E):
        QTest.keyClick(panel.review.sentences.row(0), key)
    assert panel.text == ""
    assert not panel.review.sentences.row(0).is_editing
    QTest.keyClick(panel.review.sentences.row(0), Qt.Key.Key_Down)
    assert panel.review.sentences.current == 1


def test_a_contradiction_stands_in_the_way_of_signing(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    panel.review.accept_supported()
    with qtbot.assertNotEmitted(panel.sign_requested):
        panel.actions_bar.sign.click()
    assert "contradicted" in panel.message.text
    assert panel.review.sentences.row(4).hasFocus()
    panel.review.keep_current()
    assert not panel.message.isVisible()
    with qtbot.waitSignal(panel.sign_requested):
        panel.actions_bar.sign.click()


def test_an_empty_report_cannot_be_signed(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    for _ in range(5):
        panel.review.reject_current()
    assert panel.header.todo == "The report is empty"
    with qtbot.assertNotEmitted(panel.sign_requested):
        panel.request_sign()
    assert "no text" in panel.message.text


def test_signing_is_the_next_step_once_all_is_decided(show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    assert panel.actions_bar.sign.property("role") != "primary"
    settle_everything(panel)
    assert panel.actions_bar.sign.property("role") == "primary"


def test_the_text_is_saved_before_the_sign_dialog_is_asked_for(show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    settle_everything(panel)
    wishes: list[str] = []
    panel.save_requested.connect(lambda *_args: wishes.append("save"))
    panel.sign_requested.connect(lambda: wishes.append("sign"))
    panel.request_sign()
    assert wishes == ["save", "sign"]


def test_after_signing_the_text_is_locked_under_name_time_and_meaning(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    settle_everything(panel)
    text = panel.text
    revision = make_revision(text, number=1, kind=RevisionKind.SIGNED)
    panel.signed(make_signature(revision, SignatureMeaning.REVIEW), text=text)
    shown = panel.signed_report.texts
    assert panel.header.status == "Confirmed"
    assert panel.text == text
    assert shown[0] == text
    assert "Signed by Dr. Demo" in shown
    assert f"{revision.created_at.astimezone():%Y-%m-%d %H:%M:%S}" in shown
    assert "I have reviewed this report (review)" in shown
    assert not panel.review.isVisible()
    assert not panel.actions_bar.draft.isVisible()
    with qtbot.assertNotEmitted(panel.save_requested):
        panel.flush()


def test_a_signed_report_offers_the_pdf_and_the_addendum(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(signed())
    assert panel.actions_bar.pdf.property("role") == "primary"
    with qtbot.waitSignal(panel.amend_requested):
        panel.actions_bar.sign.click()
    with qtbot.waitSignal(panel.pdf_requested):
        panel.actions_bar.pdf.click()


def test_an_addendum_stands_below_the_unchanged_text(show_study: ShowStudy) -> None:
    panel = show_study(signed())
    text = panel.text
    addendum = make_revision("Old infarction can't be excluded.", number=3, kind=RevisionKind.ADDENDUM)
    panel.signed(make_signature(addendum), text=addendum.text)
    shown = panel.signed_report.texts
    assert panel.header.status == "Amended"
    assert panel.text == text
    assert shown.index(text) < shown.index("Addendum 1") < shown.index(addendum.text)
    assert shown.count("Signed by Dr. Demo") == 2
    assert (
        sum(line in [f"{MEANINGS[meaning]} ({meaning.value})" for meaning in SignatureMeaning] for line in shown) == 2
    )


def test_a_signature_that_comes_while_nothing_is_open_changes_nothing(panel: ReportPanel) -> None:
    panel.signed(make_signature(make_revision("Sinus rhythm.")))
    assert panel.header.status == ""


def test_the_log_shows_every_step_newest_first_and_what_changed(show_study: ShowStudy) -> None:
    panel = show_study(signed(amended=True))
    entries = panel.details.log.entries
    assert [entry.split("  ")[1].split(" by")[0] for entry in entries] == ["Addendum", "Signed", "Saved", "Drafted"]
    kinds = [change.kind.value for change in panel.details.log.changes]
    assert kinds == ["kept", "kept", "removed", "removed", "removed", "added"]


def test_the_log_grows_with_a_save(show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    before = len(panel.details.log.entries)
    panel.review.accept_current()
    panel.flush()
    revision = make_revision(panel.text)
    panel.saved(revision)
    panel.review.accept_current()
    panel.review.undo()
    panel.flush()
    panel.saved(revision)  # the text was stored already: the workspace answers with the same revision
    assert len(panel.details.log.entries) == before + 1


def test_findings_are_sorted_worded_and_the_unlikely_counted(show_study: ShowStudy) -> None:
    panel = show_study(drafted())
    rows = panel.details.findings.rows
    assert [row.finding.code for row in rows] == ["AFIB", "CLBBB", "LAD", "ISC_"]
    assert rows[0].accessibleName() == "atrial fibrillation: 97 %, very likely, present"
    assert rows[3].accessibleName().endswith("22 %, unlikely, below the threshold")
    assert panel.details.findings.note == "2 more below 5 %"


def test_the_report_of_a_prior_comes_when_it_is_chosen(qtbot: QtBot, show_study: ShowStudy) -> None:
    panel = show_study(signed())
    prior = panel.details.prior
    assert panel.details.tabText(1) == "Prior 2"
    with qtbot.waitSignal(panel.prior_wanted) as wanted:
        prior.choose(0)
    assert wanted.args == [make_study(2).study_id]
    text = "Sinus rhythm.\nNormal ECG."
    revision = make_revision(text, kind=RevisionKind.SIGNED)
    panel.show_prior(make_detail(number=3, revisions=(revision,)))
    assert prior.text != text, "the answer to an earlier choice must be dropped"
    panel.show_prior(make_detail(number=2, revisions=(revision,)))
    assert prior.text == text


@pytest.mark.parametrize(
    ("revisions", "said"),
    [((), "No report was written for this study."), ((make_revision("Sinus rhythm."),), "Sinus rhythm.")],
)
def test_a_prior_without_a_signed_report_says_so(
    show_study: ShowStudy, revisions: tuple[object, ...], said: str
) -> None:
    panel = show_study(signed())
    panel.details.prior.choose(0)
    panel.show_prior(make_detail(number=2, revisions=revisions))  # type: ignore[arg-type]
    assert panel.details.prior.text == said
