"""The language model a run starts from: a small one made here, or a pretrained one with low-rank adapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from meit_core.errors import UserError
from meit_core.model.assembly import DecoderConfig, new_decoder
from meit_core.model.language.lora import LoraSettings, add_lora
from meit_core.model.language.quantisation import Precision, load_decoder, prepare_for_training
from meit_core.model.packs.backbone_store import Backbone, list_backbones, verify_backbone
from meit_core.model.prompt import MEIT_TEMPLATE, PromptTokenizer
from meit_core.training.texts import train_tokenizer


@dataclass(frozen=True, slots=True)
class BackboneConfig:
    """A pretrained language model.

    Attributes
    ----------
    name
        In the store; ``meit packs list`` names what is there, ``meit packs pull`` puts one there.
    precision
        Of its frozen weights while its adapters are trained; ``nf4`` is QLoRA.
    template
        How it is asked, see :meth:`~meit_core.model.prompt.Template.parse`.
    lora
        Low-rank adapters on all its linear layers.
    """

    name: str
    precision: str = "fp32"
    template: str = MEIT_TEMPLATE
    lora: LoraSettings = field(default_factory=LoraSettings)


@dataclass(frozen=True, slots=True)
class Language:
    """Attributes: decoder, its tokenizer with the template, and the backbone in the store, if it came from there."""

    decoder: Any
    tokenizer: PromptTokenizer
    backbone: Backbone | None = None


def pretrained(config: BackboneConfig, *, seed: int, device: str = "cpu") -> Language:
    """Load a backbone and put adapters on it.

    Raises
    ------
    UserError
        If it isn't on this machine, was changed, or doesn't know the template's tags.
    """
    held = {backbone.name: backbone for backbone in list_backbones()}
    if config.name not in held:
        raise UserError(
            f"The language model {config.name} isn't on this machine.",
            "Get it with 'meit packs pull --backbone DIR'; 'meit packs list' shows what is there.",
        )
    backbone = held[config.name]
    verify_backbone(backbone)
    tokenizer = PromptTokenizer.load(backbone.folder, config.template)
    try:
        precision = Precision(config.precision)
    except ValueError as fault:
        known = ", ".join(each.value for each in Precision)
        raise UserError(f"The precision {config.precision} isn't known.", f"Choose one of: {known}.") from fault
    decoder = load_decoder(backbone.folder, device=device, precision=precision)
    prepare_for_training(decoder)
    torch.manual_seed(seed)
    return Language(add_lora(decoder, config.lora), tokenizer, backbone)


def from_scratch(config: DecoderConfig, texts: Sequence[str], *, vocabulary: int, seed: int) -> Language:
    """Fit a tokenizer to the texts and make a decoder with random weights."""
    tokenizer = train_tokenizer(texts, vocabulary=vocabulary)
    torch.manual_seed(seed)
    decoder = new_decoder(config, vocabulary=tokenizer.vocabulary, end_id=tokenizer.end_id, pad_id=tokenizer.pad_id)
    return Language(decoder, tokenizer)
