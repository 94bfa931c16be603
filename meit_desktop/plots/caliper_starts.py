"""Where a caliper that was asked for by key begins: on a beat in the middle of what is in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from meit_core.domain.calipers import AmplitudeCaliper, TimeCaliper
from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.caliper_list import Placed
from meit_desktop.plots.caliper_places import Places
from meit_desktop.plots.caliper_shapes import Box

_HALF_CYCLE_S: Final = 0.4
"""Where no beats were found: a cycle at 75/min."""
_NEAR_R_S: Final = 0.05
"""A lead's own largest deflection lies no further from the beat's R peak than half a wide QRS."""


def new_cycle(places: Places, r_peaks: Sequence[int], view: Box) -> Placed | None:
    """A time caliper from beat to beat in the longest strip in view; ``None`` where no trace is in view.

    Parameters
    ----------
    r_peaks
        Samples of the beats that were found in the recording.
    """
    segment = _segment(places, view, longest=True)
    if segment is None:
        return None
    first, last = _extent(segment)
    at = _middle_sample(places, segment, view)
    peaks = _peaks(places, segment, r_peaks)
    if len(peaks) > 1:
        start = min(range(len(peaks) - 1), key=lambda index: abs((peaks[index] + peaks[index + 1]) / 2 - at))
        return Placed(TimeCaliper(segment.lead, peaks[start], peaks[start + 1]), segment.row)
    half = round(_HALF_CYCLE_S * places.record.fs_hz)
    begin = min(max(at - half, first), last)
    return Placed(TimeCaliper(segment.lead, begin, min(begin + 2 * half, last)), segment.row)


def new_height(places: Places, r_peaks: Sequence[int], view: Box) -> Placed | None:
    """An amplitude caliper from the baseline to the largest deflection of a beat, in the lead in the view's middle."""
    segment = _segment(places, view, longest=False)
    if segment is None:
        return None
    signal, fs_hz = places.record.lead(segment.lead), places.record.fs_hz
    first, last = _extent(segment)
    at = _middle_sample(places, segment, view)
    beat = min((peak for peak in r_peaks if first <= peak <= last), key=lambda peak: abs(peak - at), default=at)
    baseline_mv = places.mv_at(segment, segment.baseline_mm)
    reach = round(_NEAR_R_S * fs_hz)
    low, high = max(first, beat - reach), min(last, beat + reach)
    peak = low + int(np.argmax(np.abs(signal[low : high + 1] - baseline_mv)))
    return Placed(AmplitudeCaliper(segment.lead, peak, baseline_mv, peak, float(signal[peak])), segment.row)


def _segment(places: Places, view: Box, *, longest: bool) -> Segment | None:
    """Of the traces that cross the view's middle column, the longest or else the one nearest to its middle."""
    x_mm, y_mm = (view.left + view.right) / 2, (view.top + view.bottom) / 2
    here = [
        segment
        for segment in places.sheet.segments
        if segment.points_mm.size
        and segment.x_mm <= x_mm < segment.x_mm + segment.width_mm
        and view.top <= segment.baseline_mm <= view.bottom
    ]
    return min(
        here,
        key=lambda segment: (-segment.width_mm if longest else 0.0, abs(segment.baseline_mm - y_mm)),
        default=None,
    )


def _middle_sample(places: Places, segment: Segment, view: Box) -> int:
    step_mm = places.speed_mm_per_s / places.record.fs_hz
    first, last = _extent(segment)
    at = segment.first_sample + round(((view.left + view.right) / 2 - segment.x_mm) / step_mm)
    return min(max(at, first), last)


def _extent(segment: Segment) -> tuple[int, int]:
    return segment.first_sample, segment.first_sample + len(segment.points_mm) - 1


def _peaks(places: Places, segment: Segment, r_peaks: Sequence[int]) -> Sequence[int]:
    """The beats in this lead: all moved by what its own deflection is late or early by, so that cycles stay true."""
    signal = places.record.lead(segment.lead)
    first, last = _extent(segment)
    beats = [beat for beat in r_peaks if first <= beat <= last]
    reach = round(_NEAR_R_S * places.record.fs_hz)
    level = float(np.median(signal[first : last + 1]))
    late = [
        int(np.argmax(np.abs(signal[max(0, beat - reach) : beat + reach + 1] - level))) - min(beat, reach)
        for beat in beats
    ]
    shift = round(float(np.median(late))) if late else 0
    return [beat + shift for beat in beats if first <= beat + shift <= last]
