"""A report that repeats itself is at its end: what was said before isn't said again. Free of torch.

Small language models fall into loops (Holtzman et al., ICLR 2020), and a reader can't use what they write then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

LONGEST_RUN: Final = 8
"""Tokens of a run that may repeat itself."""
TIMES: Final = 3
"""A run that stands so often in a row is a loop."""
_SHORTEST_RUN: Final = 3
"""Characters of a run: the same letter, digit or full stop three times ("III", "0.0001", "...") is no loop."""
LEAST_WORDS: Final = 2
"""One word and a full stop may be an abbreviation ("prob. anterior infarction")."""

_END: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def loops(tokens: Sequence[int], text: Callable[[list[int]], str]) -> bool:
    """Say whether tokens end with the same run of up to eight three times in a row.

    Parameters
    ----------
    text
        Of some tokens; asked only where a run repeats.
    """
    for length in range(1, min(LONGEST_RUN, len(tokens) // TIMES) + 1):
        last = tokens[-length:]
        in_a_row = all(tokens[-length * (time + 1) : -length * time] == last for time in range(1, TIMES))
        if in_a_row and len(text(list(tokens[-length * TIMES :]))) >= TIMES * _SHORTEST_RUN:
            return True
    return False


def said_before(text: str, *, ended: bool, least_words: int = LEAST_WORDS) -> int | None:
    """Return where the first finished sentence begins that equals an earlier one; ``None`` where there is none.

    Parameters
    ----------
    ended
        Whether nothing follows: then the last sentence is finished as well.
    least_words
        Of a sentence that counts.
    """
    earlier: set[str] = set()
    for start, end in _places(text)[: None if ended else -1]:
        if len(text[start:end].split()) < least_words:
            continue
        sentence = _plain(text[start:end])
        if sentence in earlier:
            return start
        earlier.add(sentence)
    return None


def settled(text: str) -> int:
    """Return how much of an unfinished text may be shown: what is so far the beginning of an earlier sentence waits."""
    *finished, (start, end) = _places(text)
    last = _plain(text[start:end])
    waits = any(_plain(text[begin:stop]).startswith(last) for begin, stop in finished)
    return start if waits else len(text)


def before_loop(text: str) -> str:
    """Return what of a text that ends in a loop makes a report: finished sentences, each once."""
    finished = text[: _places(text)[-1][0]].rstrip()
    return finished[: said_before(finished, ended=True, least_words=1)].rstrip()


def without_repetition(text: str) -> str:
    """Return a finished report up to where it says something again."""
    start = said_before(text, ended=True)
    return text if start is None else text[:start].rstrip()


def _places(text: str) -> list[tuple[int, int]]:
    """Return where sentences begin and end; the last one, perhaps empty, is the one under way."""
    borders = [0]
    for gap in _END.finditer(text):
        borders += [gap.start(), gap.end()]
    borders.append(len(text))
    return list(zip(borders[::2], borders[1::2], strict=True))


def _plain(sentence: str) -> str:
    return "".join(sentence.casefold().split()).rstrip(".")
