"""One recording's drafts while they are drawn, and the one that they agree on. Free of torch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from meit_core.model.decoding.consensus import Prefer, choose
from meit_core.model.decoding.repetition import before_loop, loops, without_repetition
from meit_core.model.prompt import PromptTokenizer


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

    A reader shouldn't wait for the last word of the slowest draft: as soon as it is settled which sentence most of the
    drafts begin with, that sentence is told, and the other drafts are replaced by copies of those that begin with it.

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

    def settle(self) -> list[int] | None:
        """Settle the first sentence if no other can overtake it any more.

        Returns
        -------
        list of int
            For each draft the one that takes its place; ``None`` where nothing changes.
        """
        if self.opening:
            return None
        openings = [_first_sentence(self._text(row), row.ended) for row in self._rows]
        votes = Counter(opening for opening in openings if opening).most_common(2)
        if not votes:
            return None
        chosen, most = votes[0]
        if most <= sum(count for _, count in votes[1:]) + openings.count("") and not all(openings):
            return None
        same = [row for row, opening in enumerate(openings) if opening == chosen]
        kept = [row if openings[row] == chosen else same[row % len(same)] for row in range(len(openings))]
        self._rows = [self._rows[row] for row in kept]
        self.opening = chosen
        return kept

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
        return choose(texts, self._prefer, self._expected)

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
