"""WFDB in, mV by lead name out: any order, missing leads, gaps, odd paths."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import LeadStatus, Sex
from meit_core.formats import companion_files, read_record
from tests.core.formats.wfdb_files import ecg_mv, write_wfdb

HALF_A_COUNT_MV = 0.00051


def test_reads_samples_in_millivolt_whichever_file_is_named(tmp_path: Path) -> None:
    signal = ecg_mv()
    header = write_wfdb(tmp_path, signal)
    for path in (header, header.with_suffix(".dat"), header.with_suffix("")):
        record = read_record(path)
        assert record.fs_hz == 500.0
        assert np.abs(record.signal_mv - signal).max() < HALF_A_COUNT_MV
    assert companion_files(header.with_suffix(".dat")) == (header, header.with_suffix(".dat"))


@pytest.mark.parametrize("fs_hz", [100, 250, 500, 1000])
def test_keeps_the_rate_of_the_file(tmp_path: Path, fs_hz: int) -> None:
    record = read_record(write_wfdb(tmp_path, ecg_mv(fs_hz=fs_hz), fs_hz=fs_hz))
    assert (record.fs_hz, record.n_samples) == (fs_hz, 10 * fs_hz)


def test_a_recording_of_38_seconds_stays_as_long_as_it_is(tmp_path: Path) -> None:
    record = read_record(write_wfdb(tmp_path, ecg_mv(seconds=38)))
    assert record.duration_s == 38.0
    assert "Lasts 38 s; a draft reads the first 10 s." in record.notes


def test_leads_in_any_order_and_spelling_end_up_in_their_rows(tmp_path: Path) -> None:
    signal = ecg_mv()
    order = [11, 3, 7, 0, 5, 9, 2, 1, 10, 4, 6, 8]
    names = [LEADS[row].upper() for row in order]
    record = read_record(write_wfdb(tmp_path, signal[order], leads=names))
    assert np.abs(record.signal_mv - signal).max() < HALF_A_COUNT_MV


def test_further_channels_are_named_and_left_out(tmp_path: Path) -> None:
    signal = np.vstack([ecg_mv(), np.zeros(5000)])
    record = read_record(write_wfdb(tmp_path, signal, leads=(*LEADS, "RESP")))
    assert record.signal_mv.shape == (12, 5000)
    assert "Channels not used: RESP." in record.notes


@pytest.mark.parametrize("kept", [("I", "II"), ("II", "III"), ("aVR", "aVL"), ("I", "aVF"), ("aVL", "III")])
def test_any_two_limb_leads_give_the_other_four(tmp_path: Path, kept: tuple[str, str]) -> None:
    signal = ecg_mv()
    rows = [LEADS.index(name) for name in (*kept, *LEADS[6:])]
    record = read_record(write_wfdb(tmp_path, signal[rows], leads=[LEADS[row] for row in rows]))
    assert np.abs(record.signal_mv - signal).max() < 5 * HALF_A_COUNT_MV
    derived = {name for name, status in zip(LEADS, record.lead_status, strict=True) if status is LeadStatus.DERIVED}
    assert derived == set(LEADS[:6]) - set(kept)


def test_missing_chest_leads_are_said_to_be_missing(tmp_path: Path) -> None:
    record = read_record(write_wfdb(tmp_path, ecg_mv()[:10], leads=LEADS[:10]))
    assert record.lead_status[10:] == (LeadStatus.MISSING, LeadStatus.MISSING)
    assert not record.signal_mv[10:].any()
    assert "Missing and not derivable: V5, V6." in record.notes


def test_a_gap_in_one_lead_leaves_every_other_sample_as_it_was(tmp_path: Path) -> None:
    signal = ecg_mv()
    broken = signal.copy()
    broken[7, 1000:1100] = np.nan
    record = read_record(write_wfdb(tmp_path, broken))
    untouched = np.ones((12, 5000), dtype=bool)
    untouched[7, 1000:1100] = False
    assert np.abs(record.signal_mv - signal)[untouched].max() < HALF_A_COUNT_MV
    gap = record.signal_mv[7, 999:1101]
    assert np.allclose(np.diff(gap, 2), 0, atol=1e-5), "a straight line joins the gap's ends"
    assert record.lead_status[7] is LeadStatus.REPAIRED
    assert "Lead V2: 100 invalid samples filled by interpolation, longest gap 200 ms." in record.notes


def test_one_invalid_sample_per_lead_never_empties_the_record(tmp_path: Path) -> None:
    signal = ecg_mv()
    broken = signal.copy()
    broken[:, 2500] = np.nan
    record = read_record(write_wfdb(tmp_path, broken))
    assert np.ptp(record.signal_mv, axis=1).min() > 0.15
    assert set(record.lead_status) == {LeadStatus.REPAIRED}


def test_a_lead_that_is_mostly_invalid_is_left_out_and_derived_again(tmp_path: Path) -> None:
    signal = ecg_mv()
    broken = signal.copy()
    broken[2, :3000] = np.nan
    broken[8, :3000] = np.nan
    record = read_record(write_wfdb(tmp_path, broken))
    assert record.lead_status[2] is LeadStatus.DERIVED
    assert record.lead_status[8] is LeadStatus.MISSING
    assert np.abs(record.signal_mv[2] - signal[2]).max() < 5 * HALF_A_COUNT_MV


@pytest.mark.parametrize("unit", ["uV", "µV", "V"])
def test_units_become_millivolt(tmp_path: Path, unit: str) -> None:
    per_unit = {"uV": 1.0, "µV": 1.0, "V": 1e6}[unit]
    signal = ecg_mv()
    record = read_record(write_wfdb(tmp_path, signal, gain=f"{per_unit:g}(0)/{unit}"))
    assert np.abs(record.signal_mv - signal).max() < HALF_A_COUNT_MV


def test_age_sex_and_time_come_from_the_header(tmp_path: Path) -> None:
    header = write_wfdb(tmp_path, ecg_mv(), comments=["Age: 78", "Sex: Male", "Dx: 426177001"])
    text = header.read_text().replace("record 12 500 5000", "record 12 500 5000 09:17:34 09/11/1984")
    header.write_text(text)
    record = read_record(header)
    assert (record.patient.age_years, record.patient.sex) == (78.0, Sex.MALE)
    assert record.acquired_at == datetime(1984, 11, 9, 9, 17, 34)


def test_an_age_of_300_is_no_age(tmp_path: Path) -> None:
    assert read_record(write_wfdb(tmp_path, ecg_mv(), comments=["<age>: 300"])).patient.age_years is None


@pytest.mark.parametrize("folder", ["with space", "Кардиология", "心電図", "näme.v1.hea", "100%"])
def test_paths_of_all_kinds_are_read(tmp_path: Path, folder: str) -> None:
    header = write_wfdb(tmp_path / folder, ecg_mv(), name="rec 1.2 ü", signal_file="rec.dat")
    header.with_suffix(".dat").rename(header.with_name("rec.dat"))
    assert read_record(header).n_samples == 5000


def test_reading_leaves_the_source_as_it_was(tmp_path: Path) -> None:
    header = write_wfdb(tmp_path, ecg_mv())
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    read_record(header)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before
