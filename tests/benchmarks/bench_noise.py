"""What noise does to the measurements: the change of each when muscle noise, mains or baseline wander is added."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.domain.measurements import Measurements
from meit_core.formats import read_record
from meit_core.signal.disturbing import Disturbance, baseline_wander, mains_noise, muscle_noise
from meit_core.signal.measure import measure as measure_record
from tests.benchmarks.rows import Row

RECORDINGS: Final = 60
SNR_DB: Final = (20.0, 10.0, 5.0)
UNITS: Final = {
    "heart_rate_bpm": ("rate", "/min"),
    "p_ms": ("P", "ms"),
    "pr_ms": ("PR", "ms"),
    "qrs_ms": ("QRS", "ms"),
    "qt_ms": ("QT", "ms"),
    "qrs_axis_deg": ("QRS axis", "°"),
}
_FULL_TURN_DEG: Final = 360.0


def measure() -> Iterator[Row]:
    folder = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data")) / "ludb"
    headers = sorted(folder.glob("*.hea"), key=lambda path: int(path.stem))[:RECORDINGS]
    if not headers:
        return
    records = [read_record(header) for header in headers]
    clean = [measure_record(record) for record in records]
    for snr_db in SNR_DB:
        for disturbance in (muscle_noise(snr_db), mains_noise(50, snr_db), baseline_wander(snr_db)):
            disturbed = [
                measure_record(disturbance.apply(record, np.random.default_rng(seed)))
                for seed, record in enumerate(records)
            ]
            yield from _changes(disturbance, clean, disturbed)


def _changes(disturbance: Disturbance, clean: list[Measurements], disturbed: list[Measurements]) -> Iterator[Row]:
    for name, (label, unit) in UNITS.items():
        pairs = [(getattr(before, name), getattr(after, name)) for before, after in zip(clean, disturbed, strict=True)]
        there = [(before, after) for before, after in pairs if before is not None]
        changes = np.array([after - before for before, after in there if after is not None])
        if unit == "°":
            changes = (changes + _FULL_TURN_DEG / 2) % _FULL_TURN_DEG - _FULL_TURN_DEG / 2
        refused = len(there) - changes.size
        mean, spread = (float(changes.mean()), float(changes.std())) if changes.size else (0.0, 0.0)
        most = float(np.percentile(np.abs(changes), 90)) if changes.size else 0.0
        how = f"mean {mean:+.1f} {unit}, nine of ten within {most:.3g} {unit}; {refused} of {len(there)} refused; LUDB"
        yield Row(f"{label} with {disturbance.name}: SD of change", spread, unit, None, changes.size, how)
