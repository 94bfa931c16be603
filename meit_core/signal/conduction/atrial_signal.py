"""What a recording shows between its QRST complexes, where P waves are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.filtering import band_pass, low_pass
from meit_core.signal.found_beats import MEASURING_FS_HZ, FoundBeats
from meit_core.signal.median_beat import MedianBeat
from meit_core.signal.qrs_extent import qrs_extent
from meit_core.signal.t_wave import t_end

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

STEP: Final = 4
ATRIAL_FS_HZ: Final = MEASURING_FS_HZ / STEP
"""P waves hold nothing above 30 Hz that finding them needs."""
BAND_HZ: Final = (3.0, 20.0)
"""Below are U waves and the ends of T waves, which are wider than P waves."""

_ALIAS_HZ: Final = 40.0
_QRS_MARGIN_S: Final = 0.016
_OTHER_SHAPE_S: Final = (0.1, 0.16)
"""Before and after R: reach of a QRS complex whose boundaries weren't measured."""
_SMALL, _SMALL_REACH_S = 0.3, 0.06
"""Share of the usual height, over all leads, from which a beat is one."""
_OTHER_T_S: Final = 0.5
_USUAL_QT_S: Final = 0.42


@dataclass(frozen=True, slots=True, eq=False)
class AtrialSignal:
    """Attributes
    ----------
    band_mv
        (n_leads, n_samples) at :data:`ATRIAL_FS_HZ`, of the usable leads, QRST complexes taken away, in
        :data:`BAND_HZ`.
    in_qrs, in_t
        (n_samples,), where a P wave would lie under a QRS complex, and between its end and that of T.
    qrs_onsets
        Sample of each beat's QRS onset.
    """

    band_mv: Array
    in_qrs: Mask
    in_t: Mask
    qrs_onsets: npt.NDArray[np.intp]

    @property
    def n_samples(self) -> int:
        return int(self.band_mv.shape[1])


def atrial_signal(found: FoundBeats) -> AtrialSignal:
    """Take each beat's QRS complex and T wave away by those of the median beat.

    What lies at the same place behind every QRS complex is taken away with T, a P wave too: between QRS and the end of
    T nothing is expected to be seen, and only what is seen counts.

    Parameters
    ----------
    found
        With a median beat.
    """
    assert found.beat is not None and found.signal_mv is not None
    usable = found.beat.of_leads(found.rows)
    onset, offset = qrs_extent(usable)
    end = t_end(usable, offset)
    end = min(usable.r_index + round(_USUAL_QT_S * usable.fs_hz), usable.signal_mv.shape[1] - 1) if end is None else end
    signal_mv = low_pass(found.signal_mv[found.rows], _ALIAS_HZ, MEASURING_FS_HZ)
    in_qrs, in_t = np.zeros(signal_mv.shape[1], bool), np.zeros(signal_mv.shape[1], bool)
    margin = round(_QRS_MARGIN_S * MEASURING_FS_HZ)
    template = _between_its_ends(usable, onset, end)
    others = _of_other_shape(found)
    small = _too_small(signal_mv, found)
    onsets: list[int] = []
    for number, r in enumerate(found.r_peaks.tolist()):
        if small[number]:
            continue
        if number in others:
            first, after = (round(s * MEASURING_FS_HZ) for s in _OTHER_SHAPE_S)
            start, stop, last = r - first, r + after, r + round(_OTHER_T_S * MEASURING_FS_HZ)
        else:
            start, stop = r + onset - usable.r_index, r + offset - usable.r_index
            last = r + end - usable.r_index
            _take_away(signal_mv, template, start)
        onsets.append(max(start, 0))
        in_qrs[max(start - margin, 0) : max(stop + margin, 0)] = True
        in_t[max(stop, 0) : max(last, 0)] = True
    _bridge(signal_mv, in_qrs)
    thinned = signal_mv[:, ::STEP]
    return AtrialSignal(
        band_mv=band_pass(thinned, BAND_HZ, ATRIAL_FS_HZ),
        in_qrs=in_qrs[::STEP],
        in_t=(in_t & ~in_qrs)[::STEP],
        qrs_onsets=np.array(onsets, np.intp) // STEP,
    )


def _between_its_ends(beat: MedianBeat, onset: int, end: int) -> Array:
    """The median beat from QRS onset to the end of T, above the line between these two: it leaves no step behind."""
    part = low_pass(beat.signal_mv, _ALIAS_HZ, beat.fs_hz)[:, onset : end + 1]
    return part - np.linspace(part[:, 0], part[:, -1], part.shape[1], axis=1)


def _of_other_shape(found: FoundBeats) -> set[int]:
    """Beats that lie wholly within the recording and aren't alike the commonest."""
    assert found.beat is not None
    members = found.beat.members
    return set(range(int(members.min()), int(members.max()) + 1)) - set(members.tolist())


def _too_small(signal_mv: Array, found: FoundBeats) -> Mask:
    """Beats that are none: P waves in a long pause that were taken for small QRS complexes."""
    reach = round(_SMALL_REACH_S * MEASURING_FS_HZ)
    sizes = np.array([np.ptp(signal_mv[:, max(0, r - reach) : r + reach], axis=1).sum() for r in found.r_peaks])
    small: Mask = sizes < _SMALL * np.median(sizes)
    return small


def _take_away(signal_mv: Array, template: Array, start: int) -> None:
    first, last = max(start, 0), min(start + template.shape[1], signal_mv.shape[1])
    if first < last:
        signal_mv[:, first:last] -= template[:, first - start : last - start]


def _bridge(signal_mv: Array, gaps: Mask) -> None:
    where = np.arange(signal_mv.shape[1])
    if gaps.all():
        return
    for row in signal_mv:
        row[gaps] = np.interp(where[gaps], where[~gaps], row[~gaps])
