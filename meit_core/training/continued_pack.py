"""From a pack that was tuned on to a sealed pack of its own: same tokenizer, same findings, other weights."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from meit_core.model.assembly import save_network
from meit_core.model.decoding.phrases import FILE as PHRASES_FILE
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import CHECKSUMS, MANIFEST, Pack, seal_pack
from meit_core.model.stated import FILE as STATEMENTS_FILE

_TAKEN_OVER = ("tokenizer", "findings.json", PHRASES_FILE, STATEMENTS_FILE)


def write_continued_pack(
    folder: Path, *, before: Pack, model: MeitModel, changes: Mapping[str, Any], card: str
) -> Pack:
    """Save the network in half precision beside what is taken over; replaces the folder.

    Parameters
    ----------
    changes
        Entries of the manifest that are not those of the pack before.
    card
        The model card, Markdown.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in _TAKEN_OVER:
        source = before.folder / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
    save_network(model, folder)
    (folder / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    return seal_pack(folder, {**before.manifest, **changes})


def reseal(pack: Pack, *, changes: Mapping[str, Any], card: str) -> Pack:
    """Put another card and other entries of the manifest into a pack; its weights stay."""
    (pack.folder / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    for name in (MANIFEST, CHECKSUMS):
        (pack.folder / name).unlink()
    return seal_pack(pack.folder, {**pack.manifest, **changes})
