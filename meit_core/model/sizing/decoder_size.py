"""How many parameters a language model has, from its published sizes alone. Free of torch and of any weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from meit_core.errors import UserError


@dataclass(frozen=True, slots=True)
class Traits:
    """What sets a family's layers apart from LLaMA's.

    Attributes
    ----------
    gated
        Whether the feed-forward part has three projections instead of two.
    query_bias, output_bias, feed_forward_bias, head_bias
        Biases of the projections to queries, keys and values, of attention's output, of the feed-forward part and of
        the output layer.
    norms
        Of each layer.
    norm_bias
        Layer normalisation has one, root mean square normalisation doesn't.
    learnt_positions
        Rows of the position embedding beyond the positions; ``None`` where positions are rotary or ALiBi.
    embedding_norm
        BLOOM normalises its embeddings.
    head_norms
        Qwen 3 and Gemma 3 normalise each query's and key's head.
    packed_attention, packed_gate
        Whether queries, keys and values, or the gate and what it gates, come from one layer.
    kept
        Vectors as wide as the feed-forward part that it keeps for the backward pass, its adapters' left out: GPT-2's
        approximation of GELU is written in seven steps.
    """

    gated: bool = True
    query_bias: bool = False
    output_bias: bool = False
    feed_forward_bias: bool = False
    head_bias: bool = False
    norms: int = 2
    norm_bias: bool = False
    learnt_positions: int | None = None
    embedding_norm: bool = False
    head_norms: bool = False
    packed_attention: bool = False
    packed_gate: bool = False
    kept: int = 3


_LLAMA: Final = Traits()
_GPT: Final = Traits(
    gated=False,
    query_bias=True,
    output_bias=True,
    feed_forward_bias=True,
    norm_bias=True,
    packed_attention=True,
)

TRAITS: Final = MappingProxyType(
    {
        "gpt2": replace(_GPT, learnt_positions=0, kept=7),
        "gpt_neox": _GPT,
        "bloom": replace(_GPT, embedding_norm=True),
        "opt": replace(_GPT, learnt_positions=2, packed_attention=False, kept=2),
        "gpt_neo": replace(_GPT, learnt_positions=0, query_bias=False, packed_attention=False, kept=7),
        "gptj": Traits(gated=False, feed_forward_bias=True, head_bias=True, norms=1, norm_bias=True, kept=7),
        **dict.fromkeys(("llama", "smollm3", "mistral", "mixtral", "gemma"), _LLAMA),
        "phi3": Traits(packed_attention=True, packed_gate=True),
        "qwen2": Traits(query_bias=True),
        "qwen3": Traits(head_norms=True),
        "gemma2": Traits(norms=4),
        "gemma3_text": Traits(norms=4, head_norms=True),
    }
)
"""By Hugging Face ``model_type``."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Attributes: widths of a linear layer, whether it has a bias, and how many of it a model has."""

    inputs: int
    outputs: int
    bias: bool
    count: int

    @property
    def weights(self) -> int:
        return self.inputs * self.outputs * self.count


@dataclass(frozen=True, slots=True)
class DecoderSize:
    """Published sizes of a language model.

    Attributes
    ----------
    family
        Hugging Face's ``model_type``.
    kv_heads
        Heads of keys and values; as many as ``heads`` unless they are grouped.
    experts
        Feed-forward parts side by side in each layer of a mixture.
    tied
        Whether the output layer is the embedding.
    positions
        Longest text; counts where positions are learnt.
    """

    family: str
    vocabulary: int
    hidden: int
    layers: int
    heads: int
    kv_heads: int
    head_dim: int
    feed_forward: int
    positions: int = 0
    experts: int = 1
    tied: bool = False

    @property
    def traits(self) -> Traits:
        if self.family not in TRAITS:
            raise UserError(
                f"The memory of language models of the type {self.family} can't be planned.",
                f"Known are: {', '.join(sorted(TRAITS))}.",
            )
        return TRAITS[self.family]

    def linears(self) -> Iterator[Linear]:
        """Yield the linear layers that quantisation and adapters concern: all but the output layer and experts."""
        traits, h, n = self.traits, self.hidden, self.layers
        queries, keys = self.heads * self.head_dim, self.kv_heads * self.head_dim
        if traits.packed_attention:
            yield Linear(h, queries + 2 * keys, traits.query_bias, n)
        else:
            yield Linear(h, queries, traits.query_bias, n)
            yield Linear(h, keys, traits.query_bias, 2 * n)
        yield Linear(queries, h, traits.output_bias, n)
        if self.experts > 1:
            return
        if traits.packed_gate:
            yield Linear(h, 2 * self.feed_forward, traits.feed_forward_bias, n)
        else:
            yield Linear(h, self.feed_forward, traits.feed_forward_bias, 2 * n if traits.gated else n)
        yield Linear(self.feed_forward, h, traits.feed_forward_bias, n)

    @property
    def linear_parameters(self) -> int:
        """Weights that quantisation makes smaller, biases left out."""
        return sum(linear.weights for linear in self.linears())

    @property
    def other_parameters(self) -> int:
        """Everything else: embeddings, output layer, norms, biases, experts with their router."""
        traits, h = self.traits, self.hidden
        norm = 2 * h if traits.norm_bias else h
        norms = norm * (self.layers * traits.norms + 1 + traits.embedding_norm)
        norms += 2 * self.head_dim * self.layers * traits.head_norms
        biases = sum(linear.outputs * linear.count for linear in self.linears() if linear.bias)
        learnt = 0 if traits.learnt_positions is None else h * (self.positions + traits.learnt_positions)
        head = (0 if self.tied else self.vocabulary * h) + self.vocabulary * traits.head_bias
        experts = 0 if self.experts == 1 else self.layers * self.experts * h * (3 * self.feed_forward + 1)
        return self.vocabulary * h + learnt + head + norms + biases + experts

    @property
    def parameters(self) -> int:
        return self.linear_parameters + self.other_parameters

    def lora_parameters(self, rank: int) -> int:
        """Weights of low-rank adapters on :meth:`linears`: rank x (inputs + outputs) each (Hu et al. 2022)."""
        return sum(rank * (linear.inputs + linear.outputs) * linear.count for linear in self.linears())


def size_of(config: Mapping[str, Any]) -> DecoderSize:
    """Read the sizes from a Hugging Face ``config.json``.

    Raises
    ------
    UserError
        If the family isn't known, or a size is missing.
    """

    def first(*names: str, default: int | None = None) -> int:
        value = next((config[name] for name in names if config.get(name) is not None), default)
        if value is None:
            raise UserError(f"The language model's configuration doesn't say its {names[0]}.", "Copy it again.")
        return int(value)

    family = str(config["model_type"])
    hidden = first("hidden_size", "n_embd")
    heads = first("num_attention_heads", "n_head", "num_heads")
    size = DecoderSize(
        family=family,
        vocabulary=first("vocab_size"),
        hidden=hidden,
        layers=first("num_hidden_layers", "n_layer", "num_layers"),
        heads=heads,
        kv_heads=first("num_key_value_heads", default=heads),
        head_dim=first("head_dim", default=hidden // heads),
        feed_forward=first("intermediate_size", "ffn_dim", "n_inner", default=4 * hidden),
        positions=first("max_position_embeddings", "n_positions", default=0),
        experts=first("num_local_experts", default=1),
        tied=bool(config.get("tie_word_embeddings", family in _TIED)),
    )
    _ = size.traits
    return size


_TIED: Final = ("gpt2", "gpt_neo", "opt", "bloom", "gemma", "gemma2", "gemma3_text")
"""Families whose configuration leaves out that the output layer is the embedding."""

PUBLISHED: Final = MappingProxyType(
    {
        "smollm2-135m": DecoderSize("llama", 49152, 576, 30, 9, 3, 64, 1536, 8192, tied=True),
        "gpt2-medium": DecoderSize("gpt2", 50257, 1024, 24, 16, 16, 64, 4096, 1024, tied=True),
        "gpt2-large": DecoderSize("gpt2", 50257, 1280, 36, 20, 20, 64, 5120, 1024, tied=True),
        "gpt-neo-2.7B": DecoderSize("gpt_neo", 50257, 2560, 32, 20, 20, 128, 10240, 2048, tied=True),
        "phi-3-mini": DecoderSize("phi3", 32064, 3072, 32, 32, 32, 96, 8192, 4096),
        "gpt-j-6B": DecoderSize("gptj", 50400, 4096, 28, 16, 16, 256, 16384, 2048),
        "opt-6.7b": DecoderSize("opt", 50272, 4096, 32, 32, 32, 128, 16384, 2048, tied=True),
        "llama-7b": DecoderSize("llama", 32000, 4096, 32, 32, 32, 128, 11008, 2048),
        "bloom-7b1": DecoderSize("bloom", 250880, 4096, 30, 32, 32, 128, 16384, tied=True),
        "mistral-7b": DecoderSize("mistral", 32000, 4096, 32, 32, 8, 128, 14336, 32768),
        "qwen2.5-7b": DecoderSize("qwen2", 152064, 3584, 28, 28, 4, 128, 18944, 32768),
        "llama-3-8b": DecoderSize("llama", 128256, 4096, 32, 32, 8, 128, 14336, 8192),
        "gemma-2-9b": DecoderSize("gemma2", 256000, 3584, 42, 16, 8, 256, 14336, 8192, tied=True),
        "llama-2-13b": DecoderSize("llama", 32000, 5120, 40, 40, 40, 128, 13824, 4096),
        "gpt-neox-20b": DecoderSize("gpt_neox", 50432, 6144, 44, 64, 64, 96, 24576, 2048),
        "mixtral-8x7b": DecoderSize("mixtral", 32000, 4096, 32, 32, 8, 128, 14336, 32768, experts=8),
        "llama-2-70b": DecoderSize("llama", 32000, 8192, 80, 64, 8, 128, 28672, 4096),
    }
)
"""Sizes in the models' published configurations, smallest first; the backbones of MEIT's paper are among them."""
