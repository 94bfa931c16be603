"""A pack that holds adapters only, and the tiny language model they belong to, kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from meit_core.model.assembly import DecoderConfig, assemble, network_manifest, new_decoder, save_network
from meit_core.model.encoders import build_encoder
from meit_core.model.findings import FindingOutput, save_findings
from meit_core.model.language.lora import LoraSettings, add_lora
from meit_core.model.language.quantisation import Precision, load_decoder, prepare_for_training
from meit_core.model.packs.backbone_store import Backbone
from meit_core.model.packs.pack import Pack, seal_pack
from meit_core.model.prompt import PromptTokenizer
from meit_core.model.variants import FusionConfig
from meit_core.training.texts import train_tokenizer
from tests.model.conftest import ENCODER, REPORTS

PROMPT = "Please write the report of this ECG."
_SIZES = DecoderConfig(hidden=64, layers=2, heads=4, feed_forward=128)


def write_backbone(folder: Path, *, seed: int = 1, hidden: int = 64) -> Path:
    """Write a language model that knows the tags of a report, in Hugging Face's format."""
    tokenizer = _tokenizer()
    torch.manual_seed(seed)
    sizes = DecoderConfig(hidden, _SIZES.layers, _SIZES.heads, _SIZES.feed_forward)
    decoder = new_decoder(sizes, vocabulary=tokenizer.vocabulary, end_id=tokenizer.end_id, pad_id=tokenizer.pad_id)
    decoder.half().save_pretrained(str(folder))
    tokenizer.tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def write_adapted_pack(folder: Path, backbone: Backbone, *, precision: Precision = Precision.FP32) -> Pack:
    """Write a sealed pack with random adapters on a language model of the store."""
    model = adapted_network(backbone, precision)
    (folder / "tokenizer").mkdir(parents=True)
    save_network(model, folder)
    _tokenizer().tokenizer.save(str(folder / "tokenizer" / "tokenizer.json"))
    save_findings([FindingOutput(code, code.lower()) for code in ("SR", "AFIB", "NORM")], folder / "findings.json")
    (folder / "MODEL_CARD.md").write_text("# adapted\n", encoding="utf-8")
    manifest = {
        "name": folder.name,
        "version": "0",
        "backbone": backbone.reference,
        "adapter": {"folder": "adapter"},
        **network_manifest(ENCODER, FusionConfig(n_summary=2)),
        "prompt": {"default": PROMPT},
        "generation": {"max_new_tokens": 8},
    }
    return seal_pack(folder, manifest)


def adapted_network(backbone: Backbone, precision: Precision = Precision.FP32) -> Any:
    """Return a network whose adapters say something, the same one every time."""
    decoder = load_decoder(backbone.folder, device="cpu", precision=precision)
    prepare_for_training(decoder)
    torch.manual_seed(7)
    decoder = add_lora(decoder, LoraSettings(rank=4, dropout=0.0))
    for name, parameter in decoder.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.1)
    return assemble(build_encoder(ENCODER), FusionConfig(n_summary=2), decoder).eval()


def _tokenizer() -> PromptTokenizer:
    return train_tokenizer([*REPORTS, PROMPT], vocabulary=400)
