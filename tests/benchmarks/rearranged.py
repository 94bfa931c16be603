"""Real P waves and QRST complexes of one person put into another order: blocks that hardly any collection has.

P wave and QRST complex are those of the person's median beat, the noise is what the recording holds beside its beats.
Only when they come is invented.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.record import EcgRecord
from meit_core.signal.delineation import Boundaries, delineate
from meit_core.signal.found_beats import MEASURING_FS_HZ, FoundBeats, find_beats

Array = npt.NDArray[np.float64]

COMPLETE: Final = "third degree AV block"
TWO_TO_ONE: Final = "second degree AV block, 2:1"
WENCKEBACH: Final = "second degree AV block, Wenckebach"
SINUS: Final = "1:1 conduction"
KINDS: Final = (COMPLETE, TWO_TO_ONE, WENCKEBACH, SINUS)
_FADE: Final = 30
"""Samples over which a wave's cut ends fade."""


def rearranged(record: EcgRecord, kind: str, seed: int) -> EcgRecord | None:
    """Give a recording of sinus rhythm another rhythm; ``None`` where its waves can't be told apart."""
    found = find_beats(record)
    if found.beat is None or found.paced or not found.regular or len(found.rows) < 6:
        return None
    marks = delineate(found.beat.of_leads(found.rows), regular=True)
    if marks.p_onset is None or marks.p_offset is None or marks.t_offset is None:
        return None
    dice = np.random.default_rng(seed)
    p_wave, qrst = _waves(found, marks)
    signal_mv = _without_beats(found, marks)
    pr = round(dice.uniform(0.14, 0.26) * MEASURING_FS_HZ)
    p_onsets, qrs_onsets = _times(kind, pr, signal_mv.shape[1], dice)
    for wave, onsets in ((p_wave, p_onsets), (qrst, qrs_onsets)):
        for onset in onsets:
            _add(signal_mv, wave, round(onset))
    return replace(record, signal_mv=signal_mv.astype(np.float32), fs_hz=MEASURING_FS_HZ)


def _waves(found: FoundBeats, marks: Boundaries) -> tuple[Array, Array]:
    assert found.beat is not None and marks.p_onset is not None and marks.p_offset is not None
    beat = found.beat.signal_mv
    p_wave = beat[:, max(0, marks.p_onset - 8) : marks.p_offset + 8]
    qrst = beat[:, marks.qrs_onset :]
    return _level(p_wave), _faded(_level(qrst))


def _level(wave: Array) -> Array:
    return wave - np.linspace(wave[:, 0], wave[:, -1], wave.shape[1], axis=1)


def _faded(wave: Array) -> Array:
    fade = np.ones(wave.shape[1])
    fade[-_FADE:] = np.linspace(1, 0, _FADE)
    return wave * fade


def _without_beats(found: FoundBeats, marks: Boundaries) -> Array:
    """What is left when every beat is bridged from P to the end of QRS, and the median T wave taken away."""
    assert found.beat is not None and found.signal_mv is not None and marks.p_onset is not None
    signal_mv = found.signal_mv.copy()
    r_index = found.beat.r_index
    after = _faded(_level(found.beat.signal_mv[:, marks.qrs_offset :]))
    gaps = np.zeros(signal_mv.shape[1], bool)
    for r in found.r_peaks.tolist():
        start = r - r_index
        gaps[max(0, start + marks.p_onset - 10) : max(0, start + marks.qrs_offset + 8)] = True
        _add(signal_mv, -after, start + marks.qrs_offset)
    where = np.arange(signal_mv.shape[1])
    quiet = signal_mv[:, ~gaps]
    for row, level in zip(signal_mv, quiet, strict=True):
        row[gaps] = np.interp(where[gaps], where[~gaps], level)
    # The bridges are too quiet: they get noise from elsewhere in the recording.
    rough = np.diff(quiet, axis=1, prepend=quiet[:, :1])
    shift = rough.shape[1] // 2
    texture = np.roll(rough, shift, axis=1)[:, np.arange(int(gaps.sum())) % rough.shape[1]]
    signal_mv[:, gaps] += texture / np.sqrt(2)
    return signal_mv


def _add(signal_mv: Array, wave: Array, start: int) -> None:
    first, last = max(start, 0), min(start + wave.shape[1], signal_mv.shape[1])
    if first < last:
        signal_mv[:, first:last] += wave[:, first - start : last - start]


def _times(kind: str, pr: int, n_samples: int, dice: np.random.Generator) -> tuple[Array, Array]:
    fs = MEASURING_FS_HZ
    atrial = 60 / dice.uniform(62, 105)
    n = int(n_samples / fs / atrial) + 8
    p = (-dice.uniform(1.0, 2.0) + np.cumsum(atrial * (1 + 0.02 * dice.standard_normal(n)))) * fs
    if kind == COMPLETE:
        escape = 60 / dice.uniform(28, 50)
        qrs = -dice.uniform(0, escape) + np.cumsum(escape * (1 + 0.008 * dice.standard_normal(n)))
        return p, qrs * fs
    if kind == TWO_TO_ONE:
        return p, p[::2] + pr
    if kind == WENCKEBACH:
        length = int(dice.integers(3, 6))
        place = np.arange(n) % length
        growth = np.array([0.0, 0.08, 0.12, 0.14])[np.minimum(place, 3)] * fs
        return p, (p + pr + growth)[place < length - 1]
    return p, p + pr
