"""Draw several drafts at once and tell the one they agree on, its first sentence before the rest is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from meit_core.model.consensus import Prefer, choose
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.sampling import RowSampler


@dataclass(frozen=True, slots=True)
class DrawingConfig:
    """How drafts are drawn.

    Attributes
    ----------
    rows
        Drafts drawn side by side.
    temperature, top_p
        Of the draws, see :class:`~meit_core.model.sampling.RowSampler`.
    seed
        The same recording gets the same draft every time.
    """

    rows: int = 24
    temperature: float = 0.8
    top_p: float = 0.9
    seed: int = 12


class Drawing:
    """One recording's drafts on their way.

    A reader shouldn't wait for the last word of the slowest draft: as soon as it is settled which sentence most of the
    drafts begin with, that sentence is told, and the other drafts are replaced by copies of those that begin with it.

    Attributes
    ----------
    tokens
        Tokens of the longest draft so far.
    cut_off
        Whether the chosen draft ran into the length limit.
    drawn
        The drafts at the end, each as often as it was drawn.
    """

    def __init__(
        self,
        model: MeitModel,
        tokenizer: PromptTokenizer,
        tokens: Tensor,
        prompt_ids: Tensor,
        *,
        how: DrawingConfig,
        max_new_tokens: int,
        prefer: Prefer | None = None,
    ) -> None:
        self._sampler = RowSampler(
            model,
            tokens,
            prompt_ids,
            rows=how.rows,
            temperature=how.temperature,
            top_p=how.top_p,
            chance=torch.Generator().manual_seed(how.seed),
        )
        self._tokenizer = tokenizer
        self._prefer = prefer
        self._most = max_new_tokens
        self._rows: list[list[int]] = [[] for _ in range(how.rows)]
        self._ended = [False] * how.rows
        self.tokens = 0
        self.cut_off = False
        self.drawn: tuple[str, ...] = ()

    def pieces(self) -> Iterator[str]:
        """Yield the chosen draft: "" after every token, the first sentence when it is settled, the rest at the end."""
        opening = ""
        while self.tokens < self._most and not all(self._ended):
            self._step()
            yield ""
            if not opening:
                opening = self._settled_opening()
                yield opening
        self.drawn = tuple(self._tokenizer.text(row) for row in self._rows)
        # A draft that was cut off is no candidate where others came to their end.
        finished = [text for text, ended in zip(self.drawn, self._ended, strict=True) if ended]
        self.cut_off = not finished
        yield choose(finished or self.drawn, self._prefer)[len(opening) :]

    def _step(self) -> None:
        self.tokens += 1
        for row, token in enumerate(self._sampler.step().tolist()):
            if self._ended[row]:
                continue
            if token == self._tokenizer.end_id:
                self._ended[row] = True
            else:
                self._rows[row].append(token)

    def _settled_opening(self) -> str:
        """Return the first sentence once no other can overtake it; drafts that begin otherwise are then replaced."""
        openings = [
            _first_sentence(self._tokenizer.text(row), ended)
            for row, ended in zip(self._rows, self._ended, strict=True)
        ]
        votes = Counter(opening for opening in openings if opening).most_common(2)
        if not votes:
            return ""
        chosen, most = votes[0]
        if most <= sum(count for _, count in votes[1:]) + openings.count("") and not all(openings):
            return ""
        same = [row for row, opening in enumerate(openings) if opening == chosen]
        kept = [row if openings[row] == chosen else same[row % len(same)] for row in range(len(openings))]
        self._sampler.keep(torch.tensor(kept))
        self._rows = [list(self._rows[row]) for row in kept]
        self._ended = [self._ended[row] for row in kept]
        return chosen


def _first_sentence(text: str, ended: bool) -> str:
    """Return the first sentence with its full stop; empty while it may still go on (``2:1 av block`` has none)."""
    head, stop, _ = text.partition(". ")
    if stop:
        return head + "."
    return text if ended else ""
