"""The model packs of this installation and of a workspace: look at them, verify them, choose the one that drafts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from meit_core.domain.audit import AuditAction
from meit_core.domain.training import Promotion, TrainingRun
from meit_core.domain.users import User
from meit_core.errors import EnvironmentFault, UserError
from meit_core.model.packs.backbone_store import held_backbone
from meit_core.model.packs.pack import BUNDLED, CHECKSUMS, MANIFEST, Pack, bundled_packs, find_pack, read_pack
from meit_core.services.own_packs import keep_beside, own_packs, packs_folder

if TYPE_CHECKING:
    from meit_core.services.workspace import Workspace

# The store loads SQLAlchemy: it is imported where a workspace is touched, because looking at packs needs none of it.


@dataclass(frozen=True, slots=True)
class ListedPack:
    """One installed pack.

    Attributes
    ----------
    in_use
        Whether drafts come from it where no other is asked for.
    shipped
        Whether it came with the program; the others were made or brought into the workspace.
    problem
        Plain sentence why it can't be used; empty where it can.
    """

    name: str
    folder: Path
    in_use: bool
    version: str = ""
    sha256: str = ""
    problem: str = ""
    shipped: bool = True


def list_packs(ws: Workspace | None = None) -> list[ListedPack]:
    """Return the installed packs by name, then a workspace's own, damaged ones with what is wrong with them."""
    present = None if ws is None else _promotion(ws)
    in_use = BUNDLED if present is None else present.location or present.pack
    own = [] if ws is None else own_packs(ws.path)
    return [
        *(_listed(folder, in_use=folder.name == in_use) for folder in bundled_packs()),
        *(_listed(folder, in_use=folder.name == in_use, shipped=False) for folder in own),
    ]


def active_pack(ws: Workspace) -> Path | None:
    """Return the folder of the pack that drafts in a workspace; ``None`` for the one the program ships with.

    Raises
    ------
    UserError
        The promoted pack is missing or is another one by now: no other drafts silently in its place.
    """
    present = _promotion(ws)
    if present is None:
        return None
    if not present.location:
        return find_pack(present.pack).folder
    folder = packs_folder(ws.path) / present.location
    try:
        found = hashlib.sha256((folder / CHECKSUMS).read_bytes()).hexdigest()
    except OSError:
        found = ""
    if found != present.pack_sha256:
        what = "is another one than was promoted" if found else "is missing"
        raise UserError(
            f"The pack {present.pack} that drafts in this workspace {what}.",
            "Put its folder back, or go back to the pack before with 'meit packs rollback'.",
        )
    return folder


def chosen_pack(ws: Workspace, name_or_path: str | Path | None) -> Path | None:
    """Return the folder of the pack to draft with: the one that is named, else as :func:`active_pack`."""
    return active_pack(ws) if name_or_path is None else workspace_pack(ws, name_or_path).folder


def promote_pack(ws: Workspace, *, actor: User, pack: str | Path, reason: str = "") -> Promotion:
    """Let a pack draft in the workspace from now on; administrators only.

    The pack is copied beside the workspace; the change and its audit row are saved together.

    Parameters
    ----------
    pack
        Folder, name of a pack that ships with the program, or name of one of the workspace's own.
    reason
        Why a pack is promoted that is worse than the one in use or was not compared with it; goes into the audit log.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        There is no such pack, it drafts already, or something speaks against it and no reason is given.
    EnvironmentFault
        The workspace can't be changed now, or there is no room for the pack.
    """
    from meit_core.store import audit, promotions, rights, training_runs

    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
    if ws.read_only:
        raise EnvironmentFault("A pack can't be promoted now.", ws.read_only_reason)
    found = workspace_pack(ws, pack)
    shipped = found.folder in bundled_packs()
    with ws.store.reading() as session:
        run = training_runs.with_pack(session, found.sha256)
        present = promotions.current(session)
    before = _in_use(present)
    if found.sha256 == before[1]:
        raise UserError(f"The pack {found.name} is in use already.", "See 'meit packs list'.")
    against = "" if shipped else _what_speaks_against(run, before[1])
    if against and not reason.strip():
        raise UserError(against, "Keep the pack in use, or promote this one with --force and the reason.")
    location = "" if shipped else keep_beside(ws.path, found)
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        promotion = promotions.add(
            session,
            pack=found.name,
            pack_sha256=found.sha256,
            location=location,
            author=administrator.username,
            reason=reason.strip() if against else "",
            run_id=None if run is None else run.run_id,
        )
        audit.append(
            session,
            AuditAction.PACK_PROMOTED,
            found.name,
            actor=administrator,
            pack_sha256=found.sha256,
            before=before[0],
            before_sha256=before[1],
            run=None if run is None else run.run_id,
            scores=None if run is None or run.scores is None else run.scores.get("watched"),
            against=against,
            reason=promotion.reason,
        )
    return promotion


def roll_back(ws: Workspace, *, actor: User) -> str:
    """Go back to the pack that drafted before the last promotion and return its name; administrators only.

    Raises
    ------
    PermissionRefused
        The actor isn't an administrator.
    UserError
        There is nothing to go back to.
    EnvironmentFault
        The workspace can't be changed now.
    """
    from meit_core.store import audit, promotions, rights

    with ws.store.reading() as session:
        rights.require_administrator(session, actor)
    if ws.read_only:
        raise EnvironmentFault("The pack can't be changed now.", ws.read_only_reason)
    shipped = _in_use(None)
    with ws.store.writing() as session:
        administrator = rights.require_administrator(session, actor)
        undone, again = promotions.roll_back(session, shipped=shipped, author=administrator.username)
        name, sha256 = _in_use(again)
        audit.append(
            session,
            AuditAction.PACK_ROLLED_BACK,
            name,
            actor=administrator,
            pack_sha256=sha256,
            before=undone.pack,
            before_sha256=undone.pack_sha256,
        )
    return name


def list_promotions(ws: Workspace) -> list[Promotion]:
    """Return which packs drafted in a workspace since when, the newest first."""
    from meit_core.store import promotions

    with ws.store.reading() as session:
        return promotions.history(session)


def workspace_pack(ws: Workspace, name_or_path: str | Path | None = None) -> Pack:
    """Return a pack by folder, or by name among the workspace's own and those that ship; by default the one in use.

    Raises
    ------
    UserError
        There is no such pack, or it is damaged.
    """
    if name_or_path is None:
        return find_pack(active_pack(ws))
    if not (Path(name_or_path) / MANIFEST).is_file():
        for folder in own_packs(ws.path):
            if str(name_or_path) in (folder.name, folder.name.rpartition("-")[0]):
                return read_pack(folder)
    return find_pack(name_or_path)


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


def _listed(folder: Path, *, in_use: bool, shipped: bool = True) -> ListedPack:
    try:
        pack = read_pack(folder)
    except UserError as fault:
        return ListedPack(folder.name, folder, in_use, problem=fault.message, shipped=shipped)
    problem = _missing_language_model(pack)
    return ListedPack(pack.name, folder, in_use, pack.version, pack.sha256, problem, shipped)


def _missing_language_model(pack: Pack) -> str:
    if pack.backbone is None:
        return ""
    try:
        held_backbone(pack.backbone)
    except UserError as fault:
        return fault.message
    return ""


def _promotion(ws: Workspace) -> Promotion | None:
    from meit_core.store import promotions

    with ws.store.reading() as session:
        return promotions.current(session)


def _in_use(present: Promotion | None) -> tuple[str, str]:
    """Name and hash of the pack that drafts."""
    if present is not None and present.location:
        return present.pack, present.pack_sha256
    shipped = find_pack(None if present is None else present.pack)
    return shipped.name, shipped.sha256


def _what_speaks_against(run: TrainingRun | None, in_use_sha256: str) -> str:
    """Return in a plain sentence why a pack shouldn't be promoted without a reason; empty where nothing does."""
    if run is None or run.scores is None:
        return "This pack was never compared with the one in use on this workspace's held-out patients."
    if run.pack_before_sha256 != in_use_sha256:
        return "This pack was compared with another pack than the one in use."
    worse: list[str] = run.scores.get("worse", [])
    if worse:
        return f"This pack is worse than the one in use, beyond chance: {', '.join(worse)}."
    return ""
