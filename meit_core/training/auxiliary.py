"""Targets beside the findings: age, sex and what can be measured. They teach the encoder size and timing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case

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


def auxiliary_values(cases: Iterable[Case], measured: npt.NDArray[np.float32]) -> Array:
    """Return (n, 13) values, NaN where unknown: the (n, 11) ``measured`` ones, age, sex.

    See :func:`~meit_core.signal.measured_values.measured_values`.
    """
    told = np.array([(case.age_years, case.male) for case in cases], dtype=np.float64)
    return np.concatenate([measured.astype(np.float64), told.reshape(-1, 2)], axis=1)
