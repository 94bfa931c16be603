"""Every command can be found, reached by key, and does something."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meit_desktop.dialogs.about import AboutDialog
from meit_desktop.dialogs.command_palette import Choice, CommandPalette
from meit_desktop.dialogs.keys_sheet import KeysSheet
from meit_desktop.dialogs.language import LanguageDialog
from meit_desktop.settings import LANGUAGE
from meit_desktop.shortcuts import COMMANDS, MENUS
from meit_desktop.theme import Tokens
from tests.desktop.shell.conftest import Desk

CHOICES = (
    Choice("command", "sign", "Sign…", "S"),
    Choice("command", "toggle_worklist", "Worklist", "Ctrl+B"),
    Choice("study", "s1", "DOE, Jane", "Unread"),
)


def test_no_key_is_given_twice() -> None:
    keys = [QKeySequence(key).toString() for entry in COMMANDS for key in entry.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_every_command_stands_in_a_menu() -> None:
    assert {entry.menu for entry in COMMANDS} == set(MENUS)


def test_every_command_has_somebody_who_does_it(desk: Desk) -> None:
    assert desk.application.commands.names == {entry.name for entry in COMMANDS}


def test_the_keys_sheet_shows_every_key(qtbot: QtBot, tokens: Tokens) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    shown = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for entry in COMMANDS:
        if entry.keys:
            assert entry.title in shown
            assert QKeySequence(entry.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in shown


def test_the_keys_sheet_explains_the_marks_under_the_rhythm_strip(qtbot: QtBot, tokens: Tokens) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    shown = [label.text() for label in sheet.findChildren(QLabel)]
    for name, sign in (("Ventricular beat", "V"), ("Supraventricular beat, early", "S"), ("Pacing spike", "▲")):
        assert shown[shown.index(name) + 1] == sign


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("sig", ("Sign…",)), ("jane un", ("DOE, Jane",)), ("work", ("Worklist",)), ("nothing like it", ())],
)
def test_the_palette_narrows(qtbot: QtBot, tokens: Tokens, typed: str, expected: tuple[str, ...]) -> None:
    palette = CommandPalette(CHOICES, tokens)
    qtbot.addWidget(palette)
    QTest.keyClicks(palette.field, typed)
    assert palette.titles == expected


def test_the_palette_is_worked_by_keys_alone(qtbot: QtBot, tokens: Tokens) -> None:
    palette = CommandPalette(CHOICES, tokens)
    qtbot.addWidget(palette)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen.args == ["command", "toggle_worklist"]


def test_another_language_is_kept_for_the_next_start(desk: Desk) -> None:
    desk.run("language")
    dialog = desk.dialog(LanguageDialog)
    assert {code for code, button in dialog.choices.items() if button.isChecked()} == {"system"}
    assert dialog.choices["de"].text() == "Deutsch"
    dialog.choices["de"].click()
    dialog.save.click()
    assert desk.application.settings.get(LANGUAGE) == "de"
    assert "starts again" in desk.window.notice.text
    assert desk.window.actions_table["sign_out"].text() == "Sign out"


def test_a_language_that_is_looked_at_only_changes_nothing(desk: Desk) -> None:
    desk.run("language")
    dialog = desk.dialog(LanguageDialog)
    dialog.choices["de"].click()
    dialog.reject()
    assert desk.application.settings.get(LANGUAGE) == "system"


def test_a_study_opens_from_the_palette(desk: Desk) -> None:
    desk.run("show_palette")
    palette = desk.dialog(CommandPalette)
    QTest.keyClicks(palette.field, "karla")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    desk.until(lambda: "Karla" in desk.detail.study.patient.name)


def test_sheets_open_from_their_keys(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    desk.dialog(KeysSheet).reject()
    desk.run("about")
    told = " ".join(label.text() for label in desk.dialog(AboutDialog).findChildren(QLabel))
    assert "Not a medical device" in told


def test_the_theme_switches_everywhere_and_is_kept(desk: Desk) -> None:
    assert not desk.application.appearance.tokens.is_dark
    desk.run("switch_theme")
    tokens = desk.application.appearance.tokens
    assert tokens.is_dark
    assert desk.window.grab().toImage().pixelColor(3, 3).name().upper() == tokens.surface
    assert not desk.window.actions_table["follow_system_theme"].isChecked()
    desk.run("switch_theme")


def test_high_contrast_comes_and_goes(desk: Desk) -> None:
    appearance = desk.application.appearance
    desk.run("high_contrast")
    assert appearance.tokens.is_high_contrast
    assert desk.window.actions_table["high_contrast"].isChecked()
    assert desk.window.grab().toImage().pixelColor(3, 3).name() == "#000000"
    desk.run("high_contrast")
    assert not appearance.tokens.is_high_contrast
    assert not desk.window.actions_table["high_contrast"].isChecked()
    assert appearance.follows_system


def test_moving_past_the_end_says_so(desk: Desk) -> None:
    desk.flows.reading.open(desk.studies[-1].study_id)
    desk.until(lambda: desk.detail.study.study_id == desk.studies[-1].study_id)
    desk.run("next_study")
    assert "last study" in desk.window.notice.text
