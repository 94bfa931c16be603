"""Several drafts of one recording drawn side by side, token by token.

Shapes: b rows (drafts under way), p ECG tokens, t prompt tokens, h hidden size, v vocabulary.
"""

from __future__ import annotations

import torch
from torch import Tensor

from meit_core.model.meit import MeitModel


class RowSampler:
    """Rows that share one recording and one instruction, and differ in what they draw.

    The ECG's keys and values and the instruction are computed once and repeated for every row.

    Parameters
    ----------
    tokens
        (1, p, h) ECG tokens.
    prompt_ids
        (1, t).
    temperature
        Divides the logits before the softmax; small values approach greedy decoding.
    top_p
        Only the likeliest tokens that together have this probability are drawn from (Holtzman et al., ICLR 2020): the
        long tail holds the pieces that make no word.
    chance
        Makes the draws repeatable.
    """

    def __init__(
        self,
        model: MeitModel,
        tokens: Tensor,
        prompt_ids: Tensor,
        *,
        rows: int,
        temperature: float,
        top_p: float,
        chance: torch.Generator,
    ) -> None:
        self._temperature = temperature
        self._top_p = top_p
        self._chance = chance
        self._decoding = model.decoding(tokens)
        self._logits = self._decoding.read(prompt_ids).repeat_interleave(rows, dim=0)
        self._decoding.repeat(rows)

    @torch.inference_mode()
    def step(self) -> Tensor:
        """Draw every row's next token, (b,), on the CPU, and compute what may follow it."""
        probabilities = torch.softmax(self._logits.float() / self._temperature, dim=-1).cpu()
        drawn = torch.multinomial(nucleus(probabilities, self._top_p), 1, generator=self._chance)  # (b, 1)
        self._logits = self._decoding.read(drawn.to(self._logits.device))
        return drawn[:, 0]

    def keep(self, rows: Tensor) -> None:
        """Go on with these rows, (b',): a row may be named several times, and each then goes its own way."""
        chosen = rows.to(self._logits.device)
        self._decoding.keep(chosen)
        self._logits = self._logits[chosen]


def nucleus(probabilities: Tensor, top_p: float) -> Tensor:
    """Return (b, v) probabilities with the tail beyond ``top_p`` set to 0; the likeliest token always stays."""
    ordered, order = probabilities.sort(dim=-1, descending=True)
    ordered = ordered.masked_fill(ordered.cumsum(-1) - ordered >= top_p, 0.0)
    return torch.zeros_like(probabilities).scatter(-1, order, ordered)
