"""Which leads the sentences of a finished report depend on: each lead is hidden, and each is shown alone.

A lead counts by the mean of two changes of a sentence's log-likelihood: how much is lost where that lead is flat, and
how much is gained where all others are. That is Shapley's value (1953) with its first and its last term only. Leads
tell the same thing several times over (III is II less I), so that hiding one often loses nothing, and showing one
alone says what it carries: neither is enough. It says what moved the wording, not that the wording is right.

Measured with the bundled pack (meit-mini 0.3) on 65 recordings of PTB-XL's fold 9 in which it sees the finding: 14
inferior and 14 anteroseptal infarctions, 14 left hypertrophies, 9 right and 14 left bundle branch blocks. How many of
the first three leads are those that the finding is read in (II, III, aVF; V1-V4; V1, V2, V5, V6, aVL; V1, V2, V6, I;
V1, V2, V5, V6, I, aVL): 1.1 by chance, 1.4 hidden only, 1.6 alone only, 1.7 both; 1.35 by gradient x input, 1.45 by
its absolute value. Where a lead moves the wording by :data:`~meit_core.domain.attention.STANDS_OUT` or more (43 of
65, nearly all hypertrophies and blocks) 2.2, and two or more of three in 93 %; with less they are hardly better than
chance, and none is named. The limit was chosen on these recordings.

Shapes: l leads, n samples, r rows, p ECG tokens, t text tokens.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor

from meit_core.model.decoding.attending import rows_of_sentences
from meit_core.model.meit import NO_STYLE, MeitModel, Style
from meit_core.model.prompt import PromptTokenizer
from meit_core.signal.beat_page import SHARED_COLUMNS

Effects = tuple[float, ...]

LONGEST_S: Final = 4.0
"""The next draft waits behind it: a large language model on a CPU would take minutes. The bundled pack takes 0.3 s."""
_AT_ONCE: Final = 13


@torch.inference_mode()
def lead_effects(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    signal: Tensor,
    *,
    prompt_ids: Tensor,
    sentences: Sequence[str],
    outputs: Sequence[int] = (),
    style: Style = NO_STYLE,
) -> tuple[tuple[Effects, ...], tuple[Effects, ...]]:
    """Return what each lead does to each sentence, and to each of some outputs of the findings head.

    Parameters
    ----------
    signal
        (1, l, n), see :func:`~meit_core.model.ecg_input.model_input`. A flat lead is what a missing one looks like.
    prompt_ids
        (1, t).
    sentences
        All of the report that the model wrote, in their order.
    outputs
        Places of findings in the encoder's logits.
    style
        House style that the report was asked for in, see :meth:`~meit_core.model.meit.MeitModel.ecg_tokens`.

    Returns
    -------
    tuple
        For each sentence l values in nats, and for each output l values in logits; positive where the lead speaks for
        it. Both empty where it would take longer than :data:`LONGEST_S`.
    """
    started = time.perf_counter()
    ids, places = tokenizer.report_ids(" ".join(sentences))
    rows_of = rows_of_sentences(sentences, places)
    told: list[Tensor] = []
    seen: list[Tensor] = []
    variants = _hidden_and_alone(signal, model.encoder.config.measured_columns)
    for part in variants.split(_AT_ONCE):
        tokens, encoded = model.ecg_tokens(part, style)
        told.append(_log_likelihoods(model, tokens, prompt_ids, ids) if ids else part.new_zeros(len(part), 0))
        seen.append(encoded.finding_logits[:, list(outputs)].float())
        done = sum(len(each) for each in told)
        if (time.perf_counter() - started) / done * len(variants) > LONGEST_S:
            return (), ()
    of_tokens, logits = torch.cat(told), torch.cat(seen)
    likely = [of_tokens[:, rows].sum(dim=1) for rows in rows_of]
    return tuple(_effects(each) for each in likely), tuple(_effects(each) for each in logits.unbind(dim=1))


def _hidden_and_alone(signal: Tensor, measured_columns: int) -> Tensor:
    """Return (2 l + 2, l, n): whole, without each lead, with each lead alone, and nothing.

    What was measured over all leads together (rate, intervals, axes) is no lead's, and stays in all of them.
    """
    n_leads = signal.shape[1]
    shown = torch.eye(n_leads, dtype=signal.dtype, device=signal.device)
    everything, nothing = torch.ones_like(shown[:1]), torch.zeros_like(shown[:1])
    kept = signal * torch.cat([everything, 1 - shown, shown, nothing])[..., None]
    if measured_columns:
        kept[..., -SHARED_COLUMNS:] = signal[..., -SHARED_COLUMNS:]
    return kept


def _log_likelihoods(model: MeitModel, tokens: Tensor, prompt_ids: Tensor, ids: Sequence[int]) -> Tensor:
    """Return (r, t): what each token of the report is given behind each row's ECG."""
    report = torch.tensor([ids], device=prompt_ids.device)
    given = torch.cat([prompt_ids, report], dim=1).expand(len(tokens), -1).contiguous()
    wanted = torch.zeros_like(given, dtype=torch.bool)
    wanted[:, prompt_ids.shape[1] - 1 : -1] = True  # a token is written by the one before it
    logits = model.write(tokens, given, torch.ones_like(given), wanted=wanted)
    spread = logits.float().log_softmax(dim=-1).view(len(tokens), len(ids), -1)
    return spread.gather(-1, report.expand(len(tokens), -1)[..., None])[..., 0]


def _effects(of_variants: Tensor) -> Effects:
    """Mean of what is lost without each lead and what is gained with it alone, from (2 l + 2,) values."""
    n_leads = (len(of_variants) - 2) // 2
    whole, nothing = of_variants[0], of_variants[-1]
    without, alone = of_variants[1 : n_leads + 1], of_variants[n_leads + 1 : -1]
    return tuple(((whole - without + alone - nothing) / 2).tolist())
