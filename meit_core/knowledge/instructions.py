"""The instructions a recording is paired with in instruction tuning, and the two the paper's code used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from meit_core.resources import resource_path


def load_instructions() -> tuple[str, ...]:
    """Return the 256 hand-written instructions, in a fixed order (MEIT, arXiv 2403.04945, samples one per pair)."""
    return tuple(_document()["instructions"])


def paper_prompts() -> Mapping[str, str]:
    """Return the one prompt per data set that MEIT's released code used: ``mimic-iv-ecg`` and ``ptbxl``."""
    return MappingProxyType(_document()["paper"])


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(resource_path("instructions.json").read_text(encoding="utf-8"))
    return document
