"""Low-rank adapters on every linear layer of a language model (Hu et al., LoRA, ICLR 2022; QLoRA 2023 for "every").

Layers are found by their type, not by names: the released MEIT code lists LLaMA's names and so trains only GPT-2's,
BLOOM's and NeoX's attention, and a part of GPT-J's, GPT-Neo's and OPT's.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from torch import nn
from transformers.pytorch_utils import Conv1D

from meit_core.errors import UserError
from meit_core.model.language.quantisation import silence_bitsandbytes


@dataclass(frozen=True, slots=True)
class LoraSettings:
    """How the language model is adapted; stored in the pack.

    Attributes
    ----------
    rank, alpha, dropout
        The update is alpha / rank * B A x, with dropout on x. MEIT's code has 64, 128 and 0.1.
    """

    rank: int = 16
    alpha: int = 32
    dropout: float = 0.05


@dataclass(frozen=True, slots=True)
class PartSize:
    """One row of the table of parameters: of a part of the model, how many there are and how many are trained."""

    part: str
    parameters: int
    trained: int


def add_lora(decoder: Any, how: LoraSettings) -> Any:
    """Freeze a decoder and put an adapter on each of its linear layers, the output layer left out.

    Takes plain, 8-bit and 4-bit layers, GPT-2's ``Conv1D`` and the stacked experts of a mixture.

    Raises
    ------
    UserError
        If peft isn't installed.
    """
    silence_bitsandbytes()
    try:
        from peft import LoraConfig, get_peft_model
    except ModuleNotFoundError as fault:
        raise UserError(
            "Adapting a language model needs the library peft.", 'Install it with: pip install -e ".[train]"'
        ) from fault
    linear, stacked = tuple(linear_layers(decoder)), tuple(expert_parameters(decoder))
    transposed = any(isinstance(decoder.get_submodule(name), Conv1D) for name in linear)
    config = LoraConfig(
        r=how.rank,
        lora_alpha=how.alpha,
        lora_dropout=0.0 if stacked else how.dropout,  # peft adapts stacked experts without dropout only
        bias="none",
        task_type="CAUSAL_LM",
        target_modules=list(linear),
        target_parameters=list(stacked) or None,
        fan_in_fan_out=transposed,
    )
    with warnings.catch_warnings():
        # peft 0.21 reads a property that transformers 5.23 renamed; harmless until transformers 6.
        warnings.filterwarnings("ignore", ".*is_gradient_checkpointing", FutureWarning)
        return get_peft_model(decoder, config)


def linear_layers(decoder: Any) -> Iterator[str]:
    """Yield the name of every linear layer but the output layer."""
    output = decoder.get_output_embeddings()
    for name, module in decoder.named_modules():
        if isinstance(module, nn.Linear | Conv1D) and module is not output:
            yield name


def expert_parameters(decoder: Any) -> Iterator[str]:
    """Yield the name of every weight that holds several experts' linear layers, (experts, out, in)."""
    for name, parameter in decoder.named_parameters():
        if parameter.ndim == 3 and ".experts." in f".{name}":
            yield name


def parameter_table(model: nn.Module) -> tuple[PartSize, ...]:
    """Return parameters of each direct part of a model and, last, of the whole.

    A quantised layer counts its weights, not the bytes they are packed in.
    """
    rows = []
    for name, part in model.named_children():
        sizes = [(_size(parameter), parameter.requires_grad) for parameter in part.parameters()]
        rows.append(PartSize(name, sum(n for n, _ in sizes), sum(n for n, trained in sizes if trained)))
    return (*rows, PartSize("all", sum(row.parameters for row in rows), sum(row.trained for row in rows)))


def _size(parameter: nn.Parameter) -> int:
    state = getattr(parameter, "quant_state", None)  # 4-bit: two weights in a byte
    return parameter.numel() if state is None else state.shape.numel()
