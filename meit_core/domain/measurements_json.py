"""Measurements to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from meit_core.domain.measured_facts_json import facts_from_json, facts_to_json
from meit_core.domain.measurements import (
    BeatClass,
    Confidence,
    LeadQuality,
    Measurements,
    MeasurementSource,
    QtCorrected,
    ValueConfidence,
    ValueSource,
)


def measurements_to_json(measurements: Measurements) -> dict[str, Any]:
    """Return plain JSON of all fields."""
    return asdict(measurements) | {
        "source": measurements.source.value,
        "quality": {lead: quality.value for lead, quality in measurements.quality.items()},
        "r_peaks": list(measurements.r_peaks),
        "beat_classes": "".join(measurements.beat_classes),
        "pacing_spikes": list(measurements.pacing_spikes),
        "reasons": dict(measurements.reasons),
        "sources": {name: _source_to_json(source) for name, source in measurements.sources.items()},
        "confidences": {
            name: {"level": one.level.value, "apart": one.apart} for name, one in measurements.confidences.items()
        },
        "facts": None if measurements.facts is None else facts_to_json(measurements.facts),
    }


def measurements_from_json(figures: Mapping[str, Any]) -> Measurements:
    """Return the measurements; fields that a later version has added and this one doesn't know are left out."""
    known = {field.name for field in fields(Measurements)}
    values = {name: value for name, value in figures.items() if name in known}
    values["qtc_ms"] = QtCorrected(**values.get("qtc_ms", {}))
    values["r_peaks"] = tuple(values.get("r_peaks", ()))
    values["beat_classes"] = tuple(map(BeatClass, values.get("beat_classes", "")))
    values["pacing_spikes"] = tuple(values.get("pacing_spikes", ()))
    values["quality"] = {lead: LeadQuality(quality) for lead, quality in values.get("quality", {}).items()}
    values["source"] = MeasurementSource(values.get("source", MeasurementSource.COMPUTED))
    values["sources"] = {name: _source(plain) for name, plain in values.get("sources", {}).items()}
    values["confidences"] = {
        name: ValueConfidence(Confidence(plain["level"]), plain.get("apart"))
        for name, plain in values.get("confidences", {}).items()
    }
    facts = values.get("facts")
    values["facts"] = None if facts is None else facts_from_json(facts)
    return Measurements(**values)


def _source_to_json(source: ValueSource) -> dict[str, Any]:
    return {"source": source.source.value, "by": source.by, "at": source.at.isoformat() if source.at else None}


def _source(plain: Mapping[str, Any]) -> ValueSource:
    at = plain.get("at")
    return ValueSource(
        MeasurementSource(plain["source"]), str(plain.get("by", "")), datetime.fromisoformat(at) if at else None
    )
