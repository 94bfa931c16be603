"""From regular P waves and QRS complexes to AV block, where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.signal.conduction.atrial_rhythm import AtrialRhythm
from meit_core.signal.conduction.atrial_signal import ATRIAL_FS_HZ

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

P_HALF_MS: Final = 60.0
"""From the onset of a P wave to its middle, which is what is found."""
FASTEST_ATRIA_BPM: Final = 150.0
FASTEST_ESCAPE_BPM: Final = 65.0
"""No junction escapes faster; what is faster and unrelated is an accelerated rhythm, not a block."""
SLOWEST_OF_TWO_TO_ONE_BPM: Final = 75.0

_LEAST_SEEN: Final = 4
_SHARE_SEEN: Final = 0.6
_MOST_STRANGE: Final = 1
_LEAST_ALIKE: Final = 0.82
"""Mean correlation; of the blocked ones alone too, which a T or U wave must not be taken for."""
_MOST_UNEVEN: Final = 0.1
_LEAST_SPAN: Final = 0.6
"""Of the recording."""
_REGULAR: Final = 0.12
"""Longest less shortest cycle, as a share of the median, of an escape rhythm."""
_FASTER: Final = 1.15
_DISSOCIATED_MS: Final = 120.0
_CONSTANT_PR_MS: Final = 50.0
_GROWING_PR_MS: Final = 30.0
_PAUSE: Final = 1.2
_CONDUCTED_MS: Final = (90.0, 480.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Relation:
    """What lies between the first and the last P wave that is seen."""

    rhythm: AtrialRhythm
    qrs: Array
    last_p: Positions
    """Index of the last P wave before each QRS complex."""

    @property
    def pr_ms(self) -> Array:
        """From each QRS complex back to the onset of the P wave before it."""
        return (self.qrs - self.rhythm.at[self.last_p]) * 1000 / ATRIAL_FS_HZ + P_HALF_MS

    @property
    def pr_seen(self) -> npt.NDArray[np.bool_]:
        return self.rhythm.seen[self.last_p]

    @property
    def rr_ms(self) -> Array:
        return np.diff(self.qrs) * 1000 / ATRIAL_FS_HZ

    @property
    def ratios(self) -> Positions:
        """P waves from each QRS complex to the next."""
        return np.diff(self.last_p)

    @property
    def blocked(self) -> Positions:
        """Indices of P waves that are seen and followed by another before the next QRS complex."""
        others = np.setdiff1d(np.arange(self.last_p[0], self.last_p[-1] + 1), self.last_p)
        return others[self.rhythm.seen[others]]


def av_block(rhythm: AtrialRhythm, qrs_onsets: Positions, n_samples: int) -> AvBlock | None:
    """Tell a block of second or third degree from 1:1 conduction and from what can't be told.

    Parameters
    ----------
    qrs_onsets
        At :data:`~meit_core.signal.conduction.atrial_signal.ATRIAL_FS_HZ`, as the rhythm.
    """
    if not _is_reliable(rhythm, n_samples):
        return None
    nearest = 0.001 * P_HALF_MS * ATRIAL_FS_HZ / 2
    until = rhythm.at[-1] + np.median(np.diff(rhythm.at))
    inside = qrs_onsets[(qrs_onsets > rhythm.at[0] + nearest) & (qrs_onsets <= until)]
    if inside.size < 3:
        return None
    last_p = np.searchsorted(rhythm.at, inside - nearest) - 1
    relation = _Relation(rhythm, inside.astype(float), last_p)
    kind = _kind(relation)
    if kind is None:
        return None
    pr_ms = relation.pr_ms[relation.pr_seen]
    return AvBlock(
        kind=kind,
        atrial_bpm=rhythm.rate_bpm,
        ventricular_bpm=60_000 / float(np.mean(relation.rr_ms)),
        n_p_waves=int(rhythm.at.size),
        n_blocked=int(rhythm.seen.sum()) if kind is AvBlockKind.THIRD_DEGREE else relation.blocked.size,
        shortest_pr_ms=float(pr_ms.min()),
        longest_pr_ms=float(pr_ms.max()),
    )


def _is_reliable(rhythm: AtrialRhythm, n_samples: int) -> bool:
    n_seen = int(rhythm.seen.sum())
    return (
        n_seen >= _LEAST_SEEN
        and n_seen >= _SHARE_SEEN * rhythm.at.size
        and rhythm.n_missed <= 1
        and rhythm.n_strange <= _MOST_STRANGE
        and rhythm.alike[rhythm.seen].mean() >= _LEAST_ALIKE
        and rhythm.unevenness <= _MOST_UNEVEN
        and rhythm.at[-1] - rhythm.at[0] >= _LEAST_SPAN * n_samples
        and rhythm.rate_bpm <= FASTEST_ATRIA_BPM
    )


def _kind(relation: _Relation) -> AvBlockKind | None:
    if np.count_nonzero(relation.pr_seen) < 3:
        return None
    if _is_complete(relation):
        return AvBlockKind.THIRD_DEGREE
    conducted = relation.pr_ms[relation.pr_seen]
    if conducted.min() < _CONDUCTED_MS[0] or conducted.max() > _CONDUCTED_MS[1] or relation.blocked.size == 0:
        return None
    if relation.rhythm.alike[relation.blocked].mean() < _LEAST_ALIKE:
        return None
    if np.all(relation.ratios == 2):
        return AvBlockKind.TWO_TO_ONE if _is_two_to_one(relation) else None
    return _with_dropped_beats(relation)


def _is_complete(relation: _Relation) -> bool:
    rr_ms = relation.rr_ms
    rate = 60_000 / float(np.mean(rr_ms))
    regular = float(np.ptp(rr_ms)) <= _REGULAR * float(np.median(rr_ms))
    faster = relation.rhythm.rate_bpm >= _FASTER * rate
    return rate <= FASTEST_ESCAPE_BPM and regular and faster and _phase_range_ms(relation) >= _DISSOCIATED_MS


def _phase_range_ms(relation: _Relation) -> float:
    """Range of PR, measured round the atrial cycle: 790 ms after one P wave is 10 ms before the next of 800."""
    cycle = float(np.median(relation.rhythm.cycles_s)) * 1000
    phases = np.sort(relation.pr_ms[relation.pr_seen] % cycle)
    gaps = np.diff(np.append(phases, phases[0] + cycle))
    return cycle - float(gaps.max())


def _is_two_to_one(relation: _Relation) -> bool:
    rate = 60_000 / float(np.mean(relation.rr_ms))
    seen = relation.pr_ms[relation.pr_seen]
    constant = float(np.ptp(seen)) <= _CONSTANT_PR_MS
    return rate <= SLOWEST_OF_TWO_TO_ONE_BPM and constant and relation.blocked.size >= max(3, 0.5 * relation.rr_ms.size)


def _with_dropped_beats(relation: _Relation) -> AvBlockKind | None:
    """A P wave in time that no QRS complex follows, in a cycle that is longer by it."""
    ratios, rr_ms, pr_ms = relation.ratios, relation.rr_ms, relation.pr_ms
    dropped = np.flatnonzero(ratios > 1)
    if ratios.min() < 1 or ratios.max() > 3 or dropped.size in (0, ratios.size):
        return None
    usual = float(np.median(rr_ms[ratios == 1]))
    if rr_ms[dropped].min() < _PAUSE * usual:
        return None
    shorter_after = pr_ms[dropped] - pr_ms[dropped + 1]
    if np.ptp(pr_ms[relation.pr_seen]) <= _CONSTANT_PR_MS and shorter_after.max() < _GROWING_PR_MS:
        return AvBlockKind.SECOND_DEGREE
    return AvBlockKind.WENCKEBACH if shorter_after.min() >= _GROWING_PR_MS else None
