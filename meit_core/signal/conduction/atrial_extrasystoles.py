"""Early beats that come from the atria."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.measured_facts import AtrialExtrasystoles
from meit_core.signal.filtering import low_pass
from meit_core.signal.found_beats import FoundBeats
from meit_core.signal.median_beat import MedianBeat
from meit_core.signal.p_wave import CUTOFF_HZ

Array = npt.NDArray[np.float64]

EARLY: Final = 0.86
"""Of the usual cycle around it. Sinus cycles differ by 10 % at rest; readers call it early from about an eighth on."""
SUDDEN: Final = 0.88
"""Of the cycle before: in sinus arrhythmia cycles shorten little by little."""
ALIKE: Final = 0.05
"""No beat is early where no cycle differs by more than this share from the median."""
_PAUSE: Final = 0.95
"""No extrasystole is followed by a cycle that is shorter than usual by more than this."""
_VERY_EARLY: Final = 0.75
"""From here on the P wave lies on the T wave before and can't be compared."""
_CALM: Final = 0.1
"""Three quarters of the other cycles differ by less from their median, or the rhythm is irregular anyhow."""
_SAME_QRS: Final = 0.92
_SAME_P: Final = 0.7
_OWN_P: Final = 0.5
"""How much the P waves of the other beats must resemble the median one, for one to be of another shape."""
_MOST: Final = 0.4
_AROUND: Final = 4
_P_STRETCH_S: Final = 0.2
_QRS_REACH_S: Final = 0.06
_BEFORE_QRS_S: Final = 0.01


def all_cycles_alike(found: FoundBeats) -> bool:
    """Whether no beat comes early or late."""
    rr_ms = found.rr_ms
    return rr_ms.size >= 4 and bool(np.abs(rr_ms - np.median(rr_ms)).max() <= ALIKE * np.median(rr_ms))


def measured_atrial_extrasystoles(found: FoundBeats, qrs_onset: int) -> AtrialExtrasystoles | None:
    """Count the beats that come early, have the usual QRS complex, and a P wave that is another one or hidden.

    Only where most cycles are alike and most P waves too: nothing is premature in atrial fibrillation.

    Parameters
    ----------
    found
        With a median beat.
    qrs_onset
        In the median beat's window, whose P wave was found.
    """
    beat = found.usable_beat
    if beat is None or found.paced:
        return None
    early = early_cycles(found.rr_ms)
    if not early:
        return None
    p_alike = _p_resemblance(beat, qrs_onset)
    if p_alike is None:
        return None
    place = {int(member): row for row, member in enumerate(beat.members)}
    usual = [p_alike[row] for member, row in place.items() if member - 1 not in early]
    if not usual or float(np.median(usual)) < _OWN_P:
        return None
    shares = [
        share
        for cycle, share in early.items()
        if (row := place.get(cycle + 1)) is not None
        and _same_qrs(beat, row) >= _SAME_QRS
        and (share <= _VERY_EARLY or p_alike[row] <= _SAME_P)
    ]
    if not shares or len(shares) > _MOST * found.r_peaks.size:
        return None
    return AtrialExtrasystoles(
        len(shares), int(found.r_peaks.size), 100 * (1 - float(min(shares))), 100 * (1 - float(max(shares)))
    )


def early_cycles(rr_ms: Array) -> dict[int, float]:
    """Cycles that are too short in a rhythm that is calm otherwise; empty in one that is not.

    Returns
    -------
    dict[int, float]
        Index of the cycle that ends with each early beat, and its share of the usual cycle around it.
    """
    early = _early(rr_ms)
    return early if _is_calm(rr_ms, set(early)) else {}


def _early(rr_ms: Array) -> dict[int, float]:
    """Index of the cycle that ends with each early beat, and its share of the usual cycle around it."""
    found: dict[int, float] = {}
    for at in range(1, rr_ms.size):
        first = max(0, at - _AROUND)
        around = np.delete(rr_ms[first : at + _AROUND + 1], at - first)
        usual = float(np.median(around))
        if rr_ms[at] > EARLY * usual or rr_ms[at] > SUDDEN * rr_ms[at - 1]:
            continue
        if at + 1 < rr_ms.size and rr_ms[at + 1] < _PAUSE * usual:
            continue
        found[at] = float(rr_ms[at]) / usual
    return found


def _is_calm(rr_ms: Array, early: set[int]) -> bool:
    others = np.array([rr for at, rr in enumerate(rr_ms.tolist()) if at not in early and at - 1 not in early])
    if others.size < 2:
        return False
    usual = np.median(others)
    return bool(np.percentile(np.abs(others - usual), 75) <= _CALM * usual)


def _p_resemblance(beat: MedianBeat, qrs_onset: int) -> Array | None:
    """Correlation of each beat's stretch before QRS with the median beat's, over all leads."""
    stop = qrs_onset - round(_BEFORE_QRS_S * beat.fs_hz)
    width = min(stop, round(_P_STRETCH_S * beat.fs_hz))
    if width < 0.4 * _P_STRETCH_S * beat.fs_hz:
        return None
    single = low_pass(beat.beats[:, :, : qrs_onset + 1], CUTOFF_HZ, beat.fs_hz)[:, :, stop - width : stop]
    return _resemblance(single, np.median(single, axis=0))


def _same_qrs(beat: MedianBeat, row: int) -> float:
    reach = round(_QRS_REACH_S * beat.fs_hz)
    around = slice(max(0, beat.r_index - reach), beat.r_index + reach + 1)
    return float(_resemblance(beat.beats[row : row + 1, :, around], beat.signal_mv[:, around])[0])


def _resemblance(single: Array, shape: Array) -> Array:
    rows = (single - single.mean(axis=2, keepdims=True)).reshape(single.shape[0], -1)
    usual = (shape - shape.mean(axis=1, keepdims=True)).ravel()
    found: Array = rows @ usual / np.maximum(np.linalg.norm(rows, axis=1) * np.linalg.norm(usual), 1e-12)
    return found
