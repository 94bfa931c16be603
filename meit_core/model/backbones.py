"""What the fusion has to know about a family of language models: one small entry each, no copied modelling file.

Shapes: b batch, p ECG tokens, h hidden size, k key/value heads, d head size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from torch import Tensor, nn

from meit_core.errors import UserError


@dataclass(frozen=True, slots=True)
class Adapter:
    """Where a family keeps what the fusion calls.

    Attributes
    ----------
    layers
        Decoder module -> its layers, first to last. Takes a PEFT-wrapped decoder as well.
    norm
        Layer -> the normalisation in front of its self-attention.
    keys_and_values
        Layer, (b, p, h) normalised tokens -> keys and values, each (b, k, p, d), through the layer's own projections.
        The modules are called, not their weights, so LoRA and 4-bit layers count.
    """

    layers: Callable[[nn.Module], Sequence[nn.Module]]
    norm: Callable[[Any], nn.Module]
    keys_and_values: Callable[[Any, Tensor], tuple[Tensor, Tensor]]


def _separate_projections(layer: Any, hidden: Tensor) -> tuple[Tensor, Tensor]:
    """Keys and values of the families with ``k_proj`` and ``v_proj``; heads may be grouped."""
    attention = layer.self_attn
    b, p, _ = hidden.shape

    def heads(projected: Tensor) -> Tensor:
        return projected.view(b, p, -1, attention.head_dim).transpose(1, 2)

    return heads(attention.k_proj(hidden)), heads(attention.v_proj(hidden))


_LLAMA: Final = Adapter(
    layers=lambda decoder: list(_base(decoder).model.layers),
    norm=lambda layer: layer.input_layernorm,
    keys_and_values=_separate_projections,
)

ADAPTERS: Final[dict[str, Adapter]] = {"llama": _LLAMA, "mistral": _LLAMA, "qwen2": _LLAMA}
"""By Hugging Face ``model_type``."""


def adapter_for(decoder: Any) -> Adapter:
    """Return the adapter of a decoder's family.

    Raises
    ------
    UserError
        If the family isn't known here.
    """
    family = str(decoder.config.model_type)
    if family not in ADAPTERS:
        raise UserError(
            f"Language models of the type {family} can't be fused with an ECG yet.",
            f"Choose one of: {', '.join(sorted(ADAPTERS))}.",
        )
    return ADAPTERS[family]


def _base(decoder: Any) -> Any:
    return decoder.get_base_model() if hasattr(decoder, "get_base_model") else decoder
