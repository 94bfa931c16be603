"""A report under way, token by token: which text may be shown, and when it is at its end. Free of torch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from meit_core.model.decoding.repetition import before_loop, loops, said_before, settled
from meit_core.model.prompt import PromptTokenizer

_HALF_CHARACTER: Final = "\N{REPLACEMENT CHARACTER}"
"""What a tokenizer says of a character whose other bytes are in the next token."""


class GrowingReport:
    """One report that is being written.

    Attributes
    ----------
    tokens
        Number of its tokens; the end token isn't one.
    ended
        Whether it came to its end: by the end token or because it repeated itself.
    repeated
        Whether it was ended because it repeated itself.
    """

    def __init__(self, tokenizer: PromptTokenizer) -> None:
        self._tokenizer = tokenizer
        self._ids: list[int] = []
        self._text = ""
        self._shown = ""
        self.ended = False
        self.repeated = False

    @classmethod
    def of(cls, tokenizer: PromptTokenizer, ids: Iterable[int]) -> GrowingReport:
        """Return the report of tokens that are there already."""
        report = cls(tokenizer)
        for token in ids:
            report.add(token)
            if report.ended:
                break
        return report

    @property
    def tokens(self) -> int:
        return len(self._ids)

    @property
    def text(self) -> str:
        """The report as far as it is written; after a repetition without it and without a half sentence."""
        return self._text

    def add(self, token: int) -> str:
        """Take the next token and return the text that can be shown now, perhaps none."""
        if token == self._tokenizer.end_id:
            return self.close()
        self._ids.append(token)
        text = self._tokenizer.text(self._ids)
        if text.endswith(_HALF_CHARACTER):
            return ""
        self._text = text
        if loops(self._ids, self._tokenizer.text):
            return self._end_repeating(before_loop(text))
        again = said_before(text, ended=False)
        if again is not None:
            return self._end_repeating(text[:again].rstrip())
        return self._show(text[: settled(text)])

    def close(self) -> str:
        """End the report where the end token stands and return what had waited."""
        self.ended = True
        again = said_before(self._text, ended=True)
        return self._show(self._text) if again is None else self._end_repeating(self._text[:again].rstrip())

    def rest(self) -> str:
        """Return what had waited in a report that ran into the length limit."""
        return self._show(self._text)

    def _end_repeating(self, text: str) -> str:
        self.ended = self.repeated = True
        self._text = text
        return self._show(text)

    def _show(self, text: str) -> str:
        piece, self._shown = text[len(self._shown) :], max(text, self._shown, key=len)
        return piece
