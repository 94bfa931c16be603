"""The PTB-XL loader on a generated folder, on damaged tables and on the real data set."""

from __future__ import annotations

from pathlib import Path

import pytest

from meit_core.datasets.ptbxl import load_ptbxl
from meit_core.errors import UserError
from meit_core.formats import read_record
from tests.evaluation.conftest import MakeFolder


def test_cases_carry_report_codes_patient_and_fold(miniature: Path) -> None:
    data = load_ptbxl(miniature)
    assert len(data.cases) == 24
    first = data.cases[0]
    assert (first.ecg_id, first.patient_id, first.fold) == ("100", "7100", 1)
    assert first.reference == "sinus rhythm. normal ecg."
    assert first.codes == {"NORM", "SR"}
    assert data.superclass_of == {"NORM": "NORM", "NDT": "STTC"}
    assert data.reports_from == "reports_en.csv: report_en"


def test_folds_choose_cases(miniature: Path) -> None:
    data = load_ptbxl(miniature)
    assert {case.fold for case in data.of_folds({1, 9})} == {1, 9}
    assert data.of_folds({10}) == ()


def test_records_can_be_read_where_the_case_points(miniature: Path) -> None:
    record = read_record(load_ptbxl(miniature).cases[0].record_path)
    assert record.fs_hz == 100 and record.n_samples == 1000


def test_either_rate_can_be_preferred_and_the_other_stands_in(make_ptbxl: MakeFolder, miniature: Path) -> None:
    both = make_ptbxl((9,), 1, rates=(100, 500))
    assert load_ptbxl(both).cases[0].record_path.parent.name == "records500"
    assert load_ptbxl(both, low_rate=True).cases[0].record_path.parent.name == "records100"
    assert load_ptbxl(miniature).cases[0].record_path.parent.name == "records100"
    high = make_ptbxl((9,), 1, rates=(500,))
    assert load_ptbxl(high, low_rate=True).cases[0].record_path.parent.name == "records500"


def test_without_english_reports_the_tables_own_are_used(make_ptbxl: MakeFolder) -> None:
    data = load_ptbxl(make_ptbxl((9,), 1, english=False))
    assert data.cases[0].reference == "deutscher befund"
    assert data.reports_from == "ptbxl_database.csv: report"


def test_recordings_without_an_english_report_are_left_out_and_counted(make_ptbxl: MakeFolder) -> None:
    root = make_ptbxl((9,), 1)
    table = root / "reports_en.csv"
    table.write_text("\n".join(table.read_text(encoding="utf-8").splitlines()[:-1]), encoding="utf-8")
    data = load_ptbxl(root)
    assert len(data.of_folds({9})) == 3
    assert data.without_report({9}) == 1 and data.without_report({8}) == 0


def test_a_folder_without_the_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no PTB-XL data set"):
        load_ptbxl(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,2\n",
        "ecg_id,patient_id,report,scp_codes,strat_fold,filename_lr,filename_hr\n1,2,x,{'SR': 0.0},nine,a,b\n",
        "ecg_id,patient_id,report,scp_codes,strat_fold,filename_lr,filename_hr\n1,2,x,{'SR,9,a,b\n",
        "ecg_id,patient_id,report,scp_codes,strat_fold,filename_lr,filename_hr\n1,2\n",
        "ecg_id,patient_id,report,scp_codes,strat_fold,filename_lr,filename_hr\n1,2,\xff\xff",
    ],
)
def test_a_damaged_table_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "ptbxl_database.csv").write_bytes(content.encode("latin-1"))
    with pytest.raises(UserError, match="damaged or not those of PTB-XL"):
        load_ptbxl(tmp_path)


@pytest.mark.data
def test_the_real_data_set_keeps_patients_in_one_fold(real_data: Path) -> None:
    data = load_ptbxl(real_data / "ptbxl")
    assert len(data.of_folds(range(1, 10))) > 3000
    folds_of: dict[str, set[int]] = {}
    for case in data.cases:
        folds_of.setdefault(case.patient_id, set()).add(case.fold)
        assert case.codes and "." not in case.patient_id
        assert case.record_path.with_suffix(".hea").is_file()
    assert max(len(folds) for folds in folds_of.values()) == 1
    assert set(data.superclass_of.values()) == {"NORM", "MI", "STTC", "CD", "HYP"}
