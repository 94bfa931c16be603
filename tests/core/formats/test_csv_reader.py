"""CSV in its accepted forms."""

from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import LeadStatus, Sex
from meit_core.errors import UserError
from meit_core.formats import read_record
from tests.core.formats.wfdb_files import ecg_mv

SIGNAL = ecg_mv(seconds=3)


def write_csv(
    path: Path,
    columns: dict[str, np.ndarray],
    *,
    comments: tuple[str, ...] = ("# fs=500",),
    separator: str = ",",
    decimal: str = ".",
    encoding: str = "utf-8",
) -> Path:
    rows = np.column_stack(list(columns.values()))
    cells = [["" if np.isnan(v) else f"{v:.4f}".replace(".", decimal) for v in row] for row in rows.tolist()]
    lines = [*comments, separator.join(columns), *(separator.join(row) for row in cells)]
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def leads(order: tuple[str, ...] = LEADS, scale: float = 1.0) -> dict[str, np.ndarray]:
    return {name: SIGNAL[LEADS.index(name)] * scale for name in order}


@pytest.mark.parametrize(
    ("separator", "decimal", "encoding"), [(",", ".", "utf-8"), (";", ",", "utf-8-sig"), ("\t", ",", "utf-8")]
)
def test_separators_and_decimal_marks_of_different_countries(
    tmp_path: Path, separator: str, decimal: str, encoding: str
) -> None:
    path = write_csv(tmp_path / "é.csv", leads(), separator=separator, decimal=decimal, encoding=encoding)
    record = read_record(path)
    assert np.abs(record.signal_mv - SIGNAL).max() < 1e-4
    assert (record.fs_hz, record.source_format) == (500.0, "csv")


def test_columns_in_any_order_with_their_own_units(tmp_path: Path) -> None:
    columns = {f"{name} (uV)": samples for name, samples in leads(LEADS[::-1], 1000).items()}
    assert np.abs(read_record(write_csv(tmp_path / "a.csv", columns)).signal_mv - SIGNAL).max() < 1e-4


@pytest.mark.parametrize(("name", "step"), [("time", 0.002), ("time (s)", 0.002), ("time (ms)", 2.0)])
def test_the_rate_comes_from_a_time_column(tmp_path: Path, name: str, step: float) -> None:
    columns = {name: np.arange(SIGNAL.shape[1]) * step, **leads()}
    assert read_record(write_csv(tmp_path / "a.csv", columns, comments=())).fs_hz == 500.0


def test_times_that_jump_are_refused(tmp_path: Path) -> None:
    times = np.arange(SIGNAL.shape[1]) * 0.002
    times[700:] += 0.5
    path = write_csv(tmp_path / "a.csv", {"time": times, **leads()}, comments=())
    with pytest.raises(UserError, match="doesn't rise in even steps"):
        read_record(path)


def test_eight_leads_are_enough_and_empty_cells_are_filled(tmp_path: Path) -> None:
    columns = leads(("I", "II", *LEADS[6:]))
    columns["V3"] = columns["V3"].copy()
    columns["V3"][200:210] = np.nan
    record = read_record(write_csv(tmp_path / "a.csv", columns))
    assert record.lead_status[2:6] == (LeadStatus.DERIVED,) * 4
    assert record.lead_status[8] is LeadStatus.REPAIRED
    assert np.abs(record.signal_mv[:6] - SIGNAL[:6]).max() < 5e-4


def test_facts_about_the_patient_come_from_comments(tmp_path: Path) -> None:
    facts = ("# fs=500", "# age: 61", "# sex: F", "# date: 2026-03-02T09:14:00")
    record = read_record(write_csv(tmp_path / "a.csv", leads(), comments=facts))
    assert (record.patient.age_years, record.patient.sex) == (61.0, Sex.FEMALE)
    assert record.acquired_at is not None and record.acquired_at.year == 2026
