"""One call puts a theme on the whole application."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from meit_desktop.theme.palette import build_palette
from meit_desktop.theme.stylesheet import build_stylesheet
from meit_desktop.theme.tokens import THEMES, ThemeName, Tokens, TypeSize


def apply_theme(app: QApplication, name: ThemeName) -> Tokens:
    """Set style, palette, font and style sheet; returns the tokens for whatever is drawn by hand."""
    tokens = THEMES[name]
    app.setStyle("Fusion")
    app.setPalette(build_palette(tokens))
    font = QFont(app.font())
    font.setPixelSize(int(TypeSize.BODY))
    app.setFont(font)
    app.setStyleSheet(build_stylesheet(tokens))
    return tokens
