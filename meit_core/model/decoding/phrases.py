"""The phrases of reports: sequences of one to four words, and which of them a report holds. Free of torch.

``phrases.json`` of a pack names those that its encoder's readers guess.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ORDERS: Final = (1, 2, 3, 4)
FILE: Final = "phrases.json"
MOST_TIMES: Final = 8
"""From the ninth time on, one more of the same word says nothing."""
_WORD: Final = re.compile(r"[a-z0-9\-/&']+|[.,()]")


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """``words`` in this order, at least ``times`` times."""

    words: tuple[str, ...]
    times: int = 1


def counted(text: str) -> tuple[Counter[tuple[str, ...]], ...]:
    """Count a text's sequences of words, for each of :data:`ORDERS`; full stops and commas are words, too."""
    words = _WORD.findall(text.lower())
    return tuple(
        Counter(tuple(words[start : start + order]) for start in range(len(words) - order + 1)) for order in ORDERS
    )


def phrases_in(text: str) -> Iterator[Phrase]:
    """Yield the phrases of a text, each once."""
    for counts in counted(text):
        for words, count in counts.items():
            for times in range(1, min(count, MOST_TIMES) + 1):
                yield Phrase(words, times)


def save_phrases(phrases: Sequence[Phrase], path: Path) -> None:
    """Write them as a list of ``[words, times]``."""
    told = [[" ".join(phrase.words), phrase.times] for phrase in phrases]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def load_phrases(path: Path) -> tuple[Phrase, ...]:
    """Read what :func:`save_phrases` wrote; none where there is no such file."""
    if not path.is_file():
        return ()
    return tuple(Phrase(tuple(words.split(" ")), times) for words, times in json.loads(path.read_text("utf-8")))
