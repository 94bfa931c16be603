"""Which recordings a report without one could have been written about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from heapq import nlargest
from itertools import pairwise
from typing import Final

from meit_core.knowledge.parser import split_sentences

MOST_LENDERS: Final = 6
"""Of the recordings whose reports are most alike."""


def lend_recordings(reports: Sequence[str], recorded: Sequence[str]) -> list[tuple[int, ...]]:
    """Return for each report the indices of the recordings that may stand in for its own.

    Those whose own reports share most with it, a shared sentence or pair of words counting by its rarity (cosine of
    inverse document frequencies).

    Parameters
    ----------
    recorded
        Reports of the recordings at hand.

    Raises
    ------
    ValueError
        If there is no recording.
    """
    if not recorded:
        raise ValueError("no recordings to lend")
    holders: dict[str, list[int]] = defaultdict(list)
    for index, report in enumerate(recorded):
        for part in _parts(report):
            holders[part].append(index)
    rarity = {part: math.log(1 + len(recorded) / len(which)) for part, which in holders.items()}
    sizes = [math.sqrt(sum(rarity[part] ** 2 for part in _parts(report))) for report in recorded]

    @cache
    def alike(report: str) -> tuple[int, ...]:
        scores: dict[int, float] = defaultdict(float)
        for part in _parts(report):
            for index in holders.get(part, ()):
                scores[index] += rarity[part] ** 2 / sizes[index]
        return tuple(nlargest(MOST_LENDERS, scores, key=scores.__getitem__)) or tuple(range(len(recorded)))

    return [alike(report) for report in reports]


def _parts(report: str) -> frozenset[str]:
    """Sentences, and their pairs of neighbouring words, so that wordings that differ a little are still alike."""
    parts: set[str] = set()
    for sentence in split_sentences(report):
        words = sentence.rstrip(".").split()
        parts.add(sentence)
        parts.update(f"{first} {second}" for first, second in pairwise(words))
    return frozenset(parts)
