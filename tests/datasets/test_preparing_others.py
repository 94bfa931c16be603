"""Preparing PTB-XL and a folder of one's own: English whatever is at hand, and what doesn't belong together."""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from pathlib import Path

import pytest

from meit_core.datasets.opening import open_dataset
from meit_core.datasets.wording import worded
from meit_core.errors import UserError
from meit_core.services.preparing import prepare
from tests.cli.conftest import write_csv
from tests.core.formats.wfdb_files import ecg_mv, write_wfdb
from tests.training.ptbxl_folder import make_ptbxl


@pytest.fixture
def ptbxl(tmp_path: Path) -> Path:
    return make_ptbxl(tmp_path / "ptbxl", per_fold=2)


def set_reports(root: Path, *reports: str) -> None:
    set_column(root, "report", *reports)


def set_column(root: Path, name: str, *values: str) -> None:
    table = root / "ptbxl_database.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, value in zip(rows, itertools.chain(values, itertools.repeat(None)), strict=False):
        row[name] = row.get(name, "") if value is None else value
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_hand_made_reports_win_over_translations_and_these_over_the_lexicon(ptbxl: Path, tmp_path: Path) -> None:
    german = "sinusrhythmus. linkstyp."
    set_reports(ptbxl, german, german, german, "sinusbradykardie", "")
    english = ptbxl / "reports_en.csv"
    english.write_text("ecg_id,report_en\n1,By Hand.\n", encoding="utf-8")
    (ptbxl / "report_translations.tsv").write_text(f"{german}\tby text.\n", encoding="utf-8")
    document = prepare(dataset="ptbxl", root=ptbxl, out=tmp_path / "out")
    cases = open_dataset("manifest", tmp_path / "out").cases
    assert [case.reference for case in cases[:5]] == ["by hand.", "by text.", "by text.", "sinus bradycardia.", ""]
    assert document["cleaning"]["translated by hand"] == 3 and document["cleaning"]["no report"] == 1
    assert document["without_report"] == 1 and document["records"] == 6  # it has codes
    assert document["languages"]["de"] >= 4


def test_words_that_stay_german_are_listed(ptbxl: Path, tmp_path: Path) -> None:
    (ptbxl / "reports_en.csv").unlink()
    set_reports(ptbxl, "sinusrhythmus mit quxlwortbruch")
    assert prepare(dataset="ptbxl", root=ptbxl, out=tmp_path / "out", limit=1)["untranslated"] == 1
    (line,) = (tmp_path / "out" / "untranslated.jsonl").read_text(encoding="utf-8").splitlines()
    assert "quxlwortbruch" in json.loads(line)["reason"]


def test_which_reports_no_physician_confirmed_is_kept(ptbxl: Path, tmp_path: Path) -> None:
    set_column(ptbxl, "validated_by_human", "True", "False", "False")
    prepare(dataset="ptbxl", root=ptbxl, out=tmp_path / "out")
    cases = open_dataset("manifest", tmp_path / "out").cases
    assert [case.confirmed for case in cases[:4]] == [True, False, False, True]


def test_whose_way_of_writing_a_report_is_in_is_kept(ptbxl: Path, tmp_path: Path) -> None:
    set_column(ptbxl, "device", "CS-12   E", "CS-12   E", "")
    set_column(ptbxl, "site", "1.0", "", "2.0")
    prepare(dataset="ptbxl", root=ptbxl, out=tmp_path / "out")
    cases = open_dataset("manifest", tmp_path / "out").cases
    assert [case.style for case in cases[:4]] == ["cs-12 e, site 1", "", "", ""]


def test_real_recordings_read_as_they_do_unprepared(real_data: Path, tmp_path: Path) -> None:
    root = real_data / "ptbxl"
    document = prepare(dataset="ptbxl", root=root, out=tmp_path / "out", limit=40)
    assert document["records"] == 40 and document["damaged"] == 0
    raw = {case.ecg_id: case for case in open_dataset("ptbxl", root, low_rate=True).cases}
    assert all(case == raw[case.ecg_id] for case in open_dataset("manifest", tmp_path / "out").cases)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Three recordings, one of them a CSV file in a folder."""
    root = tmp_path / "own"
    write_wfdb(root / "ward", ecg_mv(), name="a")
    write_wfdb(root, ecg_mv(fs_hz=250), name="b1", fs_hz=250)
    from meit_core.formats import read_record

    write_csv(root / "ward" / "c.csv", read_record(root / "ward" / "a.hea"))
    (root / "notes.txt").write_text("dear colleague", encoding="utf-8")
    return root


def write_reports(root: Path, text: str) -> None:
    (root / "reports.csv").write_text(text, encoding="utf-8")


def test_a_folder_of_one_s_own(own: Path, tmp_path: Path) -> None:
    write_reports(
        own,
        "record,report,patient_id,age,sex,codes,fold\n"
        "ward/a.hea,Sinus rhythm. Normal ECG.,p1,61,F,NORM SR,1\n"
        "b1,SINUS RHYTHM,p2,,male,,9\n"
        "ward\\c.csv,Normal EKG,p1,61,F,,2\n",
    )
    document = prepare(dataset="folder", root=own, out=tmp_path / "out")
    assert document["records"] == 3 and document["patients"] == 2 and document["splits"]["train"] == 2
    cases = {case.ecg_id: case for case in open_dataset("manifest", tmp_path / "out").cases}
    assert cases["ward/a"].codes == {"NORM", "SR"} and cases["ward/a"].age_years == 61 and cases["ward/a"].male == 0
    assert cases["b1"].reference == "sinus rhythm." and cases["b1"].male == 1 and cases["b1"].fold == 9
    assert cases["ward/c"].reference == "normal ecg." and cases["ward/c"].record_path.is_file()


def test_texts_without_signals_and_signals_without_texts(own: Path, tmp_path: Path) -> None:
    write_reports(own, "record,report\nb1,Sinus rhythm\nward/z,Sinus rhythm\n")
    document = prepare(dataset="folder", root=own, out=tmp_path / "out")
    assert (document["records"], document["texts_without_signal"], document["signals_without_text"]) == (1, 1, 2)
    listed = (tmp_path / "out" / "left_out.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["id"] for line in listed} == {"ward/z", "ward/a", "ward/c"}
    write_reports(own, "record,report\nx,Sinus rhythm\n")
    with pytest.raises(UserError, match="1 texts and 3 recordings don't belong together"):
        prepare(dataset="folder", root=own, out=tmp_path / "none")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("record,text\na,b\n", "no column report"),
        ("record,report,fold\nb1,x,11\n", "row 2 .* isn't one of 1 to 10"),
        ("record,report,age\nb1,x,old\n", "row 2 .* is no number"),
        ("record,report\nb1,x\nb1.hea,y\n", "names a recording twice"),
        ("record,report,patient_id,fold\nb1,x,p,1\nward/a,y,p,10\n", "1 patients have recordings in more than one"),
    ],
)
def test_a_wrong_table_is_said(own: Path, tmp_path: Path, table: str, words: str) -> None:
    write_reports(own, table)
    with pytest.raises(UserError, match=words):
        prepare(dataset="folder", root=own, out=tmp_path / "out")
    assert not (tmp_path / "out" / "manifest.jsonl").exists()


def test_a_folder_without_its_table(own: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no table of reports reports\.csv"):
        prepare(dataset="folder", root=own, out=tmp_path / "out")
    elsewhere = tmp_path / "texts.csv"
    elsewhere.write_text("record,report\nb1,Sinus rhythm\n", encoding="utf-8")
    assert prepare(dataset="folder", root=own, out=tmp_path / "out", reports=elsewhere)["records"] == 1
    shutil.rmtree(own)
    with pytest.raises(UserError, match="no folder"):
        prepare(dataset="folder", root=own, out=tmp_path / "gone")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Sinus rhythm\nNormal ECG", "sinus rhythm. normal ecg."),
        ("*** Consider acute ST elevation MI ***", "consider acute st elevation mi."),
        ("--- Warning: data quality may affect interpretation ---", "warning: data quality may affect interpretation."),
        ("Summary: Normal EKG\nNormal ECG", "normal ecg."),
        ("Sinus rhythm\nReport made without knowing patient's sex or age", "sinus rhythm."),
        ("Unconfirmed report\nReviewed by Dr. Who\n", ""),
        ("QTc 0.45 s. PR interval 2.5 mm; ST-depression V4-V6", "qtc 0.45 s. pr interval 2.5 mm. st-depression v4-v6."),
        ("", ""),
    ],
)
def test_wording(text: str, clean: str) -> None:
    assert worded(text).text == clean
    assert worded(clean).text == clean
