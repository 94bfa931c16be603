"""How like the report that a reader would write a draft is to be expected to be. Free of torch.

Several drafts of one language model agree on what that model likes to say. What is guessed of the report's words from
the measurements is another opinion, and the draft that pleases both is more often right than the one that pleases one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.model.decoding.consensus import overlap
from meit_core.model.decoding.phrases import MOST_TIMES, ORDERS, Phrase, counted

_KNOWN_SHARE: Final = 0.87
"""Of a report's phrases, those that are common enough to be guessed (PTB-XL's fold 9)."""


class Expectation:
    """What is expected of one recording's report.

    Parameters
    ----------
    phrases, probabilities
        u of them, and (u,) how likely each is in the report.
    """

    def __init__(self, phrases: Sequence[Phrase], probabilities: npt.NDArray[np.float32]) -> None:
        self._likely: Mapping[Phrase, float] = dict(zip(phrases, probabilities.tolist(), strict=True))
        totals = dict.fromkeys(ORDERS, 0.0)
        for phrase, probability in self._likely.items():
            totals[len(phrase.words)] += probability
        self._meant = [totals[order] / _KNOWN_SHARE for order in ORDERS]

    def likeness(self, text: str) -> float:
        """Return the likeness to be expected, as :func:`~meit_core.model.decoding.consensus.likeness` has it."""
        said = counted(text)
        common = [
            sum(
                self._likely.get(Phrase(words, min(times, MOST_TIMES)), 0.0)
                for words, count in counts.items()
                for times in range(1, count + 1)
            )
            for counts in said
        ]
        return overlap(common, [counts.total() for counts in said], self._meant)
