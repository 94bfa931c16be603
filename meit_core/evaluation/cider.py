"""CIDEr-D whose inverse document frequencies come from the training references."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def cider_d(
    hypotheses: Sequence[str], references: Sequence[str], document_frequency: Counter[tuple[str, ...]], documents: int
) -> npt.NDArray[np.float64]:
    """Score space-separated texts with pycocoevalcap's CIDEr-D (Vedantam et al., CVPR 2015; n = 4, sigma = 6).

    Parameters
    ----------
    document_frequency, documents
        In how many of how many documents each 1..4-gram occurs, see :func:`document_frequencies`. pycocoevalcap's
        own call counts in the scored references, which makes a score depend on what else is scored.

    Returns
    -------
    (n,) scores, 0 to 10.
    """
    from pycocoevalcap.cider.cider_scorer import CiderScorer

    class GivenFrequencies(CiderScorer):
        @property
        def ref_len(self) -> float:
            return math.log(documents)

        @ref_len.setter
        def ref_len(self, value: float) -> None:
            """Ignore the size of the scored set, which the base class assigns here."""

    scorer = GivenFrequencies()
    scorer.document_frequency.update(document_frequency)
    for hypothesis, reference in zip(hypotheses, references, strict=True):
        scorer += (hypothesis, [reference])
    return np.asarray(scorer.compute_cider(), dtype=np.float64)


def document_frequencies(references: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Count in how many of the space-separated texts each 1..4-gram occurs."""
    from pycocoevalcap.cider.cider_scorer import precook

    frequency: Counter[tuple[str, ...]] = Counter()
    for reference in references:
        frequency.update(set(precook(reference)))
    return frequency
