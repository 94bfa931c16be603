"""The regular rhythm that P waves keep, those included that a QRS complex or a T wave hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.signal.conduction.atrial_signal import ATRIAL_FS_HZ, AtrialSignal
from meit_core.signal.conduction.p_waves import PWaves

Array = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]

SLOWEST_S: Final = 1.6
FASTEST_S: Final = 0.4
"""Cycle of 150/min; faster atria flutter, or are in tachycardia, and don't need all to be conducted."""
_STEP: Final = 1.04
_VARIES: Final = 0.14
"""Cycles that hold a QRS complex are shorter than the others in complete block, by up to a seventh."""
_GROUPS: Final = 3
_MOST_HIDDEN: Final = 3
_HIDDEN_BY_QRS, _HIDDEN_BY_T, _NOT_SEEN = 0.15, 0.5, 1.5
"""What a P wave costs that should be there and isn't seen, beside the one that a seen one is worth."""
_UNEVEN: Final = 8.0
_NEAR_QRS_S: Final = 0.06


@dataclass(frozen=True, slots=True, eq=False)
class AtrialRhythm:
    """Attributes
    ----------
    at
        Samples of all P waves at :data:`ATRIAL_FS_HZ`, from the first to the last one that is seen.
    seen
        Which of them are seen; the others are hidden, or not there.
    n_missed
        Of those that aren't seen: not hidden by QRS or T.
    n_strange
        Deflections of the same shape that don't belong to the rhythm.
    alike
        Correlation of each P wave with the shape that they share; 0 where it isn't seen.
    score
        The seen ones less what speaks against the rhythm.
    """

    at: Array
    seen: npt.NDArray[np.bool_]
    n_missed: int
    n_strange: int
    alike: Array
    score: float

    @property
    def cycles_s(self) -> Array:
        return np.diff(self.at) / ATRIAL_FS_HZ

    @property
    def unevenness(self) -> float:
        """Standard deviation of the cycles as a share of their mean."""
        return float(np.std(self.cycles_s) / np.mean(self.cycles_s))

    @property
    def rate_bpm(self) -> float:
        return 60 / float(np.mean(self.cycles_s))


def atrial_rhythm(groups: Sequence[PWaves], signal: AtrialSignal) -> AtrialRhythm | None:
    """Find the regular rhythm that explains most of a group of alike deflections; ``None`` where there is none."""
    cost = np.full(signal.n_samples, _NOT_SEEN)
    cost[signal.in_t] = _HIDDEN_BY_T
    reach = round(_NEAR_QRS_S * ATRIAL_FS_HZ)
    near_qrs = np.convolve(signal.in_qrs, np.ones(2 * reach + 1), mode="same") > 0
    cost[near_qrs] = _HIDDEN_BY_QRS
    most = signal.n_samples / (FASTEST_S * ATRIAL_FS_HZ)
    rhythms = [_best(group, cost) for group in groups[:_GROUPS] if group.at.size <= most]
    return max((one for one in rhythms if one is not None), key=lambda one: one.score, default=None)


def _best(group: PWaves, cost: Array) -> AtrialRhythm | None:
    cycles = np.geomspace(FASTEST_S, SLOWEST_S, 1 + round(np.log(SLOWEST_S / FASTEST_S) / np.log(_STEP)))
    chains = [_chain(group, cost, float(cycle) * ATRIAL_FS_HZ) for cycle in cycles]
    score, members = max(chains, key=lambda each: each[0])
    if len(members) < 3:
        return None
    return _with_hidden(group, members, cost, score)


def _chain(group: PWaves, cost: Array, cycle: float) -> tuple[float, list[int]]:
    """Best row of deflections about one cycle, or a few, apart: score and their indices."""
    at, worth = group.at.tolist(), group.alike.tolist()
    before = np.concatenate([[0.0], np.cumsum(group.alike)]).tolist()
    price = cost.tolist()
    best: list[float] = []
    back: list[int] = []
    for i, place in enumerate(at):
        found, source = -before[i] - _outside(price, place, -cycle), -1
        for j in range(i - 1, -1, -1):
            apart = place - at[j]
            n = round(apart / cycle)
            if n > _MOST_HIDDEN + 1:
                break
            if n < 1 or abs(apart / n / cycle - 1) > _VARIES:
                continue
            uneven = apart / n / cycle - 1
            score = best[j] - (before[i] - before[j + 1]) - _UNEVEN * uneven * uneven * n
            score -= sum(price[round(at[j] + apart * k / n)] for k in range(1, n))
            if score > found:
                found, source = score, j
        best.append(found + worth[i])
        back.append(source)
    ends = [best[i] - (before[-1] - before[i + 1]) - _outside(price, at[i], cycle) for i in range(len(at))]
    i = int(np.argmax(ends))
    score, members = ends[i], []
    while i >= 0:
        members.append(i)
        i = back[i]
    return score, members[::-1]


def _outside(price: list[float], place: float, cycle: float) -> float:
    """What the P waves cost that should be seen before the first or after the last one."""
    total, at = 0.0, place + cycle
    margin = abs(cycle) * 0.15
    while margin <= at < len(price) - margin:
        total += price[round(at)]
        at += cycle
    return total


def _with_hidden(group: PWaves, members: list[int], cost: Array, score: float) -> AtrialRhythm:
    chosen = group.at[members].astype(float)
    usual = float(np.median(_cycles(chosen)))
    at, alike = [chosen[0]], [group.alike[members[0]]]
    for one, other, worth in zip(chosen[:-1], chosen[1:], group.alike[members[1:]], strict=True):
        n = max(1, round((other - one) / usual))
        at += [one + (other - one) * k / n for k in range(1, n + 1)]
        alike += [0.0] * (n - 1) + [worth]
    places = np.array(at)
    visible = np.array(alike) > 0
    missed = int(np.count_nonzero(cost[np.round(places[~visible]).astype(int)] == _NOT_SEEN))
    within = np.count_nonzero((group.at >= chosen[0]) & (group.at <= chosen[-1]))
    return AtrialRhythm(
        at=places,
        seen=visible,
        n_missed=missed,
        n_strange=int(within) - len(members),
        alike=np.array(alike),
        score=score,
    )


def _cycles(at: Array) -> Array:
    """Distances that hold no further one: within a third of the shortest tenth."""
    apart = np.diff(at)
    shortest = float(np.percentile(apart, 20))
    return apart[apart <= 1.35 * shortest]
