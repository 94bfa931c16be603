"""Language models that packs refer to: brought onto this machine, checked against a pack, listed, planned for."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from meit_core.errors import UserError
from meit_core.model.packs.backbone_store import Backbone, OtherBackbone, list_backbones, pull_backbone
from meit_core.model.packs.pack import Pack, find_pack
from meit_core.model.sizing.fit import CARDS_GIB, Fit, fit_table
from meit_core.model.sizing.memory import GIB


def list_language_models() -> tuple[Backbone, ...]:
    """Return the language models in this machine's store, by name."""
    return list_backbones()


def pull_language_model(
    source: str, *, pack: str | Path | None = None, name: str | None = None, allow_network: bool = False
) -> Backbone:
    """Take a language model into this machine's store.

    Parameters
    ----------
    source
        A folder in Hugging Face's format, an installed package that ships a GGUF file, or a hub id (``owner/name``).
    pack
        Keep it only if this pack's adapter was trained on it.
    name
        In the store; by default the model's own.
    allow_network
        A hub id is fetched only with it.

    Raises
    ------
    UserError
        There is no such model, it can't be used, or the pack was trained on another one.
    """
    needing = None if pack is None else find_pack(pack)
    wanted = None if needing is None else _wanted(needing)
    try:
        return _pull(source, name=name, wanted_sha256=wanted, allow_network=allow_network)
    except OtherBackbone as fault:
        if needing is None:
            raise
        trained_on = (needing.backbone or {}).get("name", "another language model")
        raise UserError(
            f"The adapter of {needing.name} was trained on {trained_on}, not on {fault.name}.", fault.hint
        ) from fault


@dataclass(frozen=True, slots=True)
class MemoryPlan:
    """What fits where.

    Attributes
    ----------
    card
        This machine's graphics card with its free memory, or why none can be used.
    card_gib
        Its free memory in units of 2^30 bytes, one of the cards in ``rows``; ``None`` without a card.
    rows
        Every published language model, the smallest first.
    """

    card: str
    card_gib: float | None
    rows: tuple[Fit, ...]


def memory_plan() -> MemoryPlan:
    """Return which language model fits on which graphics card, this machine's among them; imports torch."""
    from meit_core.drafting.device import Card, gigabytes, probe_card

    found = probe_card()
    if not isinstance(found, Card):
        return MemoryPlan(found, None, fit_table())
    free = round(found.free_bytes / GIB, 1)
    return MemoryPlan(f"{found.name}, {gigabytes(found.free_bytes)} free", free, fit_table((*CARDS_GIB, free)))


def _pull(source: str, *, name: str | None, wanted_sha256: str | None, allow_network: bool) -> Backbone:
    folder, package = Path(source), source.replace("-", "_")
    if folder.is_dir():
        return pull_backbone(folder, name=name, wanted_sha256=wanted_sha256)
    if package.isidentifier() and importlib.util.find_spec(package) is not None:
        from meit_core.model.packs.backbone_package import pull_package

        return pull_package(package, name=name, wanted_sha256=wanted_sha256)
    from meit_core.model.packs.backbone_hub import HUB_ID, pull_hub

    if HUB_ID.fullmatch(source):
        return pull_hub(source, allow_network=allow_network, name=name, wanted_sha256=wanted_sha256)
    raise UserError(
        f"There is no folder, installed package or hub model called {folder.name or source}.",
        "Give a folder in Hugging Face's format, a package that ships a GGUF file, or a hub id like owner/name.",
    )


def _wanted(pack: Pack) -> str:
    if pack.backbone is None:
        raise UserError(
            f"The pack {pack.name} holds its language model itself.", "It needs none to be pulled; leave --pack out."
        )
    return str(pack.backbone["sha256"])
