"""What a folder of a Hugging Face language model must hold to be used: looked at without torch.

Weights are read from safetensors only: a pickle (``*.bin``, ``*.pt``) could run code when it is opened. Where one lies
beside them, as in many published folders, it is left alone and never copied.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from meit_core.errors import UserError

CONFIG: Final = "config.json"
TOKENIZER: Final = "tokenizer.json"
WEIGHTS: Final = "*.safetensors"
INDEX: Final = "model.safetensors.index.json"
"""Names the file of every tensor where the weights are split over several files (shards)."""
PICKLES: Final = ("*.bin", "*.pt", "*.pth", "*.pkl", "*.ckpt", "*.pickle")


def check_language_model(folder: Path) -> str:
    """Refuse a folder that isn't a whole language model with safe weights; return its family.

    Returns
    -------
    str
        Hugging Face's ``model_type``.

    Raises
    ------
    UserError
        One plain sentence: no such folder, pickles only, no configuration, weights or tokenizer, or a missing shard.
    """
    name = folder.name
    if not folder.is_dir():
        raise UserError(f"There is no folder {name}.", "Give the folder of a Hugging Face language model.")
    config = read_config(folder)
    if not any(folder.glob(WEIGHTS)):
        pickles = sorted(path.name for pattern in PICKLES for path in folder.glob(pattern))
        found = f", only the pickle {pickles[0]}, which could run code" if pickles else ""
        raise UserError(
            f"The folder {name} holds no weights as safetensors{found}.", "Download the model's safetensors."
        )
    check_shards(folder)
    if not (folder / TOKENIZER).is_file():
        raise UserError(
            f"The folder {name} has no {TOKENIZER}.",
            "Download it too, or save the tokenizer there with transformers' AutoTokenizer.",
        )
    return str(config["model_type"])


def check_shards(folder: Path) -> None:
    """Refuse a folder whose weights are split over several files when one of them isn't there.

    Raises
    ------
    UserError
        Naming the file.
    """
    index = folder / INDEX
    if not index.is_file():
        return
    try:
        named = sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values()))
    except (ValueError, KeyError, AttributeError) as fault:
        raise UserError(f"The file {INDEX} of {folder.name} can't be read.", "Copy the folder again.") from fault
    missing = [file for file in named if not (folder / file).is_file()]
    if missing:
        raise UserError(
            f"The weights of {folder.name} are incomplete: the file {missing[0]} is missing.", "Copy the folder again."
        )


def read_config(folder: Path) -> dict[str, Any]:
    """Return ``config.json``, which must name the model's type.

    Raises
    ------
    UserError
        If it is missing, unreadable or names no type.
    """
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        config["model_type"]
    except FileNotFoundError as fault:
        raise UserError(
            f"The folder {folder.name} has no {CONFIG}.", "Give the folder of a Hugging Face language model."
        ) from fault
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UserError(f"The file {CONFIG} of {folder.name} can't be read.", "Copy the folder again.") from fault
    return dict(config)
