"""Targets beside the findings: age, sex and what can be measured. They teach the encoder size and timing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case
from meit_core.domain.measurements import Measurements

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scale:
    """Mean and standard deviation over the training recordings, (a,) each."""

    mean: Array
    deviation: Array

    @classmethod
    def of(cls, values: Array) -> Scale:
        return cls(np.nanmean(values, axis=0), np.maximum(np.nanstd(values, axis=0), 1e-6))

    def standardised(self, values: Array) -> npt.NDArray[np.float32]:
        return ((values - self.mean) / self.deviation).astype(np.float32)


def auxiliary_values(cases: Sequence[Case], measured: Sequence[Measurements]) -> Array:
    """Return (n, 13) values, NaN where unknown: rate, intervals, axes as cosine and sine, regularity, age, sex."""
    rows = []
    for case, m in zip(cases, measured, strict=True):
        axes = np.deg2rad([_or_nan(m.p_axis_deg), _or_nan(m.qrs_axis_deg), _or_nan(m.t_axis_deg)])
        plain = [_or_nan(value) for value in (m.heart_rate_bpm, m.pr_ms, m.qrs_ms, m.qt_ms)]
        regular = np.nan if m.rhythm_regular is None else float(m.rhythm_regular)
        rows.append([*plain, *np.cos(axes), *np.sin(axes), regular, case.age_years, case.male])
    return np.asarray(rows, dtype=np.float64)


def _or_nan(value: float | None) -> float:
    return np.nan if value is None else value
