"""Where the lines of a caliper lie on the sheet, mm, and which of them a pointer is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.calipers import AmplitudeCaliper, TimeCaliper
from meit_core.signal.caliper_figures import divisions, repeated
from meit_desktop.plots.caliper_list import Part, Placed
from meit_desktop.plots.caliper_places import Places

_ABOVE: Final = 0.6
_BELOW: Final = 0.4
"""Shares of a row's pitch that a leg reaches above and below the baseline: rows don't mix."""
_EDGE_MM: Final = 1.0
"""From a leg's end to the sheet's edge: its handle must be seen."""
_LEVEL_MM: Final = 6.0
"""How far a level line reaches beyond the place where it was taken."""
_TICK_MM: Final = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """Attributes: edges in mm; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def contains(self, x_mm: float, y_mm: float, reach_mm: float = 0.0) -> bool:
        return (
            self.left - reach_mm <= x_mm <= self.right + reach_mm
            and self.top - reach_mm <= y_mm <= self.bottom + reach_mm
        )

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class TimeShape:
    """Two legs in a row.

    Attributes
    ----------
    start_mm, end_mm
        x of the legs, in the order they were set.
    ticks_mm
        x, top and bottom of each repetition.
    divisions_mm
        x of the beats between the legs.
    """

    start_mm: float
    end_mm: float
    top_mm: float
    bottom_mm: float
    baseline_mm: float
    ticks_mm: tuple[tuple[float, float, float], ...] = ()
    divisions_mm: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        left, right = sorted((self.start_mm, self.end_mm))
        return Box(left, self.top_mm, right, self.bottom_mm)


@dataclass(frozen=True, slots=True)
class AmplitudeShape:
    """Two levels and the line between them.

    Attributes
    ----------
    start_mm, end_mm
        y of the levels, in the order they were set.
    """

    start_mm: float
    end_mm: float
    left_mm: float
    right_mm: float
    bar_mm: float

    @property
    def box(self) -> Box:
        top, bottom = sorted((self.start_mm, self.end_mm))
        return Box(self.left_mm, top, self.right_mm, bottom)


Shape = TimeShape | AmplitudeShape


def shape_of(placed: Placed, places: Places) -> Shape | None:
    """A caliper's lines; ``None`` where the sheet doesn't show its stretch of its lead."""
    found = places.strip_of(placed)
    if found is None:
        return None
    strip, segment = found
    caliper = placed.caliper
    if isinstance(caliper, AmplitudeCaliper):
        at = sorted(strip.x_of(sample) for sample in (caliper.start_sample, caliper.end_sample))
        return AmplitudeShape(
            places.y_of(segment, caliper.start_mv),
            places.y_of(segment, caliper.end_mv),
            at[0] - _LEVEL_MM,
            at[1] + _LEVEL_MM,
            sum(at) / 2,
        )
    pitch_mm = places.sheet.row_pitch_mm
    return TimeShape(
        strip.x_of(caliper.start_sample),
        strip.x_of(caliper.end_sample),
        max(strip.baseline_mm - _ABOVE * pitch_mm, _EDGE_MM),
        min(strip.baseline_mm + _BELOW * pitch_mm, places.sheet.height_mm - _EDGE_MM),
        strip.baseline_mm,
        _ticks(caliper, places, placed) if caliper.march_out else (),
        tuple(strip.x_of(float(sample)) for sample in divisions(caliper)),
    )


def part_at(shape: Shape, bar_mm: float, x_mm: float, y_mm: float, reach_mm: float) -> Part | None:
    """What of a caliper lies within reach.

    Parameters
    ----------
    bar_mm
        y of the line between the legs of a time caliper.
    """
    if isinstance(shape, TimeShape):
        along, across, bar, here = x_mm, y_mm, bar_mm, (shape.top_mm, shape.bottom_mm)
    else:
        along, across, bar, here = y_mm, x_mm, shape.bar_mm, (shape.left_mm, shape.right_mm)
    if here[0] - reach_mm <= across <= here[1] + reach_mm:
        # The leg set last first: in a caliper narrower than the reach it is the one that is meant.
        for part, edge in ((Part.END, shape.end_mm), (Part.START, shape.start_mm)):
            if abs(edge - along) <= reach_mm:
                return part
    low, high = sorted((shape.start_mm, shape.end_mm))
    return Part.WHOLE if low <= along <= high and abs(bar - across) <= reach_mm else None


def _ticks(caliper: TimeCaliper, places: Places, placed: Placed) -> tuple[tuple[float, float, float], ...]:
    found = places.strip_of(placed)
    assert found is not None
    return tuple(
        (strip.x_of(float(sample)), strip.baseline_mm - _TICK_MM, strip.baseline_mm + _TICK_MM)
        for strip in places.continued(found[0])
        for sample in repeated(caliper, strip.first_sample, strip.last_sample)
    )
