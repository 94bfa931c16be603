"""Theme and text size: what was chosen, what the system says, and putting it on everything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from meit_desktop.settings import TEXT_PERCENT, THEME, Settings
from meit_desktop.theme import THEMES, ThemeName, Tokens, apply_theme, system_text_scale, system_theme


class Appearance(QObject):
    """The look of the whole application.

    Attributes
    ----------
    tokens
        Colours in use.

    Signals
    -------
    changed(Tokens)
        Everything drawn by hand must be drawn again.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self._system_scale = system_text_scale()
        self.tokens: Tokens = self._apply()
        self._before_contrast = "system"
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._system_changed)

    @property
    def follows_system(self) -> bool:
        return self._settings.get(THEME) == "system"

    @property
    def text_percent(self) -> int:
        return self._settings.get(TEXT_PERCENT)

    def switch_theme(self) -> None:
        """Light to dark or back; from then on this is the choice."""
        self.choose("light" if self.tokens.is_dark else "dark")

    def follow_system(self, follow: bool) -> None:
        self.choose("system" if follow else self.tokens.name)

    def set_high_contrast(self, on: bool) -> None:
        """High contrast, or back to what was there before it."""
        if on:
            self._before_contrast = self._settings.get(THEME)
            self.choose("contrast")
            return
        self.choose(self._before_contrast if self._before_contrast != "contrast" else "system")
        if self.tokens.is_high_contrast:  # the system asks for it: only another choice leads away
            self.choose("light")

    def choose(self, theme: str) -> None:
        """Choose ``light``, ``dark``, ``contrast`` or ``system``."""
        self._settings.set(THEME, theme)
        self._refresh()

    def step_text(self, steps: int) -> None:
        """Make all text larger or smaller."""
        sizes = TEXT_PERCENT.choices
        index = min(max(sizes.index(self.text_percent) + steps, 0), len(sizes) - 1)
        if sizes[index] != self.text_percent:
            self._settings.set(TEXT_PERCENT, sizes[index])
            self._refresh()

    @Slot()
    def _system_changed(self) -> None:
        if self.follows_system:
            self._refresh()

    def _refresh(self) -> None:
        self.tokens = self._apply()
        self.changed.emit(self.tokens)

    def _apply(self) -> Tokens:
        chosen = self._settings.get(THEME)
        names: tuple[ThemeName, ...] = tuple(THEMES)
        name = next((theme for theme in names if theme == chosen), system_theme(self._app))
        return apply_theme(self._app, name, self._system_scale * self.text_percent / 100)
