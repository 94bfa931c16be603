"""Beam search: the likeliest whole text instead of the likeliest next token.

Shapes: k beams, p ECG tokens, t prompt tokens, h hidden size, v vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from meit_core.model.decoding.writing import BeamConfig
from meit_core.model.meit import MeitModel


@dataclass(frozen=True, slots=True)
class Found:
    """A text that came to its end: its tokens without the end token, and what it is worth."""

    worth: float
    tokens: tuple[int, ...]
    cut_off: bool


class BeamSearch:
    """The search for one recording's report.

    It is Hugging Face's with ``early_stopping=False``: a text that ends among the best ``beams`` candidates is worth
    its log-probability divided by (its length, end token included) to the power of ``length_penalty``, and the search
    is over when the best text under way, at its present length, is worth no more than the worst of ``beams`` ended
    ones. At the length limit the texts under way count as ended.

    Parameters
    ----------
    tokens
        (1, p, h) ECG tokens.
    prompt_ids
        (1, t).

    Attributes
    ----------
    n_steps
        Tokens computed so far, side by side.
    """

    def __init__(
        self,
        model: MeitModel,
        tokens: Tensor,
        prompt_ids: Tensor,
        *,
        how: BeamConfig,
        end_id: int,
        max_new_tokens: int,
    ) -> None:
        self._decoding = model.decoding(tokens)
        self._current = prompt_ids
        self._beams = how.beams
        self._length_penalty = how.length_penalty
        self._end_id = end_id
        self._most = max_new_tokens
        self._scores = torch.zeros(1, device=tokens.device)  # of each text under way, (k,)
        self._texts: list[tuple[int, ...]] = [()]
        self._found: list[Found] = []
        self.n_steps = 0

    @property
    def best(self) -> Found:
        """The best text that was found; there is one when the search is over."""
        return self._found[0]

    @property
    def is_over(self) -> bool:
        """Whether nothing better is to be expected."""
        if self.n_steps == self._most or not self._texts:
            return True
        if len(self._found) < self._beams:
            return False
        return self._worth(float(self._scores[0]), self.n_steps) <= self._found[-1].worth

    @torch.inference_mode()
    def step(self) -> None:
        """Lengthen the texts under way by a token."""
        logits = self._decoding.read(self._current).float()
        self.n_steps += 1
        totals = (torch.log_softmax(logits, dim=-1) + self._scores[:, None]).flatten()
        # At most every second of these is an end token, so enough texts remain to go on with.
        best, places = totals.topk(min(2 * self._beams, len(totals)))
        parents, tokens = places // logits.shape[-1], places % logits.shape[-1]
        candidates = list(zip(best.tolist(), parents.tolist(), tokens.tolist(), strict=True))
        self._take_ended(candidates[: self._beams])
        going = [place for place, (_, _, token) in enumerate(candidates) if token != self._end_id][: self._beams]
        kept = torch.tensor(going, device=best.device)
        self._texts = [(*self._texts[candidates[place][1]], candidates[place][2]) for place in going]
        self._scores = best[kept]
        self._current = tokens[kept, None]
        self._decoding.keep(parents[kept])

    def _take_ended(self, candidates: list[tuple[float, int, int]]) -> None:
        for score, parent, token in candidates:
            ended, text = token == self._end_id, self._texts[parent]
            if ended or self.n_steps == self._most:
                worth = self._worth(score, self.n_steps)
                self._found.append(Found(worth, text if ended else (*text, token), cut_off=not ended))
        self._found = sorted(self._found, key=lambda found: -found.worth)[: self._beams]

    def _worth(self, score: float, length: int) -> float:
        return score / length**self._length_penalty
