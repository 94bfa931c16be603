"""Moves a caliper's parts on the sheet, with the trace attracting what comes near it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from meit_core.domain.calipers import AmplitudeCaliper, Caliper, IntervalMeaning, TimeCaliper
from meit_core.signal.caliper_snap import nearest_deflection, nearest_foot, nearest_level
from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.caliper_list import Part
from meit_desktop.plots.caliper_places import Places, Strip

REACH_MM: Final = 2.0
"""From the pointer to the deflection that attracts it."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A caliper after a move, and the point of the trace that attracted it, if one did."""

    caliper: Caliper
    snapped_mm: tuple[float, float] | None = None


class Mover:
    """Moves on one sheet.

    Parameters
    ----------
    strip, segment
        Where the caliper stands.
    """

    def __init__(self, places: Places, strip: Strip, segment: Segment) -> None:
        self._places, self._strip, self._segment = places, strip, segment
        self._lead_mv = places.record.lead(segment.lead)
        self._fs_hz = places.record.fs_hz
        self._reach = REACH_MM / strip.step_mm

    def new_time(self, x_mm: float, *, free: bool) -> TimeCaliper:
        """Both legs at a place."""
        at = round(self._strip.sample_at(x_mm))
        new = TimeCaliper(self._segment.lead, at, at)
        placed = self._time_leg(new, Part.START, x_mm, free=free).caliper
        assert isinstance(placed, TimeCaliper)
        return replace(placed, end_sample=placed.start_sample)

    def new_amplitude(self, x_mm: float, y_mm: float, *, free: bool) -> AmplitudeCaliper:
        """Both levels at a place."""
        at, level = self._own_sample(x_mm), self._places.mv_at(self._segment, y_mm)
        new = AmplitudeCaliper(self._segment.lead, at, level, at, level)
        placed = self._level(new, Part.START, x_mm, y_mm, free=free).caliper
        assert isinstance(placed, AmplitudeCaliper)
        return replace(placed, end_sample=placed.start_sample, end_mv=placed.start_mv)

    def part_to(self, caliper: Caliper, part: Part, x_mm: float, y_mm: float, *, free: bool) -> Moved:
        """Put one leg or level to a place, or near enough to the trace on it."""
        if isinstance(caliper, TimeCaliper):
            return self._time_leg(caliper, part, x_mm, free=free)
        return self._level(caliper, part, x_mm, y_mm, free=free)

    def whole_by(self, caliper: Caliper, dx_mm: float, dy_mm: float) -> Caliper:
        """Moved along the strip, and an amplitude up or down; what it measures stays the same."""
        low, high = sorted((caliper.start_sample, caliper.end_sample))
        if isinstance(caliper, TimeCaliper):
            first, last = self._strip.first_sample, self._strip.last_sample
        else:
            first, last = self._own_range
        step = min(max(round(dx_mm / self._strip.step_mm), first - low), last - high)
        moved = replace(caliper, start_sample=caliper.start_sample + step, end_sample=caliper.end_sample + step)
        if isinstance(moved, AmplitudeCaliper):
            up_mv = self._places.mv_at(self._segment, dy_mm) - self._places.mv_at(self._segment, 0.0)
            return replace(moved, start_mv=moved.start_mv + up_mv, end_mv=moved.end_mv + up_mv)
        return moved

    @property
    def _own_range(self) -> tuple[int, int]:
        return self._segment.first_sample, self._segment.first_sample + len(self._segment.points_mm) - 1

    def _own_sample(self, x_mm: float) -> int:
        first, last = self._own_range
        return min(max(round(self._strip.sample_at(x_mm)), first), last)

    def _time_leg(self, caliper: TimeCaliper, part: Part, x_mm: float, *, free: bool) -> Moved:
        at = self._strip.sample_at(x_mm)
        found = None
        # A leg over the row's next lead has no business with this lead's trace.
        if not free and self._own_range[0] <= at <= self._own_range[1]:
            if caliper.meaning is IntervalMeaning.QT:
                other = caliper.end_sample if part is Part.START else caliper.start_sample
                found = nearest_foot(self._lead_mv, self._fs_hz, at, self._reach, ending=at > other)
            else:
                found = nearest_deflection(self._lead_mv, self._fs_hz, at, self._reach)
        sample = round(at) if found is None else found
        moved = replace(caliper, start_sample=sample) if part is Part.START else replace(caliper, end_sample=sample)
        return Moved(moved, None if found is None else self._point(found))

    def _level(self, caliper: AmplitudeCaliper, part: Part, x_mm: float, y_mm: float, *, free: bool) -> Moved:
        sample, level = self._own_sample(x_mm), self._places.mv_at(self._segment, y_mm)
        found = None
        if not free:
            reach_mv = REACH_MM / self._places.gain_mm_per_mv
            found = nearest_level(
                self._lead_mv, self._fs_hz, sample, level, reach_samples=self._reach, reach_mv=reach_mv
            )
            first, last = self._own_range
            if found is not None and first <= found[0] <= last:
                sample, level = found
        if part is Part.START:
            return Moved(replace(caliper, start_sample=sample, start_mv=level), found and self._point(found[0]))
        return Moved(replace(caliper, end_sample=sample, end_mv=level), found and self._point(found[0]))

    def _point(self, sample: int) -> tuple[float, float]:
        return self._strip.x_of(sample), self._places.y_of(self._segment, float(self._lead_mv[sample]))
