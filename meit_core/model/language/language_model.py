"""The language model's part of a pack: whole in ``backbone/``, or low-rank adapters on one that is kept elsewhere."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

from meit_core.errors import UserError
from meit_core.model.language.quantisation import Precision, load_decoder, silence_bitsandbytes
from meit_core.model.packs.backbone_store import find_backbone

BACKBONE: str = "backbone"
ADAPTER: str = "adapter"


def load_language_model(manifest: Mapping[str, Any], folder: Path, *, device: str, precision: Precision) -> Any:
    """Return the decoder that a pack describes, with its adapters where it has any.

    Raises
    ------
    UserError
        If the language model isn't on this machine, was changed, or isn't the one the adapters belong to.
    """
    backbone = manifest.get("backbone", {})
    if "sha256" not in backbone:
        return load_decoder(folder / str(backbone.get("folder", BACKBONE)), device=device, precision=precision)
    decoder = load_decoder(find_backbone(backbone), device=device, precision=precision)
    name = str(backbone.get("name", "it refers to"))
    return _with_adapters(decoder, folder / str(manifest["adapter"]["folder"]), name=name, device=device)


def save_language_model(decoder: Any, folder: Path) -> None:
    """Write ``adapter/`` in PEFT's format for an adapted decoder, else ``backbone/``, in half precision."""
    if hasattr(decoder, "get_base_model"):
        _save_adapter(decoder, folder / ADAPTER)
        return
    half = type(decoder)(decoder.config).half()
    half.load_state_dict(decoder.state_dict())
    half.save_pretrained(str(folder / BACKBONE))


def _save_adapter(decoder: Any, folder: Path) -> None:
    decoder.save_pretrained(str(folder), safe_serialization=True, save_embedding_layers=False)
    (folder / "README.md").unlink(missing_ok=True)
    weights, config = folder / "adapter_model.safetensors", folder / "adapter_config.json"
    save_file({name: value.half() for name, value in load_file(str(weights)).items()}, str(weights))
    settings = json.loads(config.read_text(encoding="utf-8"))
    # Where the language model lay on the machine that trained is nobody's business; the manifest names it by its hash.
    settings["base_model_name_or_path"] = None
    settings["target_modules"] = sorted(settings["target_modules"])
    config.write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def check_vocabulary(decoder: Any, vocabulary: int) -> None:
    """Refuse a tokenizer that knows more words than the language model has embeddings for.

    Raises
    ------
    UserError
        If it does.
    """
    known = int(decoder.get_input_embeddings().num_embeddings)
    if vocabulary > known:
        raise UserError(
            f"The tokenizer of this pack has {vocabulary} tokens, but its language model knows only {known}.",
            "Install the pack again from where it came from.",
        )


def _with_adapters(decoder: Any, folder: Path, *, name: str, device: str) -> Any:
    silence_bitsandbytes()
    from peft import PeftModel

    wrong = UserError(
        f"The adapter in this pack doesn't fit the language model {name}.",
        "Pull the one that it was trained on with 'meit packs pull --backbone DIR --pack PACK'.",
    )
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            adapted = PeftModel.from_pretrained(decoder, str(folder), is_trainable=False, torch_device=device)
        except torch.OutOfMemoryError:  # a RuntimeError too
            raise
        except (OSError, RuntimeError, ValueError, KeyError) as fault:  # no such file, other shapes, other layers
            raise wrong from fault
    if any("missing" in str(each.message).lower() for each in caught):
        raise wrong
    return adapted.eval()
