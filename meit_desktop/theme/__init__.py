"""Colours, spacing, type, icons: everything that decides how the application looks."""

from meit_desktop.theme.application import apply_theme, system_text_scale, system_theme
from meit_desktop.theme.tokens import CONTRAST, DARK, LIGHT, THEMES, Control, Space, ThemeName, Tokens, TypeSize

__all__ = [
    "CONTRAST",
    "DARK",
    "LIGHT",
    "THEMES",
    "Control",
    "Space",
    "ThemeName",
    "Tokens",
    "TypeSize",
    "apply_theme",
    "system_text_scale",
    "system_theme",
]
