"""The guard on cardiologists' own reports: it must rarely contradict them, and often contradict another patient's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.domain.draft import Support
from meit_core.domain.measurements import Measurements
from meit_core.drafting.guard import judge
from meit_core.formats import read_record
from meit_core.knowledge import split_sentences
from meit_core.signal.measure import measure

RECORDINGS = 80


@cache
def measured_reports(root: Path) -> tuple[tuple[Measurements, str], ...]:
    cases = load_ptbxl(root, low_rate=True).of_folds({9})[::6][:RECORDINGS]
    return tuple((measure(read_record(case.record_path)), case.reference) for case in cases)


def share_contradicted(pairs: list[tuple[Measurements, str]]) -> float:
    verdicts = [
        sentence.support
        for measurements, report in pairs
        for sentence in judge(split_sentences(report), findings=(), measurements=measurements)
    ]
    return verdicts.count(Support.CONTRADICTED) / len(verdicts)


@pytest.mark.data
def test_true_reports_are_hardly_ever_contradicted(real_data: Path) -> None:
    """0.7 % of the 1,668 sentences of fold 9: extreme axes, and conduction delays or QT that measuring doesn't find."""
    assert share_contradicted(list(measured_reports(real_data / "ptbxl"))) < 0.02


@pytest.mark.data
def test_reports_of_other_patients_are_contradicted_much_more_often(real_data: Path) -> None:
    pairs = measured_reports(real_data / "ptbxl")
    swapped = [(measurements, pairs[(row + 1) % len(pairs)][1]) for row, (measurements, _) in enumerate(pairs)]
    assert share_contradicted(swapped) > 5 * max(share_contradicted(list(pairs)), 0.01)
