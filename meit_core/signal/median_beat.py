"""The dominant beat: alike complexes, aligned, their median."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.filtering import low_pass

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

ALIKE: Final = 0.88
"""Correlation of two complexes over all leads from which they count as the same shape."""
_SHAPE_HZ: Final = 25.0
"""Shapes are compared below it: muscle noise must not make every beat a shape of its own."""
_EARLY: Final = 0.85
"""A beat is early that follows the one before it by less than this share of the usual cycle."""
_AMONG_EQUALS: Final = 1.5
"""Shapes count as equally common that differ by one beat."""
_QRS_REACH_S: Final = 0.09
_SHIFT_S: Final = 0.02
_LONGEST_BEFORE_S: Final = 0.42
_LONGEST_AFTER_S: Final = 0.66
_SHARE_OF_SHORT_CYCLE: Final = 0.85
"""In an irregular rhythm the window must end before the next QRS complex of most beats, not of the median one only."""


@dataclass(frozen=True, slots=True)
class MedianBeat:
    """Median of the dominant beats.

    Attributes
    ----------
    signal_mv
        (n_leads, n_samples), level free of baseline wander.
    beats
        (n_beats, n_leads, n_samples), the single aligned beats.
    fs_hz
        Rate of both.
    r_index
        Sample of the R peak in the window.
    members
        Indices of the dominant beats among the detected ones.
    spike_index
        Sample of the pacing spike that sets the beats off, ``None`` where they begin by themselves.
    """

    signal_mv: Array
    beats: Array
    fs_hz: float
    r_index: int
    members: Positions
    spike_index: int | None = None

    def of_leads(self, rows: Sequence[int]) -> MedianBeat:
        """The same of some leads alone."""
        return replace(self, signal_mv=self.signal_mv[rows], beats=self.beats[:, rows])

    def of_beats(self, chosen: slice) -> MedianBeat:
        """The median of some of the beats alone."""
        beats = self.beats[chosen]
        return replace(self, signal_mv=np.median(beats, axis=0), beats=beats, members=self.members[chosen])


def median_beat(
    signal_mv: Array, fs_hz: float, r_peaks: Positions, *, spikes_before: Positions | None = None
) -> MedianBeat | None:
    """Build the median beat of the commonest shape, ``None`` where no beat has a whole window.

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples) without baseline wander and pacing spikes.
    r_peaks
        Sample positions, rising.
    spikes_before
        The pacing spike that set off each beat, -1 where none did.
    """
    cycle = float(np.median(np.diff(r_peaks))) if r_peaks.size > 1 else fs_hz
    before = int(min(_LONGEST_BEFORE_S * fs_hz, 0.52 * cycle))
    after = int(min(_LONGEST_AFTER_S * fs_hz, 0.74 * cycle, _SHARE_OF_SHORT_CYCLE * _short_cycle(r_peaks, cycle)))
    slack = round(_SHIFT_S * fs_hz)
    whole = np.flatnonzero((r_peaks >= before + slack) & (r_peaks + after + slack < signal_mv.shape[1]))
    if whole.size == 0:
        return None
    reach = round(_QRS_REACH_S * fs_hz)
    smooth_mv = low_pass(signal_mv, _SHAPE_HZ, fs_hz)
    complexes = np.stack([smooth_mv[:, r - reach : r + reach + 1].ravel() for r in r_peaks[whole]])
    alike = _correlations(complexes)
    late_enough = np.diff(r_peaks, prepend=r_peaks[0] - cycle)[whole] >= _EARLY * cycle
    spikes = np.full(whole.size, -1) if spikes_before is None else spikes_before[whole]
    seed = _seed(alike, late_enough, spikes < 0)
    chosen = np.flatnonzero(alike[seed] >= ALIKE)
    shifts = [_best_shift(signal_mv, r_peaks[whole[beat]], r_peaks[whole[seed]], reach, slack) for beat in chosen]
    beats = np.stack(
        [
            signal_mv[:, r + shift - before : r + shift + after + 1]
            for r, shift in zip(r_peaks[whole[chosen]], shifts, strict=True)
        ]
    )
    return MedianBeat(
        signal_mv=np.median(beats, axis=0),
        beats=beats,
        fs_hz=fs_hz,
        r_index=before,
        members=whole[chosen],
        spike_index=_spike_index(spikes[chosen], r_peaks[whole[chosen]] + np.array(shifts) - before),
    )


def _spike_index(spikes: Positions, starts: Positions) -> int | None:
    """Where the spike of most beats stands in their windows."""
    paced = spikes >= 0
    return round(float(np.median((spikes - starts)[paced]))) if np.mean(paced) > 0.5 else None


def _short_cycle(r_peaks: Positions, cycle: float) -> float:
    return float(np.percentile(np.diff(r_peaks), 20)) if r_peaks.size > 1 else cycle


def _correlations(rows: Array) -> Array:
    centred = rows - rows.mean(axis=1, keepdims=True)
    centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-12)
    matrix: Array = centred @ centred.T
    return matrix


def _seed(alike: Array, late_enough: npt.NDArray[np.bool_], own: npt.NDArray[np.bool_]) -> int:
    """The beat with the most like it; among equals one that isn't early, so that bigeminy shows the sinus beat, and
    that the heart itself began, so that a pacemaker that stands in half of the time doesn't hide conduction."""
    companions = np.count_nonzero(alike >= ALIKE, axis=1)
    return int(np.argmax(companions + _AMONG_EQUALS * late_enough + _AMONG_EQUALS * own + alike.mean(axis=1)))


def _best_shift(signal_mv: Array, r: int, r_seed: int, reach: int, slack: int) -> int:
    template = signal_mv[:, r_seed - reach : r_seed + reach + 1]
    scores = [
        float(np.vdot(template, signal_mv[:, r + shift - reach : r + shift + reach + 1]))
        if r + shift - reach >= 0 and r + shift + reach < signal_mv.shape[1]
        else -np.inf
        for shift in range(-slack, slack + 1)
    ]
    return int(np.argmax(scores)) - slack
