"""A language model in memory at the precision a machine can afford, and made ready for adapters.

bitsandbytes quantises every linear layer but the output layer, GPT-2's ``Conv1D`` too, on a graphics card and on a CPU.
The stacked experts of a mixture are no linear layers: they stay as they are computed (transformers 5, Mixtral).
"""

from __future__ import annotations

import importlib.util
import logging
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from transformers import AutoModelForCausalLM, BitsAndBytesConfig
from transformers.utils.logging import disable_progress_bar

from meit_core.errors import EnvironmentFault
from meit_core.model.language.checkpointing import enable_checkpointing
from meit_core.model.language.heap import returned_at_once
from meit_core.model.language.precision import Precision
from meit_core.model.packs.weight_files import check_shards

__all__ = ["Precision", "load_decoder", "prepare_for_training", "silence_bitsandbytes"]

_DTYPE: Final = {Precision.FP32: torch.float32, Precision.BF16: torch.bfloat16, Precision.FP16: torch.float16}


def load_decoder(folder: Path, *, device: str, precision: Precision) -> Any:
    """Load a causal language model from a folder, without any network, from safetensors only.

    Weights go to the device one by one, so that the whole is never twice in memory.

    Parameters
    ----------
    folder
        In Hugging Face's format.
    device
        torch's name, ``cpu`` or ``cuda``.

    Returns
    -------
    transformers.PreTrainedModel
        In ``eval``. Its quantised layers compute in bfloat16 on a card that has it, in float16 on an older one, and in
        float32 on a CPU, where bfloat16 is many times slower; so do embeddings, norms and the output layer.

    Raises
    ------
    UserError
        A file of the weights is missing.
    EnvironmentFault
        The libraries that quantise aren't installed.
    """
    check_shards(folder)
    disable_progress_bar()  # results go to standard output, progress is the caller's
    how: dict[str, Any] = {"dtype": _DTYPE.get(precision) or _computes_in(device)}
    if precision.is_quantised:
        _require("bitsandbytes", "accelerate")
        silence_bitsandbytes()
        how["quantization_config"] = _quantised(precision, how["dtype"])
    if importlib.util.find_spec("accelerate") is not None:
        how["device_map"] = {"": device}
    with returned_at_once():
        decoder = AutoModelForCausalLM.from_pretrained(str(folder), local_files_only=True, use_safetensors=True, **how)
    if precision is Precision.NF4:
        _keep_layout(decoder)
    return (decoder if "device_map" in how else decoder.to(device)).eval()


def prepare_for_training(decoder: Any, *, checkpointing: bool = False) -> None:
    """Freeze a decoder and make it fit for adapters, as QLoRA does (Dettmers et al. 2023).

    Norms hold and compute single precision, whatever the layers between them compute in, and the gradient reaches the
    embeddings' output.

    Parameters
    ----------
    checkpointing
        Compute each layer a second time in the backward pass instead of keeping what it computed.
    """
    decoder.requires_grad_(False)
    for module in decoder.modules():
        if "norm" in type(module).__name__.lower() and next(module.children(), None) is None:
            _in_single_precision(module)
    decoder.enable_input_require_grads()
    if checkpointing:
        enable_checkpointing(decoder)


def _computes_in(device: str) -> torch.dtype:
    if not device.startswith("cuda"):
        return torch.float32
    ampere, _ = torch.cuda.get_device_capability(device)
    return torch.bfloat16 if ampere >= 8 else torch.float16  # older cards only emulate bfloat16


def _quantised(precision: Precision, compute: torch.dtype) -> BitsAndBytesConfig:
    if precision is Precision.INT8:
        return BitsAndBytesConfig(load_in_8bit=True)
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=compute,
    )


def _require(*libraries: str) -> None:
    missing = [library for library in libraries if importlib.util.find_spec(library) is None]
    if missing:
        raise EnvironmentFault(
            f"The library {missing[0]}, which 8-bit and 4-bit language models need, isn't installed.",
            'Install it with: pip install -e ".[quantised]"',
        )


def _keep_layout(decoder: Any) -> None:
    """Forbid 4-bit layers to repack themselves for a CPU's AVX512-BF16 at the first pass in ``eval``.

    A repacked layer gives no gradient, silently, when training goes on after an evaluation, and one whose width isn't a
    multiple of its block fails (bitsandbytes 0.50.2).
    """
    for module in decoder.modules():
        if hasattr(module, "support_avx512bf16_for_cpu"):
            module.support_avx512bf16_for_cpu = False


def silence_bitsandbytes() -> None:
    """Keep its notes off the terminal: at every pass that int8 computes in float16, at import that a kernel is missing.

    peft imports it wherever it is installed.
    """
    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)


def _in_single_precision(norm: nn.Module) -> None:
    """Let a norm hold and compute single precision, and give back what the next layer computes in."""
    dtype = next((parameter.dtype for parameter in norm.parameters()), torch.float32)
    if dtype == torch.float32:
        return
    norm.float()

    def widened(_: nn.Module, given: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        return (given[0].float(), *given[1:])

    def narrowed(_: nn.Module, __: tuple[Tensor, ...], out: Tensor) -> Tensor:
        return out.to(dtype)

    norm.register_forward_pre_hook(widened)
    norm.register_forward_hook(narrowed)
