"""The heart beats of a recording and the median of the commonest, which everything is measured on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.measurements import LeadQuality
from meit_core.domain.record import EcgRecord
from meit_core.signal.beats import Positions, detect_beats
from meit_core.signal.filtering import high_pass
from meit_core.signal.mains import remove_mains
from meit_core.signal.median_beat import MedianBeat, median_beat
from meit_core.signal.pacing import pacemaker_spikes, remove_spikes, spikes_before
from meit_core.signal.quality import lead_quality, usable_rows
from meit_core.signal.resampling import resample_signal

Array = npt.NDArray[np.float64]

MEASURING_FS_HZ: Final = 500.0
"""All recordings are measured at this rate, so that thresholds mean the same for each."""
IRREGULAR: Final = 0.10
"""A rhythm is irregular where more than a tenth of the cycles differ by more than this share from the median."""

_BASELINE_HZ: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class FoundBeats:
    """Attributes
    ----------
    rows
        Rows of the leads that are good enough to measure on.
    why_none
        Plain sentence where there are no beats to measure; all that follows is then empty.
    r_peaks
        At :data:`MEASURING_FS_HZ`.
    signal_mv
        What they were looked for in: (12, n_samples) at that rate, without hum, slow drift and pacing spikes.
    spikes
        A pacemaker's, at that rate.
    paced
        A pacing spike sets off the beats that are measured.
    beat
        Of all twelve leads; ``None`` where no beat lies wholly within the recording.
    """

    quality: dict[str, LeadQuality]
    rows: list[int]
    why_none: str
    r_peaks: Positions
    regular: bool = False
    paced: bool = False
    beat: MedianBeat | None = None
    signal_mv: Array | None = None
    spikes: Positions = field(default_factory=lambda: np.zeros(0, np.intp))

    @property
    def rr_ms(self) -> Array:
        return np.diff(self.r_peaks) * 1000 / MEASURING_FS_HZ

    @property
    def usable_beat(self) -> MedianBeat | None:
        """The median beat of the usable leads alone."""
        return None if self.beat is None else self.beat.of_leads(self.rows)


@lru_cache(maxsize=2)
def find_beats(record: EcgRecord) -> FoundBeats:
    """Find R peaks on all usable leads together, align the beats of the commonest shape and take their median.

    The last two recordings' are kept: measurements, median beat and the model's input are asked for one after another.
    """
    quality = lead_quality(record)
    cleaned_mv, mains_hz = remove_mains(record.signal_mv.astype(np.float64), record.fs_hz)
    if mains_hz is not None:
        record = replace(record, signal_mv=cleaned_mv.astype(np.float32))
    # A lead that is noisy for the eye by its hum alone can be measured on.
    rows = usable_rows(record, quality if mains_hz is None else lead_quality(record))
    nothing = np.zeros(0, np.intp)
    if not rows:
        return FoundBeats(quality, rows, "No lead carries a usable signal.", nothing)
    spikes_removed, spikes = remove_spikes(_prepare(record), MEASURING_FS_HZ)
    r_peaks = detect_beats(spikes_removed[rows], MEASURING_FS_HZ)
    if r_peaks.size < 2:
        return FoundBeats(quality, rows, "Fewer than two heart beats were found.", nothing)
    beat = median_beat(
        spikes_removed, MEASURING_FS_HZ, r_peaks, spikes_before=spikes_before(r_peaks, spikes, MEASURING_FS_HZ)
    )
    return FoundBeats(
        quality=quality,
        rows=rows,
        why_none="",
        r_peaks=r_peaks,
        regular=is_regular(np.diff(r_peaks) * 1000 / MEASURING_FS_HZ),
        paced=beat is not None and beat.spike_index is not None,
        beat=beat,
        signal_mv=spikes_removed,
        spikes=pacemaker_spikes(spikes, r_peaks, MEASURING_FS_HZ),
    )


def is_regular(rr_ms: Array) -> bool:
    """Whether at least nine tenths of the cycles lie within :data:`IRREGULAR` of their median."""
    far = np.abs(rr_ms - np.median(rr_ms)) > IRREGULAR * np.median(rr_ms)
    return bool(np.mean(far) <= 0.1)


def _prepare(record: EcgRecord) -> Array:
    signal_mv = resample_signal(record.signal_mv, record.fs_hz, MEASURING_FS_HZ).astype(np.float64)
    return high_pass(signal_mv - signal_mv.mean(axis=1, keepdims=True), _BASELINE_HZ, MEASURING_FS_HZ)
