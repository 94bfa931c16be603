"""A data set by name: MIMIC-IV-ECG joined by study, a manifest, and what is no data set."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from meit_core.datasets.folds import fold_of
from meit_core.datasets.manifest import ManifestLine
from meit_core.datasets.opening import open_dataset
from meit_core.errors import UserError
from meit_core.formats import read_record
from tests.datasets.mimic_folder import MEASUREMENTS, RECORDS, make_mimic, read_table, signal_mv, write_table


@pytest.fixture(scope="module")
def mimic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_mimic(tmp_path_factory.mktemp("mimic"), patients=20, each=2)


def test_statements_follow_the_study_and_not_the_row(mimic: Path) -> None:
    data = open_dataset("mimic-iv-ecg", mimic)
    assert [case.ecg_id for case in data.cases] == [str(40_000_000 + 101 * number) for number in range(40)]
    assert [case.reference for case in data.cases[:4]] == [
        "sinus rhythm. normal ecg.",
        "atrial fibrillation with rapid ventricular response. consider acute st elevation mi. abnormal ecg.",
        "warning: data quality may affect interpretation. sinus bradycardia. otherwise normal ecg.",
        "sinus rhythm. borderline ecg.",
    ]
    rows = {row["study_id"]: row["subject_id"] for row in read_table(mimic / RECORDS)}
    assert all(case.patient_id == rows[case.ecg_id] for case in data.cases)


def test_leads_are_taken_by_name(mimic: Path) -> None:
    case = open_dataset("mimic-iv-ecg", mimic).cases[1]
    np.testing.assert_allclose(read_record(case.record_path).signal_mv, signal_mv(1), atol=0.0026)  # half of 1/200 mV


def test_patients_stay_together_and_keep_their_folds(mimic: Path, tmp_path: Path) -> None:
    folds = {case.patient_id: case.fold for case in open_dataset("mimic-iv-ecg", mimic).cases}
    assert all(case.fold == folds[case.patient_id] for case in open_dataset("mimic-iv-ecg", mimic).cases)
    larger = open_dataset("mimic-iv-ecg", make_mimic(tmp_path, patients=25, each=1))
    assert {case.patient_id: case.fold for case in larger.cases}.items() >= folds.items()


def test_folds_are_tenths() -> None:
    counted = Counter(fold_of(str(patient), seed=3) for patient in range(20_000))
    assert sorted(counted) == list(range(1, 11))
    assert all(abs(n - 2000) < 5 * 2000**0.5 for n in counted.values())  # five standard deviations
    assert [fold_of(str(patient), 3) for patient in range(50)] != [fold_of(str(patient), 4) for patient in range(50)]


def test_compressed_tables_and_rows_that_only_one_table_has(mimic: Path, tmp_path: Path) -> None:
    for name, missing in ((RECORDS, 3), (MEASUREMENTS, 5)):
        write_table(tmp_path / name, read_table(mimic / name)[missing:])
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress((tmp_path / name).read_bytes()))
        (tmp_path / name).unlink()
    both = {row["study_id"] for row in read_table(mimic / RECORDS)[3:]}
    both &= {row["study_id"] for row in read_table(mimic / MEASUREMENTS)[5:]}
    assert {case.ecg_id for case in open_dataset("mimic-iv-ecg", tmp_path).cases} == both


def test_a_study_named_twice_or_of_two_patients_is_refused(mimic: Path, tmp_path: Path) -> None:
    rows = read_table(mimic / MEASUREMENTS)
    write_table(tmp_path / RECORDS, read_table(mimic / RECORDS))
    write_table(tmp_path / MEASUREMENTS, [*rows, rows[0]])
    with pytest.raises(UserError, match="names a recording twice"):
        open_dataset("mimic-iv-ecg", tmp_path)
    write_table(tmp_path / MEASUREMENTS, [{**rows[0], "subject_id": "1"}, *rows[1:]])
    with pytest.raises(UserError, match="different patients"):
        open_dataset("mimic-iv-ecg", tmp_path)


def line(number: int, fold: int, report: str = "sinus rhythm.") -> ManifestLine:
    return ManifestLine(f"{number}", f"p{number}", fold, f"files/{number}", report, ("SR",), 60.0, None, "en")


def write_manifest(folder: Path, *lines: ManifestLine) -> Path:
    text = "".join(f"{each.as_json()}\n" for each in lines)
    (folder / "manifest.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_a_manifest_gives_what_its_lines_say(tmp_path: Path) -> None:
    reports = ["größer.", "", "sinus rhythm.", "atrial fibrillation."]
    lines = [
        line(number, fold, report) for number, (fold, report) in enumerate(zip((1, 1, 9, 10), reports, strict=True))
    ]
    data = open_dataset("manifest", write_manifest(tmp_path, *lines))
    assert [case.reference for case in data.cases] == reports
    assert [case.ecg_id for case in data.of_folds({1, 9})] == ["0", "2"]
    assert data.without_report({1, 9}) == 1
    case = data.of_folds({10})[0]
    assert case.record_path == tmp_path / "files" / "3" and case.codes == {"SR"} and case.age_years == 60.0
    assert np.isnan(case.male)
    assert [case.ecg_id for case in data.cases[1:3]] == ["1", "2"] and data.cases[-1].ecg_id == "3"


def test_cases_in_any_order_are_the_cases(tmp_path: Path) -> None:
    lines = [line(number, 1 + number % 10, f"report {number}.") for number in range(200)]
    cases = open_dataset("manifest", write_manifest(tmp_path, *lines)).cases
    order = list(range(200))
    random.Random(4).shuffle(order)
    assert all(cases[row].reference == f"report {row}." for row in order)


@pytest.mark.parametrize(
    "damage", ["{", '{"id": 1}', '{"id":1,"patient_id":1,"fold":11,"record":"","report":""}', "\xff"]
)
def test_a_damaged_line_is_named(tmp_path: Path, damage: str) -> None:
    write_manifest(tmp_path, line(0, 1), line(1, 1))
    with (tmp_path / "manifest.jsonl").open("a", encoding="latin-1") as file:
        file.write(f"{damage}\n")
    with pytest.raises(UserError, match=r"Line 3 of manifest\.jsonl is damaged"):
        open_dataset("manifest", tmp_path)


def test_what_is_no_data_set_is_said(tmp_path: Path) -> None:
    for kind, words in (
        ("ptbxl", "no PTB-XL"),
        ("mimic-iv-ecg", "no record_list.csv"),
        ("manifest", "no manifest.jsonl"),
    ):
        with pytest.raises(UserError, match=words):
            open_dataset(kind, tmp_path)
    with pytest.raises(UserError, match="Choose one of ptbxl, mimic-iv-ecg, manifest"):
        open_dataset("chapman", tmp_path)
    write_manifest(tmp_path)
    with pytest.raises(UserError, match="no recordings"):
        open_dataset("manifest", tmp_path)
