"""Greedy decoding of many recordings side by side.

Shapes: b recordings, p ECG tokens, t prompt tokens, h hidden size.
"""

from __future__ import annotations

import torch
from torch import Tensor

from meit_core.model.meit import MeitModel


@torch.inference_mode()
def greedy_rows(
    model: MeitModel, tokens: Tensor, prompt_ids: Tensor, *, end_id: int, max_new_tokens: int
) -> list[list[int]]:
    """Return the likeliest next tokens of each recording up to its end token, which is left out.

    A row that has ended is taken out of the batch: the long reports don't make the short ones wait.

    Parameters
    ----------
    tokens
        (b, p, h) ECG tokens.
    prompt_ids
        (1, t) for all, or (b, t).
    """
    written: list[list[int]] = [[] for _ in range(len(tokens))]
    under_way = list(range(len(tokens)))
    decoding = model.decoding(tokens)
    current = prompt_ids.expand(len(tokens), -1)
    for _ in range(max_new_tokens):
        chosen = decoding.read(current).argmax(-1)
        going = [place for place, token in enumerate(chosen.tolist()) if token != end_id]
        if len(going) < len(under_way):
            if not going:
                break
            under_way = [under_way[place] for place in going]
            kept = torch.tensor(going, device=chosen.device)
            decoding.keep(kept)
            chosen = chosen[kept]
        for place, token in zip(under_way, chosen.tolist(), strict=True):
            written[place].append(token)
        current = chosen[:, None]
    return written
