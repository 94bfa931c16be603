"""What a reader must know about a lead before trusting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from meit_core.domain.measurements import LeadQuality
from meit_core.domain.record import LeadStatus

Weight = Literal["muted", "warn"]


@dataclass(frozen=True, slots=True)
class LeadMark:
    """An icon and a word beside a lead's name; ``weight`` names the colour token of both."""

    icon: str
    word: str
    weight: Weight


_ORIGIN: Final[Mapping[LeadStatus, LeadMark]] = {
    LeadStatus.DERIVED: LeadMark("info", "derived", "muted"),
    LeadStatus.REPAIRED: LeadMark("info", "repaired", "muted"),
    LeadStatus.MISSING: LeadMark("warning", "not recorded", "warn"),
}
_QUALITY: Final[Mapping[LeadQuality, LeadMark]] = {
    LeadQuality.NOISY: LeadMark("warning", "noisy", "warn"),
    LeadQuality.FLAT: LeadMark("warning", "flat", "warn"),
    LeadQuality.CLIPPED: LeadMark("warning", "clipped", "warn"),
}


def lead_marks(status: LeadStatus, quality: LeadQuality | None) -> tuple[LeadMark, ...]:
    """Marks of one lead, none for a good recorded one."""
    marks = (_ORIGIN.get(status), _QUALITY.get(quality) if quality else None)
    return tuple(mark for mark in marks if mark)
