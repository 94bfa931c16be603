"""Measurements as numbers that a network can learn from, or learn beside its findings."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.measurements import Measurements

N_MEASURED: Final = 11
N_RHYTHM: Final = 6

Array = npt.NDArray[np.float64]


def measured_values(m: Measurements) -> npt.NDArray[np.float32]:
    """Return (11,) values, NaN where unknown: rate, intervals, axes as cosine and as sine, regularity."""
    axes = np.deg2rad([_or_nan(m.p_axis_deg), _or_nan(m.qrs_axis_deg), _or_nan(m.t_axis_deg)])
    plain = [_or_nan(value) for value in (m.heart_rate_bpm, m.pr_ms, m.qrs_ms, m.qt_ms)]
    regular = np.nan if m.rhythm_regular is None else float(m.rhythm_regular)
    return np.asarray([*plain, *np.cos(axes), *np.sin(axes), regular], dtype=np.float32)


def rhythm_values(m: Measurements, fs_hz: float) -> npt.NDArray[np.float32]:
    """Return (6,) further values, NaN where unknown, of a recording whose R peaks were counted at ``fs_hz``.

    P duration and QTc (Fridericia) in ms; standard deviation of the cycles and mean difference from one to the next, in
    ms; the shortest and the longest cycle as a share of the median one, which tell of premature beats and pauses.
    """
    rr_ms: Array = np.diff(np.asarray(m.r_peaks, dtype=np.float64)) * 1000 / fs_hz
    cycles = [np.nan] * 4
    if rr_ms.size > 1:
        median = np.median(rr_ms)
        cycles = [rr_ms.std(), np.abs(np.diff(rr_ms)).mean(), rr_ms.min() / median, rr_ms.max() / median]
    return np.asarray([_or_nan(m.p_ms), _or_nan(m.qtc_ms.fridericia), *cycles], dtype=np.float32)


def _or_nan(value: float | None) -> float:
    return np.nan if value is None else value
