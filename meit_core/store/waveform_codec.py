"""Samples of a recording as compressed 16-bit integers with one step size (LSB) per lead."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.record import Signal
from meit_core.errors import UserError

ENCODING: Final = "delta-shuffle-zlib-1"
"""Differences along time as int16 (modulo 2**16), low bytes before high bytes, zlib. A new scheme gets a new name."""

COMMON_LSB_MV: Final = (0.001, 0.005, 0.0025, 0.00488, 0.0001)
"""Steps of real electrocardiographs, 1 µV first (PTB-XL, SCP-ECG's usual 5 and 2.5 µV, 4.88 µV of 12-bit devices)."""

_LARGEST: Final = 32767
_ON_GRID: Final = 0.02
"""Share of a step by which float32 samples may miss the grid and still be taken for whole steps."""
_LEVEL: Final = 3
"""zlib level: 6 would save 3 % more and take twice as long during import."""


@dataclass(frozen=True, slots=True)
class PackedWaveform:
    """A (12, n_samples) signal, packed.

    Attributes
    ----------
    lsb_mv
        Step per lead in mV.
    offset_lsb
        Steps to add per lead: electrodes may carry an offset far beyond 16 bit.
    """

    encoding: str
    lsb_mv: tuple[float, ...]
    offset_lsb: tuple[int, ...]
    n_samples: int
    packed: bytes


def pack(signal_mv: Signal) -> PackedWaveform:
    """Pack a (12, n_samples) float32 signal in mV; no sample moves by more than half its lead's step.

    A lead whose samples are whole multiples of a device's usual step is kept exactly. Any other gets the finest step
    that fits its range, at least 0.1 µV.
    """
    rows = [_quantize(lead) for lead in signal_mv.astype(np.float64)]
    counts = np.stack([row[0] for row in rows])
    deltas = np.diff(counts, axis=1, prepend=np.int16(0)).astype("<i2")  # wraps round, and back when summed
    shuffled = np.frombuffer(deltas.tobytes(), dtype=np.uint8).reshape(-1, 2).T.tobytes()
    return PackedWaveform(
        encoding=ENCODING,
        lsb_mv=tuple(row[1] for row in rows),
        offset_lsb=tuple(row[2] for row in rows),
        n_samples=int(signal_mv.shape[1]),
        packed=zlib.compress(shuffled, _LEVEL),
    )


def unpack(waveform: PackedWaveform) -> Signal:
    """Return the (12, n_samples) float32 signal in mV.

    Raises
    ------
    UserError
        The stored bytes are damaged or of a scheme this version doesn't know.
    """
    damaged = UserError("The stored samples of this study are damaged.", "Restore a backup; other studies are safe.")
    if waveform.encoding != ENCODING:
        raise UserError("The samples of this study were stored by a newer version.", "Update the program.")
    try:
        shuffled = zlib.decompress(waveform.packed)
    except zlib.error as fault:
        raise damaged from fault
    if len(shuffled) != 2 * len(LEADS) * waveform.n_samples:
        raise damaged
    deltas = np.frombuffer(shuffled, dtype=np.uint8).reshape(2, -1).T.copy().view("<i2")
    counts = np.cumsum(deltas.reshape(len(LEADS), -1), axis=1, dtype=np.int16).astype(np.float64)
    counts += np.array(waveform.offset_lsb, dtype=np.float64)[:, None]
    return (counts * np.array(waveform.lsb_mv)[:, None]).astype(np.float32)


def _quantize(lead_mv: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.int16], float, int]:
    """Counts, step in mV and offset in steps of one lead."""
    low, high = float(lead_mv.min()), float(lead_mv.max())
    for lsb_mv in COMMON_LSB_MV:
        steps = lead_mv / lsb_mv
        whole = np.rint(steps)
        if (high - low) / lsb_mv < 2 * _LARGEST and np.abs(steps - whole).max() < _ON_GRID:
            return _counts(whole, lsb_mv)
    finest_mv = max((high - low) / (2 * _LARGEST), COMMON_LSB_MV[-1])
    return _counts(np.rint(lead_mv / finest_mv), finest_mv)


def _counts(whole: npt.NDArray[np.float64], lsb_mv: float) -> tuple[npt.NDArray[np.int16], float, int]:
    low, high = float(whole.min()), float(whole.max())
    offset = 0 if max(-low, high) <= _LARGEST else round((low + high) / 2)
    return (whole - offset).astype(np.int16), lsb_mv, offset
