"""All leads together as one curve: how fast, and how far from a level, the heart's signal is at each moment."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.ndimage import uniform_filter1d

from meit_core.signal.filtering import low_pass

Array = npt.NDArray[np.float64]


def upper_slope(signal_mv: Array, cutoff_hz: float, fs_hz: float) -> Array:
    """Slope that a quarter of the leads exceed, whichever way they go, in µV/ms.

    A quarter, since one noisy lead must not decide, and leads that a wave hardly shows in must not hide it.

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples).

    Returns
    -------
    Array
        (n_samples,), of the low-passed signal, averaged over three samples.
    """
    slope = np.abs(np.gradient(low_pass(signal_mv, cutoff_hz, fs_hz), axis=1)) * fs_hz
    upper: Array = uniform_filter1d(np.percentile(slope, 75, axis=0), 3)
    return upper


def joint_size(signal_mv: Array, level_mv: Array) -> Array:
    """Root mean square over the leads of the distance from a level, (n_samples,) in mV.

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples).
    level_mv
        Broadcasts to ``signal_mv``.
    """
    size: Array = np.sqrt(np.mean((signal_mv - level_mv) ** 2, axis=0))
    return size


def hump_positions(curve: Array) -> npt.NDArray[np.intp]:
    """Positions of the local maxima of a (n_samples,) curve, its ends excluded."""
    rises = np.diff(curve)
    return np.flatnonzero((rises[:-1] > 0) & (rises[1:] <= 0)) + 1
