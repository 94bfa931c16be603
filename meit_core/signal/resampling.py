"""Change of sampling rate without aliasing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from meit_core.domain.record import EcgRecord, Signal


def resample_signal(signal: npt.ArrayLike, fs_from_hz: float, fs_to_hz: float) -> Signal:
    """Resample along the last axis with a polyphase anti-aliasing filter.

    Parameters
    ----------
    signal
        (..., n_samples), finite.
    fs_from_hz, fs_to_hz
        Rates; their ratio is taken as a fraction with a denominator of at most 1000.

    Returns
    -------
    Signal
        float32, ``ceil(n_samples * ratio)`` samples. A straight line through the first and last sample is taken off
        before filtering and put back, so a steady offset causes no ringing at the ends.

    Raises
    ------
    ValueError
        If a rate isn't positive.
    """
    if not (fs_from_hz > 0 and fs_to_hz > 0):
        raise ValueError("sampling rates must be positive")
    samples = np.asarray(signal, dtype=np.float64)
    ratio = Fraction(fs_to_hz / fs_from_hz).limit_denominator(1000)
    if ratio == 1:
        return samples.astype(np.float32)
    # Loaded where it is needed: SciPy's signal package takes 75 MB.
    from scipy.signal import resample_poly

    resampled = resample_poly(samples, ratio.numerator, ratio.denominator, axis=-1, padtype="line")
    return np.asarray(resampled, dtype=np.float32)


def resample(record: EcgRecord, fs_hz: float) -> EcgRecord:
    """Return the record at another rate, in mV and lead order as before; the same object if the rate is the same."""
    if record.fs_hz == fs_hz:
        return record
    return replace(record, signal_mv=resample_signal(record.signal_mv, record.fs_hz, fs_hz), fs_hz=float(fs_hz))
