"""Measurements on real recordings against experts' marks and data set codes; the full figures are in the benchmark."""

import ast
import csv
from pathlib import Path

import numpy as np
import pytest

from meit_core.formats import read_record
from meit_core.signal.measure import measure
from tests.benchmarks.bench_signal import GOALS_MS, TOLERANCE_S
from tests.benchmarks.ludb import matched_beats, references

pytestmark = [pytest.mark.data, pytest.mark.slow]


def test_intervals_and_beats_agree_with_the_experts_of_ludb(real_data: Path) -> None:
    """Every fourth recording, those with a pacemaker left out; the goals widened by half for the smaller sample."""
    errors: dict[str, list[float]] = {name: [] for name in GOALS_MS}
    found = missed = false = 0
    for truth in references(real_data / "ludb", every=4):
        if truth.paced:
            continue
        record = read_record(truth.record)
        measured = measure(record)
        hits, misses, extra = matched_beats(np.array(measured.r_peaks), truth.r_peaks, TOLERANCE_S * record.fs_hz)
        found, missed, false = found + hits, missed + misses, false + extra
        for name, values in errors.items():
            true, got = getattr(truth, name), getattr(measured, name)
            if true is not None and got is not None:
                values.append(got - true)
    assert missed + false <= 0.01 * found
    for name, (mean_goal, sd_goal) in GOALS_MS.items():
        assert len(errors[name]) > 15, name
        assert abs(np.mean(errors[name])) < 1.5 * mean_goal, name
        assert np.std(errors[name]) < 1.5 * sd_goal, name


def test_pr_is_refused_in_fibrillation_and_given_in_sinus_rhythm(real_data: Path) -> None:
    root = real_data / "ptbxl"
    refused: dict[str, list[bool]] = {"AFIB": [], "NORM": []}
    with (root / "ptbxl_database.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            codes = set(ast.literal_eval(row["scp_codes"]))
            kind = next((code for code in refused if code in codes), None)
            header = root / f"{row['filename_hr']}.hea"
            if kind and len(refused[kind]) < 20 and header.is_file():
                refused[kind].append(measure(read_record(header)).pr_ms is None)
    assert len(refused["AFIB"]) == len(refused["NORM"]) == 20
    assert np.mean(refused["AFIB"]) >= 0.85
    assert np.mean(refused["NORM"]) <= 0.1
