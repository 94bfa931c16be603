"""How a clinic's reports are asked for, and how the public ones: instructions keep two ways of writing apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

CLINIC: Final = "Please write the report of this 12-lead ECG the way this clinic does."
"""Becomes a retrained pack's default. Never changed: packs that are tuned again go on with it."""


@dataclass(frozen=True, slots=True)
class HousePrompts:
    """Attributes: the clinic's instruction, and the one that stands for what the pack was trained on before."""

    clinic: str
    public: str


def house_prompts(manifest: Mapping[str, Any]) -> HousePrompts:
    """Return both for a pack that is to be tuned on; one that was retrained before names the public one itself."""
    prompt = manifest["prompt"]
    return HousePrompts(CLINIC, str(prompt.get("public", prompt["default"])))
