"""Reviewing a draft by key and by button."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from meit_core.domain.draft import DraftSentence, Support
from meit_desktop.models.report_lines import Line, LineState
from meit_desktop.theme import Tokens, apply_theme
from meit_desktop.widgets.report_panel import ReportPanel
from meit_desktop.widgets.report_sentence import SentenceRow
from tests.desktop.report.conftest import ShowStudy
from tests.desktop.report.studies import AF, LBBB, LVH, NORMAL, SENTENCES, drafted

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def draft(show_study: ShowStudy) -> ReportPanel:
    """A drafted study with the keyboard on its first sentence."""
    return show_study(drafted())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def states(panel: ReportPanel) -> list[LineState]:
    return [line.state for line in panel.review.lines.lines]


def current_row(panel: ReportPanel) -> SentenceRow:
    return panel.review.sentences.row(panel.review.sentences.current)


def test_enter_accepts_and_goes_on_to_the_next_open_sentence(draft: ReportPanel) -> None:
    press(Qt.Key.Key_Return)
    assert states(draft)[0] is LineState.ACCEPTED
    assert draft.review.sentences.current == 1
    assert current_row(draft).hasFocus()


def test_a_whole_draft_is_reviewed_without_a_mouse(draft: ReportPanel) -> None:
    press(Qt.Key.Key_Return)  # atrial fibrillation
    press(Qt.Key.Key_E)  # left bundle branch block
    press(Qt.Key.Key_End)
    QTest.keyClicks(QApplication.focusWidget(), " New.")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_X)  # left ventricular hypertrophy
    press(Qt.Key.Key_X)  # no previous ECG
    press(Qt.Key.Key_Return, SHIFT)  # normal ECG, kept
    assert states(draft) == [
        LineState.ACCEPTED,
        LineState.EDITED,
        LineState.REJECTED,
        LineState.REJECTED,
        LineState.KEPT,
    ]
    assert draft.text.splitlines() == [AF.text, f"{LBBB.text} New.", NORMAL.text]
    assert draft.header.todo == "All decided"


def test_enter_on_a_contradicted_sentence_decides_nothing(draft: ReportPanel) -> None:
    draft.review.sentences.make_current(4)
    press(Qt.Key.Key_Return)
    assert states(draft)[4] is LineState.PENDING
    assert draft.unresolved == 1
    assert draft.review.sentences.current == 4


def test_evidence_of_a_contradiction_is_in_line_and_other_evidence_on_demand(qtbot: QtBot, draft: ReportPanel) -> None:
    assert draft.review.sentences.row(4).evidence_shown == NORMAL.evidence
    assert current_row(draft).evidence_shown == ""
    with qtbot.waitSignal(draft.evidence_wanted) as wanted:
        press(Qt.Key.Key_Right)
    assert wanted.args == [AF]
    assert current_row(draft).evidence_shown == AF.evidence
    press(Qt.Key.Key_Left)
    assert current_row(draft).evidence_shown == ""


def test_an_edited_sentence_still_tells_what_the_draft_said(draft: ReportPanel) -> None:
    draft.review.sentences.make_current(4)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Abnormal ECG")
    press(Qt.Key.Key_Return)
    row = draft.review.sentences.row(4)
    row.show_evidence(True)
    assert NORMAL.text in row.evidence_shown
    assert NORMAL.evidence in row.evidence_shown
    assert "Edited by you" in row.accessibleName()


def test_escape_leaves_an_edit_unchanged(draft: ReportPanel) -> None:
    press(Qt.Key.Key_E)
    QTest.keyClicks(QApplication.focusWidget(), " and more")
    press(Qt.Key.Key_Escape)
    assert draft.review.lines[0].text == AF.text
    assert current_row(draft).hasFocus()
    assert not current_row(draft).is_editing


def test_arrows_walk_and_the_last_step_down_leads_to_the_field(draft: ReportPanel) -> None:
    for _ in range(4):
        press(Qt.Key.Key_Down)
    assert draft.review.sentences.current == 4
    press(Qt.Key.Key_Down)
    assert draft.review.add.field.hasFocus()
    press(Qt.Key.Key_Up)
    assert draft.review.sentences.row(4).hasFocus()


def test_alt_and_arrows_move_the_sentence(draft: ReportPanel) -> None:
    press(Qt.Key.Key_Down, ALT)
    assert [line.text for line in draft.review.lines.lines][:2] == [LBBB.text, AF.text]
    assert current_row(draft).line.text == AF.text  # type: ignore[union-attr]
    assert current_row(draft).hasFocus()


def test_control_enter_accepts_all_supported_and_control_z_takes_it_back(draft: ReportPanel) -> None:
    press(Qt.Key.Key_Return, CTRL)
    assert states(draft)[:2] == [LineState.ACCEPTED] * 2
    assert draft.review.sentences.current == 2
    press(Qt.Key.Key_Z, CTRL)
    assert set(states(draft)) == {LineState.PENDING}


def test_the_buttons_do_what_the_keys_do(draft: ReportPanel) -> None:
    buttons = draft.review.decisions
    buttons.accept.click()
    buttons.reject.click()
    buttons.edit.click()
    assert states(draft)[:2] == [LineState.ACCEPTED, LineState.REJECTED]
    assert draft.review.sentences.row(2).is_editing
    press(Qt.Key.Key_Escape)
    draft.review.sentences.make_current(4)
    assert buttons.accept.text() == "Keep anyway"
    buttons.accept.click()
    assert states(draft)[4] is LineState.KEPT


def test_the_button_for_all_supported_says_how_many_and_goes_when_there_is_nothing_left(draft: ReportPanel) -> None:
    button = draft.review.decisions.all_supported
    assert button.text() == "Accept 2 supported"
    button.click()
    assert not button.isVisible()


def test_an_added_statement_is_in_the_report_and_the_keyboard_stays_in_the_field(draft: ReportPanel) -> None:
    field = draft.review.add.field
    field.setFocus()
    QTest.keyClicks(field, "lafb")
    press(Qt.Key.Key_Return)
    assert draft.text == "left anterior fascicular block."
    assert field.hasFocus()


def test_a_double_click_edits(qtbot: QtBot, draft: ReportPanel) -> None:
    row = draft.review.sentences.row(1)
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    assert row.is_editing


def test_each_sentence_is_told_to_a_screen_reader(draft: ReportPanel) -> None:
    rows = draft.review.sentences
    assert rows.row(0).accessibleName() == "Sentence 1 of 5. Atrial fibrillation. Supported."
    assert NORMAL.evidence.rstrip(".") in rows.row(4).accessibleName()
    press(Qt.Key.Key_X)
    assert rows.row(0).accessibleName() == "Sentence 1 of 5. Atrial fibrillation. Rejected. supported."


def test_a_draft_streams_in_sentence_by_sentence(panel: ReportPanel, show_study: ShowStudy) -> None:
    from tests.desktop.report.studies import make_detail

    show_study(make_detail())
    panel.begin_draft()
    assert panel.header.todo == "Waiting for the model…"
    assert panel.header.is_working
    panel.add_text("Atrial fibril")
    assert panel.header.todo == "Drafting…"
    assert panel.review.sentences.streaming_text.startswith("Atrial fibril")
    panel.add_text("lation. Left")
    panel.add_sentence(AF)
    assert panel.review.sentences.row(0).line.sentence == AF  # type: ignore[union-attr]
    assert panel.review.sentences.streaming_text.startswith("Left")
    assert "Atrial" not in panel.review.sentences.streaming_text


def test_the_sentence_that_is_written_is_in_view_at_twice_the_text_size(
    panel: ReportPanel, show_study: ShowStudy, qapp: QApplication
) -> None:
    from tests.desktop.report.studies import make_detail

    apply_theme(qapp, "light", 2.0)
    try:
        panel.resize(670, 560)
        show_study(make_detail())
        panel.begin_draft()
        panel.add_text("Atrial fibrillation. Left")
        panel.add_sentence(AF)
        qapp.processEvents()
        (written,) = (label for label in panel.findChildren(QLabel) if label.text().startswith("Left"))
        assert not written.visibleRegion().isEmpty()
    finally:
        apply_theme(qapp, "light")


def test_a_sentence_can_be_decided_while_the_next_one_is_written(panel: ReportPanel, show_study: ShowStudy) -> None:
    from tests.desktop.report.studies import make_detail, make_draft

    show_study(make_detail())
    panel.begin_draft()
    panel.add_sentence(AF)
    panel.focus_report()
    press(Qt.Key.Key_Return)
    panel.add_text("Left ventricular")
    panel.add_sentence(LVH)
    panel.finish_draft(make_draft(sentences=(AF, LVH)))
    assert states(panel) == [LineState.ACCEPTED, LineState.PENDING]


def test_verdicts_that_changed_at_the_end_are_shown(panel: ReportPanel, show_study: ShowStudy) -> None:
    from tests.desktop.report.studies import make_detail, make_draft

    show_study(make_detail())
    panel.begin_draft()
    panel.add_sentence(DraftSentence(NORMAL.text, Support.SUPPORTED, "Findings head: normal ECG 88%."))
    panel.focus_report()
    press(Qt.Key.Key_Return)
    panel.finish_draft(make_draft(sentences=(NORMAL,)))
    assert panel.unresolved == 1
    assert "Contradicted" in panel.review.sentences.row(0).accessibleName()


def test_the_number_of_rows_follows_the_study(panel: ReportPanel, show_study: ShowStudy) -> None:
    show_study(drafted())
    assert panel.review.sentences.current == 0
    assert len(panel.review.lines) == len(SENTENCES)
    from tests.desktop.report.studies import make_detail

    panel.show_study(make_detail(number=7), may_write=True)
    assert panel.review.sentences.current == -1
    assert panel.review.empty.isVisible()


def test_a_settled_sentence_says_no_more_than_itself(qtbot: QtBot, language: str, tokens: Tokens) -> None:
    row = SentenceRow(tokens)
    qtbot.addWidget(row)
    supported = DraftSentence("Sinus rhythm.", Support.SUPPORTED, "HR 70/min.")
    unchecked = replace(supported, support=Support.UNCHECKED)
    words = []
    for sentence in (supported, unchecked):
        row.show_line(Line(sentence.text, LineState.ACCEPTED, sentence), number=1, count=1)
        words.append([label.text() for label in row.findChildren(QLabel) if label.text() and not label.isHidden()])
    assert words[0] == ["Sinus rhythm."]
    told = {"en": ["Accepted", "· unchecked"], "de": ["Übernommen", "· ungeprüft"]}[language]
    assert words[1] == ["Sinus rhythm.", *told]
