"""Second-order filters run forwards and backwards, for what is looked at.

They give what SciPy's ``filtfilt`` gives, to rounding, in NumPy alone: loading SciPy's signal package takes 75 MB and
most of a second, in which a reader who asks for a filter would look at a window that stands still. What is measured is
filtered by :mod:`meit_core.signal.filtering`, where SciPy is loaded anyway.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_BLOCK: Final = 64
"""Samples that are filtered by one product of matrices; the state goes from block to block."""
_EXTENSION: Final = 9
"""Samples by which both ends are mirrored: three lengths of the filter, as ``filtfilt`` does."""


@dataclass(frozen=True, slots=True)
class Biquad:
    """``y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2]``."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float

    @classmethod
    def low_pass(cls, cutoff_hz: float, fs_hz: float) -> Self:
        """Butterworth's, by the bilinear transform with the cut-off kept in its place."""
        k, norm = _warped(cutoff_hz, fs_hz)
        return cls(k * k * norm, 2 * k * k * norm, k * k * norm, *_butterworth_poles(k, norm))

    @classmethod
    def high_pass(cls, cutoff_hz: float, fs_hz: float) -> Self:
        """Butterworth's, by the bilinear transform with the cut-off kept in its place."""
        k, norm = _warped(cutoff_hz, fs_hz)
        return cls(norm, -2 * norm, norm, *_butterworth_poles(k, norm))

    @classmethod
    def notch(cls, centre_hz: float, quality: float, fs_hz: float) -> Self:
        """Takes out one frequency; 3 dB are lost ``centre_hz / quality`` apart (Orfanidis, 1996, chapter 11.3)."""
        centre = 2 * math.pi * centre_hz / fs_hz
        gain = 1 / (1 + math.tan(centre / quality / 2))
        turn = -2 * gain * math.cos(centre)
        return cls(gain, turn, gain, turn, 2 * gain - 1)

    def forwards_and_backwards(self, signal: npt.ArrayLike) -> Array:
        """Filter along the last axis without moving any wave.

        Parameters
        ----------
        signal
            (..., n_samples) with more than 9 samples. Its ends are continued by their point reflection.
        """
        samples = np.asarray(signal, dtype=np.float64)
        before = 2 * samples[..., :1] - samples[..., _EXTENSION:0:-1]
        after = 2 * samples[..., -1:] - samples[..., -2 : -_EXTENSION - 2 : -1]
        there = self._forwards(np.concatenate((before, samples, after), axis=-1))
        back = self._forwards(there[..., ::-1])[..., ::-1]
        return back[..., _EXTENSION:-_EXTENSION]

    def _forwards(self, samples: Array) -> Array:
        """From the state that the first sample, had it always been there, would have left."""
        step = np.array([[-self.a1, 1.0], [-self.a2, 0.0]])
        entry = np.array([self.b1 - self.a1 * self.b0, self.b2 - self.a2 * self.b0])
        powers = np.empty((_BLOCK + 1, 2, 2))
        powers[0] = np.eye(2)
        for exponent in range(_BLOCK):
            powers[exponent + 1] = step @ powers[exponent]
        from_state = powers[:_BLOCK, 0, :].T
        into_state = powers[_BLOCK - 1 :: -1] @ entry
        response = np.concatenate(([self.b0], powers[: _BLOCK - 1, 0, :] @ entry))
        lag = np.arange(_BLOCK)[None, :] - np.arange(_BLOCK)[:, None]
        from_samples = np.where(lag >= 0, response[np.maximum(lag, 0)], 0.0)

        n_samples = samples.shape[-1]
        n_blocks = -(-n_samples // _BLOCK)
        rows = samples.reshape(-1, n_samples)
        # One product of two matrices over all leads' blocks: faster than one for each lead.
        blocks = np.pad(rows, ((0, 0), (0, n_blocks * _BLOCK - n_samples))).reshape(-1, _BLOCK)
        gains = (blocks @ into_state).reshape(len(rows), n_blocks, 2)
        states = np.empty((len(rows), n_blocks, 2))
        state = rows[:, :1] * np.linalg.solve(np.eye(2) - step, entry)
        for block in range(n_blocks):
            states[:, block] = state
            state = state @ powers[_BLOCK].T + gains[:, block]
        filtered: Array = blocks @ from_samples + states.reshape(-1, 2) @ from_state
        return filtered.reshape(len(rows), -1)[:, :n_samples].reshape(samples.shape)


def _warped(cutoff_hz: float, fs_hz: float) -> tuple[float, float]:
    k = math.tan(math.pi * cutoff_hz / fs_hz)
    return k, 1 / (1 + math.sqrt(2) * k + k * k)


def _butterworth_poles(k: float, norm: float) -> tuple[float, float]:
    return 2 * (k * k - 1) * norm, (1 - math.sqrt(2) * k + k * k) * norm
