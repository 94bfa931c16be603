"""Zero-phase Butterworth filters; their design is kept, which is a fifth of the time of measuring a recording.

SciPy's signal package takes 75 MB: it is loaded when something is filtered, not when this file is imported.
"""

from __future__ import annotations

import functools
from typing import Literal

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def low_pass(signal: npt.ArrayLike, cutoff_hz: float, fs_hz: float) -> Array:
    """Second order, run forwards and backwards along the last axis."""
    return _filtered(signal, 2, cutoff_hz, "lowpass", fs_hz)


def high_pass(signal: npt.ArrayLike, cutoff_hz: float, fs_hz: float) -> Array:
    """Second order, run forwards and backwards along the last axis."""
    return _filtered(signal, 2, cutoff_hz, "highpass", fs_hz)


def band_pass(signal: npt.ArrayLike, band_hz: tuple[float, float], fs_hz: float, *, order: int = 2) -> Array:
    """Run forwards and backwards along the last axis; ``order`` counts each edge of the band."""
    return _filtered(signal, order, band_hz, "bandpass", fs_hz)


def _filtered(
    signal: npt.ArrayLike,
    order: int,
    edges_hz: float | tuple[float, float],
    kind: Literal["lowpass", "highpass", "bandpass"],
    fs_hz: float,
) -> Array:
    from scipy.signal import sosfiltfilt

    filtered: Array = sosfiltfilt(_sections(order, edges_hz, kind, fs_hz), signal, axis=-1)
    return filtered


@functools.lru_cache(maxsize=64)
def _sections(order: int, edges_hz: float | tuple[float, float], kind: str, fs_hz: float) -> Array:
    from scipy.signal import butter

    sections: Array = butter(order, edges_hz, kind, fs=fs_hz, output="sos")
    return sections
