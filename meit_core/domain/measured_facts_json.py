"""Measured facts to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from meit_core.domain.av_block import AvBlock, AvBlockKind
from meit_core.domain.measured_facts import AtrialExtrasystoles, MeasuredFacts, QrsVoltage, VentricularExtrasystoles

T = TypeVar("T")


def facts_to_json(facts: MeasuredFacts) -> dict[str, Any]:
    """Return plain JSON of all fields."""
    return asdict(facts)


def facts_from_json(plain: Mapping[str, Any]) -> MeasuredFacts:
    """Return the facts; fields that a later version has added and this one doesn't know are left out."""
    block, early, voltage = (plain.get(name) for name in ("av_block", "atrial_extrasystoles", "voltage"))
    ventricular = plain.get("ventricular_extrasystoles")
    return MeasuredFacts(
        av_block=None if block is None else _known(AvBlock, block | {"kind": AvBlockKind(block["kind"])}),
        atrial_extrasystoles=None if early is None else _known(AtrialExtrasystoles, early),
        all_cycles_alike=bool(plain.get("all_cycles_alike", False)),
        voltage=None if voltage is None else _known(QrsVoltage, voltage),
        st_elevation_mv=dict(plain.get("st_elevation_mv", {})),
        st_depression_mv=dict(plain.get("st_depression_mv", {})),
        ventricular_extrasystoles=None if ventricular is None else _known(VentricularExtrasystoles, ventricular),
    )


def _known(kind: type[T], plain: Mapping[str, Any]) -> T:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in plain.items() if name in names})
