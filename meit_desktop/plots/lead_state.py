"""What a reader must know about a lead before trusting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from meit_core.domain.measurements import LeadQuality
from meit_core.domain.record import LeadStatus
from meit_desktop.language import marked, tr

Weight = Literal["muted", "warn"]


@dataclass(frozen=True, slots=True)
class LeadMark:
    """An icon and a word beside a lead's name; ``weight`` names the colour token of both."""

    icon: str
    word: str
    weight: Weight


_ORIGIN: Final[Mapping[LeadStatus, LeadMark]] = {
    LeadStatus.DERIVED: LeadMark("info", marked("derived"), "muted"),
    LeadStatus.REPAIRED: LeadMark("info", marked("repaired"), "muted"),
    LeadStatus.MISSING: LeadMark("warning", marked("not recorded"), "warn"),
}
_QUALITY: Final[Mapping[LeadQuality, str]] = {
    LeadQuality.GOOD: marked("good"),
    LeadQuality.NOISY: marked("noisy"),
    LeadQuality.FLAT: marked("flat"),
    LeadQuality.CLIPPED: marked("clipped"),
    LeadQuality.MISSING: marked("missing"),
}
_MARKED: Final = (LeadQuality.NOISY, LeadQuality.FLAT, LeadQuality.CLIPPED)
"""Worth a mark: that a lead is missing its status says."""


def quality_word(quality: LeadQuality) -> str:
    """How good a lead is, in one word."""
    return tr(_QUALITY[quality])


def lead_marks(status: LeadStatus, quality: LeadQuality | None) -> tuple[LeadMark, ...]:
    """Marks of one lead, none for a good recorded one."""
    origin = _ORIGIN.get(status)
    marks = [replace(origin, word=tr(origin.word))] if origin else []
    if quality in _MARKED:
        marks.append(LeadMark("warning", quality_word(quality), "warn"))
    return tuple(marks)
