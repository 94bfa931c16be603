"""Greedy decoding of many recordings side by side.

Shapes: b recordings, p ECG tokens, t prompt tokens, h hidden size.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from meit_core.model.meit import MeitModel


@torch.inference_mode()
def grow_greedily(
    model: MeitModel,
    tokens: Tensor,
    prompt_ids: Tensor,
    *,
    take: Callable[[int, int], bool],
    max_new_tokens: int,
) -> None:
    """Hand every recording its likeliest next tokens.

    A row that has ended is taken out of the batch: the long reports don't make the short ones wait.

    Parameters
    ----------
    tokens
        (b, p, h) ECG tokens.
    prompt_ids
        (1, t) for all, or (b, t).
    take
        Is given a recording's number and its next token, and says whether that report goes on.
    """
    under_way = list(range(len(tokens)))
    decoding = model.decoding(tokens)
    current = prompt_ids.expand(len(tokens), -1)
    for _ in range(max_new_tokens):
        chosen = decoding.read(current).argmax(-1)
        written = zip(under_way, chosen.tolist(), strict=True)
        going = [place for place, (row, token) in enumerate(written) if take(row, token)]
        if not going:
            return
        if len(going) < len(under_way):
            under_way = [under_way[place] for place in going]
            kept = torch.tensor(going, device=chosen.device)
            decoding.keep(kept)
            chosen = chosen[kept]
        current = chosen[:, None]


def greedy_rows(
    model: MeitModel, tokens: Tensor, prompt_ids: Tensor, *, end_id: int, max_new_tokens: int
) -> list[list[int]]:
    """Return the likeliest next tokens of each recording up to its end token, which is left out.

    Parameters
    ----------
    tokens, prompt_ids
        As for :func:`grow_greedily`.
    """
    written: list[list[int]] = [[] for _ in range(len(tokens))]

    def take(row: int, token: int) -> bool:
        if token != end_id:
            written[row].append(token)
        return token != end_id

    grow_greedily(model, tokens, prompt_ids, take=take, max_new_tokens=max_new_tokens)
    return written
