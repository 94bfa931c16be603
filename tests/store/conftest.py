"""Workspaces as files."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.calipers import AmplitudeCaliper, TimeCaliper
from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.manual_reading import ManualMark, ManualReading
from meit_core.domain.measurements import LeadQuality, Measurements, QtCorrected
from meit_core.domain.rating import Criterion
from meit_core.domain.record import EcgRecord, PatientInfo, Sex
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.training import RunId, TrainingRun
from meit_core.services import calipers, rating, reporting, users
from meit_core.services.workspace import open_workspace
from meit_core.store import campaigns, drafts, hold_out, manual_marks, promotions, studies, training_runs
from meit_core.store.base import now

PASSWORD = "correct horse"


@pytest.fixture
def used(tmp_path: Path, used_once: tuple[Path, StudyId]) -> tuple[Path, StudyId]:
    """A workspace with a row in nearly every table, closed; each test has its own copy."""
    template, study_id = used_once
    path = tmp_path / template.name
    shutil.copy(template, path)
    return path, study_id


@pytest.fixture(scope="session")
def used_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, StudyId]:
    path = tmp_path_factory.mktemp("used") / "used.meit"
    return path, fill(path)


def fill(path: Path) -> StudyId:
    """Make the workspace that the files of older versions hold too."""
    record = EcgRecord(
        np.arange(12 * 500, dtype=np.float32).reshape(12, 500) / 1000,
        250.0,
        patient=PatientInfo("4711", "DOE, Jane", Sex.FEMALE),
        source_name="jane.csv",
        notes=("Lead V6 is flat.",),
    )
    measured = Measurements(
        heart_rate_bpm=71.5,
        qtc_ms=QtCorrected(bazett=430.0),
        r_peaks=(10, 220),
        quality={"V6": LeadQuality.FLAT},
        reasons={"pr_ms": "No P wave."},
    )
    draft = Draft(
        "Sinus rhythm.",
        (DraftSentence("Sinus rhythm."),),
        (Finding("SR", "Sinus rhythm", 0.9, True),),
        *("meit-mini", "1a", "", "cpu"),
        0.5,
        3,
    )
    source = studies.SourceFile.of("jane.csv", b"I,II\n0,0\n")
    with open_workspace(path) as ws:
        admin = users.create_first_admin(ws, username="ada", printed_name="Dr. Ada", password=PASSWORD)
        with ws.store.writing() as session:
            study_id = studies.add(session, studies.NewStudy.of(record, measured, (source,)), author="ada")
        stored = ws.store.add_draft(study_id, draft, admin)
        assert stored.draft_id is not None
        rating.rate(ws, actor=admin, study_id=study_id, draft_id=stored.draft_id, scores=dict.fromkeys(Criterion, 4))
        set_by_hand = (TimeCaliper("II", 10, 220, march_out=True), AmplitudeCaliper("V2", 10, -0.1, 12, 1.15))
        calipers.save_calipers(ws, actor=admin, study_id=study_id, calipers=set_by_hand)
        # Not through the service: this recording has no heart beats, as in the files of older versions.
        mark = ManualMark(-168.0, "Dr. Ada", "ada", now())
        with ws.store.writing() as session:
            reading = ManualReading({BeatMark.P_ONSET: mark}, {"pr_ms": 124.0, "p_onset_ms": 232.0})
            manual_marks.add(session, studies.row_of(session, study_id), reading, author=admin)
            judged = DraftSentence("Sinus rhythm.", Support.SUPPORTED, "PR 124 ms, measured by Dr. Ada.")
            drafts.judge_anew(session, stored, [judged])
        reporting.sign(
            ws,
            actor=admin,
            password=PASSWORD,
            study_id=study_id,
            text="Sinus rhythm, signed.",
            meaning=SignatureMeaning.AUTHOR,
            draft_id=stored.draft_id,
        )
        run = RunId("r1")
        with ws.store.writing() as session:
            hold_out.fix(session, 0.2)
            campaigns.extend(session, "first", [study_id], author="ada")
            training_runs.begin(session, TrainingRun(run, "ada", now(), "meit-mini", "1a", {"since": None}))
            training_runs.finish(session, run, pack="meit-mini-r1", pack_sha256="2b", scores={"clinic": {"n": 1}})
            promotions.add(session, pack="meit-mini-r1", pack_sha256="2b", location="r1", author="ada", run_id=run)
    return study_id
