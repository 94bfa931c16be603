"""Which of several drafts says what most of them say: minimum Bayes risk (Kumar & Byrne, NAACL 2004). Free of torch.

The likeliest text of a language model is short and safe. The text that is, on average, most like the texts the model
could have written is nearer to the report a reader writes, and it tells less often what only one draft tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from meit_core.model.decoding.phrases import counted

Prefer = Callable[[str], float]
"""Text -> what speaks for it (positive) or against it beside its likeness to the other drafts."""

_SHARES: Final = (0.5, 1.0, 0.7, 0.5)
"""How much the overlap of n-grams of each order counts; chosen on PTB-XL's fold 9."""
_RECALL_SHARE: Final = 1.5
"""How much METEOR's recall-heavy mean of single words counts (Lavie & Agarwal 2007: alpha 0.9)."""
EXPECTED_SHARE: Final = 0.6
"""Of what is expected in the worth of a draft, beside its likeness to the others; chosen on PTB-XL's fold 9."""
_SCALE: Final = sum(_SHARES) + _RECALL_SHARE


@dataclass(frozen=True, slots=True)
class _Grams:
    counts: tuple[Counter[tuple[str, ...]], ...]
    totals: tuple[int, ...]


def choose(
    drafts: Sequence[str], prefer: Prefer | None = None, expected: Prefer | None = None, *, opening: str = ""
) -> str:
    """Return the draft that is most like all of them, each as often as it was drawn.

    Parameters
    ----------
    expected
        Its likeness to the report that another opinion expects, 0 to 1; counts :data:`EXPECTED_SHARE` of the whole.
    opening
        How the draft must begin, if any does.

    Raises
    ------
    ValueError
        If there is none.
    """
    drawn = Counter(drafts)
    texts = list(drawn)
    if not texts:
        raise ValueError("no draft to choose from")
    grams = [_grams(text) for text in texts]

    def worth(index: int) -> float:
        alike = sum(drawn[text] * _likeness(grams[index], other) for text, other in zip(texts, grams, strict=True))
        alike /= drawn.total()
        if expected is not None:
            alike += EXPECTED_SHARE * (expected(texts[index]) - alike)
        return alike + (prefer(texts[index]) if prefer is not None else 0.0)

    places = [place for place, text in enumerate(texts) if text.startswith(opening)]
    return texts[max(places or range(len(texts)), key=worth)]


def likeness(said: str, meant: str) -> float:
    """Return how much of ``meant`` a text says in the same words, 0 to 1: n-gram F1 and recall-heavy word overlap."""
    return _likeness(_grams(said), _grams(meant))


@lru_cache(maxsize=4096)
def _grams(text: str) -> _Grams:
    counts = counted(text)
    return _Grams(counts, tuple(count.total() for count in counts))


def _likeness(said: _Grams, meant: _Grams) -> float:
    common = [(one & other).total() for one, other in zip(said.counts, meant.counts, strict=True)]
    return overlap(common, said.totals, meant.totals)


def overlap(common: Sequence[float], said: Sequence[float], meant: Sequence[float]) -> float:
    """Return the likeness, 0 to 1, of texts with so many n-grams in common and each alone, by order."""
    total = 0.0
    for order, share in enumerate(_SHARES):
        both = said[order] + meant[order]
        total += share * (2 * common[order] / both if both else 1.0)
        if order == 0 and common[0]:
            precision, recall = common[0] / said[0], common[0] / meant[0]
            total += _RECALL_SHARE * 10 * precision * recall / (recall + 9 * precision)
    return total / _SCALE
