"""From a growing text to its sentences, split as :func:`~meit_core.knowledge.parser.split_sentences` does."""

from __future__ import annotations

from typing import Final

from meit_core.domain.draft import DraftSentence, Support
from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.parser import split_sentences

CUT_OFF: Final = "Not checked: the draft ends here unfinished."

_PROBE: Final = "x"


def closed_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of an unfinished text that nothing written after it can change.

    A sentence is closed where a further letter would begin a new one; asking the splitter itself keeps the two
    consistent, whatever it takes for a sentence's end.
    """
    return split_sentences(text + _PROBE)[:-1]


def with_cut_off(text: str, judged: tuple[DraftSentence, ...]) -> tuple[DraftSentence, ...]:
    """Return the judged sentences of a draft that was stopped, and after them what follows them in the text."""
    rest = split_sentences(text)[len(judged) :]
    return judged + tuple(DraftSentence(sentence_case(sentence), Support.UNCHECKED, CUT_OFF) for sentence in rest)
