"""The network of a pack: built from its manifest, loaded from and saved to its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import nn
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM

from meit_core.errors import UserError
from meit_core.model.encoders import EncoderConfig, build_encoder, encoder_config
from meit_core.model.language.language_model import load_language_model, save_language_model
from meit_core.model.language.quantisation import Precision
from meit_core.model.meit import MeitModel
from meit_core.model.variants import FusionConfig, build_fusion, build_projector

_ENCODER_FILE = "encoder.safetensors"


@dataclass(frozen=True, slots=True)
class DecoderConfig:
    """Sizes of a small decoder that is trained from scratch.

    Attributes
    ----------
    attention_dropout
        Of the attention's weights.
    dropout
        Of embeddings and of what the layers add; only ``gpt2`` has any.
    kind
        Architecture: ``llama`` or ``gpt2``.
    """

    hidden: int = 256
    layers: int = 6
    heads: int = 4
    feed_forward: int = 704
    positions: int = 512
    attention_dropout: float = 0.1
    dropout: float = 0.0
    kind: str = "llama"

    def __post_init__(self) -> None:
        if self.kind not in ("llama", "gpt2"):
            raise UserError(f"A decoder of the kind {self.kind} can't be made.", "Choose llama or gpt2.")


def new_decoder(
    config: DecoderConfig, *, vocabulary: int, end_id: int, pad_id: int
) -> LlamaForCausalLM | GPT2LMHeadModel:
    """Make a decoder with random weights."""
    if config.kind == "gpt2":
        return GPT2LMHeadModel(
            GPT2Config(
                vocab_size=vocabulary,
                n_embd=config.hidden,
                n_inner=config.feed_forward,
                n_layer=config.layers,
                n_head=config.heads,
                n_positions=config.positions,
                attn_pdrop=config.attention_dropout,
                resid_pdrop=config.dropout,
                embd_pdrop=config.dropout / 2,
                bos_token_id=None,
                eos_token_id=end_id,
                pad_token_id=pad_id,
            )
        )
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=vocabulary,
            hidden_size=config.hidden,
            intermediate_size=config.feed_forward,
            num_hidden_layers=config.layers,
            num_attention_heads=config.heads,
            num_key_value_heads=config.heads,
            max_position_embeddings=config.positions,
            attention_dropout=config.attention_dropout,
            tie_word_embeddings=True,
            bos_token_id=None,
            eos_token_id=end_id,
            pad_token_id=pad_id,
        )
    )


def assemble(encoder: Any, fusion: FusionConfig, decoder: Any) -> MeitModel:
    """Fuse an encoder with a decoder through a new projection.

    Raises
    ------
    UserError
        If the decoder's family isn't known, or it doesn't suit the projection.
    """
    return MeitModel(encoder, build_projector(fusion, encoder, decoder), build_fusion(fusion, decoder), decoder)


def save_network(model: MeitModel, folder: Path) -> None:
    """Write ``encoder.safetensors`` (encoder, findings head, projection, fusion) and the language model's part.

    Everything is written in half precision.
    """
    tensors = {
        name: (value.half() if value.is_floating_point() else value).contiguous()
        for name, value in _ecg_parts(model).state_dict().items()
    }
    save_file(tensors, str(folder / _ENCODER_FILE))
    save_language_model(model.decoder, folder)


def network_manifest(encoder: EncoderConfig, fusion: FusionConfig) -> dict[str, Any]:
    """Return the part of ``pack.json`` that :func:`load_network` reads."""
    return {"encoder": encoder.to_dict(), "fusion": fusion.to_dict()}


def load_network(
    manifest: Mapping[str, Any], folder: Path, *, device: str, precision: Precision = Precision.FP32
) -> MeitModel:
    """Build the network of a pack, ready for inference.

    Parameters
    ----------
    precision
        Of the language model; encoder, projection and fusion stay in single precision.

    Raises
    ------
    UserError
        If the language model isn't on this machine or the adapter doesn't fit it.
    """
    decoder = load_language_model(manifest, folder, device=device, precision=precision)
    model = assemble(build_encoder(encoder_config(manifest["encoder"])), FusionConfig(**manifest["fusion"]), decoder)
    parts = _ecg_parts(model)
    parts.load_state_dict(load_file(str(folder / _ENCODER_FILE)))
    parts.to(device)
    return model.eval()


def load_encoder(manifest: Mapping[str, Any], folder: Path) -> Any:
    """Return a pack's encoder with its findings head alone, in single precision."""
    encoder = build_encoder(encoder_config(manifest["encoder"]))
    stored = load_file(str(folder / _ENCODER_FILE))
    name = "encoder."
    encoder.load_state_dict({key.removeprefix(name): each for key, each in stored.items() if key.startswith(name)})
    return encoder.float()


def _ecg_parts(model: MeitModel) -> nn.ModuleDict:
    return nn.ModuleDict({"encoder": model.encoder, "projector": model.projector, "fusion": model.fusion})
