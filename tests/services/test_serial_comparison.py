"""A study beside an earlier one of the same patient, from a real workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.measurement_difference import Standing
from meit_core.domain.record import EcgRecord, PatientInfo
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.serial_comparison import default_prior
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services import reporting, worklist
from meit_core.services.serial_comparison import compare_with_prior
from meit_core.services.workspace import Workspace
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_core.store import studies

PASSWORD = "correct horse"
JANE = PatientInfo("4711", "DOE, Jane")
BEFORE = SimulatedCase(heart_rate_bpm=64.0, pr_ms=160.0, seed=1)
NOW = SimulatedCase(heart_rate_bpm=66.0, pr_ms=220.0, seed=2)


def add(
    workspace: Workspace,
    case: SimulatedCase,
    *,
    year: int,
    patient: PatientInfo = JANE,
    record: EcgRecord | None = None,
) -> StudyId:
    made = record or simulate(case).record
    made = replace(
        made, patient=patient, acquired_at=datetime(year, 3, 2, 9, 14, tzinfo=UTC), source_name=f"{year}.simulated"
    )
    with workspace.store.writing() as session:
        return studies.add(session, studies.NewStudy.of(made, measure(made), (), simulated=True), author="test")


def sign(workspace: Workspace, actor: User, study_id: StudyId, text: str) -> None:
    reporting.sign(
        workspace, actor=actor, password=PASSWORD, study_id=study_id, text=text, meaning=SignatureMeaning.AUTHOR
    )


def test_the_known_difference_is_told_and_the_others_are_not(workspace: Workspace) -> None:
    prior, now = add(workspace, BEFORE, year=2020), add(workspace, NOW, year=2026)
    compared = compare_with_prior(workspace, study_id=now, prior_id=prior)
    found = {one.label: one for one in compared.differences}
    assert found["PR"].difference == pytest.approx(60, abs=8)
    assert found["PR"].wording == f"longer by {found['PR'].difference} ms"
    assert {one.standing for label, one in found.items() if label != "PR"} == {Standing.WITHIN}
    assert (compared.now.study.study_id, compared.prior.study.study_id) == (now, prior)
    assert compared.note == ""


def test_both_median_beats_come_along_on_one_fiducial(workspace: Workspace) -> None:
    prior, now = add(workspace, BEFORE, year=2020), add(workspace, NOW, year=2026)
    compared = compare_with_prior(workspace, study_id=now, prior_id=prior)
    assert compared.no_beats == ""
    beats = compared.now_beat, compared.prior_beat
    assert all(beat is not None for beat in beats)
    row = LEADS.index("II")
    # The same heart: R on R, the complexes lie over each other within a sample or two of the engine.
    peaks_ms = [beat.from_r_ms(int(np.argmax(beat.signal_mv[row]))) for beat in beats if beat]
    assert peaks_ms[0] == pytest.approx(peaks_ms[1], abs=4)


def test_a_recording_without_beats_is_compared_as_far_as_it_goes(workspace: Workspace) -> None:
    flat = EcgRecord(np.zeros((len(LEADS), 5000), np.float32), 500.0)
    prior, now = add(workspace, BEFORE, year=2020, record=flat), add(workspace, NOW, year=2026)
    compared = compare_with_prior(workspace, study_id=now, prior_id=prior)
    assert compared.no_beats.startswith("The prior recording: ")
    assert compared.prior_beat is None
    assert {one.standing for one in compared.differences} == {Standing.REFUSED}
    assert all(one.wording.startswith("Not measured before: ") for one in compared.differences)


def test_the_report_of_the_prior_is_its_signed_text_with_addenda(workspace: Workspace, reader: User) -> None:
    prior, now = add(workspace, BEFORE, year=2020), add(workspace, NOW, year=2026)
    assert compare_with_prior(workspace, study_id=now, prior_id=prior).prior_report.text == ""
    reporting.save_revision(workspace, actor=reader, study_id=prior, text="Sinus rhythm?")
    saved = compare_with_prior(workspace, study_id=now, prior_id=prior).prior_report
    assert (saved.text, saved.signed) == ("Sinus rhythm?", False)
    sign(workspace, reader, prior, "Sinus rhythm.")
    reporting.amend(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=prior,
        addendum="Lead V3 misplaced.",
        meaning=SignatureMeaning.AUTHOR,
    )
    signed = compare_with_prior(workspace, study_id=now, prior_id=prior).prior_report
    assert (signed.text, signed.signed) == ("Sinus rhythm.\n\nLead V3 misplaced.", True)


def test_the_latest_signed_prior_is_taken_first_else_the_latest(workspace: Workspace, reader: User) -> None:
    oldest, middle, _ = (add(workspace, replace(BEFORE, seed=year), year=year) for year in (2010, 2015, 2020))
    now = add(workspace, NOW, year=2026)

    def taken() -> StudyId | None:
        prior = default_prior(worklist.load_study(workspace, study_id=now).priors)
        return prior.study_id if prior else None

    assert taken() == worklist.load_study(workspace, study_id=now).priors[0].study_id
    sign(workspace, reader, oldest, "Sinus rhythm.")
    assert taken() == oldest
    sign(workspace, reader, middle, "Sinus rhythm.")
    assert taken() == middle
    assert default_prior(worklist.load_study(workspace, study_id=oldest).priors) is None


def test_only_an_earlier_study_of_the_same_patient_is_a_prior(workspace: Workspace) -> None:
    prior, now = add(workspace, BEFORE, year=2020), add(workspace, NOW, year=2026)
    stranger = add(workspace, replace(BEFORE, seed=9), year=2019, patient=PatientInfo("4712", "ROE, Jane"))
    for study_id, prior_id in ((now, stranger), (prior, now), (now, now)):
        with pytest.raises(UserError, match="no earlier ECG of the same patient"):
            compare_with_prior(workspace, study_id=study_id, prior_id=prior_id)
