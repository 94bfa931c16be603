"""Which leads stand where on a 12-lead sheet."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

Rows = tuple[tuple[str, ...], ...]
"""Rows of leads from top to bottom; the leads of a row share its width equally, each continuing in time where the one
before it ended. A row of one lead is a strip of the whole width."""

_THREE_BY_FOUR: Final[Rows] = (("I", "aVR", "V1", "V4"), ("II", "aVL", "V2", "V5"), ("III", "aVF", "V3", "V6"))


class SheetLayout(StrEnum):
    """The formats readers ask for; the value is the name they use.

    The first is the common format of AHA/ACC/HRS Part I (Kligfield et al., Circulation 2007;115:1306): Einthoven,
    Goldberger, V1-V3 and V4-V6 in columns over a rhythm strip of lead II.
    """

    THREE_BY_FOUR_ONE_RHYTHM = "3x4+1R"
    THREE_BY_FOUR_THREE_RHYTHMS = "3x4+3R"
    SIX_BY_TWO = "6x2"
    TWELVE_BY_ONE = "12x1"

    @property
    def rows(self) -> Rows:
        return _ROWS[self]


_ROWS: Final[Mapping[SheetLayout, Rows]] = {
    SheetLayout.THREE_BY_FOUR_ONE_RHYTHM: (*_THREE_BY_FOUR, ("II",)),
    SheetLayout.THREE_BY_FOUR_THREE_RHYTHMS: (*_THREE_BY_FOUR, ("V1",), ("II",), ("V5",)),
    SheetLayout.SIX_BY_TWO: (
        ("I", "V1"),
        ("II", "V2"),
        ("III", "V3"),
        ("aVR", "V4"),
        ("aVL", "V5"),
        ("aVF", "V6"),
    ),
    SheetLayout.TWELVE_BY_ONE: tuple(
        (lead,) for lead in ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
    ),
}
