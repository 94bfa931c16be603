"""The house style in which a workspace's drafts are asked for: an administrator sets it once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.model.prompt import in_style
from meit_core.services.packs import chosen_pack
from meit_core.services.workspace import Workspace
from meit_core.store import settings

if TYPE_CHECKING:
    from meit_core.model.packs.pack import Pack


def known_styles(ws: Workspace) -> tuple[str, ...]:
    """Return the house styles that the pack that drafts in this workspace can be asked for."""
    return _styles(_pack(ws, None))


def read_house_style(ws: Workspace) -> str:
    """Return the house style that is set; empty for none."""
    with ws.store.reading() as session:
        return str(settings.get(session, settings.HOUSE_STYLE, ""))


def set_house_style(ws: Workspace, *, actor: User, style: str) -> str:
    """Ask for all drafts from now on in a house style, or in none where it is empty; administrators only.

    Raises
    ------
    UserError
        The pack that drafts doesn't know the style.
    PermissionRefused
        The actor isn't an administrator.
    """
    style = " ".join(style.lower().split())
    known = known_styles(ws)
    if style and style not in known:
        raise UserError(
            f"The pack that drafts doesn't know the house style “{style}”.",
            f"Choose one of: {'; '.join(known)}." if known else "Promote a pack that knows house styles.",
        )
    with ws.store.writing() as session:
        settings.change(session, settings.HOUSE_STYLE, style, actor=actor)
    return style


def house_prompt(ws: Workspace, pack: str | Path | None = None) -> str | None:
    """Return the instruction with the house style that is set.

    ``None`` for the pack's own instruction: where no style is set, and where the pack doesn't know it.

    Parameters
    ----------
    pack
        What drafts, if not the workspace's own.
    """
    style = read_house_style(ws)
    if not style:
        return None
    drafting = _pack(ws, pack)
    return in_style(str(drafting.manifest["prompt"]["default"]), style) if style in _styles(drafting) else None


def _pack(ws: Workspace, pack: str | Path | None) -> Pack:
    from meit_core.model.packs.pack import find_pack

    return find_pack(chosen_pack(ws, pack))


def _styles(pack: Pack) -> tuple[str, ...]:
    return tuple(pack.manifest["prompt"].get("styles", ()))
