"""Look at the model packs of this installation and verify them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meit_core.errors import UserError
from meit_core.model.packs.backbone_store import held_backbone
from meit_core.model.packs.pack import BUNDLED, Pack, bundled_packs, find_pack, read_pack


@dataclass(frozen=True, slots=True)
class ListedPack:
    """One installed pack.

    Attributes
    ----------
    in_use
        Whether drafts come from it where no other is asked for.
    problem
        Plain sentence why it can't be used; empty where it can.
    """

    name: str
    folder: Path
    in_use: bool
    version: str = ""
    sha256: str = ""
    problem: str = ""


def list_packs() -> list[ListedPack]:
    """Return the installed packs by name, damaged ones with what is wrong with them."""
    return [_listed(folder) for folder in bundled_packs()]


def show_pack(name_or_path: str | Path | None = None) -> Pack:
    """Return a pack with manifest and model card.

    Raises
    ------
    UserError
        There is no such pack, or it is damaged.
    """
    return find_pack(name_or_path)


def verify_pack(name_or_path: str | Path | None = None, *, in_process: bool = False) -> Pack:
    """Check every file of a pack against its checksum and load it once, as a draft would; takes seconds.

    Parameters
    ----------
    in_process
        As in :func:`meit_core.services.drafting.start_engine`.

    Raises
    ------
    UserError
        There is no such pack, it was changed, or it doesn't load on this machine.
    """
    from meit_core.services.drafting import start_engine

    pack = find_pack(name_or_path)
    engine = start_engine(pack.folder, in_process=in_process)
    try:
        engine.describe()
    finally:
        engine.close()
    return pack


def _listed(folder: Path) -> ListedPack:
    in_use = folder.name == BUNDLED
    try:
        pack = read_pack(folder)
    except UserError as fault:
        return ListedPack(folder.name, folder, in_use, problem=fault.message)
    problem = _missing_language_model(pack)
    return ListedPack(pack.name, folder, in_use, version=pack.version, sha256=pack.sha256, problem=problem)


def _missing_language_model(pack: Pack) -> str:
    if pack.backbone is None:
        return ""
    try:
        held_backbone(pack.backbone)
    except UserError as fault:
        return fault.message
    return ""
