"""Measurements to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from meit_core.domain.measurements import LeadQuality, Measurements, MeasurementSource, QtCorrected


def measurements_to_json(measurements: Measurements) -> dict[str, Any]:
    """Return plain JSON of all fields but ``sources``: what readers set is kept as marks, by :mod:`.manual_marks`."""
    plain = asdict(measurements)
    del plain["sources"]
    return plain | {
        "source": measurements.source.value,
        "quality": {lead: quality.value for lead, quality in measurements.quality.items()},
        "r_peaks": list(measurements.r_peaks),
        "reasons": dict(measurements.reasons),
    }


def measurements_from_json(figures: Mapping[str, Any]) -> Measurements:
    """Return the measurements; fields that a later version has added and this one doesn't know are left out."""
    known = {field.name for field in fields(Measurements)}
    values = {name: value for name, value in figures.items() if name in known - {"sources"}}
    values["qtc_ms"] = QtCorrected(**values.get("qtc_ms", {}))
    values["r_peaks"] = tuple(values.get("r_peaks", ()))
    values["quality"] = {lead: LeadQuality(quality) for lead, quality in values.get("quality", {}).items()}
    values["source"] = MeasurementSource(values.get("source", MeasurementSource.COMPUTED))
    return Measurements(**values)
