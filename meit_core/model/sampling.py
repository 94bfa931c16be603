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
        self._model = model
        self._temperature = temperature
        self._top_p = top_p
        self._chance = chance
        self._n_ecg = tokens.shape[1]
        self._position = prompt_ids.shape[1]
        self._cache = model.prefix(tokens)
        logits = self._decode(prompt_ids, torch.arange(self._position, device=prompt_ids.device)[None])
        self._cache.batch_repeat_interleave(rows)
        self._logits = logits.repeat_interleave(rows, dim=0)

    @torch.inference_mode()
    def step(self) -> Tensor:
        """Draw every row's next token, (b,), on the CPU, and compute what may follow it."""
        probabilities = torch.softmax(self._logits.float() / self._temperature, dim=-1).cpu()
        drawn = torch.multinomial(nucleus(probabilities, self._top_p), 1, generator=self._chance)  # (b, 1)
        current = drawn.to(self._logits.device)
        self._logits = self._decode(current, torch.full_like(current, self._position))
        self._position += 1
        return drawn[:, 0]

    def keep(self, rows: Tensor) -> None:
        """Go on with these rows, (b',): a row may be named several times, and each then goes its own way."""
        chosen = rows.to(self._logits.device)
        self._cache.batch_select_indices(chosen)
        self._logits = self._logits[chosen]

    @torch.inference_mode()
    def _decode(self, ids: Tensor, positions: Tensor) -> Tensor:
        seen = self._n_ecg + int(positions[0, -1]) + 1
        out = self._model.decoder(
            input_ids=ids,
            past_key_values=self._cache,
            attention_mask=ids.new_ones((ids.shape[0], seen)),
            position_ids=positions,
            use_cache=True,
            logits_to_keep=1,
        )
        logits: Tensor = out.logits[:, -1]
        return logits


def nucleus(probabilities: Tensor, top_p: float) -> Tensor:
    """Return (b, v) probabilities with the tail beyond ``top_p`` set to 0; the likeliest token always stays."""
    ordered, order = probabilities.sort(dim=-1, descending=True)
    ordered = ordered.masked_fill(ordered.cumsum(-1) - ordered >= top_p, 0.0)
    return torch.zeros_like(probabilities).scatter(-1, order, ordered)
