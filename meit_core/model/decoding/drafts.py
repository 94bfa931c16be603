"""One recording's drafts while they are drawn, and the one that they agree on. Free of torch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from meit_core.model.decoding.consensus import Prefer, choose
from meit_core.model.decoding.repetition import before_loop, loops, without_repetition
from meit_core.model.prompt import PromptTokenizer

SURE: Final = 0.8
"""Share of the drafts that must begin with a sentence for it to be told before they end. On PTB-XL's fold 9 that tells
84 % of the first sentences early and costs no score; at 0.5 it costs half a point of METEOR."""


@dataclass(frozen=True, slots=True)
class Told:
    """The draft that is told.

    Attributes
    ----------
    cut_off
        Whether it ran into the length limit.
    repeated
        Whether it ends where it began to repeat itself.
    """

    text: str
    cut_off: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One draft: its tokens, whether it goes on, and where it ran into a loop what remains of it."""

    ids: tuple[int, ...] = ()
    ended: bool = False
    before_loop: str | None = None


class Drafts:
    """The drafts of one recording.

    A reader shouldn't wait for the last word of the slowest draft: as soon as nearly all of the drafts begin with the
    same sentence, that sentence is told. Drafts with another one then only say how like them the others are.

    Attributes
    ----------
    opening
        The first sentence, once it is settled.
    tokens
        Tokens of the longest draft so far.
    """

    def __init__(
        self,
        tokenizer: PromptTokenizer,
        rows: int,
        *,
        max_new_tokens: int,
        prefer: Prefer | None,
        expected: Prefer | None = None,
    ) -> None:
        self._tokenizer = tokenizer
        self._prefer, self._expected = prefer, expected
        self._most = max_new_tokens
        self._rows = [_Row()] * rows
        self.opening = ""
        self.tokens = 0

    @property
    def are_over(self) -> bool:
        """Whether every draft ended, or the length limit is reached."""
        return self.tokens >= self._most or all(row.ended for row in self._rows)

    @property
    def texts(self) -> tuple[str, ...]:
        """The drafts, each as often as it was drawn."""
        return tuple(self._text(row) for row in self._rows)

    def take(self, tokens: Sequence[int]) -> None:
        """Add a token to every draft that hasn't ended."""
        self.tokens += 1
        self._rows = [
            row if row.ended else self._with(row, token) for row, token in zip(self._rows, tokens, strict=True)
        ]

    def settle(self) -> None:
        """Settle the first sentence if nearly all drafts begin with it, whatever the rest will still say."""
        if self.opening:
            return
        openings = Counter(_first_sentence(self._text(row), row.ended) for row in self._rows)
        del openings[""]
        for chosen, count in openings.most_common(1):
            if count >= SURE * len(self._rows):
                self.opening = chosen

    def told(self) -> Told:
        """Return the draft that the others agree with.

        One that was cut off is no candidate where others came to their end, nor is one that ran into a loop.
        """
        finished = [self._text(row) for row in self._rows if row.ended and row.before_loop is None]
        if finished:
            return Told(self._chosen(finished))
        looped = [row.before_loop for row in self._rows if row.before_loop is not None]
        if looped:
            return Told(self._chosen(looped), repeated=True)
        text = self._chosen(self.texts)
        once = without_repetition(text)
        return Told(once, cut_off=once == text, repeated=once != text)

    def _chosen(self, texts: Sequence[str]) -> str:
        return choose(texts, self._prefer, self._expected, opening=self.opening)

    def _with(self, row: _Row, token: int) -> _Row:
        if token == self._tokenizer.end_id:
            return replace(row, ended=True)
        ids = (*row.ids, token)
        if loops(ids, self._tokenizer.text):
            return _Row(ids, ended=True, before_loop=before_loop(self._tokenizer.text(list(ids))))
        return _Row(ids)

    def _text(self, row: _Row) -> str:
        return self._tokenizer.text(list(row.ids)) if row.before_loop is None else row.before_loop


def _first_sentence(text: str, ended: bool) -> str:
    """Return the first sentence with its full stop; empty while it may still go on (``2:1 av block`` has none)."""
    head, stop, _ = text.partition(". ")
    if stop:
        return head + "."
    return text if ended else ""
