"""Several drafts of each of several recordings drawn side by side, token by token.

Shapes: n recordings, b rows (drafts under way, all recordings'), p ECG tokens, t prompt tokens, h hidden size,
v vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from meit_core.model.meit import MeitModel


class RowSampler:
    """Rows that share one instruction and, ``rows`` each, a recording, and differ in what they draw.

    The ECGs' keys and values and the instruction are computed once and repeated for every row. A recording draws from
    chances of its own: it gets the same drafts in whatever company.

    Parameters
    ----------
    tokens
        (n, p, h) ECG tokens.
    prompt_ids
        (1, t).
    rows
        Of each recording.
    temperature
        Divides the logits before the softmax; small values approach greedy decoding.
    top_p
        Only the likeliest tokens that together have this probability are drawn from (Holtzman et al., ICLR 2020): the
        long tail holds the pieces that make no word.
    seed
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
        seed: int,
    ) -> None:
        self._rows = rows
        self._temperature = temperature
        self._top_p = top_p
        self._chances = [torch.Generator().manual_seed(seed) for _ in range(len(tokens))]
        self._decoding = model.decoding(tokens)
        logits = self._decoding.read(prompt_ids.expand(len(tokens), -1))
        self._logits = logits.repeat_interleave(rows, dim=0)  # of what may follow, (b, v), unless a draw is unread
        self._unread: Tensor | None = None
        self._decoding.repeat(rows)

    @torch.inference_mode()
    def step(self) -> Tensor:
        """Draw every row's next token, (b,), on the CPU."""
        if self._unread is not None:
            self._logits = self._decoding.read(self._unread.to(self._logits.device))
        probabilities = nucleus(torch.softmax(self._logits.float() / self._temperature, dim=-1).cpu(), self._top_p)
        of_recordings = zip(probabilities.split(self._rows), self._chances, strict=True)
        self._unread = torch.cat([torch.multinomial(each, 1, generator=chance) for each, chance in of_recordings])
        return self._unread[:, 0]

    def keep(self, rows: Tensor) -> None:
        """Go on with these rows, (b,): a row may be named several times, and each then goes its own way.

        Every recording keeps its number of rows, each one of its own.
        """
        self._decoding.keep(rows.to(self._logits.device))
        if self._unread is None:
            self._logits = self._logits[rows.to(self._logits.device)]
        else:
            self._unread = self._unread[rows]

    def go_on_with(self, recordings: Sequence[int]) -> None:
        """Leave out all recordings but these, counted among those that are there now."""
        first = torch.tensor(recordings)[:, None] * self._rows
        self.keep((first + torch.arange(self._rows)).flatten())
        self._chances = [self._chances[recording] for recording in recordings]


def nucleus(probabilities: Tensor, top_p: float) -> Tensor:
    """Return (b, v) probabilities with the tail beyond ``top_p`` set to 0; the likeliest token always stays."""
    ordered, order = probabilities.sort(dim=-1, descending=True)
    ordered = ordered.masked_fill(ordered.cumsum(-1) - ordered >= top_p, 0.0)
    return torch.zeros_like(probabilities).scatter(-1, order, ordered)
