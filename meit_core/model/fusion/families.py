"""What the fusion has to know about a family of language models: one small entry each, no copied modelling file.

Shapes: b batch, p ECG tokens, h hidden size, k key/value heads, d head size.

Each entry names the layers of a decoder, the self-attention module of a layer, the normalisation in front of it, and
how that module makes keys and values. Modules are called, not their weights, so LoRA and quantised layers count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.model.fusion import own_attention


@dataclass(frozen=True, slots=True)
class Family:
    """Where a family keeps what the fusion calls.

    Attributes
    ----------
    layers
        Language model with its head, without PEFT's wrapper -> its layers, first to last.
    attention
        Layer -> its self-attention module, the one that is given the keys and values.
    norm
        Layer -> the normalisation in front of its self-attention; ``None`` where it comes after.
    keys_and_values
        Attention module, (b, p, h) tokens -> keys and values, each (b, k, p, d), without any position.
    seat
        Puts our attention where the family's code doesn't ask Hugging Face's ``AttentionInterface``; ``None`` where
        it does.
    """

    layers: Callable[[Any], Sequence[nn.Module]]
    attention: Callable[[Any], nn.Module]
    norm: Callable[[Any], nn.Module | None]
    keys_and_values: Callable[[Any, Tensor], tuple[Tensor, Tensor]]
    seat: Callable[[Any], None] | None = None


def _heads(projected: Tensor, d: int) -> Tensor:
    """(b, p, k * d) -> (b, k, p, d)."""
    return projected.unflatten(-1, (-1, d)).transpose(1, 2)


def _separate(attention: Any, tokens: Tensor) -> tuple[Tensor, Tensor]:
    """``k_proj`` and ``v_proj``, heads grouped or not; Qwen3 and Gemma 3 also normalise each key."""
    d = attention.head_dim
    keys, values = _heads(attention.k_proj(tokens), d), _heads(attention.v_proj(tokens), d)
    key_norm = getattr(attention, "k_norm", None)
    return (keys if key_norm is None else key_norm(keys)), values


def _gpt2(attention: Any, tokens: Tensor) -> tuple[Tensor, Tensor]:
    """One projection holds queries, keys and values one after the other."""
    _, keys, values = attention.c_attn(tokens).chunk(3, dim=-1)
    return _heads(keys, attention.head_dim), _heads(values, attention.head_dim)


def _interleaved(attention: Any, tokens: Tensor, d: int) -> tuple[Tensor, Tensor]:
    """One projection holds query, key and value of each head side by side."""
    _, keys, values = _heads(attention.query_key_value(tokens), 3 * d).chunk(3, dim=-1)
    return keys, values


def _gpt_neox(attention: Any, tokens: Tensor) -> tuple[Tensor, Tensor]:
    return _interleaved(attention, tokens, attention.head_size)


def _bloom(attention: Any, tokens: Tensor) -> tuple[Tensor, Tensor]:
    return _interleaved(attention, tokens, attention.head_dim)


def _phi3(attention: Any, tokens: Tensor) -> tuple[Tensor, Tensor]:
    """One projection holds all queries, then the fewer keys and values."""
    d = attention.head_dim
    *_, keys, values = attention.qkv_proj(tokens).split(
        [attention.config.num_attention_heads * d, *[attention.num_key_value_heads * d] * 2], dim=-1
    )
    return _heads(keys, d), _heads(values, d)


_LLAMA: Final = Family(
    layers=lambda model: list(model.model.layers),
    attention=lambda layer: layer.self_attn,
    norm=lambda layer: layer.input_layernorm,
    keys_and_values=_separate,
)

FAMILIES: Final[dict[str, Family]] = {
    **dict.fromkeys(
        ("llama", "mistral", "mixtral", "qwen2", "qwen3", "gemma", "gemma2", "gemma3_text", "smollm3"), _LLAMA
    ),
    "phi3": Family(_LLAMA.layers, _LLAMA.attention, _LLAMA.norm, _phi3),
    "gpt2": Family(
        layers=lambda model: list(model.transformer.h),
        attention=lambda layer: layer.attn,
        norm=lambda layer: layer.ln_1,
        keys_and_values=_gpt2,
    ),
    "gpt_neo": Family(
        layers=lambda model: list(model.transformer.h),
        attention=lambda layer: layer.attn.attention,
        norm=lambda layer: layer.ln_1,
        keys_and_values=_separate,
        seat=own_attention.seat_gpt_neo,
    ),
    "gptj": Family(
        layers=lambda model: list(model.transformer.h),
        attention=lambda layer: layer.attn,
        norm=lambda layer: layer.ln_1,
        keys_and_values=_separate,
        seat=own_attention.seat_gpt_j,
    ),
    "gpt_neox": Family(
        layers=lambda model: list(model.gpt_neox.layers),
        attention=lambda layer: layer.attention,
        norm=lambda layer: layer.input_layernorm,
        keys_and_values=_gpt_neox,
    ),
    "opt": Family(
        layers=lambda model: list(model.model.decoder.layers),
        attention=lambda layer: layer.self_attn,
        norm=lambda layer: layer.self_attn_layer_norm if layer.do_layer_norm_before else None,
        keys_and_values=_separate,
    ),
    "bloom": Family(
        layers=lambda model: list(model.transformer.h),
        attention=lambda layer: layer.self_attention,
        norm=lambda layer: layer.input_layernorm,
        keys_and_values=_bloom,
        seat=own_attention.seat_bloom,
    ),
}
"""By Hugging Face ``model_type``. LLaMA 1 to 3 and SmolLM2 are ``llama``."""


def family_of(decoder: Any) -> Family:
    """Return the entry of a decoder's family.

    Raises
    ------
    UserError
        If the family isn't known here.
    """
    name = str(decoder.config.model_type)
    if name not in FAMILIES:
        raise UserError(
            f"Language models of the type {name} can't be fused with an ECG yet.",
            f"Choose one of: {', '.join(sorted(FAMILIES))}.",
        )
    return FAMILIES[name]


def unwrapped(decoder: Any) -> Any:
    """Return the Hugging Face model inside PEFT's wrapper, or the model itself."""
    return decoder.get_base_model() if hasattr(decoder, "peft_config") else decoder
