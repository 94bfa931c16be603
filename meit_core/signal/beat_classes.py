"""What kind of beat each one is: the usual one, early, ventricular or paced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.measured_facts import VentricularExtrasystoles
from meit_core.domain.measurements import BeatClass
from meit_core.signal.conduction.atrial_extrasystoles import early_cycles
from meit_core.signal.filtering import low_pass
from meit_core.signal.found_beats import FoundBeats
from meit_core.signal.median_beat import ALIKE, MedianBeat
from meit_core.signal.pacing import spikes_before
from meit_core.signal.qrs_extent import qrs_extent

Array = npt.NDArray[np.float64]

_SHAPE_HZ: Final = 25.0
_REACH_S: Final = 0.09
_SHIFT_S: Final = 0.02
_ANOTHER: Final = 0.75
"""Correlation with the median complex below which the shape is another one; between this and :data:`ALIKE` noise or
breathing may have changed it, and nothing is told."""
_WIDE_MS: Final = 120.0
_WIDER_MS: Final = 20.0
_WIDEST_ASKED_MS: Final = 140.0


def beat_classes(found: FoundBeats, *, early_beats: bool) -> tuple[BeatClass, ...]:
    """Class of each beat, after the classes of ANSI/AAMI EC57; empty where there is no median beat.

    Paced where a spike sets it off; ventricular where the shape is another one and 120 ms wide, and 20 ms wider than
    the usual one unless that is itself as wide; supraventricular where the usual shape comes early. Of PTB-XL's 500
    recordings at 500 Hz 54 of 64 that are coded with ventricular extrasystoles have a ventricular beat, and 14 of 436
    others.

    Parameters
    ----------
    early_beats
        Atrial extrasystoles have been measured: without them an early beat of the usual shape is a usual one.
    """
    beat, signal_mv = found.usable_beat, found.signal_mv
    if beat is None or signal_mv is None:
        return ()
    paced = spikes_before(found.r_peaks, found.spikes, beat.fs_hz) >= 0
    early = early_cycles(found.rr_ms) if early_beats else {}
    usable_mv = signal_mv[found.rows]
    members = set(beat.members.tolist())
    usual_mv = _around(low_pass(beat.signal_mv, _SHAPE_HZ, beat.fs_hz), beat.r_index, _reach(beat))
    usual_ms = _width_ms(beat)
    classes = []
    for number, r in enumerate(found.r_peaks.tolist()):
        if paced[number]:
            classes.append(BeatClass.PACED)
            continue
        single = _single(beat, usable_mv, r)
        alike = ALIKE if number in members else _alike(single, usual_mv)
        if alike is None:
            classes.append(BeatClass.UNKNOWN)
        elif alike >= ALIKE:
            classes.append(BeatClass.SUPRAVENTRICULAR if number - 1 in early else BeatClass.USUAL)
        else:
            wide = _width_ms(single) >= max(_WIDE_MS, min(usual_ms + _WIDER_MS, _WIDEST_ASKED_MS))
            classes.append(BeatClass.VENTRICULAR if alike < _ANOTHER and wide else BeatClass.UNKNOWN)
    return tuple(classes)


def ventricular_extrasystoles(classes: Sequence[BeatClass]) -> VentricularExtrasystoles | None:
    """Count the ventricular beats among usual ones; ``None`` where there are none.

    The first and the last beat don't count: what is cut off at the recording's border has another shape. Where a
    pacemaker sets beats off, or half of them are ventricular, nobody knows which is the usual one.
    """
    inside = list(classes[1:-1])
    n_ventricular = inside.count(BeatClass.VENTRICULAR)
    if not n_ventricular or BeatClass.PACED in classes or 2 * n_ventricular > len(inside):
        return None
    return VentricularExtrasystoles(n_ventricular, len(classes))


def _alike(single: MedianBeat, usual_mv: Array | None) -> float | None:
    """Best correlation of one beat with the usual complex; ``None`` where the recording ends within it."""
    slack, reach = round(_SHIFT_S * single.fs_hz), _reach(single)
    smooth_mv = low_pass(single.signal_mv, _SHAPE_HZ, single.fs_hz)
    shifted = [_around(smooth_mv, single.r_index + shift, reach) for shift in range(-slack, slack + 1, 2)]
    if usual_mv is None or any(one is None for one in shifted):
        return None
    return max(float(_unit(usual_mv) @ _unit(one)) for one in shifted if one is not None)


def _around(signal_mv: Array, at: int, reach: int) -> Array | None:
    whole = at - reach >= 0 and at + reach < signal_mv.shape[1]
    return signal_mv[:, at - reach : at + reach + 1] if whole else None


def _reach(beat: MedianBeat) -> int:
    return round(_REACH_S * beat.fs_hz)


def _unit(complexes_mv: Array) -> Array:
    row = complexes_mv.ravel() - complexes_mv.mean()
    unit: Array = row / max(float(np.linalg.norm(row)), 1e-12)
    return unit


def _single(beat: MedianBeat, signal_mv: Array, r: int) -> MedianBeat:
    """One beat in a window of its own."""
    before, after = beat.r_index, beat.signal_mv.shape[1] - beat.r_index
    first, last = max(0, r - before), min(signal_mv.shape[1], r + after)
    return replace(beat, signal_mv=signal_mv[:, first:last], r_index=r - first, spike_index=None)


def _width_ms(beat: MedianBeat) -> float:
    onset, offset = qrs_extent(beat)
    return 1000 * (offset - onset) / beat.fs_hz
