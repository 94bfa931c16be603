"""Both themes can be read: WCAG 2.2 asks for 4.5:1 for text and 3:1 for what marks the focus."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from meit_desktop.theme import THEMES, ThemeName, apply_theme
from meit_desktop.theme.contrast import contrast_ratio
from meit_desktop.theme.icons import icon_names
from meit_desktop.theme.stylesheet import build_stylesheet

GROUNDS = ("background", "surface", "hover", "selection", "ok_ground", "warn_ground", "danger_ground")
STATE_GROUNDS = ("background", "surface")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reads_on_every_ground(theme: ThemeName, ground: str) -> None:
    tokens = THEMES[theme]
    assert contrast_ratio(tokens.text, getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", ["muted", "accent", "ok", "warn", "danger"])
def test_coloured_text_reads_on_the_regions(theme: ThemeName, colour: str) -> None:
    tokens = THEMES[theme]
    for ground in STATE_GROUNDS:
        assert contrast_ratio(getattr(tokens, colour), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_buttons_and_focus_read(theme: ThemeName) -> None:
    tokens = THEMES[theme]
    assert contrast_ratio(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast_ratio(tokens.on_accent, tokens.accent_hover) >= 4.5
    assert contrast_ratio(tokens.focus, tokens.surface) >= 3
    assert contrast_ratio(tokens.trace, tokens.paper) >= 7


@pytest.mark.parametrize("theme", THEMES)
def test_the_sheet_has_no_placeholder_left(theme: ThemeName) -> None:
    assert "$" not in build_stylesheet(THEMES[theme])


def test_text_grows_with_the_scale(qapp: QApplication) -> None:
    try:
        apply_theme(qapp, "light", 2.0)
        label = QLabel("12 leads")
        label.setProperty("role", "title")
        label.ensurePolished()
        large = label.sizeHint()
        apply_theme(qapp, "light", 1.0)
        label.style().polish(label)
        assert large.height() >= 1.8 * label.sizeHint().height()
    finally:
        apply_theme(qapp, "light")


def test_every_command_has_an_icon_that_ships() -> None:
    from meit_desktop.shortcuts import COMMANDS

    assert {entry.icon for entry in COMMANDS if entry.icon} <= set(icon_names())
