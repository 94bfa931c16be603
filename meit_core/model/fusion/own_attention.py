"""The three older families whose code in transformers 5 computes attention by itself instead of asking its interface.

Shapes: b rows, n heads, q queries, s text keys, p ECG tokens, d head size.
"""

from __future__ import annotations

from types import MethodType
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from meit_core.model.fusion.attention import widened, with_front


def seat_gpt_j(attention: Any) -> None:
    """GPT-J's scaled softmax is a method of its own: the ECG is put in front of what it is given."""
    attention._attn = MethodType(_gpt_j, attention)


def seat_gpt_neo(attention: Any) -> None:
    """GPT-Neo's too, but it cuts its causal, perhaps local, mask from a table by the number of keys."""
    attention._attn = MethodType(_gpt_neo, attention)


def seat_bloom(attention: Any) -> None:
    """BLOOM adds its ALiBi within the product of queries and keys; the ECG gets none (as in MEIT's code)."""
    attention.forward = MethodType(_bloom, attention)


def _gpt_j(self: Any, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None = None) -> Any:
    key, value, n_ecg = with_front(self, key, value)
    mask = None if attention_mask is None else widened(attention_mask, n_ecg)
    return type(self)._attn(self, query, key, value, mask)


def _gpt_neo(
    self: Any, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None = None
) -> tuple[Tensor, Tensor]:
    key, value, n_ecg = with_front(self, key, value)
    q, s = query.shape[2], key.shape[2] - n_ecg
    hidden = torch.finfo(torch.float32).min
    mask = torch.zeros(q, s, device=query.device).masked_fill(~self.bias[0, 0, s - q : s, :s], hidden)
    mask = mask if attention_mask is None else (mask + attention_mask).clamp_min(hidden)
    # GPT-Neo doesn't scale
    scores = query.float() @ key.float().transpose(-1, -2) + widened(mask.expand(len(query), 1, q, s), n_ecg)
    weights = self.attn_dropout(torch.softmax(scores, dim=-1).to(value.dtype))
    return weights @ value, weights


def _bloom(
    self: Any,
    hidden_states: Tensor,
    residual: Tensor,
    *,
    alibi: Tensor,
    attention_mask: Tensor | None,
    layer_past: Any = None,
    **_: Any,
) -> tuple[Tensor, Tensor]:
    query, key, value = self._reshape(self.query_key_value(hidden_states))  # (b, n, q, d) each
    if layer_past is not None:
        key, value = layer_past.update(key, value, self.layer_idx)
    b, n, q, _d = query.shape
    bias = alibi.view(b, n, 1, -1)
    bias = bias.expand(b, n, q, -1) if attention_mask is None else bias + attention_mask
    key, value, n_ecg = with_front(self, key, value)
    scores = query @ key.transpose(-1, -2) * self.inv_norm_factor + widened(bias, n_ecg)
    weights = self.attention_dropout(torch.softmax(scores.float(), dim=-1).to(query.dtype))
    output = self.dense((weights @ value).transpose(1, 2).flatten(2))
    return residual + functional.dropout(output, p=self.hidden_dropout, training=self.training), weights
