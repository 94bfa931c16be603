"""Marks on the median beat: where P, QRS and T begin and end, and how far each may go."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class BeatMark(StrEnum):
    """A boundary of a wave, in the order of time."""

    P_ONSET = "p_onset"
    P_OFFSET = "p_offset"
    QRS_ONSET = "qrs_onset"
    QRS_OFFSET = "qrs_offset"
    T_OFFSET = "t_offset"

    @property
    def words(self) -> str:
        """As it is written on a screen or in a sentence: ``P on``, ``QRS off``."""
        wave, side = self.value.split("_")
        return f"{wave.upper()} {side.removesuffix('set')}"

    @property
    def wave(self) -> str:
        return self.value.split("_")[0]

    @property
    def can_be_absent(self) -> bool:
        """A beat has a QRS complex, or it isn't one; P and T may not be there."""
        return self.wave != "qrs"


Places = Mapping[BeatMark, int]
"""Sample positions in the median beat's window; a wave that isn't there has none."""

_LEAST_APART: Final = {(BeatMark.P_OFFSET, BeatMark.QRS_ONSET): 0}
"""Samples between two neighbours, one where nothing is said: P may run into QRS, but no wave is without length."""


def limits(mark: BeatMark, places: Places, n_samples: int) -> tuple[int, int]:
    """First and last sample at which a mark may stand, given where the others do.

    Waves follow each other as P, QRS, T and have a length: a mark stops one sample before its neighbour.
    """
    order = list(BeatMark)
    at = order.index(mark)
    lowest, highest = 0, n_samples - 1
    for other in order[:at]:
        if other in places:
            lowest = max(lowest, places[other] + _apart(order, order.index(other), at))
    for other in order[at + 1 :]:
        if other in places:
            highest = min(highest, places[other] - _apart(order, at, order.index(other)))
    return lowest, highest


def in_order(places: Places, n_samples: int) -> bool:
    """Whether all marks lie in the window and each within its :func:`limits`."""
    bounds = {mark: limits(mark, places, n_samples) for mark in places}
    return all(bounds[mark][0] <= place <= bounds[mark][1] for mark, place in places.items())


def _apart(order: list[BeatMark], earlier: int, later: int) -> int:
    """Least distance of two marks; those between them may be absent, and then count for nothing."""
    return _LEAST_APART.get((order[earlier], order[later]), 1)
