"""Preparing MIMIC-IV-ECG in miniature: what is written, what is left out and listed, shards, kills and resuming."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from meit_core.datasets.opening import open_dataset
from meit_core.datasets.prepared import PreparedSignals
from meit_core.datasets.preparing import How, Prepared, prepare_source
from meit_core.datasets.sources import source_of
from meit_core.errors import Cancelled, EnvironmentFault, UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import DEFAULT_INPUT, MIN_MAX, InputConfig, model_input
from tests.datasets.mimic_folder import (
    MEASUREMENTS,
    RECORDS,
    make_mimic,
    read_table,
    signal_mv,
    write_record,
    write_table,
)

PATIENTS, EACH = 60, 2
N = PATIENTS * EACH


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 sound recordings."""
    return make_mimic(tmp_path_factory.mktemp("mimic"), PATIENTS, EACH)


@pytest.fixture
def mimic(whole: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(whole, tmp_path / "mimic"))


def prepare(root: Path, out: Path, job: JobContext | None = None, **options: Any) -> Prepared:
    how = How(**{"part_size": 8, **options})
    return prepare_source(source_of("mimic-iv-ecg", root, fs_hz=how.fs_hz), out, how, job)


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def listed(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def records(root: Path) -> list[Path]:
    return [root / case.record_path for case in open_dataset("mimic-iv-ecg", root).cases]


def test_every_recording_is_as_the_network_sees_it(whole: Path, tmp_path: Path) -> None:
    done = prepare(whole, tmp_path / "out")
    assert done.summary.records == N and done.summary.patients == PATIENTS and done.missing == 0
    assert sum(done.summary.splits.values()) == N and done.summary.patient_overlap == 0
    signals = PreparedSignals(tmp_path / "out")
    prepared, raw = open_dataset("manifest", tmp_path / "out").cases, open_dataset("mimic-iv-ecg", whole).cases
    assert list(prepared) == list(raw)
    rows = np.array([0, 1, 2, 119, 57])
    for given in (DEFAULT_INPUT, InputConfig(100.0, MIN_MAX)):
        expected = [model_input(read_record(prepared[row].record_path), given) for row in rows]
        # half a µV, and what that is of the smallest recording's range of more than 1 mV
        np.testing.assert_allclose(signals.as_input(rows, given), expected, atol=0.00051)


def test_measurements_come_along_where_the_network_takes_them(whole: Path, tmp_path: Path) -> None:
    prepare(whole, tmp_path / "out", limit=3)
    given = InputConfig(measured=True)
    signals = PreparedSignals(tmp_path / "out")
    read = signals.as_input(np.array([2]), given)[0]
    np.testing.assert_allclose(read, model_input(signals.record(2), given), atol=1e-6)
    assert read.shape == (12, given.n_columns) and read[:, given.n_samples :].any()


def test_the_paper_s_rate_is_prepared_for_itself_only(whole: Path, tmp_path: Path) -> None:
    prepare(whole, tmp_path / "out", fs_hz=500.0, limit=5)
    signals = PreparedSignals(tmp_path / "out")
    given = InputConfig(500.0, MIN_MAX)
    case = open_dataset("manifest", tmp_path / "out").cases[3]
    expected = model_input(read_record(case.record_path), given)
    np.testing.assert_allclose(signals.as_input(np.array([3]), given)[0], expected, atol=0.00051)
    with pytest.raises(UserError, match="prepared at 500 Hz, and the encoder takes 100 Hz"):
        signals.as_input(np.array([3]), DEFAULT_INPUT)


def test_short_recordings_end_in_zeros(whole: Path, tmp_path: Path) -> None:
    root = make_mimic(tmp_path / "one", patients=1, each=1)
    write_record(records(root)[0], signal_mv(1)[:, :3000] + 0.4)
    prepare(root, tmp_path / "out")
    for given in (DEFAULT_INPUT, InputConfig(100.0, MIN_MAX)):
        expected = model_input(read_record(records(root)[0]), given)
        (read,) = PreparedSignals(tmp_path / "out").as_input(np.array([0]), given)
        assert not read[:, 600:].any()
        np.testing.assert_allclose(read, expected, atol=0.00051)


def test_samples_that_are_no_numbers_cost_no_recording(mimic: Path, tmp_path: Path) -> None:
    spoilt = signal_mv(1).copy()
    spoilt[3, 1000:1010] = np.nan
    write_record(records(mimic)[1], spoilt)
    done = prepare(mimic, tmp_path / "out")
    assert done.summary.counts["invalid samples filled"] == 1 and done.summary.notes["damaged"] == 0
    (read,) = PreparedSignals(tmp_path / "out").as_input(np.array([1]), DEFAULT_INPUT)
    sound = model_input(read_record(records(mimic)[5]))  # of the same signal
    away = np.r_[0:190, 215:1000]
    np.testing.assert_allclose(read[:, away], sound[:, away], atol=0.01)


def test_damaged_records_are_listed_and_left_out(mimic: Path, tmp_path: Path) -> None:
    case = open_dataset("mimic-iv-ecg", mimic).cases[77]
    case.record_path.with_suffix(".dat").write_bytes(b"\0" * 1000)
    done = prepare(mimic, tmp_path / "out")
    assert done.summary.notes["damaged"] == 1 and done.summary.records == N - 1
    (line,) = listed(tmp_path / "out" / "damaged.jsonl")
    assert line["id"] == case.ecg_id and "cut off" in line["reason"]
    cases = open_dataset("manifest", tmp_path / "out").cases
    assert case.ecg_id not in {each.ecg_id for each in cases}
    (read,) = PreparedSignals(tmp_path / "out").as_input(np.array([100]), DEFAULT_INPUT)  # lines and signals agree
    np.testing.assert_allclose(read, model_input(read_record(cases[100].record_path)), atol=0.00051)


def test_more_than_one_in_a_hundred_damaged_stops_until_they_are_copied_again(mimic: Path, tmp_path: Path) -> None:
    out, spoilt = tmp_path / "out", records(mimic)[20:22]
    sound = [path.with_suffix(".dat").read_bytes() for path in spoilt]
    spoilt[0].with_suffix(".dat").unlink()
    spoilt[1].with_suffix(".hea").write_text("nothing\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"2 of 120 recordings \(1\.7%\) can't be read"):
        prepare(mimic, out)
    assert len(listed(out / "damaged.jsonl")) == 2 and not (out / "manifest.jsonl").exists()
    with pytest.raises(UserError, match="can't be read"):
        prepare(mimic, out, resume=True)
    spoilt[0].with_suffix(".dat").write_bytes(sound[0])
    done = prepare(mimic, out, resume=True)
    assert done.summary.records == N - 1 and len(listed(out / "damaged.jsonl")) == 1


def test_what_only_one_table_has_is_counted_and_listed(mimic: Path, tmp_path: Path) -> None:
    rows = read_table(mimic / RECORDS)
    measured = read_table(mimic / MEASUREMENTS)
    write_table(mimic / RECORDS, rows[2:])
    write_table(mimic / MEASUREMENTS, [row for row in measured if row["study_id"] != rows[50]["study_id"]])
    done = prepare(mimic, tmp_path / "out")
    assert done.unmatched == {"text without signal": 2, "signal without text": 1}
    assert done.summary.records == N - 3
    left_out = {(line["id"], line["kind"]) for line in listed(tmp_path / "out" / "left_out.jsonl")}
    assert left_out == {
        (rows[0]["study_id"], "text without signal"),
        (rows[1]["study_id"], "text without signal"),
        (rows[50]["study_id"], "signal without text"),
    }


def test_a_recording_without_statements_is_left_out_and_listed(mimic: Path, tmp_path: Path) -> None:
    measured = read_table(mimic / MEASUREMENTS)
    measured[4] |= {"report_0": "***", "report_1": "Report made without knowing patient's sex", "report_2": ""}
    write_table(mimic / MEASUREMENTS, measured)
    done = prepare(mimic, tmp_path / "out")
    assert done.summary.notes["no report"] == 1
    (line,) = listed(tmp_path / "out" / "left_out.jsonl")
    assert line["id"] == measured[4]["study_id"] and line["kind"] == "no report"


def test_tables_without_a_common_study_are_refused(mimic: Path, tmp_path: Path) -> None:
    rows = [{**row, "study_id": f"9{row['study_id']}"} for row in read_table(mimic / RECORDS)]
    write_table(mimic / RECORDS, rows)
    with pytest.raises(UserError, match="120 texts and 120 recordings don't belong together"):
        prepare(mimic, tmp_path / "out")


def test_shards_give_what_one_run_gives(whole: Path, tmp_path: Path) -> None:
    prepare(whole, tmp_path / "one")
    for number in (3, 1):
        part = prepare(whole, tmp_path / "many", shard=(number, 4))
        assert part.missing > 0 and not (tmp_path / "many" / "manifest.jsonl").exists()
    for number in (2, 4):  # on another machine, say
        prepare(whole, tmp_path / "elsewhere", shard=(number, 4))
    shutil.copytree(tmp_path / "elsewhere" / "parts", tmp_path / "many" / "parts", dirs_exist_ok=True)
    done = prepare(whole, tmp_path / "many", shard=(1, 4), resume=True)
    assert done.missing == 0 and done.summary.records == N
    assert files(tmp_path / "many") == files(tmp_path / "one")


def test_rows_in_another_order_give_the_same_files(whole: Path, tmp_path: Path) -> None:
    sorted_tables = Path(shutil.copytree(whole, tmp_path / "sorted"))
    for name in (RECORDS, MEASUREMENTS):
        rows = sorted(read_table(whole / name), key=lambda row: str(row["study_id"]))
        write_table(sorted_tables / name, rows)
    prepare(whole, tmp_path / "a")
    prepare(sorted_tables, tmp_path / "b")
    a, b = files(tmp_path / "a"), files(tmp_path / "b")
    assert {name for name in a if a[name] != b[name]} == {"dataset.json"}  # names the folder


_CHILD = """
import sys
from pathlib import Path
from meit_core.datasets.preparing import How, prepare_source
from meit_core.datasets.sources import source_of
from meit_core.jobs import JobContext
root, out = map(Path, sys.argv[1:])
def told(_, message):
    print(message, flush=True)
    sys.stdin.readline()
prepare_source(source_of("mimic-iv-ecg", root, fs_hz=100.0), out, How(part_size=8, resume=True), JobContext(told))
"""


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_same_files(whole: Path, tmp_path: Path) -> None:
    prepare(whole, tmp_path / "one")
    out = tmp_path / "killed"
    for steps in (1, 15, 16, 24, 8, 9, 8, 8):  # within a part, and while its last recording or itself is written
        command = [sys.executable, "-c", _CHILD, str(whole), str(out)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as child:
            assert child.stdin is not None and child.stdout is not None
            recordings = steps
            while recordings:
                recordings -= child.stdout.readline() == "reading recordings\n"
                child.stdin.write("go on\n")
            child.kill()
        assert child.returncode == -signal.SIGKILL
        assert not (out / "manifest.jsonl").exists()
    done = prepare(whole, out, resume=True)
    assert done.summary.records == N
    assert files(out) == files(tmp_path / "one")


def test_a_stopped_run_keeps_its_parts(whole: Path, tmp_path: Path) -> None:
    job = JobContext(lambda fraction, _: job.cancel() if fraction and fraction > 0.5 else None)
    with pytest.raises(Cancelled):
        prepare(whole, tmp_path / "out", job)
    assert len(list((tmp_path / "out" / "parts").glob("[0-9]*"))) == 7
    with pytest.raises(UserError, match="Go on with --resume"):
        prepare(whole, tmp_path / "out")
    with pytest.raises(UserError, match="other data or with other settings"):
        prepare(whole, tmp_path / "out", resume=True, seed=1)
    with pytest.raises(UserError, match=r"no manifest\.jsonl"):
        open_dataset("manifest", tmp_path / "out")


def test_a_part_that_the_disk_lost_is_done_again(whole: Path, tmp_path: Path) -> None:
    prepare(whole, tmp_path / "out")
    before = files(tmp_path / "out")
    torn = tmp_path / "out" / "parts" / "00003" / "signals.npy"
    torn.write_bytes(torn.read_bytes()[:50_000])
    prepare(whole, tmp_path / "out", resume=True)
    assert files(tmp_path / "out") == before


def test_other_files_are_not_mixed_with(whole: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear colleague", encoding="utf-8")
    with pytest.raises(UserError, match="holds other files"):
        prepare(whole, tmp_path)


def test_a_full_disk_is_said_before_a_part_is_begun(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=100_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(EnvironmentFault, match="disk is full"):
        prepare(whole, tmp_path / "out")


def test_measurements_come_along_where_they_are_asked_for(whole: Path, tmp_path: Path) -> None:
    prepare(whole, tmp_path / "out", measure=True, limit=10)
    measured = PreparedSignals(tmp_path / "out").all_measured()
    assert measured is not None and measured.shape == (10, 11)
    np.testing.assert_allclose(measured[:4, 0], [55, 75, 95, 115], atol=2)  # the simulator's heart rates
