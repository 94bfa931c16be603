"""``meit measure`` on simulated recordings, whose truth is known, and on real ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import ARMS_EXCHANGED
from meit_core.domain.users import Role, User
from meit_core.services.marking import set_marks
from meit_core.services.measuring import median_beat_of
from meit_core.services.worklist import load_study
from meit_core.services.workspace import open_workspace
from meit_core.signal.disturbing import arms_swapped
from meit_core.signal.simulator import Noise, Rhythm, SimulatedCase, simulate
from tests.cli.conftest import Run, write_csv

KEYS = (
    "heart_rate_bpm",
    "rr_ms",
    "pr_ms",
    "qrs_ms",
    "qt_ms",
    "p_axis_deg",
    "qrs_axis_deg",
    "t_axis_deg",
    "p_onset_ms",
    "p_offset_ms",
    "qrs_onset_ms",
    "qrs_offset_ms",
    "t_offset_ms",
)


@pytest.mark.parametrize("rate", [62, 118])
def test_json_has_what_scripts_rely_on(meit: Run, recordings: Path, rate: int) -> None:
    ran = meit("measure", recordings / f"rate-{rate}.csv", "--json")
    assert (ran.status, ran.err) == (0, "")
    measured = ran.document
    assert measured["heart_rate_bpm"] == pytest.approx(rate, abs=2)  # what the simulator was asked for
    assert all(isinstance(measured[key], float) for key in KEYS)
    assert set(measured["qtc_ms"]) == {"bazett", "fridericia", "framingham", "hodges"}
    assert set(measured["quality"]) == set(LEADS)
    assert measured["reasons"] == {}
    assert all(0 <= sample < 1000 for sample in measured["r_peaks"])  # 10 s at the file's 100 Hz
    assert np.diff(measured["r_peaks"]).mean() == pytest.approx(6000 / rate, rel=0.05)


def test_what_cannot_be_measured_is_null_with_a_reason(meit: Run, tmp_path: Path) -> None:
    fibrillation = simulate(SimulatedCase(rhythm=Rhythm.ATRIAL_FIBRILLATION, seed=4)).record
    path = write_csv(tmp_path / "fibrillation.csv", fibrillation)
    measured = meit("measure", path, "--json").document
    assert measured["pr_ms"] is None and measured["qrs_ms"] > 0
    assert measured["reasons"]["pr_ms"].startswith("Not measured:")
    shown = meit("measure", path)
    assert shown.status == 0
    assert measured["reasons"]["pr_ms"] in shown.out


def test_every_value_tells_how_far_it_can_be_relied_on(meit: Run, recordings: Path, tmp_path: Path) -> None:
    measured = meit("measure", recordings / "rate-62.csv", "--json").document
    assert set(KEYS) <= set(measured["confidences"])
    assert {one["level"] for one in measured["confidences"].values()} <= {"high", "medium", "low"}
    assert measured["confidences"]["heart_rate_bpm"] == {"level": "high", "apart": pytest.approx(0, abs=1)}
    assert "low confidence" not in meit("measure", recordings / "rate-62.csv").out
    record = simulate(SimulatedCase(seed=4, noise=Noise(muscle_uv=250))).record
    out = meit("measure", write_csv(tmp_path / "shivering.csv", record)).out
    assert "low confidence" in out


def test_the_table_is_for_people(meit: Run, recordings: Path) -> None:
    out = meit("measure", recordings / "rate-62.csv").out
    assert "heart rate" in out and "/min" in out and "QTc Fridericia" in out and "leads" in out


def test_a_study_is_measured_by_its_id(meit: Run, recordings: Path, workspace: Path) -> None:
    path = recordings / "rate-118.csv"
    (study,) = meit("import", path, "--workspace", workspace, "--json").document["imported"]
    of_study = meit("measure", study, "--workspace", workspace, "--json").document
    of_file = meit("measure", path, "--json").document
    assert of_study["heart_rate_bpm"] == pytest.approx(of_file["heart_rate_bpm"], abs=0.5)


@pytest.mark.data
def test_a_wfdb_record_is_found_with_and_without_extension(meit: Run, real_data: Path) -> None:
    header = next((real_data / "ptbxl").rglob("*_hr.hea"))
    with_extension = meit("measure", header, "--json")
    assert with_extension.status == 0
    assert meit("measure", header.with_suffix(""), "--json").out == with_extension.out


def test_a_study_says_what_a_reader_has_set(meit: Run, recordings: Path, workspace: Path) -> None:
    (study_id,) = meit("import", recordings / "rate-62.csv", "--workspace", workspace, "--json").document["imported"]
    computed = meit("measure", study_id, "--workspace", workspace, "--json").document
    assert (computed["source"], computed["sources"]) == ("computed", {})
    reader = User("rose", "Dr. Rose", Role.READER)
    with open_workspace(workspace) as opened:
        record = load_study(opened, study_id=study_id).record
        beat = median_beat_of(record)
        marked = beat.from_r_ms(beat.places[BeatMark.T_OFFSET] + 10)
        set_marks(opened, actor=reader, study_id=study_id, marks={BeatMark.T_OFFSET: marked})
    ran = meit("measure", study_id, "--workspace", workspace, "--json")
    assert ran.document["qt_ms"] == computed["qt_ms"] + 20
    assert ran.document["pr_ms"] == computed["pr_ms"]
    said = ran.document["sources"]["qt_ms"]
    assert (said["source"], said["by"]) == ("manual", "Dr. Rose")
    assert said["at"].endswith("+00:00")
    assert set(ran.document["sources"]) == {"qt_ms", "qtc_ms", "t_axis_deg", "t_offset_ms"}
    lines = meit("measure", study_id, "--workspace", workspace).out.splitlines()
    assert [line.split()[0] for line in lines if "manual, Dr. Rose" in line] == ["QT", "T", "QTc", "QTc", "QTc", "QTc"]


def test_exchanged_arm_electrodes_are_told_as_on_the_screen(meit: Run, recordings: Path, tmp_path: Path) -> None:
    case = SimulatedCase(seed=4)
    right_way = meit("measure", write_csv(tmp_path / "right.csv", simulate(case).record), "--json").document
    assert (right_way["arms_exchanged"], right_way["remarks"]) == (False, [])
    swapped = arms_swapped().apply(simulate(case).record, np.random.default_rng(1))
    exchanged = write_csv(tmp_path / "exchanged.csv", swapped)
    measured = meit("measure", exchanged, "--json").document
    assert (measured["arms_exchanged"], measured["remarks"]) == (True, [ARMS_EXCHANGED])
    told = dict(line.split(maxsplit=1) for line in meit("measure", exchanged).out.splitlines())
    assert told["electrodes"] == ARMS_EXCHANGED


def test_an_earlier_recording_is_compared(meit: Run, recordings: Path) -> None:
    now, before = recordings / "rate-118.csv", recordings / "rate-62.csv"
    ran = meit("measure", now, "--compare", before, "--json")
    compared = {one["label"]: one for one in ran.document["compared"]}
    rate = compared["Rate"]
    assert rate["difference"] == pytest.approx(118 - 62, abs=3)
    assert rate["wording"] == f"faster by {rate['difference']}/min"
    assert compared["QRS"]["wording"] == "within tolerance"
    shown = meit("measure", now, "--compare", before).out
    assert rate["wording"] in shown and "within tolerance" in shown
    assert "compared" not in meit("measure", now, "--json").document
