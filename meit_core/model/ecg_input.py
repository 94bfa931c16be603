"""The one place that says what the network sees of a recording."""

from __future__ import annotations

from typing import Final

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.record import STANDARD_SECONDS, EcgRecord, Signal
from meit_core.signal.resampling import resample_signal

MODEL_FS_HZ: Final = 100.0
"""The rate of PTB-XL's ``records100``; the QRS spectrum lies below 40 Hz (Thakor et al. 1984, IEEE TBME 31:702)."""
MODEL_SECONDS: Final = STANDARD_SECONDS
MODEL_SAMPLES: Final = round(MODEL_FS_HZ * MODEL_SECONDS)
LIMIT_MV: Final = 5.0
"""Samples beyond this are artefact or pacing spikes; voltage criteria stay below it (Sokolow-Lyon 3.5 mV)."""


def model_input(record: EcgRecord) -> Signal:
    """Return the array the encoder takes: (12, 1000) float32 in mV at 100 Hz.

    Amplitudes stay in millivolt, because reports speak of voltage; only each lead's median is taken off. The first ten
    seconds are used; a shorter recording is followed by zeros.
    """
    return condition(resample_signal(record.signal_mv, record.fs_hz, MODEL_FS_HZ))


def condition(signal_mv: Signal) -> Signal:
    """Crop or pad (12, n) millivolt at :data:`MODEL_FS_HZ` to ten seconds, centre each lead and clip."""
    window = signal_mv[:, :MODEL_SAMPLES]
    centred = np.clip(window - np.median(window, axis=1, keepdims=True), -LIMIT_MV, LIMIT_MV)
    out = np.zeros((len(LEADS), MODEL_SAMPLES), dtype=np.float32)
    out[:, : centred.shape[1]] = centred
    return out
