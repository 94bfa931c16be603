"""Slips of the pen: a word one letter away from exactly one word of the lexicon is that word."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

SHORTEST: Final = 7
"""Shorter words are too near to each other (``nicht``, ``leicht``) to be corrected."""
_ENDING: Final = 2
"""Letters of an ending: forms of one word that differ only there are the same word."""


@lru_cache(maxsize=4096)
def corrected(word: str, vocabulary: frozenset[str]) -> str | None:
    """Return the one word of ``vocabulary`` within one insertion, deletion, substitution or exchange, else ``None``."""
    if len(word) < SHORTEST:
        return None
    long_enough = (candidate for candidate in _one_edit_away(word) if len(candidate) >= SHORTEST - 1)
    near = {candidate for candidate in long_enough if candidate in vocabulary}
    if len({candidate[: len(word) - _ENDING] for candidate in near}) != 1:
        return None
    return min(near, key=lambda candidate: (len(candidate), candidate))


def _one_edit_away(word: str) -> Iterator[str]:
    for index in range(len(word) + 1):
        head, tail = word[:index], word[index:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in string.ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
