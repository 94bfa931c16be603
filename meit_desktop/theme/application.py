"""One call puts a theme on the whole application."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from meit_desktop.theme.palette import build_palette
from meit_desktop.theme.stylesheet import build_stylesheet
from meit_desktop.theme.tokens import THEMES, ThemeName, Tokens, TypeSize


def system_text_scale() -> float:
    """How much larger than usual the person has set the system's text, 1 to 2.

    Desktops enlarge text by their font's resolution or by its size; both end in the font's pixels.
    """
    usual_px = 17.0  # the largest default interface font among the platforms, 13 pt at 96 dpi
    chosen = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return min(max(QFontInfo(chosen).pixelSize() / usual_px, 1.0), 2.0)


def system_theme(app: QApplication) -> ThemeName:
    """The theme the system asks for; light where it doesn't say."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply_theme(app: QApplication, name: ThemeName, scale: float = 1.0) -> Tokens:
    """Set style, palette, font and style sheet; returns the tokens for whatever is drawn by hand."""
    tokens = THEMES[name]
    app.setStyle("Fusion")
    app.setPalette(build_palette(tokens))
    font = QFont(app.font())
    font.setPixelSize(round(TypeSize.BODY * scale))
    app.setFont(font)
    sheet = build_stylesheet(tokens, scale)
    if sheet != app.styleSheet():  # setting it restyles every widget there is
        app.setStyleSheet(sheet)
    return tokens
