"""From a point of the sheet to the sample drawn there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.record import EcgRecord
from meit_core.signal.sheet_geometry import Segment, Sheet

_REACH_MM: Final = 25.0
"""Further away from every trace the pointer means none."""


@dataclass(frozen=True, slots=True)
class SampleAt:
    """A sample under the pointer.

    Attributes
    ----------
    value_mv
        As recorded: neither filtered nor moved to the baseline.
    x_mm, y_mm
        Where the sheet shows it.
    """

    lead: str
    time_s: float
    value_mv: float
    x_mm: float
    y_mm: float


def sample_at(sheet: Sheet, record: EcgRecord, x_mm: float, y_mm: float) -> SampleAt | None:
    """The sample in the pointer's column whose trace is nearest; ``None`` beside all traces."""
    nearest: tuple[float, Segment, int] | None = None
    for segment in sheet.segments:
        index = _index(segment, x_mm)
        if index is None:
            continue
        distance = abs(float(segment.points_mm[index, 1]) - y_mm)
        if distance <= _REACH_MM and (nearest is None or distance < nearest[0]):
            nearest = (distance, segment, index)
    if nearest is None:
        return None
    _, segment, index = nearest
    sample = segment.first_sample + index
    x, y = segment.points_mm[index]
    return SampleAt(segment.lead, sample / record.fs_hz, float(record.lead(segment.lead)[sample]), float(x), float(y))


def segment_at(sheet: Sheet, x_mm: float, y_mm: float) -> Segment | None:
    """The segment whose column holds the point and whose baseline is nearest, recorded or not."""
    here = [segment for segment in sheet.segments if segment.x_mm <= x_mm < segment.x_mm + segment.width_mm]
    near = [segment for segment in here if abs(segment.baseline_mm - y_mm) <= _REACH_MM]
    return min(near, key=lambda segment: abs(segment.baseline_mm - y_mm), default=None)


def _index(segment: Segment, x_mm: float) -> int | None:
    n_points = len(segment.points_mm)
    if n_points < 2 or not segment.x_mm <= x_mm < segment.x_mm + segment.width_mm:
        return None
    step_mm = float(segment.points_mm[1, 0] - segment.points_mm[0, 0])
    index = round((x_mm - segment.x_mm) / step_mm)
    return index if index < n_points else None
