"""The median beat as it is looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from meit_core.domain.beat_marks import Places


@dataclass(frozen=True, slots=True, eq=False)
class AveragedBeat:
    """Aligned median of the beats of the commonest shape, with the boundaries that were computed on it.

    Attributes
    ----------
    signal_mv
        (12, n_samples) in mV in the standard order of leads, each lead's level just before QRS being zero.
    fs_hz
        Its rate.
    r_index
        Sample of the R peak.
    places
        Computed boundaries as sample positions; a wave that wasn't found has none.
    usable_leads
        Leads whose signal was good enough to measure on.
    n_beats, n_detected
        Beats that were averaged, of how many.
    """

    signal_mv: npt.NDArray[np.float64]
    fs_hz: float
    r_index: int
    places: Places
    usable_leads: tuple[str, ...]
    n_beats: int
    n_detected: int

    @property
    def n_samples(self) -> int:
        return int(self.signal_mv.shape[1])

    @property
    def step_ms(self) -> float:
        """Time from one sample to the next."""
        return 1000 / self.fs_hz

    def from_r_ms(self, place: int) -> float:
        """Time of a sample from the R peak."""
        return (place - self.r_index) * self.step_ms

    def place_at(self, from_r_ms: float) -> int:
        """Sample nearest to a time from the R peak, within the window."""
        return max(0, min(self.n_samples - 1, self.r_index + round(from_r_ms / self.step_ms)))
