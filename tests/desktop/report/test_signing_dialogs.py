"""Signing and amending: the text, the meaning, the password again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from meit_core.domain.report import SignatureMeaning
from meit_core.errors import PermissionRefused
from meit_desktop.dialogs.amend import AmendDialog
from meit_desktop.dialogs.sign import SignDialog
from meit_desktop.dialogs.statement_library import StatementLibraryDialog
from meit_desktop.theme import Tokens
from tests.desktop.report.studies import READER

TEXT = "Atrial fibrillation.\nLeft bundle branch block."
WRONG = PermissionRefused("The password is not right.", "Type it again.")


@pytest.fixture
def dialog(qtbot: QtBot, tokens: Tokens) -> SignDialog:
    dialog = SignDialog(text=TEXT, user=READER)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_exactly_the_text_to_be_signed_is_shown_and_cannot_be_typed_into(dialog: SignDialog) -> None:
    QTest.keyClicks(dialog.shown_text, "Normal ECG.")
    assert dialog.shown_text.toPlainText() == TEXT


def test_the_keyboard_starts_at_the_password_and_enter_signs(qtbot: QtBot, dialog: SignDialog) -> None:
    assert dialog.form.password.hasFocus()
    QTest.keyClicks(dialog.form.password, "secret")
    with qtbot.waitSignal(dialog.sign_wanted) as wanted:
        QTest.keyClick(dialog.form.password, Qt.Key.Key_Return)
    assert wanted.args == ["secret", SignatureMeaning.AUTHOR]


@pytest.mark.parametrize("meaning", list(SignatureMeaning))
def test_the_meaning_that_was_chosen_is_signed(qtbot: QtBot, dialog: SignDialog, meaning: SignatureMeaning) -> None:
    dialog.form.choose(meaning)
    QTest.keyClicks(dialog.form.password, "secret")
    with qtbot.waitSignal(dialog.sign_wanted) as wanted:
        dialog.sign_button.click()
    assert wanted.args[1] is meaning


def test_without_a_password_nothing_can_be_signed(qtbot: QtBot, dialog: SignDialog) -> None:
    assert not dialog.sign_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.sign_wanted):
        QTest.keyClick(dialog.form.password, Qt.Key.Key_Return)


def test_a_wrong_password_is_said_and_the_dialog_stays(qtbot: QtBot, dialog: SignDialog) -> None:
    QTest.keyClicks(dialog.form.password, "wrong")
    dialog.sign_button.click()
    dialog.refuse(WRONG)
    assert dialog.isVisible()
    assert dialog.form.fault_text == str(WRONG)
    assert dialog.form.password.text() == ""
    assert dialog.form.password.hasFocus()
    QTest.keyClicks(dialog.form.password, "right")
    with qtbot.waitSignal(dialog.sign_wanted):
        dialog.sign_button.click()
    assert dialog.form.fault_text == ""


def test_while_the_password_is_checked_it_can_neither_be_sent_twice_nor_cancelled(
    qtbot: QtBot, dialog: SignDialog
) -> None:
    QTest.keyClicks(dialog.form.password, "secret")
    dialog.sign_button.click()
    assert dialog.sign_button.text() == "Signing…"
    with qtbot.assertNotEmitted(dialog.sign_wanted):
        dialog.sign_button.click()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_cancels(dialog: SignDialog) -> None:
    QTest.keyClick(dialog.form.password, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize(("pending", "said"), [(1, "One sentence"), (3, "3 sentences")])
def test_sentences_that_are_left_out_are_counted(qtbot: QtBot, tokens: Tokens, pending: int, said: str) -> None:
    dialog = SignDialog(text=TEXT, user=READER, pending=pending)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.left_out.isVisible()
    assert dialog.left_out.text().startswith(said)


def test_the_demos_password_is_shown_in_the_demo_only(qtbot: QtBot, tokens: Tokens) -> None:
    for password, shown in (("demo", True), (None, False)):
        dialog = SignDialog(text=TEXT, user=READER, demo_password=password)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.form.demo_hint.isVisible() is shown
        assert ("“demo”" in dialog.form.demo_hint.text()) is shown


def test_an_addendum_needs_text_and_password(qtbot: QtBot, tokens: Tokens) -> None:
    dialog = AmendDialog(signed_text=TEXT, user=READER)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.field.hasFocus()
    QTest.keyClicks(dialog.form.password, "secret")
    assert not dialog.sign_button.isEnabled()
    QTest.keyClicks(dialog.field, "  Old infarction. ")
    with qtbot.waitSignal(dialog.sign_wanted) as wanted:
        dialog.sign_button.click()
    assert wanted.args == ["secret", SignatureMeaning.AUTHOR]
    assert dialog.addendum == "Old infarction."
    assert dialog.signed_text.toPlainText() == TEXT


def test_a_refused_addendum_keeps_its_text(qtbot: QtBot, tokens: Tokens) -> None:
    dialog = AmendDialog(signed_text=TEXT, user=READER)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.field, "Old infarction.")
    QTest.keyClicks(dialog.form.password, "wrong")
    dialog.sign_button.click()
    dialog.refuse(WRONG)
    assert dialog.addendum == "Old infarction."
    assert dialog.form.fault_text == str(WRONG)


def test_the_library_finds_and_adds_several_statements_by_key(qtbot: QtBot, tokens: Tokens) -> None:
    dialog = StatementLibraryDialog(tokens)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    chosen: list[str] = []
    dialog.statement_chosen.connect(chosen.append)
    for typed in ("lafb", "lbbb"):
        QTest.keyClicks(dialog.search, typed)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen == ["left anterior fascicular block", "left bundle branch block"]
    assert dialog.isVisible()
    QTest.keyClicks(dialog.search, "nothing like it")
    assert dialog.none.isVisible()
    assert not dialog.view.isVisible()


def test_in_a_low_window_the_text_scrolls_and_signing_stays_in_sight(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(700, 420)
    qtbot.addWidget(window)
    window.show()
    dialog = AmendDialog(signed_text="\n".join(["Sinus rhythm."] * 10), user=READER, parent=window)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.height() <= window.height()
    assert dialog.rect().contains(dialog.sign_button.geometry())
    assert dialog.form.geometry().bottom() < dialog.sign_button.geometry().top()
    window.resize(700, 1000)
    roomy = AmendDialog(signed_text="Sinus rhythm.", user=READER, parent=window)
    roomy.show()
    qtbot.waitExposed(roomy)
    assert roomy.findChild(QScrollArea).verticalScrollBar().maximum() == 0, "nothing scrolls where there is room"
