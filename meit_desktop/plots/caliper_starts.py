"""Where a caliper that was asked for by key begins: on the beat in the middle of what is in view."""

from __future__ import annotations

from collections.abc import Sequence

from meit_core.domain.calipers import AmplitudeCaliper, TimeCaliper
from meit_core.signal.caliper_snap import nearest_deflection
from meit_core.signal.sheet_geometry import Segment
from meit_desktop.plots.caliper_list import Placed
from meit_desktop.plots.caliper_places import Places

_HALF_CYCLE_S = 0.4
"""Where no beats were found: a cycle at 75/min."""


def new_cycle(places: Places, r_peaks: Sequence[int], x_mm: float, y_mm: float) -> Placed | None:
    """A time caliper from beat to beat in the lead at a point; ``None`` beside all traces.

    Parameters
    ----------
    r_peaks
        Samples of the beats that were found in the recording.
    """
    found = places.point(x_mm, y_mm)
    if found is None:
        return None
    strip, segment = found
    at = strip.sample_at(x_mm)
    first, last = _extent(segment)
    peaks = _peaks(places, segment, r_peaks)
    if len(peaks) > 1:
        start = min(range(len(peaks) - 1), key=lambda index: abs((peaks[index] + peaks[index + 1]) / 2 - at))
        return Placed(TimeCaliper(segment.lead, peaks[start], peaks[start + 1]), segment.row)
    half = round(_HALF_CYCLE_S * places.record.fs_hz)
    begin = min(max(round(at) - half, first), last)
    return Placed(TimeCaliper(segment.lead, begin, min(begin + 2 * half, last)), segment.row)


def new_height(places: Places, r_peaks: Sequence[int], x_mm: float, y_mm: float) -> Placed | None:
    """An amplitude caliper from the baseline to the lead's peak of the nearest beat; ``None`` beside all traces."""
    found = places.point(x_mm, y_mm)
    if found is None:
        return None
    strip, segment = found
    at = round(strip.sample_at(x_mm))
    first, last = _extent(segment)
    peaks = _peaks(places, segment, r_peaks)
    peak = min(peaks, key=lambda sample: abs(sample - at), default=min(max(at, first), last))
    baseline_mv = places.mv_at(segment, segment.baseline_mm)
    peak_mv = float(places.record.lead(segment.lead)[peak])
    return Placed(AmplitudeCaliper(segment.lead, peak, baseline_mv, peak, peak_mv), segment.row)


def _extent(segment: Segment) -> tuple[int, int]:
    return segment.first_sample, segment.first_sample + len(segment.points_mm) - 1


def _peaks(places: Places, segment: Segment, r_peaks: Sequence[int]) -> Sequence[int]:
    """The lead's own peaks of the beats: R in one lead is S in another, some samples later."""
    signal, fs_hz = places.record.lead(segment.lead), places.record.fs_hz
    first, last = _extent(segment)
    found = [nearest_deflection(signal, fs_hz, beat, 0.06 * fs_hz) for beat in r_peaks if first <= beat <= last]
    return sorted({sample for sample in found if sample is not None and first <= sample <= last})
