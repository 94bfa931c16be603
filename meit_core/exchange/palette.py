"""Inks and line widths of the printed page: the light ECG paper of the screen, quiet greys around it."""

from __future__ import annotations

from typing import Final, NamedTuple


class Ink(NamedTuple):
    """Red, green and blue in [0, 1]."""

    red: float
    green: float
    blue: float


def _ink(hex_code: str) -> Ink:
    return Ink(*(int(hex_code[start : start + 2], 16) / 255 for start in (1, 3, 5)))


PAPER: Final = _ink("#FFF8F6")
GRID_FINE: Final = _ink("#F4D3CC")
GRID_BOLD: Final = _ink("#E5A397")
TRACE: Final = _ink("#12161B")
TEXT: Final = _ink("#1A1F26")
MUTED: Final = _ink("#56606C")
BORDER: Final = _ink("#D8DDE4")
OK: Final = _ink("#1A7A3A")
DANGER: Final = _ink("#B3261E")

HAIRLINE_MM: Final = 0.12
GRID_FINE_MM: Final = 0.08
GRID_BOLD_MM: Final = 0.14
TRACE_MM: Final = 0.22
"""Thin enough to read 1 mm as 0.1 mV, thick enough to survive a fax."""
