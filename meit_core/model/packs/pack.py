"""A model pack on disk: read, verified, found by name. Free of torch, so that anything may look at a pack."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.schema import SCHEMA_VERSION, migrate
from meit_core.model.packs.sealing import CHECKSUMS, changed_files, checksum_lines, checksums
from meit_core.model.packs.weight_files import check_shards
from meit_core.resources import resource_path

BUNDLED: Final = "meit-mini"
MANIFEST: Final = "pack.json"
__all__ = ["BUNDLED", "CHECKSUMS", "MANIFEST", "Pack", "bundled_packs", "find_pack", "read_pack", "seal_pack"]
_ALLOWED: Final = (".json", ".safetensors", ".md", ".txt")
"""safetensors and text only: a pickle could run code."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A verified pack.

    Attributes
    ----------
    manifest
        Content of ``pack.json``, brought up to date.
    sha256
        Hash of ``SHA256SUMS``, which holds the hash of every other file: it names the pack's exact content.
    """

    name: str
    folder: Path
    manifest: Mapping[str, Any]
    sha256: str

    @property
    def version(self) -> str:
        return str(self.manifest["version"])

    @property
    def backbone(self) -> Mapping[str, Any] | None:
        """The language model that the pack refers to; ``None`` where it holds its own."""
        reference: Mapping[str, Any] = self.manifest["backbone"]
        return reference if "sha256" in reference else None

    @property
    def card(self) -> str:
        """The model card's text."""
        return (self.folder / "MODEL_CARD.md").read_text(encoding="utf-8")


def find_pack(name_or_path: str | Path | None = None) -> Pack:
    """Return a pack by folder or by the name of a bundled one; without either the bundled pack in use.

    Raises
    ------
    UserError
        If there is none, or it is damaged.
    """
    if name_or_path is None:
        return read_pack(resource_path("packs", BUNDLED))
    as_path = Path(name_or_path)
    if (as_path / MANIFEST).is_file():
        return read_pack(as_path)
    for folder in bundled_packs():
        if folder.name == str(name_or_path):
            return read_pack(folder)
    raise UserError(
        f"There is no model pack called {as_path.name}.",
        "See the names with 'meit packs list', or give a pack's folder.",
    )


def bundled_packs() -> tuple[Path, ...]:
    """Folders of the packs that ship with the product."""
    try:
        root = resource_path("packs")
    except EnvironmentFault:
        return ()
    return tuple(sorted(manifest.parent for manifest in root.glob(f"*/{MANIFEST}")))


def read_pack(folder: Path) -> Pack:
    """Read a pack and verify every file against its checksum.

    Raises
    ------
    UserError
        If the folder is no pack, comes from a newer version, or any file is missing, changed or added.
    """
    hint = "Install the pack again from where it came from; it was not loaded."
    try:
        manifest = migrate(json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        sums = (folder / CHECKSUMS).read_bytes()
        sums.decode()
        name = str(manifest["name"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UserError(f"The folder {folder.name} isn't a complete model pack.", hint) from fault
    if "folder" in manifest["backbone"]:
        check_shards(folder / str(manifest["backbone"]["folder"]))
    changed = changed_files(checksums(folder), sums)
    if changed:
        raise UserError(f"The model pack {name} was changed after it was made ({', '.join(changed[:3])}).", hint)
    return Pack(name, folder, manifest, hashlib.sha256(sums).hexdigest())


def seal_pack(folder: Path, manifest: Mapping[str, Any]) -> Pack:
    """Write ``pack.json`` and the checksums over everything in the folder, then read it back.

    Raises
    ------
    ValueError
        If the folder holds a kind of file that no pack may hold.
    """
    values = {"schema_version": SCHEMA_VERSION, **manifest}
    (folder / MANIFEST).write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sums = checksums(folder)
    foreign = [name for name in sums if Path(name).suffix not in _ALLOWED]
    if foreign:
        raise ValueError(f"a pack holds no such file: {foreign[0]}")
    (folder / CHECKSUMS).write_bytes(checksum_lines(sums))
    return read_pack(folder)
