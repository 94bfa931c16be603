"""MEIT's attention written out slowly, in double precision, from the layers' raw weights.

head_j = softmax(Q_t,j [K_e,j ; K_t,j]^T * scale + bias) [V_e,j ; V_t,j], for every row, head and query by itself
(MEIT, section 3.3). Queries, keys and values of the text, its mask and its scale are what transformers' own code hands
to the attention; the ECG's keys and values are computed here. Shapes: r rows, n heads, k key/value heads, q queries,
s text keys, p ECG tokens, d head size, h hidden size.
"""

from __future__ import annotations

import math
from types import MethodType
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.masking_utils import eager_mask

NAME = "written_out"
_FOREVER_AWAY = -1e30


def write_out(model: Any, ecg: Tensor, *, layer_norm: bool) -> None:
    """Make a plain language model compute MEIT's formula for (r, p, h) ECG tokens in every layer."""
    family = model.config.model_type
    for layer in _layers(model, family):
        attention = _attention(layer, family)
        tokens = _normed(layer, family, ecg) if layer_norm else ecg
        attention.written_out = _ecg_keys_values(attention, family, tokens.double())
        if family == "gptj":
            attention._attn = MethodType(_gpt_j, attention)
        elif family == "gpt_neo":
            attention._attn = MethodType(_gpt_neo, attention)
        elif family == "bloom":
            attention.forward = MethodType(_bloom, attention)
    if family not in ("gptj", "gpt_neo", "bloom"):
        model.config._attn_implementation = NAME


def softmax_over_both(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    bias: Tensor | None,
    *,
    ecg: tuple[Tensor, Tensor],
    scale: float,
    cap: float = 0.0,
) -> Tensor:
    """Return (r, n, q, d)."""
    rows, n_heads, n_queries, _ = query.shape
    groups = n_heads // key.shape[1]
    out = torch.zeros(*query.shape[:3], value.shape[-1], dtype=torch.float64)
    for row in range(rows):
        for head in range(n_heads):
            keys = torch.cat([ecg[0][row, head // groups], key[row, head // groups].double()])
            values = torch.cat([ecg[1][row, head // groups], value[row, head // groups].double()])
            for place in range(n_queries):
                scores = keys @ query[row, head, place].double() * scale
                if cap:
                    scores = cap * torch.tanh(scores / cap)
                if bias is not None:
                    own = bias[min(row, len(bias) - 1), min(head, bias.shape[1] - 1), place].double()
                    scores = scores + torch.cat([torch.zeros(len(keys) - len(own), dtype=torch.float64), own])
                weights = torch.exp(scores - scores.max())
                out[row, head, place] = (weights / weights.sum()) @ values
    return out


def _interface(
    module: Any, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **how: Any
) -> tuple[Tensor, None]:
    scale = how.get("scaling")
    scale = query.shape[-1] ** -0.5 if scale is None else scale
    mask = attention_mask
    out = softmax_over_both(query, key, value, mask, ecg=module.written_out, scale=scale, cap=how.get("softcap") or 0.0)
    return out.to(value.dtype).transpose(1, 2), None


AttentionInterface.register(NAME, _interface)
AttentionMaskInterface.register(NAME, eager_mask)


def _gpt_j(self: Any, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None = None) -> Any:
    scale = 1 / math.sqrt(query.shape[-1])
    return softmax_over_both(query, key, value, attention_mask, ecg=self.written_out, scale=scale).to(value.dtype), None


def _gpt_neo(self: Any, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None = None) -> Any:
    q, s = query.shape[2], key.shape[2]
    place, other = torch.arange(s - q, s)[:, None], torch.arange(s)[None]
    allowed = other <= place
    if self.attention_type == "local":
        allowed &= other > place - self.config.window_size
    bias = torch.zeros(1, 1, q, s).masked_fill(~allowed, _FOREVER_AWAY)
    bias = bias if attention_mask is None else (bias + attention_mask).clamp_min(_FOREVER_AWAY)
    return softmax_over_both(query, key, value, bias, ecg=self.written_out, scale=1.0).to(value.dtype), None


def _bloom(self: Any, hidden: Tensor, residual: Tensor, alibi: Tensor, attention_mask: Any, **how: Any) -> Any:
    fused = hidden @ self.query_key_value.weight.T + self.query_key_value.bias
    query, key, value = fused.view(*hidden.shape[:2], self.num_heads, 3, self.head_dim).permute(3, 0, 2, 1, 4)
    if how.get("layer_past") is not None:
        key, value = how["layer_past"].update(key, value, self.layer_idx)
    bias = alibi.view(len(hidden), self.num_heads, 1, -1) + (0 if attention_mask is None else attention_mask)
    bias = bias.expand(-1, -1, hidden.shape[1], -1)
    scale = 1 / math.sqrt(self.head_dim)
    out = softmax_over_both(query, key, value, bias, ecg=self.written_out, scale=scale).to(value.dtype)
    return self.dense(out.transpose(1, 2).flatten(2)) + residual, None


def _layers(model: Any, family: str) -> Any:
    match family:
        case "gpt2" | "gpt_neo" | "gptj" | "bloom":
            return model.transformer.h
        case "gpt_neox":
            return model.gpt_neox.layers
        case "opt":
            return model.model.decoder.layers
    return model.model.layers


def _attention(layer: Any, family: str) -> Any:
    match family:
        case "gpt2" | "gptj":
            return layer.attn
        case "gpt_neo":
            return layer.attn.attention
        case "gpt_neox":
            return layer.attention
        case "bloom":
            return layer.self_attention
    return layer.self_attn


def _normed(layer: Any, family: str, x: Tensor) -> Tensor:
    if family == "opt" and not layer.do_layer_norm_before:
        return x
    name = {"gpt2": "ln_1", "gptj": "ln_1", "gpt_neo": "ln_1", "opt": "self_attn_layer_norm"}
    return getattr(layer, name.get(family, "input_layernorm"))(x)


def _ecg_keys_values(attention: Any, family: str, x: Tensor) -> tuple[Tensor, Tensor]:
    """(r, p, h) -> (r, k, p, d) each, from weight matrices alone."""
    match family:
        case "gpt2":
            weight, bias = attention.c_attn.weight.double(), attention.c_attn.bias.double()
            h = x.shape[-1]
            keys, values = x @ weight[:, h : 2 * h] + bias[h : 2 * h], x @ weight[:, 2 * h :] + bias[2 * h :]
        case "gpt_neox" | "bloom":
            both = _linear(attention.query_key_value, x)
            n = attention.config.num_attention_heads if family == "gpt_neox" else attention.num_heads
            d = both.shape[-1] // n // 3
            keys = torch.cat([both[..., 3 * d * j + d : 3 * d * j + 2 * d] for j in range(n)], dim=-1)
            values = torch.cat([both[..., 3 * d * j + 2 * d : 3 * d * j + 3 * d] for j in range(n)], dim=-1)
        case "phi3":
            n, k, d = attention.config.num_attention_heads, attention.num_key_value_heads, attention.head_dim
            both = _linear(attention.qkv_proj, x)
            keys, values = both[..., n * d : (n + k) * d], both[..., (n + k) * d :]
        case _:
            keys, values = _linear(attention.k_proj, x), _linear(attention.v_proj, x)
    d = getattr(attention, "head_dim", None) or attention.head_size
    keys, values = (each.view(*x.shape[:2], -1, d).transpose(1, 2) for each in (keys, values))
    if hasattr(attention, "k_norm"):
        keys = attention.k_norm(keys.float()).double()
    return keys, values


def _linear(layer: nn.Module, x: Tensor) -> Tensor:
    bias = layer.bias
    return functional.linear(x, layer.weight.double(), None if bias is None else bias.double())
