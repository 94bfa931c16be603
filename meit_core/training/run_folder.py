"""A run's folder: one run lives in it, with the settings it began with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.errors import UserError
from meit_core.training.recipe import Recipe, load_recipe

SETTINGS: Final = "recipe.toml"
_OF_THE_MACHINE: Final = frozenset({"device", "threads"})
"""A run may go on elsewhere."""


def claim(folder: Path, config: Path, recipe: Recipe, *, resume: bool) -> None:
    """Make a folder the run's own and keep its settings in it, or see that the run in it had the same ones.

    Raises
    ------
    UserError
        If it holds a run and that shall not go on, or was begun with other settings.
    """
    kept = folder / SETTINGS
    if any(folder.glob("*.last.pt")):
        if not resume:
            raise UserError(
                f"The folder {folder.name} already holds a training run.",
                "Go on with --resume, or choose another --out.",
            )
        if kept.is_file():
            _check_same(load_recipe(kept), recipe, folder)
            return
    folder.mkdir(parents=True, exist_ok=True)
    if not kept.is_file() or not kept.samefile(config):
        shutil.copyfile(config, kept)


def _check_same(before: Recipe, now: Recipe, folder: Path) -> None:
    for (name, old), (_, new) in zip(_settings(before), _settings(now), strict=False):
        if old != new and name not in _OF_THE_MACHINE:
            raise UserError(
                f"The setting {name} has changed since this run began: it was {old!r} and is {new!r} now.",
                f"Go on with the settings in {folder / SETTINGS}, or choose another --out.",
            )


def _settings(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every setting by its full name; a table of another kind than before differs in its first line."""
    if not is_dataclass(value):
        yield place, value
        return
    if place:
        yield place, type(value).__name__
    for field in fields(value):
        yield from _settings(getattr(value, field.name), f"{place}.{field.name}" if place else field.name)
