"""Boundaries and figures of a median beat together, by the names of the fields they fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import numpy.typing as npt

from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.leads import LEADS
from meit_core.signal.averaged_beat import places_of
from meit_core.signal.beat_figures import BeatFigures, figures_between
from meit_core.signal.delineation import delineate
from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MeasuredWaves:
    """Where the waves begin and end, and what lies between."""

    places: Places
    figures: BeatFigures
    fs_hz: float

    @property
    def has_p(self) -> bool:
        return BeatMark.P_ONSET in self.places

    def at_ms(self, mark: BeatMark) -> float | None:
        """Time of a boundary from the start of the median beat's window."""
        return self.places[mark] * 1000 / self.fs_hz if mark in self.places else None

    def values(self) -> Mapping[str, float | None]:
        """Field of :class:`~meit_core.domain.measurements.Measurements` -> value."""
        return asdict(self.figures) | {f"{mark.value}_ms": self.at_ms(mark) for mark in BeatMark}


def measured_waves(beat: MedianBeat, rows: Sequence[int], *, usable: Sequence[int], regular: bool) -> MeasuredWaves:
    """Delineate a median beat of twelve leads, and measure between the boundaries.

    Parameters
    ----------
    rows
        Leads that the boundaries are looked for in.
    usable
        Leads that axes may be measured on.
    regular
        Whether the rhythm is: see :func:`~meit_core.signal.delineation.delineate`.
    """
    places = places_of(delineate(beat.of_leads(rows), regular=regular))
    leads = tuple(LEADS[row] for row in usable)
    return MeasuredWaves(places, figures_between(beat.signal_mv, beat.fs_hz, places, usable_leads=leads), beat.fs_hz)
