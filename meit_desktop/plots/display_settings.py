"""How a reader wants the tracing shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from meit_core.domain.display_filter import UNFILTERED, DisplayFilter
from meit_core.domain.sheet_layout import LeadOrder, Rows, SheetLayout

SPEEDS_MM_PER_S: Final = (25.0, 50.0)
GAINS_MM_PER_MV: Final = (5.0, 10.0, 20.0)

_Choice = TypeVar("_Choice")


class ScaleMode(StrEnum):
    """How large a millimetre of ECG paper is on the screen."""

    AUTO = "auto"
    """True size where the sheet fits and fills the window well, else fitted."""
    FIT = "fit"
    """As large as the window allows."""
    TRUE_SIZE = "true size"
    """A millimetre is a millimetre; what doesn't fit is reached by dragging."""


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """Speed, gain, filter, layout and scale; measurements and drafts never see what the filter makes."""

    speed_mm_per_s: float = 25.0
    gain_mm_per_mv: float = 10.0
    filter: DisplayFilter = UNFILTERED
    layout: SheetLayout = SheetLayout.THREE_BY_FOUR_ONE_RHYTHM
    order: LeadOrder = LeadOrder.STANDARD
    scale_mode: ScaleMode = ScaleMode.AUTO
    beat_ticks: bool = True

    def __post_init__(self) -> None:
        if self.speed_mm_per_s not in SPEEDS_MM_PER_S:
            raise ValueError(f"speed must be one of {SPEEDS_MM_PER_S} mm/s, not {self.speed_mm_per_s}")
        if self.gain_mm_per_mv not in GAINS_MM_PER_MV:
            raise ValueError(f"gain must be one of {GAINS_MM_PER_MV} mm/mV, not {self.gain_mm_per_mv}")

    @property
    def rows(self) -> Rows:
        return self.layout.rows_in(self.order)

    def with_next_speed(self) -> DisplaySettings:
        return replace(self, speed_mm_per_s=_following(SPEEDS_MM_PER_S, self.speed_mm_per_s))

    def with_next_gain(self) -> DisplaySettings:
        return replace(self, gain_mm_per_mv=_following(GAINS_MM_PER_MV, self.gain_mm_per_mv))

    def with_next_layout(self) -> DisplaySettings:
        return replace(self, layout=_following(tuple(SheetLayout), self.layout))

    def with_next_order(self) -> DisplaySettings:
        return replace(self, order=_following(tuple(LeadOrder), self.order))


def _following(choices: Sequence[_Choice], current: _Choice) -> _Choice:
    return choices[(choices.index(current) + 1) % len(choices)]
