"""The one place that says what the network sees of a recording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.record import STANDARD_SECONDS, EcgRecord, Signal
from meit_core.errors import UserError
from meit_core.signal.beat_page import PAGE_COLUMNS, beat_page
from meit_core.signal.resampling import resample_signal

MODEL_FS_HZ: Final = 100.0
"""The rate of PTB-XL's ``records100``; the QRS spectrum lies below 40 Hz (Thakor et al. 1984, IEEE TBME 31:702)."""
MODEL_SECONDS: Final = STANDARD_SECONDS
LIMIT_MV: Final = 5.0
"""Samples beyond this are artefact or pacing spikes; voltage criteria stay below it (Sokolow-Lyon 3.5 mV)."""
_TINY: Final = 1e-8
"""Keeps a flat recording's division defined, as in MEIT's code."""

MILLIVOLT: Final = "millivolt"
MIN_MAX: Final = "min-max"


@dataclass(frozen=True, slots=True)
class InputConfig:
    """Rate and scaling, and whether measurements come along; stored in the pack.

    Attributes
    ----------
    fs_hz
        Samples per second; the paper's encoder takes 500.
    scaling
        ``millivolt`` keeps amplitudes, because reports speak of voltage; only each lead's median is taken off.
        ``min-max`` is the paper's: all leads together to [0, 1], which throws the voltage away.
    measured
        Behind the samples stands what the engine measures, see :func:`~meit_core.signal.beat_page.beat_page`.
    """

    fs_hz: float = MODEL_FS_HZ
    scaling: str = MILLIVOLT
    measured: bool = False

    @property
    def n_samples(self) -> int:
        """Samples of each lead: ten seconds."""
        return round(self.fs_hz * MODEL_SECONDS)

    @property
    def n_columns(self) -> int:
        """Columns of the array: samples, and measurements where they come along."""
        return self.n_samples + (PAGE_COLUMNS if self.measured else 0)

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> InputConfig:
        """Read ``input`` of a pack's manifest; what is missing is as in the first packs.

        Raises
        ------
        UserError
            If rate or scaling is none that this program knows.
        """
        config = cls(**values)
        if config.scaling not in (MILLIVOLT, MIN_MAX) or not 0 < config.fs_hz <= 1000:
            raise UserError(
                f"The model input can't be scaled as {config.scaling} at {config.fs_hz:g} Hz.",
                f"Choose {MILLIVOLT} or {MIN_MAX}, and a rate up to 1000 Hz.",
            )
        return config


DEFAULT_INPUT: Final = InputConfig()
MODEL_SAMPLES: Final = DEFAULT_INPUT.n_samples


def model_input(record: EcgRecord, config: InputConfig = DEFAULT_INPUT) -> Signal:
    """Return the array an encoder takes: (12, columns) float32, samples in mV unless scaled otherwise.

    The first ten seconds are used; a shorter recording is followed by zeros.
    """
    samples = scaled_input(input_window(record, config.fs_hz), config)
    return np.concatenate([samples, beat_page(record)], axis=1) if config.measured else samples


def input_window(record: EcgRecord, fs_hz: float) -> Signal:
    """Return what is used of a recording at a rate, (12, at most ten seconds) in mV, not scaled yet."""
    window: Signal = resample_signal(record.signal_mv, record.fs_hz, fs_hz)[:, : round(fs_hz * MODEL_SECONDS)]
    return window


def scaled_input(window: Signal, config: InputConfig) -> Signal:
    """Scale what :func:`input_window` returned, and fill it up with zeros."""
    scaled = _min_max(window) if config.scaling == MIN_MAX else _centred(window)
    out = np.zeros((len(LEADS), config.n_samples), dtype=np.float32)
    out[:, : scaled.shape[1]] = scaled
    return out


def _centred(window: Signal) -> Signal:
    centred: Signal = np.clip(window - np.median(window, axis=1, keepdims=True), -LIMIT_MV, LIMIT_MV)
    return centred


def _min_max(window: Signal) -> Signal:
    low, high = window.min(), window.max()
    scaled: Signal = (window - low) / (high - low + _TINY)
    return scaled
