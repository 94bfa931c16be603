"""The one place where colours, distances and type sizes are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

from meit_desktop.theme.contrast import mixed

ThemeName = Literal["light", "dark", "contrast"]


class Space(IntEnum):
    """Distances between things, px."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Control(IntEnum):
    """Heights of things to click, px."""

    CHIP = 22
    NORMAL = 28
    PRIMARY = 32


class TypeSize(IntEnum):
    """Sizes of the interface's font, px."""

    SECONDARY = 12
    BODY = 13
    TITLE = 16
    HEADING = 20


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, each as ``#rrggbb``.

    Attributes
    ----------
    background, surface
        Behind the regions, and the regions themselves; every text colour reads at 4.5:1 on both.
    muted
        Secondary text: units, hints, captions.
    border
        Hairlines between regions.
    accent
        The one colour for what can be done next; ``on_accent`` is text upon it.
    ok, warn, danger
        States, always beside an icon and a word.
    focus
        Ring around the control that has the keyboard.
    paper, grid_1mm, grid_5mm, trace
        The ECG sheet.
    """

    name: ThemeName
    background: str
    surface: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    ok: str
    warn: str
    danger: str
    focus: str
    paper: str
    grid_1mm: str
    grid_5mm: str
    trace: str

    @property
    def is_dark(self) -> bool:
        return self.name != "light"

    @property
    def is_high_contrast(self) -> bool:
        """Made for eyes that need 7:1, where tints must be strong to be seen at all."""
        return self.name == "contrast"

    @property
    def hover(self) -> str:
        """Surface under the pointer."""
        return mixed(self.surface, self.text, 0.16 if self.is_high_contrast else 0.06)

    @property
    def pressed(self) -> str:
        """Surface while the button is down."""
        return mixed(self.surface, self.text, 0.20 if self.is_high_contrast else 0.12)

    @property
    def selection(self) -> str:
        """Surface of the chosen row; text keeps its colour on it."""
        return mixed(self.surface, self.accent, 0.24 if self.is_high_contrast else 0.16)

    @property
    def field_border(self) -> str:
        """Edge of something that takes input, stronger than a hairline."""
        return mixed(self.border, self.muted, 0.35)

    @property
    def disabled(self) -> str:
        """Text of a control that can't be used now."""
        return mixed(self.surface, self.muted, 0.55)

    @property
    def accent_hover(self) -> str:
        return mixed(self.accent, self.text, 0.14)

    @property
    def accent_pressed(self) -> str:
        return mixed(self.accent, self.text, 0.26)

    @property
    def ok_ground(self) -> str:
        """Behind a sentence about something that went well; text keeps its colour on it."""
        return mixed(self.surface, self.ok, 0.12)

    @property
    def warn_ground(self) -> str:
        return mixed(self.surface, self.warn, 0.12)

    @property
    def danger_ground(self) -> str:
        return mixed(self.surface, self.danger, 0.12)

    @property
    def scroll_handle(self) -> str:
        return mixed(self.surface, self.muted, 0.5 if self.is_high_contrast else 0.38)


LIGHT: Final = Tokens(
    name="light",
    background="#F6F7F9",
    surface="#FFFFFF",
    text="#1A1F26",
    muted="#56606C",
    border="#D8DDE4",
    accent="#0B62B8",
    on_accent="#FFFFFF",
    ok="#1A7A3A",
    warn="#9A5200",
    danger="#B3261E",
    focus="#0B62B8",
    paper="#FFF8F6",
    grid_1mm="#F4D3CC",
    grid_5mm="#E5A397",
    trace="#12161B",
)

DARK: Final = Tokens(
    name="dark",
    background="#13161A",
    surface="#1B2026",
    text="#E7EAEE",
    muted="#9BA5B1",
    border="#303842",
    accent="#62B0FF",
    on_accent="#0C1722",
    ok="#5CC98A",
    warn="#F0B35A",
    danger="#FF8A80",
    focus="#62B0FF",
    paper="#0F1417",
    grid_1mm="#1C282D",
    grid_5mm="#2C4148",
    trace="#DFF3EA",
)

CONTRAST: Final = Tokens(
    name="contrast",
    background="#000000",
    surface="#000000",
    text="#FFFFFF",
    muted="#E4E4E4",
    border="#A8A8A8",
    accent="#A6DBFF",
    on_accent="#000000",
    ok="#8CF0AE",
    warn="#FFCC4D",
    danger="#FFC4BE",
    focus="#FFFF00",
    paper="#000000",
    grid_1mm="#262626",
    grid_5mm="#5C5C5C",
    trace="#FFFFFF",
)
"""All text at 7:1 or more on every ground it stands on: WCAG 2.2, level AAA."""

THEMES: Final[dict[ThemeName, Tokens]] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
