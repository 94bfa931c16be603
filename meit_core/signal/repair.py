"""Invalid samples of one lead, filled without touching the valid ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

MOST_INVALID: Final = 0.5
"""A lead with a larger invalid share is called missing: more would be invented than was recorded."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done to one lead.

    Attributes
    ----------
    samples
        (n_samples,) all finite; ``None`` where too little of the lead is valid.
    n_invalid
        Samples that were NaN or infinite.
    longest_gap
        Longest run of them, in samples.
    """

    samples: npt.NDArray[np.float64] | None
    n_invalid: int
    longest_gap: int


def repair_gaps(samples: npt.NDArray[np.float64]) -> Repair:
    """Fill NaN and infinite samples by linear interpolation; gaps at the ends hold the nearest valid value."""
    valid = np.isfinite(samples)
    n_invalid = int(samples.size - np.count_nonzero(valid))
    if n_invalid == 0:
        return Repair(samples, 0, 0)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], valid, [True])).astype(np.int8)))
    longest_gap = int(np.max(edges[1::2] - edges[::2]))
    if n_invalid > MOST_INVALID * samples.size:
        return Repair(None, n_invalid, longest_gap)
    where = np.arange(samples.size)
    return Repair(np.interp(where, where[valid], samples[valid]), n_invalid, longest_gap)
