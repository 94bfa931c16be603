"""How encoder, projection and language model are put together: settings, named variants, and the parts they name."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from torch import nn

from meit_core.errors import UserError
from meit_core.model.fusion.concat import ConcatFusion
from meit_core.model.fusion.cross_attention import CrossAttentionFusion
from meit_core.model.fusion.key_value import KeyValueFusion
from meit_core.model.projectors import EcgProjector, PaperProjector


@dataclass(frozen=True, slots=True)
class FusionConfig:
    """How the ECG meets the text; stored in the pack.

    Attributes
    ----------
    variant
        Name of the variant this began as.
    way
        ``key-value`` (MEIT), ``concat`` (LLaVA) or ``cross-attention`` (Flamingo).
    layer_norm
        Key-value only: whether each layer's own norm is applied to the ECG tokens.
    projection
        ``temporal``: summary tokens and one token per stretch of time, as wide as the language model.
        ``paper``: one token of a head's width, L2-normalised and tiled over the heads.
    n_summary
        Summary tokens in front of the temporal ones.
    dropout
        Within the temporal projection.
    every
        Cross-attention only: a block in front of every so many layers.
    n_house
        Temporal projection only: parts of the names of house styles that a report can be asked for in. A run sets it by
        its reports.
    """

    variant: str = "meit-desktop"
    way: str = "key-value"
    layer_norm: bool = True
    projection: str = "temporal"
    n_summary: int = 4
    dropout: float = 0.1
    every: int = 1
    n_house: int = 0

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


VARIANTS: Final = MappingProxyType(
    {
        "meit-desktop": FusionConfig(),
        "meit-paper": FusionConfig("meit-paper", layer_norm=False, projection="paper", n_summary=0, dropout=0.0),
        "llava-concat": FusionConfig("llava-concat", way="concat"),
        "flamingo": FusionConfig("flamingo", way="cross-attention"),
    }
)
"""The product's own, the paper's, and the paper's two rivals (Table 5) with the product's encoder and projection."""


def variant(name: str, **changes: Any) -> FusionConfig:
    """Return a named variant, some of its settings changed.

    Raises
    ------
    UserError
        If there is no such variant.
    """
    if name not in VARIANTS:
        raise UserError(f"There is no fusion variant {name}.", f"Choose one of: {', '.join(VARIANTS)}.")
    return replace(VARIANTS[name], **changes)


def build_projector(config: FusionConfig, encoder: Any, decoder: Any) -> nn.Module:
    """Return the module between an encoder and a decoder.

    Raises
    ------
    UserError
        If the projection isn't known, or the decoder's width is no multiple of its head's.
    """
    hidden = _token_width(config, decoder)
    if config.projection == "temporal":
        return EcgProjector(
            width=encoder.width,
            pooled_width=encoder.pooled_width,
            n_findings=encoder.n_findings,
            hidden=hidden,
            n_summary=config.n_summary,
            dropout=config.dropout,
            n_phrases=encoder.n_phrases,
            n_statements=encoder.n_statements,
            n_house=config.n_house,
        )
    if config.projection != "paper":
        raise UserError(f"There is no projection {config.projection}.", "Choose temporal or paper.")
    if config.n_house:
        raise UserError("The paper's projection knows no house styles.", "Leave tune.least_in_style out.")
    head = head_width(decoder.config)
    if hidden % head:
        raise UserError(
            f"The paper's projection tiles a vector of {head} over a width of {hidden}, which it doesn't divide.",
            "Choose the variant meit-desktop for this language model.",
        )
    # MEIT's code leaves the batch norm out for GPT-NeoX, which it trained with few recordings per card.
    batch_norm = decoder.config.model_type != "gpt_neox"
    return PaperProjector(pooled_width=encoder.pooled_width, head_width=head, hidden=hidden, batch_norm=batch_norm)


def _token_width(config: FusionConfig, decoder: Any) -> int:
    """Return the width of an ECG token: that of a word where it stands among words (OPT-350M has narrower ones)."""
    if config.way == "concat":
        return int(decoder.get_input_embeddings().weight.shape[-1])
    return int(decoder.config.hidden_size)


def head_width(config: Any) -> int:
    """Return the width of one attention head of a language model."""
    return int(getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads)


def build_fusion(config: FusionConfig, decoder: Any) -> nn.Module:
    """Make a decoder see ECGs.

    Raises
    ------
    UserError
        If the way isn't known, or the decoder's family isn't.
    """
    match config.way:
        case "key-value":
            return KeyValueFusion(decoder, layer_norm=config.layer_norm)
        case "concat":
            return ConcatFusion()
        case "cross-attention":
            return CrossAttentionFusion(decoder, every=config.every)
    raise UserError(f"There is no way of fusion called {config.way}.", "Choose key-value, concat or cross-attention.")
