"""The demo studies that ship with the product."""

import json
from collections import Counter

import numpy as np

from meit_core.resources import resource_path
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Rhythm, demo_cases


def test_there_are_enough_of_them_with_priors_for_two_patients() -> None:
    studies = demo_cases()
    assert len(studies) >= 8
    assert len({study.key for study in studies}) == len(studies)
    per_patient = Counter(study.patient.patient_id for study in studies)
    assert sum(count > 1 for count in per_patient.values()) >= 2
    assert [study.acquired_at for study in studies] == sorted(study.acquired_at for study in studies)


def test_each_is_marked_simulated_and_its_patient_invented() -> None:
    for path in resource_path("demo").glob("*.json"):
        description = json.loads(path.read_text(encoding="utf-8"))
        assert description["simulated"] is True
        assert description["patient"]["name"].startswith("DEMO")
        assert description["patient"]["patient_id"].startswith("DEMO-")


def test_each_gives_ten_plausible_seconds_and_is_measured_as_it_was_made() -> None:
    for study in demo_cases():
        made = study.simulate()
        assert (made.record.fs_hz, made.record.duration_s) == (500.0, 10.0)
        assert made.record.source_name == f"{study.key}.simulated"
        assert made.record.acquired_at == study.acquired_at
        assert 0.3 < np.median(np.ptp(made.record.signal_mv, axis=1)) < 5
        found = measure(made.record)
        assert abs(len(found.r_peaks) - len(made.truth.beats)) <= 1, study.key
        assert (found.pr_ms is None) == (made.truth.pr_ms is None), study.key
        assert found.qrs_ms is not None and abs(found.qrs_ms - made.truth.qrs_ms) < 31, study.key


def test_the_second_ecg_of_a_patient_differs_from_the_first() -> None:
    by_patient: dict[str | None, list[Rhythm | str]] = {}
    for study in demo_cases():
        by_patient.setdefault(study.patient.patient_id, []).append(f"{study.case.rhythm} {study.case.morphology}")
    assert all(len(set(shown)) == len(shown) for shown in by_patient.values())
