"""Peaks of a short stretch, found as SciPy finds them, without the 75 MB that loading SciPy's signal package takes.

A window that only shows and snaps has no other need of that package.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]


def local_peaks(values: Array, *, least_height: float = -np.inf, least_prominence: float = 0.0) -> Positions:
    """Return where values are larger than on both sides; of a plateau, its middle, rounded down.

    Parameters
    ----------
    values
        (n,), finite.
    least_height
        Smallest value of a peak.
    least_prominence
        How far a peak rises at least above the higher of the two lowest values that lie between it and a larger one,
        or the end, on either side.

    Returns
    -------
    Positions
        Rising. The first and the last value are no peaks.
    """
    steps = np.flatnonzero(np.diff(values))
    # Stretches of equal values: each begins one after a step and ends on the next one.
    begins, ends = np.concatenate(([0], steps + 1)), np.concatenate((steps, [len(values) - 1]))
    levels = values[begins]
    inner = np.arange(1, len(levels) - 1)
    tops = inner[(levels[inner] > levels[inner - 1]) & (levels[inner] > levels[inner + 1])]
    found = (begins[tops] + ends[tops]) // 2
    found = found[values[found] >= least_height]
    if least_prominence > 0:
        found = found[[_prominence(values, int(place)) >= least_prominence for place in found]]
    return found.astype(np.intp)


def _prominence(values: Array, place: int) -> float:
    height = values[place]
    higher = np.flatnonzero(values > height)
    at = int(np.searchsorted(higher, place))
    first = int(higher[at - 1]) + 1 if at else 0
    last = int(higher[at]) if at < len(higher) else len(values)
    return float(height - max(values[first : place + 1].min(), values[place:last].min()))
