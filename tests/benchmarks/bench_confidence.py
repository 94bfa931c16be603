"""What a measurement's confidence is worth: its error against LUDB's experts at each level, noise added or not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.domain.measurements import Confidence, Measurements
from meit_core.formats import read_record
from meit_core.signal.disturbing import electrode_motion, muscle_noise
from meit_core.signal.measure import measure as measure_record
from tests.benchmarks.ludb import Reference, references
from tests.benchmarks.rows import Row

DISTURBANCES: Final = (muscle_noise(20), muscle_noise(12), muscle_noise(7), electrode_motion(15), electrode_motion(8))
"""At dB below each lead's own power."""
VALUES: Final = {
    "heart_rate_bpm": ("rate", "/min"),
    "p_ms": ("P", "ms"),
    "pr_ms": ("PR", "ms"),
    "qrs_ms": ("QRS", "ms"),
    "qt_ms": ("QT", "ms"),
    "qrs_axis_deg": ("QRS axis", "°"),
}

Errors = dict[tuple[str, Confidence], list[float]]


def measure() -> Iterator[Row]:
    folder = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ludb"
    if not folder.is_dir():
        return
    recorded: Errors = {}
    disturbed: Errors = {}
    for seed, truth in enumerate(references(folder)):
        record = read_record(truth.record)
        _collect(recorded, truth, measure_record(record))
        for disturbance in DISTURBANCES:
            _collect(disturbed, truth, measure_record(disturbance.apply(record, np.random.default_rng(seed))))
    yield from _rows(recorded, "LUDB as recorded")
    yield from _rows(disturbed, "LUDB with noise")


def _collect(errors: Errors, truth: Reference, measured: Measurements) -> None:
    for name in VALUES:
        true, got, confidence = getattr(truth, name), getattr(measured, name), measured.confidence_of(name)
        if true is not None and got is not None and confidence is not None:
            error = got - true
            error = (error + 180) % 360 - 180 if name.endswith("_deg") else error
            errors.setdefault((name, confidence.level), []).append(error)


def _rows(errors: Errors, data: str) -> Iterator[Row]:
    for name, (label, unit) in VALUES.items():
        for level in Confidence:
            found = np.array(errors.get((name, level), []))
            if found.size:
                most = float(np.percentile(np.abs(found - np.median(found)), 90))
                how = f"mean {found.mean():+.1f} {unit}, nine of ten within {most:.3g} of the median; {data}"
                yield Row(f"{label}, confidence {level}: SD of error", float(found.std()), unit, None, found.size, how)
