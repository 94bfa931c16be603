"""Which leads stand where on a 12-lead sheet."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

Rows = tuple[tuple[str, ...], ...]
"""Rows of leads from top to bottom; the leads of a row share its width equally, each continuing in time where the one
before it ended. A row of one lead is a strip of the whole width."""

INVERTED: Final = "−"
"""In front of a lead's name: shown upside down, as Cabrera's sequence wants aVR."""


class LeadOrder(StrEnum):
    """In which order the limb leads stand; the value is the name readers use.

    Cabrera's goes through the frontal plane in steps of 30 degrees, with aVR turned round; AHA/ACC/HRS Part I
    recommends it as the alternative (Kligfield et al., Circulation 2007;115:1306).
    """

    STANDARD = "standard order"
    CABRERA = "Cabrera order"

    @property
    def limb_leads(self) -> tuple[str, ...]:
        if self is LeadOrder.CABRERA:
            return ("aVL", "I", f"{INVERTED}aVR", "II", "aVF", "III")
        return ("I", "II", "III", "aVR", "aVL", "aVF")


_CHEST: Final = ("V1", "V2", "V3", "V4", "V5", "V6")


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
        """Rows in the standard order."""
        return self.rows_in(LeadOrder.STANDARD)

    def rows_in(self, order: LeadOrder) -> Rows:
        """Return the rows with the limb leads in an order."""
        limb = order.limb_leads
        match self:
            case SheetLayout.SIX_BY_TWO:
                return tuple(zip(limb, _CHEST, strict=True))
            case SheetLayout.TWELVE_BY_ONE:
                return tuple((lead,) for lead in (*limb, *_CHEST))
        three_by_four = tuple(zip(limb[:3], limb[3:], _CHEST[:3], _CHEST[3:], strict=True))
        return (*three_by_four, *((lead,) for lead in _RHYTHM[self]))


_RHYTHM: Final[Mapping[SheetLayout, tuple[str, ...]]] = {
    SheetLayout.THREE_BY_FOUR_ONE_RHYTHM: ("II",),
    SheetLayout.THREE_BY_FOUR_THREE_RHYTHMS: ("V1", "II", "V5"),
}
