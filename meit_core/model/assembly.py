"""The network of a pack: built from its manifest, loaded from and saved to its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import AutoModelForCausalLM, LlamaConfig, LlamaForCausalLM
from transformers.utils.logging import disable_progress_bar

from meit_core.model.encoder import EcgEncoder, EncoderConfig
from meit_core.model.meit import MeitModel
from meit_core.model.projector import EcgProjector

_ENCODER_FILE = "encoder.safetensors"


@dataclass(frozen=True, slots=True)
class FusionConfig:
    """How the ECG meets the text; stored in the pack.

    Attributes
    ----------
    n_summary
        Summary tokens in front of the temporal ones.
    """

    n_summary: int = 4
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class DecoderConfig:
    """Sizes of a small LLaMA-architecture decoder that is trained from scratch."""

    hidden: int = 256
    layers: int = 6
    heads: int = 4
    feed_forward: int = 704
    positions: int = 512
    attention_dropout: float = 0.1


def new_decoder(config: DecoderConfig, *, vocabulary: int, end_id: int, pad_id: int) -> LlamaForCausalLM:
    """Make a decoder with random weights."""
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


def assemble(encoder: EcgEncoder, encoder_config: EncoderConfig, fusion: FusionConfig, decoder: Any) -> MeitModel:
    """Fuse an encoder with a decoder through a new projection."""
    projector = EcgProjector(
        width=encoder_config.widths[-1],
        n_findings=encoder_config.n_findings,
        hidden=int(decoder.config.hidden_size),
        n_summary=fusion.n_summary,
        dropout=fusion.dropout,
    )
    return MeitModel(encoder, projector, decoder)


def save_network(model: MeitModel, folder: Path) -> None:
    """Write ``encoder.safetensors`` (encoder, findings head, projection) and ``backbone/`` in half precision."""
    parts = nn.ModuleDict({"encoder": model.encoder, "projector": model.projector})
    tensors = {
        name: (value.half() if value.is_floating_point() else value).contiguous()
        for name, value in parts.state_dict().items()
    }
    save_file(tensors, str(folder / _ENCODER_FILE))
    half = LlamaForCausalLM(model.decoder.config).half()
    half.load_state_dict(model.decoder.state_dict())
    half.save_pretrained(str(folder / "backbone"))


def network_manifest(encoder: EncoderConfig, fusion: FusionConfig) -> dict[str, Any]:
    """Return the part of ``pack.json`` that :func:`load_network` reads."""
    return {"encoder": encoder.to_dict(), "fusion": {"variant": "meit-desktop", **asdict(fusion)}}


def load_network(manifest: Mapping[str, Any], folder: Path, *, device: str) -> MeitModel:
    """Build the network of a pack, in single precision, ready for inference."""
    encoder_config = EncoderConfig.from_dict(dict(manifest["encoder"]))
    values = {name: value for name, value in manifest["fusion"].items() if name != "variant"}
    disable_progress_bar()  # results go to standard output, progress is the caller's
    decoder = AutoModelForCausalLM.from_pretrained(
        str(folder / "backbone"), local_files_only=True, dtype=torch.float32, use_safetensors=True
    )
    model = assemble(EcgEncoder(encoder_config), encoder_config, FusionConfig(**values), decoder)
    parts = nn.ModuleDict({"encoder": model.encoder, "projector": model.projector})
    parts.load_state_dict(load_file(str(folder / _ENCODER_FILE)))
    return model.to(device).eval()
