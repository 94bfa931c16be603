"""P waves wherever they fall, by the shape that they share in all leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.signal import find_peaks

from meit_core.signal.conduction.atrial_signal import ATRIAL_FS_HZ, AtrialSignal

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

ALIKE: Final = 0.72
"""Correlation over all leads and 136 ms from which a deflection is one of the P waves."""
SMALLEST_MV: Final = 0.012
"""Root mean square over leads and time in the band; smaller ones can't be told from noise."""
_WIDTH: Final = 17
"""Samples: 136 ms, a P wave with its edges."""
_SIZES: Final = (0.5, 1.9)
"""Of the usual one."""
_MOST_SEEDS: Final = 28
_SAME_PLACE: Final = 3
_LEAST: Final = 3
_APART_S: Final = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class PWaves:
    """Deflections of one shape.

    Attributes
    ----------
    at
        Samples of their middles at :data:`ATRIAL_FS_HZ`, rising.
    alike
        Correlation of each with the shape.
    size_mv
        Root mean square of the shape over leads and time.
    """

    at: Positions
    alike: Array
    size_mv: float


def alike_waves(signal: AtrialSignal) -> list[PWaves]:
    """Find groups of alike deflections outside QRS complexes, the one seen most often and most clearly first."""
    windows = _Windows(signal)
    groups: list[PWaves] = []
    taken = np.zeros(0, np.intp)
    for seed in windows.largest():
        if taken.size and np.min(np.abs(taken - seed)) <= _SAME_PLACE:
            continue
        found = windows.like(windows.rows[seed])
        taken = np.concatenate([taken, found])
        if found.size < _LEAST:
            continue
        found = windows.like(windows.rows[_at_their_middle(signal.band_mv, found)].mean(axis=0))
        taken = np.concatenate([taken, found])
        if found.size >= _LEAST:
            groups.append(windows.group(found))
    return sorted(groups, key=lambda group: -float(group.alike.sum()))


class _Windows:
    """All stretches of the length of a P wave, (n_windows, n_leads * width), by where they begin."""

    def __init__(self, signal: AtrialSignal) -> None:
        stretches = np.lib.stride_tricks.sliding_window_view(signal.band_mv, _WIDTH, axis=1)
        self.rows = stretches.transpose(1, 0, 2).reshape(stretches.shape[1], -1)
        self._size = np.linalg.norm(self.rows, axis=1)
        self._floor = SMALLEST_MV * np.sqrt(self.rows.shape[1])
        middle = slice(_WIDTH // 2, _WIDTH // 2 + self._size.size)
        self._hidden = signal.in_qrs[middle]
        self._under_t = signal.in_t[middle]
        self._apart = round(_APART_S * ATRIAL_FS_HZ)

    def largest(self) -> list[int]:
        """Those that hold most, of the ones between T and QRS."""
        size = np.where(self._hidden | self._under_t, 0.0, self._size)
        peaks = find_peaks(size, height=self._floor, distance=self._apart // 2)[0]
        chosen: list[int] = peaks[np.argsort(-size[peaks])][:_MOST_SEEDS].tolist()
        return chosen

    def like(self, shape: Array) -> Positions:
        """Those that resemble a shape most around them, in size too."""
        length = float(np.linalg.norm(shape))
        share = self.rows @ shape / max(length**2, 1e-12)
        alike = np.where(self._hidden, 0.0, share * length / np.maximum(self._size, self._floor / 2))
        right = (share >= _SIZES[0]) & (share <= _SIZES[1])
        return find_peaks(np.where(right, alike, 0.0), height=ALIKE, distance=self._apart)[0]

    def group(self, found: Positions) -> PWaves:
        shape = self.rows[found].mean(axis=0)
        length = float(np.linalg.norm(shape))
        alike = self.rows[found] @ shape / np.maximum(self._size[found] * length, 1e-12)
        return PWaves(found + _WIDTH // 2, alike, length / np.sqrt(self.rows.shape[1]))


def _at_their_middle(band_mv: Array, starts: Positions) -> Positions:
    """Move windows so that the middle of the wave lies in the middle of the window."""
    n_windows = band_mv.shape[1] - _WIDTH + 1
    whole = starts[(starts >= _WIDTH) & (starts + 2 * _WIDTH <= band_mv.shape[1])]
    if whole.size == 0:
        return starts
    wave = np.mean([band_mv[:, start - _WIDTH : start + 2 * _WIDTH] for start in whole.tolist()], axis=0)
    size = np.convolve(np.sum(wave**2, axis=0), np.hanning(_WIDTH), mode="same")
    middle = _WIDTH + int(np.argmax(size[_WIDTH : 2 * _WIDTH]))
    moved = starts + middle - _WIDTH - _WIDTH // 2
    return moved[(moved >= 0) & (moved < n_windows)]
