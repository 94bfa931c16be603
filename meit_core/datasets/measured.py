"""Measurements as numbers that an encoder can learn beside its findings."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.measurements import Measurements

N_MEASURED: Final = 11


def measured_values(m: Measurements) -> npt.NDArray[np.float32]:
    """Return (11,) values, NaN where unknown: rate, intervals, axes as cosine and as sine, regularity."""
    axes = np.deg2rad([_or_nan(m.p_axis_deg), _or_nan(m.qrs_axis_deg), _or_nan(m.t_axis_deg)])
    plain = [_or_nan(value) for value in (m.heart_rate_bpm, m.pr_ms, m.qrs_ms, m.qt_ms)]
    regular = np.nan if m.rhythm_regular is None else float(m.rhythm_regular)
    return np.asarray([*plain, *np.cos(axes), *np.sin(axes), regular], dtype=np.float32)


def _or_nan(value: float | None) -> float:
    return np.nan if value is None else value
