"""``meit prepare``: the documented keys, what is printed, and plain faults."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, assert_plain_fault
from tests.datasets.mimic_folder import make_mimic
from tests.training.ptbxl_folder import make_ptbxl


def test_the_document_and_the_manifest(meit: Run, tmp_path: Path) -> None:
    root = make_ptbxl(tmp_path / "ptbxl", per_fold=2)
    ran = meit("prepare", "ptbxl", "--root", root, "--out", tmp_path / "out", "--json")
    assert ran.status == 0, ran.err
    assert ran.document["records"] == 6 and ran.document["patients"] == 6
    assert ran.document["splits"] == {"train": 4, "validation": 2, "test": 0}
    assert ran.document["patient_overlap"] == 0 and ran.document["empty_folds"] == [3, 4, 5, 6, 7, 8, 10]
    assert ran.err == ""
    lines = (tmp_path / "out" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    first = json.loads(lines[0])
    assert first["id"] == "1" and first["split"] == "train" and first["record"] == "records100/00000/00001_lr"
    assert json.loads((tmp_path / "out" / "prepare.json").read_text(encoding="utf-8")) == ran.document


def test_what_is_printed_for_people(meit: Run, tmp_path: Path) -> None:
    root = make_mimic(tmp_path / "mimic", patients=4, each=1)
    ran = meit("prepare", "mimic-iv-ecg", "--root", root, "--out", tmp_path / "out")
    assert ran.status == 0, ran.err
    for words in (
        "Patients in several splits   0",
        "Languages                    en 4",
        "marks 2",
        "about the report 1",
    ):
        assert words in ran.out


def test_shards_from_the_command_line(meit: Run, tmp_path: Path) -> None:
    root = make_mimic(tmp_path / "mimic", patients=2, each=1)
    second = meit("prepare", "mimic-iv-ecg", "--root", root, "--out", tmp_path / "out", "--shard", "2/2")
    assert "1 of 1 parts are left to other shards" in second.out
    assert meit("prepare", "mimic-iv-ecg", "--root", root, "--out", tmp_path / "out", "--shard", "1/2").status == 0
    assert (tmp_path / "out" / "manifest.jsonl").is_file()


def test_faults_are_plain_and_bad_usage_is_bad_usage(meit: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for kind, words in (("ptbxl", "no PTB-XL"), ("mimic-iv-ecg", "record_list.csv"), ("folder", "reports.csv")):
        assert_plain_fault(meit("prepare", kind, "--root", tmp_path, "--out", out), words)
    for wrong in (("chapman",), ("ptbxl", "--shard", "3/2"), ("ptbxl", "--shard", "x"), ("ptbxl", "--limit", "0")):
        assert meit("prepare", *wrong, "--root", tmp_path, "--out", out).status == 2
    assert_plain_fault(meit("prepare", "ptbxl", "--root", tmp_path, "--out", out, "--rate", "5000"), "5000 Hz")
    root = make_ptbxl(tmp_path / "ptbxl", per_fold=2)
    assert meit("prepare", "ptbxl", "--root", root, "--out", out).status == 0
    assert_plain_fault(meit("prepare", "ptbxl", "--root", root, "--out", out), "--resume")
