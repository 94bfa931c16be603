"""Mains hum, taken out before anything is measured."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.fft import next_fast_len, rfft, rfftfreq
from scipy.signal.windows import hann

Array = npt.NDArray[np.float64]

MAINS_HZ: Final = (50.0, 60.0)
DRIFT_HZ: Final = 0.3
"""Grids and the clocks of recorders differ from their nominal rate by less."""
_NEIGHBOURS_HZ: Final = 4.0
_STANDS_OUT: Final = 3.0
"""Times the strongest neighbour: a regular heart has lines of its own, one at each multiple of its rate."""
_SHORTEST_S: Final = 4.0
"""Shorter recordings don't tell a line from what is beside it."""
_FINE: Final = 8
"""Zero padding, so that the frequency is read to a hundredth of a hertz."""


def remove_mains(signal_mv: Array, fs_hz: float) -> tuple[Array, float | None]:
    """Subtract the sine of the mains from each lead in which it stands out.

    A sine, and no notch: a notch filter rings on either side of each QRS complex, which is where its onset is read.

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples).

    Returns
    -------
    signal_mv, mains_hz
        The signal without it, and its frequency; the same signal and ``None`` where no lead carries it.
    """
    n_samples = signal_mv.shape[1]
    if n_samples < _SHORTEST_S * fs_hz:
        return signal_mv, None
    length = next_fast_len(_FINE * n_samples, real=True)
    size = np.abs(rfft((signal_mv - signal_mv.mean(axis=1, keepdims=True)) * hann(n_samples), length, axis=1))
    at_hz = rfftfreq(length, 1 / fs_hz)
    lobe_hz = 2 * fs_hz / n_samples
    for nominal_hz in MAINS_HZ:
        distance = np.abs(at_hz - nominal_hz)
        line = distance <= DRIFT_HZ
        beside = (distance > DRIFT_HZ + lobe_hz) & (distance < _NEIGHBOURS_HZ)
        if nominal_hz + _NEIGHBOURS_HZ > fs_hz / 2:
            continue
        hums = size[:, line].max(axis=1) > _STANDS_OUT * size[:, beside].max(axis=1)
        if hums.any():
            mains_hz = float(at_hz[line][np.argmax(size[np.ix_(hums, line)].sum(axis=0))])
            cleaned = signal_mv.copy()
            cleaned[hums] -= _sine(signal_mv[hums], mains_hz, fs_hz)
            return cleaned, mains_hz
    return signal_mv, None


def _sine(signal_mv: Array, hz: float, fs_hz: float) -> Array:
    """The best fitting sine of each lead."""
    angle = 2 * np.pi * hz * np.arange(signal_mv.shape[1]) / fs_hz
    waves = np.stack([np.sin(angle), np.cos(angle)], axis=1)
    amplitudes = np.linalg.lstsq(waves, signal_mv.T, rcond=None)[0]
    fitted: Array = (waves @ amplitudes).T
    return fitted
