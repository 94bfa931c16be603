"""Which stretch of the recording the sentences of a finished report attended to.

One pass over the report as it stands, after it is written: writing it never waits for this. Attention says where the
model looked, not why it wrote what it wrote (Jain and Wallace, NAACL 2019, 3543).

Shapes: p ECG tokens, t report tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from meit_core.model.meit import MeitModel
from meit_core.model.prompt import PromptTokenizer

Weights = tuple[float, ...]


@torch.inference_mode()
def attended_stretches(
    model: MeitModel, tokenizer: PromptTokenizer, tokens: Tensor, prompt_ids: Tensor, sentences: Sequence[str]
) -> tuple[Weights, ...]:
    """Return for each sentence how its attention is spread over equal stretches of the recording, first to last.

    The attention of a sentence's tokens on the ECG's temporal tokens, averaged over layers, heads and tokens, and
    scaled to a sum of 1. Empty where the model can't tell: its fusion keeps no attention weights, or its ECG tokens
    stand for the whole recording.

    Parameters
    ----------
    tokens
        (1, p, h).
    prompt_ids
        (1, n).
    """
    n_summary = int(getattr(model.projector, "n_summary", -1))
    watched = getattr(model.fusion, "watched", None)
    if watched is None or n_summary < 0 or tokens.shape[1] - n_summary < 2 or not sentences:
        return ()
    ids, places = tokenizer.report_ids(" ".join(sentences))
    given = torch.cat([prompt_ids, torch.tensor([ids], device=prompt_ids.device)], dim=1)
    wanted = torch.zeros_like(given, dtype=torch.bool)
    wanted[0, -1] = True  # the attention is asked for, not the words: one row of logits is the least
    with watched() as gaze:
        model.write(tokens, given, torch.ones_like(given), wanted=wanted)
    if not gaze.layers:
        return ()
    # A token is written by the one before it: the last of the prompt writes the report's first.
    before = prompt_ids.shape[1] - 1
    of_tokens = gaze.mean()[0, before : before + len(ids), n_summary:]
    return tuple(_spread(of_tokens[rows]) for rows in rows_of_sentences(sentences, places))


def rows_of_sentences(sentences: Sequence[str], places: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Which tokens belong to each sentence of the joined text."""
    rows: list[list[int]] = []
    start = 0
    for sentence in sentences:
        end = start + len(sentence)
        rows.append([row for row, (first, last) in enumerate(places) if first < end and last > start])
        start = end + 1
    return rows


def _spread(weights: Tensor) -> Weights:
    if not len(weights):
        return ()
    mean = weights.mean(dim=0)
    total = float(mean.sum())
    return tuple((mean / total).tolist()) if total > 0 else ()
