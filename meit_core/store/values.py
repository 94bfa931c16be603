"""Computed measurements as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meit_core.domain import measurements_json
from meit_core.domain.measurements import Measurements


def measurements_to_json(measurements: Measurements) -> dict[str, Any]:
    """Return plain JSON of all fields but ``sources``: what readers set is kept as marks, by :mod:`.manual_marks`."""
    plain = measurements_json.measurements_to_json(measurements)
    del plain["sources"]
    return plain


def measurements_from_json(figures: Mapping[str, Any]) -> Measurements:
    """Return the measurements; fields that a later version has added and this one doesn't know are left out."""
    return measurements_json.measurements_from_json({k: v for k, v in figures.items() if k != "sources"})
