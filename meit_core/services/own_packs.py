"""The packs of a workspace: they lie in a folder beside its file, and go where it goes."""

from __future__ import annotations

import shutil
from pathlib import Path

from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.pack import MANIFEST, Pack


def packs_folder(workspace: Path) -> Path:
    """Return where the workspace with this file keeps its packs."""
    return workspace.with_name(f"{workspace.stem}.packs")


def own_packs(workspace: Path) -> list[Path]:
    """Return the folders of its packs, by name."""
    folders = (manifest.parent for manifest in packs_folder(workspace).glob(f"*/{MANIFEST}"))
    return sorted(folder for folder in folders if not folder.name.startswith("."))


def keep_beside(workspace: Path, pack: Pack) -> str:
    """Copy a pack beside the workspace, whole or not at all; returns the name of its folder there.

    Raises
    ------
    EnvironmentFault
        If it can't be copied.
    """
    name = f"{pack.name}-{pack.sha256[:12]}"
    target = packs_folder(workspace) / name
    if pack.folder == target:
        return name
    try:
        shutil.rmtree(target, ignore_errors=True)  # one that was damaged, or the same again
        _copy(pack.folder, target)
    except OSError as fault:
        raise EnvironmentFault(
            f"The pack can't be copied beside the workspace ({fault.strerror or 'I/O fault'}).",
            "The pack in use stays. Free some space, then promote again.",
        ) from fault
    return name


def copy_packs(workspace: Path, copied: Path) -> int:
    """Copy all packs of a workspace to where the copy of its file will look for them; returns their bytes.

    Raises
    ------
    UserError
        If packs lie there already: a copy replaces nothing.
    EnvironmentFault
        If they can't be copied; what was copied is taken back.
    """
    packs, target = own_packs(workspace), packs_folder(copied)
    if not packs:
        return 0
    if target.exists():
        raise UserError(
            f"There is already a folder {target.name} there.", "Choose another name; backups replace nothing."
        )
    try:
        for pack in packs:
            _copy(pack, target / pack.name)
        return sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    except OSError as fault:
        shutil.rmtree(target, ignore_errors=True)
        raise EnvironmentFault(
            f"The workspace's model packs can't be copied ({fault.strerror or 'I/O fault'}).",
            "The workspace is unchanged. Free some space or choose another folder.",
        ) from fault


def _copy(folder: Path, target: Path) -> None:
    """Copy a folder so that it appears complete or not at all."""
    unfinished = target.with_name(f".{target.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(folder, unfinished)
    unfinished.replace(target)
