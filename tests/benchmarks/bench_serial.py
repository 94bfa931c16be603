"""What the tolerances of serial comparison rest on: two measurements of one heart, and how often a table cries wolf."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.domain.measurement_difference import Difference, Standing, compare_measurements
from meit_core.formats import read_record
from meit_core.signal.measure import measure as measure_record
from tests.benchmarks.ludb import references
from tests.benchmarks.rows import Row

_INTERVALS: Final = ("p_ms", "pr_ms", "qrs_ms", "qt_ms")
_RECORDINGS: Final = 500


def measure() -> Iterator[Row]:
    data = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data"))
    if (data / "ludb").is_dir():
        yield from _against_experts(data / "ludb")
    if (data / "ptbxl" / "records500").is_dir():
        yield from _halves(data / "ptbxl" / "records500")


def _against_experts(folder: Path) -> Iterator[Row]:
    """Two independent measurements differ by less than 2 sqrt(2) SD in 95 % of all pairs."""
    errors: dict[str, list[float]] = {name: [] for name in _INTERVALS}
    for truth in references(folder):
        measured = measure_record(read_record(truth.record))
        for name, found in errors.items():
            true, got = getattr(truth, name), getattr(measured, name)
            if true is not None and got is not None:
                found.append(got - true)
    for name, found in errors.items():
        label, how = name.removesuffix("_ms").upper(), "LUDB's experts, 2 sqrt(2) SD"
        yield Row(f"{label}: two measurements apart", 2 * 2**0.5 * float(np.std(found)), "ms", None, len(found), how)


def _halves(folder: Path) -> Iterator[Row]:
    """The first and the last five seconds of one recording, compared as if they were years apart."""
    records = sorted(folder.rglob("*.hea"))
    compared: dict[str, list[Difference]] = {}
    for header in records[:: max(1, len(records) // _RECORDINGS)]:
        record = read_record(header)
        half = record.n_samples // 2
        first, last = (
            measure_record(replace(record, signal_mv=part))
            for part in (record.signal_mv[:, :half], record.signal_mv[:, half:])
        )
        for one in compare_measurements(first, last):
            if one.standing is not Standing.REFUSED:
                compared.setdefault(one.label, []).append(one)
    for label, found in compared.items():
        apart = np.percentile([abs(one.difference or 0) for one in found], 95)
        unit = found[0].unit
        yield Row(f"{label}: halves apart, 95 %", float(apart), unit, None, len(found), "PTB-XL, 5 s and 5 s")
        within = 100 * float(np.mean([one.standing is Standing.WITHIN for one in found]))
        how = "PTB-XL, 5 s and 5 s of one recording"
        yield Row(f"{label}: within tolerance", within, "%", 95.0, len(found), how, lower_is_better=False)
