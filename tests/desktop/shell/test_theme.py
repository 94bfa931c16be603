"""Every theme can be read: WCAG 2.2 asks for 4.5:1 for text and 3:1 for what marks the focus."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from meit_desktop.theme import CONTRAST, THEMES, ThemeName, apply_theme, system_theme
from meit_desktop.theme.contrast import contrast_ratio
from meit_desktop.theme.icons import icon_names
from meit_desktop.theme.stylesheet import build_stylesheet

GROUNDS = ("background", "surface", "hover", "selection", "ok_ground", "warn_ground", "danger_ground")
STATE_GROUNDS = ("background", "surface")
LEAST: dict[ThemeName, float] = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
"""Levels AA and AAA for text."""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reads_on_every_ground(theme: ThemeName, ground: str) -> None:
    tokens = THEMES[theme]
    assert contrast_ratio(tokens.text, getattr(tokens, ground)) >= LEAST[theme]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", ["muted", "accent", "ok", "warn", "danger"])
def test_coloured_text_reads_on_the_regions(theme: ThemeName, colour: str) -> None:
    tokens = THEMES[theme]
    for ground in STATE_GROUNDS:
        assert contrast_ratio(getattr(tokens, colour), getattr(tokens, ground)) >= LEAST[theme]


@pytest.mark.parametrize("theme", THEMES)
def test_buttons_and_focus_read(theme: ThemeName) -> None:
    tokens = THEMES[theme]
    assert contrast_ratio(tokens.on_accent, tokens.accent) >= LEAST[theme]
    assert contrast_ratio(tokens.on_accent, tokens.accent_hover) >= LEAST[theme]
    assert contrast_ratio(tokens.focus, tokens.surface) >= 3
    assert contrast_ratio(tokens.trace, tokens.paper) >= 7


@pytest.mark.parametrize("ground", [*GROUNDS, "pressed"])
@pytest.mark.parametrize("colour", ["muted", "accent", "ok", "warn", "danger"])
def test_in_high_contrast_coloured_text_reads_on_every_ground(colour: str, ground: str) -> None:
    assert contrast_ratio(getattr(CONTRAST, colour), getattr(CONTRAST, ground)) >= 7


def test_in_high_contrast_edges_focus_and_grid_are_seen() -> None:
    for edge in (CONTRAST.border, CONTRAST.field_border, CONTRAST.scroll_handle):
        assert contrast_ratio(edge, CONTRAST.surface) >= 3
    assert contrast_ratio(CONTRAST.focus, CONTRAST.surface) >= 7
    assert contrast_ratio(CONTRAST.trace, CONTRAST.grid_5mm) >= 4.5
    assert contrast_ratio(CONTRAST.grid_5mm, CONTRAST.paper) >= 2
    assert contrast_ratio(CONTRAST.selection, CONTRAST.surface) >= 1.4


@pytest.mark.parametrize(
    ("preference", "scheme", "expected"),
    [
        (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Light, "contrast"),
        (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Dark, "contrast"),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Dark, "dark"),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Unknown, "light"),
    ],
)
def test_the_systems_wish_for_contrast_goes_first(
    preference: Qt.ContrastPreference, scheme: Qt.ColorScheme, expected: ThemeName
) -> None:
    accessibility = SimpleNamespace(contrastPreference=lambda: preference)
    hints = SimpleNamespace(accessibility=lambda: accessibility, colorScheme=lambda: scheme)
    assert system_theme(cast(QApplication, SimpleNamespace(styleHints=lambda: hints))) == expected


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
