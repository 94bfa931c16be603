"""Bringing recordings in: kept whole, measured, recognised, or refused with a reason while the rest goes on."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.record import EcgRecord, Sex
from meit_core.domain.users import User
from meit_core.errors import Cancelled, PermissionRefused, UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.services import audit, worklist
from meit_core.services.importing import import_paths
from meit_core.services.workspace import Workspace
from meit_core.store import details
from tests.services.conftest import WriteRecording

WFDB_LEADS = ["V1", "V2", "V3", "V4", "V5", "V6", "I", "II", "III", "aVR", "aVL", "aVF"]


def write_wfdb(folder: Path, name: str, record: EcgRecord, *, shift: int = 0) -> Path:
    import wfdb

    folder.mkdir(parents=True, exist_ok=True)
    rows = np.stack([record.lead(lead) for lead in WFDB_LEADS]).astype(np.float64)
    wfdb.wrsamp(
        name,
        fs=record.fs_hz,
        units=["mV"] * 12,
        sig_name=WFDB_LEADS,
        p_signal=np.roll(rows, shift, axis=1).T,
        fmt=["16"] * 12,
        adc_gain=[1000.0] * 12,
        baseline=[0] * 12,
        comments=["Age: 81", "Sex: M"],
        write_dir=str(folder),
    )
    return folder / f"{name}.hea"


def test_a_wfdb_record_is_one_study_with_everything_kept(
    workspace: Workspace, reader: User, tmp_path: Path, sinus: EcgRecord
) -> None:
    header = write_wfdb(tmp_path / "in", "r1", sinus)
    before = {path.name: path.read_bytes() for path in header.parent.iterdir()}
    result = import_paths(workspace, paths=[header.parent], actor=reader)
    assert (len(result.imported), result.duplicates, result.quarantined) == (1, (), ())
    detail = worklist.load_study(workspace, study_id=result.imported[0])
    read = read_record(header)
    assert np.array_equal(detail.record.signal_mv, read.signal_mv)
    assert detail.record.lead_status == read.lead_status
    assert (detail.record.fs_hz, detail.record.source_format, detail.record.source_name) == (250.0, "wfdb", "r1.hea")
    assert detail.study.patient.sex is Sex.MALE
    assert detail.study.age_years == 81
    assert detail.study.duration_s == pytest.approx(4.0)
    assert detail.measurements.heart_rate_bpm == pytest.approx(70, abs=3)  # the simulated case's rate
    assert not detail.study.simulated
    with workspace.store.reading() as session:
        assert dict(details.source_files(session, result.imported[0])) == before
    assert {path.name: path.read_bytes() for path in header.parent.iterdir()} == before


def test_the_time_of_recording_stays_without_a_zone_where_it_had_none(
    workspace: Workspace, reader: User, write_recording: WriteRecording
) -> None:
    paths = [
        write_recording("a.csv", date="2026-03-02T09:14:00"),
        write_recording("b.csv", shift=5, date="2026-03-02T09:14:00+02:00"),
    ]
    result = import_paths(workspace, paths=paths, actor=reader)
    times = [worklist.load_study(workspace, study_id=study).record.acquired_at for study in result.imported]
    assert times == [datetime.fromisoformat("2026-03-02T09:14:00"), datetime.fromisoformat("2026-03-02T09:14:00+02:00")]


def test_the_same_content_is_known_under_any_name(
    workspace: Workspace, reader: User, write_recording: WriteRecording, tmp_path: Path
) -> None:
    first = write_recording("a.csv")
    copy = tmp_path / "elsewhere" / "renamed.csv"
    copy.parent.mkdir()
    shutil.copy(first, copy)
    result = import_paths(workspace, paths=[first, copy], actor=reader)
    assert (len(result.imported), result.duplicates) == (1, (copy,))
    again = import_paths(workspace, paths=[first.parent, copy.parent], actor=reader)
    assert (again.imported, again.duplicates) == ((), (first, copy))
    assert len(worklist.list_studies(workspace)) == 1


def test_damaged_files_go_to_quarantine_and_the_rest_goes_on(
    workspace: Workspace, reader: User, write_recording: WriteRecording, tmp_path: Path, sinus: EcgRecord
) -> None:
    folder = tmp_path / "incoming"
    good = write_recording("m.csv")
    (folder / "empty.csv").touch()
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7 ...")
    (folder / "cut.csv").write_bytes(good.read_bytes()[:-37])
    (folder / "one lead.csv").write_text("# fs=250\nII\n" + "0.1\n" * 1000)
    (folder / "noise.bin").write_bytes(np.random.default_rng(1).bytes(5000))
    header = write_wfdb(folder, "short", sinus, shift=9)
    header.with_suffix(".dat").write_bytes(header.with_suffix(".dat").read_bytes()[:500])
    write_recording("z.csv", shift=3)
    result = import_paths(workspace, paths=[folder], actor=reader)
    assert len(result.imported) == 2
    reasons = {file.path.name: file.reason for file in result.quarantined}
    assert set(reasons) == {"empty.csv", "letter.pdf", "cut.csv", "one lead.csv", "noise.bin", "short.hea"}
    assert "empty" in reasons["empty.csv"]
    assert "PDF" in reasons["letter.pdf"]
    assert "cut off" in reasons["short.hea"]
    assert "only lead II" in reasons["one lead.csv"]
    assert all(file.hint and "Traceback" not in file.reason for file in result.quarantined)
    assert {file.path for file in worklist.list_quarantine(workspace)} == {file.path for file in result.quarantined}


def test_a_corrected_file_leaves_quarantine(
    workspace: Workspace, reader: User, write_recording: WriteRecording
) -> None:
    path = write_recording()
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    for _ in range(2):  # tried again, it is still one file
        assert len(import_paths(workspace, paths=[path], actor=reader).quarantined) == 1
    assert len(worklist.list_quarantine(workspace)) == 1
    path.write_bytes(whole)
    assert len(import_paths(workspace, paths=[path], actor=reader).imported) == 1
    assert worklist.list_quarantine(workspace) == []


def test_a_path_that_does_not_exist_stops_everything_before_it_begins(
    workspace: Workspace, reader: User, write_recording: WriteRecording, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"no file or folder named absent\.csv"):
        import_paths(workspace, paths=[write_recording(), tmp_path / "absent.csv"], actor=reader)
    assert worklist.list_studies(workspace) == []


def test_folders_within_folders_only_when_asked(
    workspace: Workspace, reader: User, write_recording: WriteRecording, tmp_path: Path
) -> None:
    write_recording("top.csv")
    write_recording("deep.csv", shift=4, folder=tmp_path / "incoming" / "a" / "b")
    assert len(import_paths(workspace, paths=[tmp_path / "incoming"], actor=reader).imported) == 1
    result = import_paths(workspace, paths=[tmp_path / "incoming"], actor=reader, recursive=True)
    assert (len(result.imported), len(result.duplicates)) == (1, 1)


def test_a_stop_keeps_what_was_done_and_the_rest_can_follow(
    workspace: Workspace, reader: User, write_recording: WriteRecording
) -> None:
    paths = [write_recording(f"r{number:02d}.csv", shift=number) for number in range(12)]
    told: list[float | None] = []

    def stop_half_way(fraction: float | None, message: str) -> None:
        told.append(fraction)
        if message.startswith("6 of"):
            job.cancel()

    job = JobContext(stop_half_way)
    with pytest.raises(Cancelled):
        import_paths(workspace, paths=paths, actor=reader, job=job)
    done = len(worklist.list_studies(workspace))
    assert done == 7
    assert told == sorted(told, key=lambda fraction: fraction or 0)
    rest = import_paths(workspace, paths=paths, actor=reader)
    assert (len(rest.imported), len(rest.duplicates)) == (12 - done, done)


def test_a_readers_own_fault_costs_one_file_and_tells_no_log_whose_it_is(
    workspace: Workspace,
    reader: User,
    write_recording: WriteRecording,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from meit_core.services import importing

    paths = [write_recording("DOE Jane.csv"), write_recording("b.csv", shift=2)]

    def read(path: Path) -> EcgRecord:
        if "DOE" in path.name:
            raise ZeroDivisionError(path.name)
        return read_record(path)

    monkeypatch.setattr(importing, "read_recording", read)
    result = import_paths(workspace, paths=paths, actor=reader)
    assert len(result.imported) == 1
    assert "failed on this file" in result.quarantined[0].reason
    assert "ZeroDivisionError" in caplog.text
    assert "DOE" not in caplog.text


def test_three_thousand_mixed_files(
    workspace: Workspace, reader: User, write_recording: WriteRecording, tmp_path: Path
) -> None:
    folder = tmp_path / "incoming"
    for number in range(5):
        write_recording(f"ecg{number}.csv", shift=number)
    for number in range(1500):
        (folder / f"note{number}.txt").write_text("Dear colleague")
        (folder / f".hidden{number}").touch()
    result = import_paths(workspace, paths=[folder], actor=reader)
    assert (len(result.imported), len(result.quarantined)) == (5, 1500)
    assert audit.verify_audit(workspace).ok


def test_who_only_rates_imports_nothing(workspace: Workspace, rater: User, write_recording: WriteRecording) -> None:
    with pytest.raises(PermissionRefused):
        import_paths(workspace, paths=[write_recording()], actor=rater)


@pytest.mark.data
def test_real_recordings_of_several_sources(workspace: Workspace, reader: User, real_data: Path) -> None:
    hundred = sorted((real_data / "ptbxl" / "records100").rglob("*.hea"))[:5]
    five_hundred = sorted((real_data / "ptbxl" / "records500").rglob("*.hea"))[:5]
    paths = [*hundred, *five_hundred, real_data / "cinc2021"]
    result = import_paths(workspace, paths=paths, actor=reader)
    assert len(result.imported) == 50
    for study_id, path in zip(result.imported, [*hundred, *five_hundred], strict=False):
        stored, read = worklist.load_study(workspace, study_id=study_id).record, read_record(path)
        assert np.array_equal(stored.signal_mv, read.signal_mv)
        assert stored.patient == read.patient
        assert stored.acquired_at == read.acquired_at
