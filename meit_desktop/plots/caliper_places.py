"""Between the recording's own terms (sample, raw millivolts) and places on a laid-out sheet (mm)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from meit_core.domain.calipers import Caliper, TimeCaliper
from meit_core.domain.record import EcgRecord
from meit_core.signal.sheet_geometry import Segment, Sheet
from meit_desktop.plots.caliper_list import Placed

_NEAR_MM: Final = 1.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Segments of one row that run on in time: one stretch of time, whatever leads it passes through.

    Attributes
    ----------
    first_sample
        Sample at ``x_mm``.
    step_mm
        From one sample to the next.
    last_sample
        Last one of the recording that the strip shows.
    """

    segments: tuple[Segment, ...]
    first_sample: int
    last_sample: int
    step_mm: float

    @property
    def row(self) -> int:
        return self.segments[0].row

    @property
    def x_mm(self) -> float:
        return self.segments[0].x_mm

    @property
    def right_mm(self) -> float:
        return self.segments[-1].x_mm + self.segments[-1].width_mm

    @property
    def baseline_mm(self) -> float:
        return self.segments[0].baseline_mm

    def x_of(self, sample: float) -> float:
        return self.x_mm + (sample - self.first_sample) * self.step_mm

    def sample_at(self, x_mm: float) -> float:
        """Fractional sample at a place, kept within the strip."""
        sample = self.first_sample + (x_mm - self.x_mm) / self.step_mm
        return min(max(sample, self.first_sample), self.last_sample)

    def holds(self, sample: int) -> bool:
        return self.first_sample <= sample <= self.last_sample


class Places:
    """A sheet with the recording it shows; levels are the raw recording's, whatever the sheet filters.

    Parameters
    ----------
    record
        Unfiltered.
    """

    def __init__(self, sheet: Sheet, record: EcgRecord, *, speed_mm_per_s: float, gain_mm_per_mv: float) -> None:
        self.sheet, self.record = sheet, record
        self.speed_mm_per_s, self.gain_mm_per_mv = speed_mm_per_s, gain_mm_per_mv
        self._medians: dict[int, float] = {}

    @cached_property
    def strips(self) -> tuple[Strip, ...]:
        """From top to bottom, left to right."""
        runs: list[list[Segment]] = []
        ordered = sorted(self.sheet.segments, key=lambda segment: (segment.row, segment.x_mm))
        for segment in ordered:
            if runs and runs[-1][-1].row == segment.row and self._runs_on(runs[-1][-1], segment):
                runs[-1].append(segment)
            else:
                runs.append([segment])
        return tuple(self._strip(tuple(run)) for run in runs)

    def point(self, x_mm: float, y_mm: float) -> tuple[Strip, Segment] | None:
        """The strip and segment whose trace is nearest, in the column of a point; ``None`` beside all traces.

        The trace and not its baseline: a tall R wave reaches into the row above, and is still meant.
        """
        here = [
            (_distance(segment, x_mm, y_mm), abs(segment.baseline_mm - y_mm), index, strip, segment)
            for index, strip in enumerate(self.strips)
            for segment in strip.segments
            if segment.points_mm.size and segment.x_mm <= x_mm < segment.x_mm + segment.width_mm
        ]
        if not here:
            return None
        distance, *_, strip, segment = min(here, key=lambda found: found[:3])
        return (strip, segment) if distance <= max(25.0, self.sheet.row_pitch_mm) else None

    def strip_of(self, placed: Placed) -> tuple[Strip, Segment] | None:
        """Where a caliper stands: in the row it was set in, else in the longest that shows it; or nowhere."""
        caliper = placed.caliper
        found = [
            (segment.row != placed.row, -segment.width_mm, index, strip, segment)
            for index, strip in enumerate(self.strips)
            for segment in strip.segments
            if segment.lead == caliper.lead and self._shows(strip, segment, caliper)
        ]
        if not found:
            return None
        *_, strip, segment = min(found, key=lambda each: each[:3])
        return strip, segment

    def continued(self, strip: Strip) -> tuple[Strip, ...]:
        """The strip, and those of other rows that show its leads at other times: lines of one long strip."""
        leads = [segment.lead for segment in strip.segments]
        return tuple(
            other
            for other in self.strips
            if other is strip
            or (
                [segment.lead for segment in other.segments] == leads
                and (other.first_sample >= strip.last_sample or other.last_sample <= strip.first_sample)
            )
        )

    def y_of(self, segment: Segment, level_mv: float) -> float:
        return segment.baseline_mm - self._turn(segment) * (level_mv - self._median(segment)) * self.gain_mm_per_mv

    def mv_at(self, segment: Segment, y_mm: float) -> float:
        return self._median(segment) + self._turn(segment) * (segment.baseline_mm - y_mm) / self.gain_mm_per_mv

    def _shows(self, strip: Strip, segment: Segment, caliper: Caliper) -> bool:
        """Time may run on into the row's next lead; an amplitude belongs to its own."""
        first, last = segment.first_sample, segment.first_sample + len(segment.points_mm) - 1
        inside = [first <= sample <= last for sample in (caliper.start_sample, caliper.end_sample)]
        if isinstance(caliper, TimeCaliper):
            return any(inside) and strip.holds(caliper.start_sample) and strip.holds(caliper.end_sample)
        return all(inside)

    def _runs_on(self, before: Segment, segment: Segment) -> bool:
        end_s = before.start_s + before.width_mm / self.speed_mm_per_s
        return abs(segment.start_s - end_s) < 1 / self.record.fs_hz

    def _strip(self, segments: tuple[Segment, ...]) -> Strip:
        step_mm = self.speed_mm_per_s / self.record.fs_hz
        first = segments[0].first_sample
        width_mm = segments[-1].x_mm + segments[-1].width_mm - segments[0].x_mm
        last = min(self.record.n_samples - 1, first + round(width_mm / step_mm))
        return Strip(segments, first, max(first, last), step_mm)

    def _median(self, segment: Segment) -> float:
        """The raw level that stands on the baseline: what the sheet subtracts where nothing is filtered."""
        if id(segment) not in self._medians:
            stretch = self.record.lead(segment.lead)[segment.first_sample :][: len(segment.points_mm)]
            self._medians[id(segment)] = float(np.median(stretch.astype(np.float64))) if stretch.size else 0.0
        return self._medians[id(segment)]

    @staticmethod
    def _turn(segment: Segment) -> int:
        return -1 if segment.inverted else 1


def _distance(segment: Segment, x_mm: float, y_mm: float) -> float:
    """From a point to the stretch of trace about it, up or down; 0 between its highest and lowest sample."""
    first, last = np.searchsorted(segment.points_mm[:, 0], (x_mm - _NEAR_MM, x_mm + _NEAR_MM))
    y = segment.points_mm[max(0, first - 1) : last + 1, 1]
    return max(float(y.min()) - y_mm, y_mm - float(y.max()), 0.0)
