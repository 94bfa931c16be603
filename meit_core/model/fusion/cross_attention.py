"""Flamingo's way, for comparison: gated cross-attention to the ECG tokens in front of the language model's layers.

Alayrac et al., Flamingo, NeurIPS 2022, section 2.2 and figure 4; "Flamingo" in the ablation of MEIT's paper (Table 5).
Shapes: b recordings, r rows, t text tokens, p ECG tokens, h hidden size, n heads, d head size.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.model.fusion.families import family_of, unwrapped
from meit_core.model.fusion.seat import EcgContext, KeysAndValues, Stage


class GatedCrossAttention(nn.Module):
    """x + tanh(a) * attention(x, ECG), then x + tanh(b) * feed-forward(x); both gates are closed (0) at first."""

    def __init__(self, hidden: int, heads: int, *, feed_forward: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(hidden)
        self.query = nn.Linear(hidden, hidden, bias=False)
        self.key_value = nn.Linear(hidden, 2 * hidden, bias=False)
        self.output = nn.Linear(hidden, hidden, bias=False)
        self.attention_gate = nn.Parameter(torch.zeros(1))
        self.feed_forward = nn.Sequential(
            nn.LayerNorm(hidden),
            nn.Linear(hidden, feed_forward, bias=False),
            nn.GELU(),
            nn.Linear(feed_forward, hidden, bias=False),
        )
        self.feed_forward_gate = nn.Parameter(torch.zeros(1))

    def keys_and_values(self, tokens: Tensor) -> KeysAndValues:
        """(b, p, h) -> keys and values, (b, n, p, d) each."""
        keys, values = self.key_value(tokens.to(self.key_value.weight.dtype)).chunk(2, dim=-1)
        return self._heads(keys), self._heads(values)

    def forward(self, x: Tensor, front: KeysAndValues) -> Tensor:
        """Change the (r, t, h) text by what the (r, n, p, d) ECG says."""
        y = x.to(self.query.weight.dtype)
        seen = functional.scaled_dot_product_attention(self._heads(self.query(self.norm(y))), *front)
        y = y + torch.tanh(self.attention_gate) * self.output(seen.transpose(1, 2).flatten(2))
        y = y + torch.tanh(self.feed_forward_gate) * self.feed_forward(y)
        return y.to(x.dtype)

    def _heads(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class CrossAttentionFusion(nn.Module):
    """A :class:`GatedCrossAttention` in front of every ``every``-th layer.

    Parameters
    ----------
    decoder
        As in :class:`~meit_core.model.fusion.key_value.KeyValueFusion`.
    every
        1 for a block before each layer; Flamingo's larger models have fewer.
    """

    def __init__(self, decoder: Any, *, every: int = 1) -> None:
        super().__init__()
        model = unwrapped(decoder)
        hidden, heads = int(model.config.hidden_size), int(model.config.num_attention_heads)
        layers = family_of(model).layers(model)
        self.blocks = nn.ModuleDict()
        self._stage = Stage()
        for index in range(0, len(layers), every):
            block = GatedCrossAttention(hidden, heads, feed_forward=4 * hidden)
            self.blocks[str(index)] = block
            layers[index].register_forward_pre_hook(_Looking(self._stage, block, index), with_kwargs=True)

    def in_sequence(self, tokens: Tensor) -> Tensor | None:  # noqa: ARG002 - other fusions return embeddings
        """Return embeddings that go before the text's: none."""
        return None

    def show(self, context: EcgContext | None) -> None:
        """Let the coming passes look at an ECG; ``None`` takes it away."""
        self._stage.context = context


class _Looking:
    """The hook in front of one layer."""

    def __init__(self, stage: Stage, block: GatedCrossAttention, index: int) -> None:
        self._stage, self._block, self._index = stage, block, index

    def __call__(self, _layer: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        context = self._stage.context
        if context is None:
            return None
        front = context.per_row(self._index, self._block.keys_and_values)
        if args:
            return (self._block(args[0], front), *args[1:]), kwargs
        return args, {**kwargs, "hidden_states": self._block(kwargs["hidden_states"], front)}
