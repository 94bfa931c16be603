"""Keys can be changed: conflicts are named, everything that shows a key follows, and the choice is there tomorrow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from meit_desktop.dialogs.command_palette import CommandPalette
from meit_desktop.dialogs.key_changes import KeyChangesDialog
from meit_desktop.dialogs.keys_sheet import KeysSheet
from meit_desktop.keymap import FIXED_COMMANDS, FIXED_KEYS, KeyMap, portable
from meit_desktop.settings import Settings
from meit_desktop.shortcuts import COMMANDS
from meit_desktop.theme import Tokens
from meit_desktop.widgets.report_key_button import KeyButton
from tests.desktop.shell.conftest import Desk


@pytest.fixture
def keymap(tmp_path: Path) -> KeyMap:
    return KeyMap(Settings(tmp_path / "desktop.ini"))


@pytest.fixture
def dialog(qtbot: QtBot, tokens: Tokens, keymap: KeyMap) -> KeyChangesDialog:
    made = KeyChangesDialog(keymap)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(
    dialog: KeyChangesDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    dialog.recorder.setFocus()
    QTest.keyClick(dialog.recorder, key, modifier)


def test_shipped_keys_are_in_use_and_collide_with_nothing_fixed(keymap: KeyMap) -> None:
    for entry in COMMANDS:
        assert keymap.keys(entry.name) == tuple(portable(key) for key in entry.keys)
        assert not keymap.is_changed(entry.name)
        if entry.name not in FIXED_COMMANDS:
            assert not set(keymap.keys(entry.name)) & set(FIXED_KEYS)


def test_fixed_keys_are_spelt_as_qt_spells_them() -> None:
    assert {portable(key) for key in FIXED_KEYS} == set(FIXED_KEYS)


def test_a_choice_is_there_after_a_restart(keymap: KeyMap, tmp_path: Path) -> None:
    keymap.bind("draft", "Ctrl+D")
    again = KeyMap(Settings(tmp_path / "desktop.ini"))
    assert again.keys("draft") == ("Ctrl+D",)
    assert again.owner("D") is None
    again.reset("draft")
    assert KeyMap(Settings(tmp_path / "desktop.ini")).keys("draft") == ("D",)


def test_a_taken_key_is_refused_and_can_be_swapped(keymap: KeyMap) -> None:
    with pytest.raises(ValueError, match="gain"):
        keymap.bind("speed", "G")
    keymap.swap("speed", "G")
    assert (keymap.keys("speed"), keymap.keys("gain")) == (("G",), ("V",))
    keymap.swap("speed", "V")
    assert not keymap.is_changed("speed")
    assert not keymap.is_changed("gain")


def test_swapping_keeps_the_other_keys_of_a_command(keymap: KeyMap) -> None:
    keymap.swap("about", "/")
    assert (keymap.keys("about"), keymap.keys("search")) == (("/",), ("Ctrl+F",))


@pytest.mark.parametrize("key", ["E", "Esc", "Return", "3", "Ctrl+C", "Up", "", "Ctrl+A, B"])
def test_what_lists_and_text_need_cant_be_given_away(keymap: KeyMap, key: str) -> None:
    assert keymap.refusal("sign", key)
    with pytest.raises(ValueError, match=re.escape(keymap.refusal("sign", key))):
        keymap.bind("sign", key)


def test_a_key_of_a_command_that_keeps_it_is_refused(keymap: KeyMap) -> None:
    assert "keeps its key" in keymap.refusal("sign", "Ctrl+Y")


def test_escape_stays_with_stopping(keymap: KeyMap) -> None:
    with pytest.raises(ValueError, match="keeps its key"):
        keymap.bind("stop_draft", "Ctrl+T")


def test_a_reset_doesnt_take_a_key_away_from_a_choice(keymap: KeyMap) -> None:
    keymap.bind("draft", "Ctrl+D")
    keymap.bind("sign", "D")
    assert keymap.reset("draft") == "sign"
    assert keymap.keys("sign") == ("D",)
    keymap.reset_all()
    assert (keymap.keys("draft"), keymap.keys("sign")) == (("D",), ("S",))


def test_a_newly_shipped_key_yields_to_a_choice(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desktop.ini")
    settings._store.setValue("keys/about", '["V"]')
    keymap = KeyMap(settings)
    assert keymap.keys("about") == ("V",)
    assert keymap.keys("speed") == ()


@pytest.mark.parametrize("stored", ["nonsense", "[1]", '{"a": 1}', '["Esc"]'])
def test_a_damaged_choice_counts_for_nothing(tmp_path: Path, stored: str) -> None:
    settings = Settings(tmp_path / "desktop.ini")
    settings._store.setValue("keys/draft", stored)
    assert "Esc" not in KeyMap(settings).keys("draft")
    assert KeyMap(settings).keys("sign") == ("S",)


def test_a_pressed_free_key_is_taken_at_once(dialog: KeyChangesDialog, keymap: KeyMap) -> None:
    dialog.choose("draft")
    press(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert keymap.keys("draft") == ("Ctrl+D",)
    assert "now on Ctrl+D" in dialog.said.text()
    row = dialog.list.currentItem()
    assert (row.text(1), row.text(2)) == ("Ctrl+D", "changed")


def test_a_conflict_is_named_in_words_and_swapped_on_request(dialog: KeyChangesDialog, keymap: KeyMap) -> None:
    dialog.choose("speed")
    assert dialog.swap_button.isHidden()
    press(dialog, Qt.Key.Key_G)
    assert "G belongs to “Change gain" in dialog.said.text()
    assert "would get V" in dialog.said.text()
    assert keymap.keys("speed") == ("V",)
    dialog.swap_button.click()
    assert (keymap.keys("speed"), keymap.keys("gain")) == (("G",), ("V",))
    assert dialog.swap_button.isHidden()


def test_a_key_of_the_report_is_refused_with_the_reason(dialog: KeyChangesDialog, keymap: KeyMap) -> None:
    dialog.choose("speed")
    press(dialog, Qt.Key.Key_E)
    assert "E edits a sentence" in dialog.said.text()
    assert dialog.swap_button.isHidden()
    assert keymap.keys("speed") == ("V",)


def test_one_and_all_are_reset(dialog: KeyChangesDialog, keymap: KeyMap) -> None:
    keymap.bind("draft", "Ctrl+D")
    keymap.bind("sign", "Ctrl+G")
    dialog.choose("draft")
    dialog.reset_button.click()
    assert (keymap.keys("draft"), keymap.keys("sign")) == (("D",), ("Ctrl+G",))
    assert not dialog.reset_button.isEnabled()
    dialog.reset_all_button.click()
    assert keymap.keys("sign") == ("S",)
    assert not dialog.reset_all_button.isEnabled()


def test_the_list_has_every_command_and_is_searched_by_word_or_key(dialog: KeyChangesDialog) -> None:
    assert set(dialog._items) == {entry.name for entry in COMMANDS}
    QTest.keyClicks(dialog.search, "gain: 5")
    assert [name for name, item in dialog._items.items() if not item.isHidden()] == ["gain"]
    dialog.search.setText("ctrl+k")
    assert [name for name, item in dialog._items.items() if not item.isHidden()] == ["show_palette"]


def test_a_changed_key_works_and_the_old_one_doesnt(desk: Desk) -> None:
    gain = desk.flows.trace.settings.gain_mm_per_mv
    desk.application.commands.keyboard.keymap.bind("gain", "Ctrl+G")
    desk.window.activateWindow()
    QTest.keyClick(desk.window, Qt.Key.Key_G)
    assert desk.flows.trace.settings.gain_mm_per_mv == gain
    QTest.keyClick(desk.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert desk.flows.trace.settings.gain_mm_per_mv != gain


def hints(window: QWidget) -> dict[str, str]:
    """Every key that a control of the window shows, and the words around it."""
    found = {}
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QMenu):
            continue
        texts = [widget.toolTip(), getattr(widget, "text", str)() if isinstance(widget, QPushButton) else ""]
        texts += [widget.placeholderText()] if isinstance(widget, QLineEdit) else []
        for text in texts:
            for key in re.findall(r"\(([^()\s]{1,14})\)|  (\S{1,14})$", text):
                found[key[0] or key[1]] = text
        found |= dict.fromkeys(re.findall(r"\(([^()]*\+[^()\s]*)\)", widget.toolTip()), widget.toolTip())
        if isinstance(widget, KeyButton):
            found[widget.key] = widget.text()
    return found


def test_every_control_and_menu_shows_the_new_key_at_once(desk: Desk) -> None:
    keymap = desk.application.commands.keyboard.keymap
    shipped = {key: entry.name for entry in COMMANDS for key in entry.keys[:1] if entry.name not in FIXED_COMMANDS}
    shown = {key for key in hints(desk.window) if key in shipped}
    assert {"V", "G", "F", "L", "T", "C", "D", "S", "P", "M", "Ctrl+K", "Ctrl+B", "Ctrl+R"} <= shown
    assert {"Ctrl+F", "Ctrl+Shift+F"} <= shown
    held_keys = ("Ctrl+Alt", "Ctrl+Shift", "Ctrl+Meta", "Alt+Shift")
    free = (f"{held}+F{number}" for held in held_keys for number in range(1, 25))
    for entry in COMMANDS:
        if entry.keys and entry.name not in FIXED_COMMANDS:
            keymap.bind(entry.name, next(free))
    left = {key: text for key, text in hints(desk.window).items() if key in shipped}
    assert not left
    for entry in COMMANDS:
        expected = QKeySequence(keymap.keys(entry.name)[0]) if entry.keys else QKeySequence()
        assert desk.window.actions_table[entry.name].shortcut() == expected


def test_a_hint_where_nothing_is_open_names_the_new_key(desk: Desk) -> None:
    empty = desk.window.desk.empty
    assert "Press J for the next one" in empty.detail
    desk.application.commands.keyboard.keymap.bind("next_study", "Ctrl+J")
    assert "Press Ctrl+J for the next one" in empty.detail
    empty.show_message("trace", "Something else")
    desk.application.commands.keyboard.keymap.bind("next_study", "Ctrl+D")
    assert empty.detail == ""


def test_sheet_and_palette_show_the_new_key_and_lead_to_changing_it(desk: Desk) -> None:
    desk.application.commands.keyboard.keymap.bind("gain", "Ctrl+G")
    desk.run("show_palette")
    palette = desk.dialog(CommandPalette)
    assert any(choice.name == "gain" and choice.detail == "Ctrl+G" for choice in palette._choices)
    palette.reject()
    desk.run("show_keys")
    sheet = desk.dialog(KeysSheet)
    assert "Ctrl+G" in [label.text() for label in sheet.findChildren(QLabel)]
    next(button for button in sheet.findChildren(QPushButton) if "Change" in button.text()).click()
    dialog = desk.dialog(KeyChangesDialog)
    dialog.choose("gain")
    dialog.reset_button.click()
    assert desk.window.actions_table["gain"].shortcut() == QKeySequence("G")


def test_the_menu_leads_to_the_dialog(desk: Desk) -> None:
    desk.run("change_keys")
    assert desk.dialog(KeyChangesDialog).list.topLevelItemCount() > 3
