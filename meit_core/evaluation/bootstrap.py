"""Confidence intervals: patients, not recordings, are drawn again, because a patient's recordings are alike."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

REPEATS = 1000
_AT_ONCE = 100
"""Samples that are computed together; bounds the memory for large test sets."""

MOST_UNDEFINED = 0.1

Weights = npt.NDArray[np.float64]
"""(s, n): how often each of s samples has drawn each of n reports."""

Statistic = Callable[[Weights], Mapping[str, npt.NDArray[np.float64]]]
"""From weights to named values, (s,) each."""


def bootstrap_ci95(
    statistic: Statistic, patients: Sequence[Hashable], *, repeats: int = REPEATS, seed: int = 20250101
) -> dict[str, tuple[float, float]]:
    """Return the 2.5th and 97.5th percentile of each statistic over resampled patients (Efron & Tibshirani 1993).

    Samples for which a statistic is not defined (NaN: an area without positives) are passed over; where they are more
    than :data:`MOST_UNDEFINED` of all, the statistic gets no interval.

    Parameters
    ----------
    patients
        (n,) patient of each report.
    """
    numbers = {patient: number for number, patient in enumerate(dict.fromkeys(patients))}
    group = np.asarray([numbers[patient] for patient in patients])
    generator = np.random.default_rng(seed)
    drawn: dict[str, list[npt.NDArray[np.float64]]] = {}
    for start in range(0, repeats, _AT_ONCE):
        samples = min(_AT_ONCE, repeats - start)
        times = generator.multinomial(len(numbers), np.full(len(numbers), 1 / len(numbers)), size=samples)
        for name, values in statistic(times[:, group].astype(np.float64)).items():
            drawn.setdefault(name, []).append(values)
    bounds: dict[str, tuple[float, float]] = {}
    for name, parts in drawn.items():
        values = np.concatenate(parts)
        defined = values[~np.isnan(values)]
        if len(defined) >= (1 - MOST_UNDEFINED) * repeats:
            low, high = np.percentile(defined, (2.5, 97.5))
            bounds[name] = (float(low), float(high))
    return bounds
