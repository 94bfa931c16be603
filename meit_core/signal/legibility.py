"""Can a heart beat be told from noise at all?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.record import EcgRecord
from meit_core.signal.filtering import band_pass
from meit_core.signal.quality import lead_quality, usable_rows
from meit_core.signal.resampling import resample_signal

Array = npt.NDArray[np.float64]

LEAST_COHERENCE: Final = 0.5
"""Below, a beat shares less than a quarter of its variance with the median beat. Chosen between white noise alone and
the least coherent recordings of PTB-XL's fold 9; see ``tests/benchmarks/bench_signal.py``."""

_FS_HZ: Final = 250.0
_BAND_HZ: Final = (1.0, 40.0)
_BEFORE_S, _AFTER_S = 0.15, 0.30
_FEWEST_BEATS: Final = 3
_LEADS_ASKED: Final = 3


def beat_coherence(record: EcgRecord, r_peaks: Sequence[int]) -> float | None:
    """Return how much the beats of a recording resemble their median, from -1 to 1.

    Each beat's correlation with the median of the *other* beats, so that noise doesn't resemble itself; the median over
    beats in each lead, then the mean of the three best leads. ``None`` with fewer than three beats.

    Parameters
    ----------
    r_peaks
        Sample indices at the record's own rate.
    """
    rows = usable_rows(record, lead_quality(record))
    if not rows:
        return None
    signal = resample_signal(record.signal_mv[rows], record.fs_hz, _FS_HZ).astype(np.float64)
    peaks = np.asarray(r_peaks, dtype=np.float64) * _FS_HZ / record.fs_hz
    before, after = round(_BEFORE_S * _FS_HZ), round(_AFTER_S * _FS_HZ)
    inside = np.round(peaks[(peaks >= before) & (peaks + after < signal.shape[1] - 1)]).astype(int)
    if inside.size < _FEWEST_BEATS:
        return None
    banded = band_pass(signal, _BAND_HZ, _FS_HZ)
    beats = np.stack([banded[:, peak - before : peak + after] for peak in inside])  # (beats, leads, samples)
    alike = [np.median([_correlation(beats, lead, beat) for beat in range(len(beats))]) for lead in range(len(rows))]
    return float(np.mean(sorted(alike)[-_LEADS_ASKED:]))


def _correlation(beats: Array, lead: int, beat: int) -> float:
    others = np.median(np.delete(beats[:, lead], beat, axis=0), axis=0)
    own = beats[beat, lead]
    spread = float(own.std() * others.std())
    return 0.0 if spread == 0 else float(np.mean((own - own.mean()) * (others - others.mean()))) / spread
