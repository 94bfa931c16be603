"""Self-attention with the ECG in front, registered under a name of its own with Hugging Face's interfaces.

Shapes: r rows, n heads, k key/value heads, q queries, s text keys, p ECG tokens, d head size.

MEIT, section 3.3: head = softmax(Q_t [K_e; K_t]^T / sqrt(d)) [V_e; V_t]. Masks, positions, sliding windows and caches
are the text's own and know nothing of the ECG; here its keys and values are put in front of them, visible to all
queries. The layer's own attention then computes what it always does, so soft-capping, grouped heads and scaling stay
the family's.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn.attention.bias import causal_lower_right
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import eager_mask, sdpa_mask

from meit_core.model.fusion.gaze import Gaze
from meit_core.model.fusion.seat import seat_of

EAGER: Final = "meit_eager"
SDPA: Final = "meit_sdpa"

Attention = Callable[..., tuple[Tensor, Tensor | None]]


def with_front(module: nn.Module, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor, int]:
    """Put the ECG before (r, k, s, d) keys and values; also returns the number of its tokens, 0 without an ECG."""
    seat = seat_of(module)
    if seat is not None and (n_cached := seat.n_cached):
        return key, value, n_cached
    front = None if seat is None else seat.front()
    if front is None:
        return key, value, 0
    keys, values = front
    return torch.cat([keys.to(key.dtype), key], dim=2), torch.cat([values.to(value.dtype), value], dim=2), keys.shape[2]


def widened(mask: Tensor, n_ecg: int) -> Tensor:
    """Let every query of a (r, 1 or n, q, s) mask, of bool or added to the scores, see the ECG as well."""
    if not n_ecg:
        return mask
    seen = mask.new_ones if mask.dtype == torch.bool else mask.new_zeros
    return torch.cat([seen((*mask.shape[:-1], n_ecg)), mask], dim=-1)


def _sdpa(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **how: Any
) -> tuple[Tensor, Tensor | None]:
    key, value, n_ecg = with_front(module, key, value)
    mask = None if attention_mask is None else widened(attention_mask, n_ecg)
    if mask is None and n_ecg and query.shape[2] > 1:
        mask = _causal(query.shape[2], key.shape[2], query)
    if n_ecg and (gaze := _gaze_of(module)) is not None:
        seen = _visible(query.shape[2], key.shape[2], query) if mask is None or not isinstance(mask, Tensor) else mask
        gaze.compute(query, key, seen, n_ecg, how.get("scaling"))
    return sdpa_attention_forward(module, query, key, value, mask, **how)


def _causal(q: int, keys: int, query: Tensor) -> Tensor:
    """Return the mask that Hugging Face left out because a plain causal one would do."""
    if query.is_cuda and not torch.is_grad_enabled():
        return causal_lower_right(q, keys)  # PyTorch then takes its flash kernel
    return _visible(q, keys, query)


def _visible(q: int, keys: int, query: Tensor) -> Tensor:
    """Return (q, keys): every query sees the ECG and the text up to itself."""
    return torch.ones(q, keys, dtype=torch.bool, device=query.device).tril(keys - q)


def _eager(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **how: Any
) -> tuple[Tensor, Tensor | None]:
    key, value, n_ecg = with_front(module, key, value)
    mask = None if attention_mask is None else widened(attention_mask, n_ecg)
    family: Attention = sys.modules[type(module).__module__].eager_attention_forward
    output, weights = family(module, query, key, value, mask, **how)
    if n_ecg and weights is not None and (gaze := _gaze_of(module)) is not None:
        gaze.take(weights, n_ecg)
    return output, weights


def _gaze_of(module: nn.Module) -> Gaze | None:
    """Return who wants to know where a layer looks; almost always nobody."""
    seat = seat_of(module)
    return None if seat is None else seat.stage.gaze


AttentionInterface.register(SDPA, _sdpa)
AttentionMaskInterface.register(SDPA, sdpa_mask)
AttentionInterface.register(EAGER, _eager)
AttentionMaskInterface.register(EAGER, eager_mask)
