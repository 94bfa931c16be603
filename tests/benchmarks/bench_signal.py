"""Accuracy of the measurements on the simulator's truth, LUDB's expert annotations and PTB-XL's codes; their speed."""

from __future__ import annotations

import ast
import csv
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from meit_core.domain.measurements import Measurements
from meit_core.formats import read_record
from meit_core.signal.measure import measure as measure_record
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate
from tests.benchmarks.ludb import Reference, matched_beats, references
from tests.benchmarks.rows import Row

TOLERANCE_S = 0.15
"""Window of a hit (ANSI/AAMI EC57)."""
GOALS_MS = {"p_ms": (10.0, 15.0), "pr_ms": (10.0, 10.0), "qrs_ms": (10.0, 10.0), "qt_ms": (10.0, 30.0)}
"""Largest mean and SD of the error; IEC 60601-2-25 allows biological ECGs much the same."""
REFUSED_SHARE = 3.0
"""Percent of what the experts marked that may be refused."""
AXIS_DEG = 10.0
_OUTLIERS = 4
_SINUS = {"SR", "SBRAD", "STACH", "SARRH"}
_NO_SINUS = {"AFIB", "AFLT", "PACE"}


def measure() -> Iterator[Row]:
    yield _speed()
    yield from _simulated()
    data = Path(os.environ.get("MEIT_TEST_DATA", "../shared/data"))
    if (data / "ludb").is_dir():
        yield from _ludb(references(data / "ludb"))
    if (data / "ptbxl" / "records500").is_dir():
        yield from _ptbxl(data / "ptbxl", 500)
        yield from _at_both_rates(data / "ptbxl", 500)


def _speed() -> Row:
    record = simulate(SimulatedCase()).record
    measure_record(record)
    seconds = []
    for _ in range(25):
        another = replace(record)  # the last recordings' measurements are kept
        started = time.process_time()
        measure_record(another)
        seconds.append(time.process_time() - started)
    return Row(
        "measure 10 s at 500 Hz",
        1000 * float(np.median(seconds)),
        "ms",
        60.0,
        25,
        "one core, sinus rhythm, confidences included",
    )


def _simulated() -> Iterator[Row]:
    """Against what was drawn: every shape and every rhythm, at three rates each.

    QRS is longer and PR shorter by intention: the simulator counts to where the vector has 15 µV, and the experts
    of LUDB, whom the engine follows, see QRS begin before that.
    """
    errors: dict[str, list[float]] = {name: [] for name in GOALS_MS}
    refused = dict.fromkeys(GOALS_MS, 0)
    given = dict.fromkeys(GOALS_MS, 0)
    for case in _simulated_cases():
        made = simulate(case)
        measured = measure_record(made.record)
        for name in GOALS_MS:
            true, got = getattr(made.truth, name), getattr(measured, name)
            if true is not None and got is not None:
                errors[name].append(got - true)
            elif true is not None:
                refused[name] += 1
            elif got is not None:
                given[name] += 1
    for name, values in errors.items():
        label, n = name.removesuffix("_ms").upper(), len(values)
        how = f"mean {np.mean(values):+.1f} ms, {refused[name]} refused, {given[name]} given where there is none"
        yield Row(f"{label} on the simulator's truth: SD of error", float(np.std(values)), "ms", None, n, how)


def _simulated_cases() -> Iterator[SimulatedCase]:
    for seed, rate in enumerate((58.0, 74.0, 96.0)):
        for morphology in Morphology:
            yield SimulatedCase(morphology=morphology, heart_rate_bpm=rate, seed=seed)
        for rhythm in Rhythm:
            yield SimulatedCase(rhythm=rhythm, heart_rate_bpm=rate, seed=seed)


def _ludb(truths: Iterable[Reference]) -> Iterator[Row]:
    found = extra = expected = 0
    rate_errors: list[float] = []
    axis_errors: list[float] = []
    errors: dict[str, list[float]] = {name: [] for name in GOALS_MS}
    refused = dict.fromkeys(GOALS_MS, 0)
    for truth in truths:
        record = read_record(truth.record)
        measured = measure_record(record)
        hits, misses, false = matched_beats(np.array(measured.r_peaks), truth.r_peaks, TOLERANCE_S * record.fs_hz)
        found, expected, extra = found + hits, expected + hits + misses, extra + false
        if measured.heart_rate_bpm is not None:
            rate_errors.append(_rate_within(measured, truth, record.fs_hz) - truth.heart_rate_bpm)
        if truth.qrs_axis_deg is not None and measured.qrs_axis_deg is not None:
            axis_errors.append((measured.qrs_axis_deg - truth.qrs_axis_deg + 180) % 360 - 180)
        for name in GOALS_MS:
            true, got = getattr(truth, name), getattr(measured, name)
            if true is not None and got is not None:
                errors[name].append(got - true)
            elif true is not None:
                refused[name] += 1
    how = "LUDB, marked stretch"
    yield Row("R peaks found (sensitivity)", 100 * found / expected, "%", 99.5, expected, how, lower_is_better=False)
    yield Row(
        "R peaks right (PPV)", 100 * found / (found + extra), "%", 99.5, found + extra, how, lower_is_better=False
    )
    near = 100 * float(np.mean(np.abs(rate_errors) <= 1))
    how = "LUDB, over the marked stretch"
    yield Row("heart rate within 1/min", near, "%", 99.0, len(rate_errors), how, lower_is_better=False)
    near = 100 * float(np.mean(np.abs(axis_errors) <= AXIS_DEG))
    how = "LUDB, areas between the experts' marks"
    yield Row("QRS axis within 10 degrees", near, "%", 95.0, len(axis_errors), how, lower_is_better=False)
    for name, values in errors.items():
        label = name.removesuffix("_ms").upper()
        yield from _errors(label, np.array(values), GOALS_MS[name])
        measurable = len(values) + refused[name]
        how = "LUDB, of those that the experts marked"
        yield Row(f"{label} refused", 100 * refused[name] / measurable, "%", REFUSED_SHARE, measurable, how)


def _rate_within(measured: Measurements, truth: Reference, fs_hz: float) -> float:
    """Rate of the beats found in the stretch that the experts marked: they leave the first and the last ones out."""
    peaks = np.array(measured.r_peaks)
    slack = TOLERANCE_S * fs_hz
    inside = peaks[(peaks >= truth.r_peaks[0] - slack) & (peaks <= truth.r_peaks[-1] + slack)]
    return 60 * fs_hz / float(np.mean(np.diff(inside)))


def _errors(label: str, values: np.ndarray, goals: tuple[float, float]) -> Iterator[Row]:
    n = values.size
    kept = values[np.argsort(np.abs(values - values.mean()))[: n - _OUTLIERS]]
    yield Row(f"{label} |mean error|", abs(float(values.mean())), "ms", goals[0], n, f"{values.mean():+.1f} ms, LUDB")
    yield Row(f"{label} SD of error", float(values.std()), "ms", goals[1], n, "LUDB, nothing left out")
    how = f"{kept.mean():+.1f} ms mean, {_OUTLIERS} largest left out"
    yield Row(f"{label} SD of error, trimmed", float(kept.std()), "ms", goals[1], kept.size, how)


def _ptbxl(root: Path, limit: int) -> Iterator[Row]:
    refused_af: list[bool] = []
    kept_sinus: list[bool] = []
    implausible: list[bool] = []
    for header, codes in islice(_coded(root), limit):
        measured = measure_record(read_record(header))
        rate = measured.heart_rate_bpm
        expected = (50 < rate < 105) if rate and {"SR"} & codes and not {"SBRAD", "STACH"} & codes else True
        implausible.append(rate is None or not 25 <= rate <= 250 or not expected)
        if "AFIB" in codes:
            refused_af.append(measured.pr_ms is None)
        elif codes & _SINUS and not codes & _NO_SINUS:
            kept_sinus.append(measured.pr_ms is not None)
    how = "PTB-XL at 500 Hz"
    share = 100 * float(np.mean(implausible))
    yield Row("heart rate against the rhythm's code", share, "% odd", 5.0, len(implausible), how)
    share = 100 * float(np.mean(refused_af))
    yield Row("PR refused in AFIB", share, "%", 90.0, len(refused_af), how, lower_is_better=False)
    share = 100 * float(np.mean(kept_sinus))
    yield Row("PR given in sinus rhythm", share, "%", 95.0, len(kept_sinus), how, lower_is_better=False)


def _at_both_rates(root: Path, limit: int) -> Iterator[Row]:
    """The same recordings at 100 and 500 Hz, and the middle of the normal ones."""
    apart: dict[str, list[float]] = {name: [] for name in GOALS_MS}
    normal: dict[str, list[float]] = {"QRS": [], "QTc Bazett": []}
    for header, codes in islice(_coded(root), limit):
        fine = measure_record(read_record(header))
        slow = measure_record(read_record(root / "records100" / header.parent.name / header.name.replace("_hr", "_lr")))
        for name, differences in apart.items():
            at_500, at_100 = getattr(fine, name), getattr(slow, name)
            if at_500 is not None and at_100 is not None:
                differences.append(at_100 - at_500)
        if "NORM" in codes:
            values = (fine.qrs_ms, fine.qtc_ms.bazett)
            for label, value in zip(normal, values, strict=True):
                normal[label] += [] if value is None else [value]
    for name, differences in apart.items():
        label, how = name.removesuffix("_ms").upper(), f"PTB-XL, mean {np.mean(differences):+.1f} ms"
        yield Row(f"{label} at 100 against 500 Hz, SD", float(np.std(differences)), "ms", None, len(differences), how)
    for label, found in normal.items():
        low, high = np.percentile(found, [5, 95])
        how = f"PTB-XL at 500 Hz, 90 % from {low:.0f} to {high:.0f} ms"
        yield Row(f"{label} of normal ECGs", float(np.median(found)), "ms", None, len(found), how)


def _coded(root: Path) -> Iterator[tuple[Path, set[str]]]:
    with (root / "ptbxl_database.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            header = root / f"{row['filename_hr']}.hea"
            if header.is_file():
                yield header, set(ast.literal_eval(row["scp_codes"]))
