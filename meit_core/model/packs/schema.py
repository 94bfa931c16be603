"""The versions of ``pack.json``, and the numbered steps that bring an old one up to date in memory.

A pack on disk and its hash stay as they are.

1. Whole packs with one kind of encoder, of 100 Hz signals in millivolt.
2. ``encoder`` names its ``kind``; ``input`` says rate and scaling; ``backbone`` is either ``{"folder", ...}``, a
   language model inside the pack, or ``{"name", "family", "sha256", "source"}``, one kept elsewhere, with ``adapter``
   ``{"folder", ...}`` in PEFT's format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from meit_core.errors import UserError

SCHEMA_VERSION: Final = 2

Manifest = dict[str, Any]


def migrate(manifest: Mapping[str, Any]) -> Manifest:
    """Return a manifest as the present version has it.

    Raises
    ------
    UserError
        If it comes from a newer version.
    ValueError, KeyError, TypeError
        If it isn't a pack's manifest.
    """
    version, name = int(manifest["schema_version"]), str(manifest["name"])
    if version > SCHEMA_VERSION:
        raise UserError(
            f"The model pack {name} was made by a newer version of this program.", "Update the program to use it."
        )
    migrated = dict(manifest)
    for step in range(version, SCHEMA_VERSION):
        migrated = {**_STEPS[step](migrated), "schema_version": step + 1}
    return _with_defaults(migrated)


def _from_1_to_2(manifest: Manifest) -> Manifest:
    return manifest  # what version 2 added has defaults that describe version 1


_STEPS: Final[Mapping[int, Callable[[Manifest], Manifest]]] = MappingProxyType({1: _from_1_to_2})
"""Version -> the step to the next one; none is ever removed."""


def _with_defaults(manifest: Manifest) -> Manifest:
    """Write out what version 2 lets a manifest leave out."""
    parts: dict[str, dict[str, Any]] = {
        "encoder": {"kind": "conv-transformer"},
        "input": {"fs_hz": 100.0, "scaling": "millivolt"},
        "fusion": {"variant": "meit-desktop"},
    }
    filled: Manifest = {name: {**default, **manifest.get(name, {})} for name, default in parts.items()}
    filled["backbone"] = dict(manifest.get("backbone", {"folder": "backbone"}))
    if "sha256" in filled["backbone"]:
        filled["adapter"] = {"folder": "adapter", **manifest.get("adapter", {})}
    return {**manifest, **filled}
