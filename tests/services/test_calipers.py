"""Calipers: kept with who and when, appended, refused where nothing may be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from meit_core.domain.audit import AuditAction
from meit_core.domain.calipers import AmplitudeCaliper, IntervalMeaning, TimeCaliper
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import PermissionRefused, UserError
from meit_core.services import audit, reporting, worklist
from meit_core.services.calipers import save_calipers
from meit_core.services.workspace import Workspace, open_workspace
from tests.services.conftest import PASSWORD

SET = (
    TimeCaliper("II", 620, 30, beats=3, march_out=True),
    TimeCaliper("V5", 100, 200, meaning=IntervalMeaning.QT),
    AmplitudeCaliper("V2", 40, -0.125, 44, 1.1),
)


def calipers_of(workspace: Workspace, study_id: StudyId):
    return worklist.load_study(workspace, study_id=study_id).calipers


def test_what_was_saved_is_there_when_the_study_opens_again(
    workspace: Workspace, workspace_path: Path, reader: User, study_id: StudyId
) -> None:
    assert calipers_of(workspace, study_id) is None
    saved = save_calipers(workspace, actor=reader, study_id=study_id, calipers=SET)
    workspace.close()
    with open_workspace(workspace_path) as again:
        kept = calipers_of(again, study_id)
    assert kept == saved
    assert kept.calipers == SET
    assert kept.saved_by == "Dr. Rose"


def test_the_latest_set_counts_and_every_change_is_in_the_log(
    workspace: Workspace, admin: User, reader: User, study_id: StudyId
) -> None:
    save_calipers(workspace, actor=reader, study_id=study_id, calipers=SET)
    save_calipers(workspace, actor=admin, study_id=study_id, calipers=SET)  # nothing new
    save_calipers(workspace, actor=admin, study_id=study_id, calipers=())
    kept = calipers_of(workspace, study_id)
    assert kept.calipers == ()
    assert kept.saved_by == "Dr. Ada Łęcka"
    rows = [
        entry
        for entry in audit.list_audit(workspace, actor=admin, subject=study_id)
        if entry.action is AuditAction.CALIPERS_SAVED
    ]
    assert [(row.username, row.details["calipers"]) for row in rows] == [("ada", 0), ("rose", 3)]
    assert rows[0].details["before"] == rows[1].details["sha256"]
    assert audit.verify_audit(workspace).ok


def test_a_signed_report_takes_no_more_calipers(workspace: Workspace, reader: User, study_id: StudyId) -> None:
    before = save_calipers(workspace, actor=reader, study_id=study_id, calipers=SET)
    reporting.sign(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        text="Sinus rhythm.",
        meaning=SignatureMeaning.AUTHOR,
    )
    with pytest.raises(UserError, match="signed"):
        save_calipers(workspace, actor=reader, study_id=study_id, calipers=SET[:1])
    assert calipers_of(workspace, study_id) == before


def test_a_rater_and_a_second_opener_save_nothing(
    workspace: Workspace, workspace_path: Path, reader: User, rater: User, study_id: StudyId
) -> None:
    with pytest.raises(PermissionRefused):
        save_calipers(workspace, actor=rater, study_id=study_id, calipers=SET)
    with open_workspace(workspace_path) as second:
        assert second.read_only
        with pytest.raises(UserError):
            save_calipers(second, actor=reader, study_id=study_id, calipers=SET)
    assert calipers_of(workspace, study_id) is None


@pytest.mark.parametrize(
    ("calipers", "told"),
    [((TimeCaliper("II", 10, 1000),), "outside"), ((TimeCaliper("II", 10, 20),) * 101, "More than 100")],
)
def test_calipers_that_fit_no_recording_are_refused(
    workspace: Workspace, reader: User, study_id: StudyId, calipers: tuple[TimeCaliper, ...], told: str
) -> None:
    # The fixture's recording lasts 4 s at 250 Hz: 1000 samples, the last of which is number 999.
    with pytest.raises(UserError, match=told):
        save_calipers(workspace, actor=reader, study_id=study_id, calipers=calipers)


@pytest.mark.parametrize(
    "make",
    [
        lambda: TimeCaliper("V9", 0, 1),
        lambda: TimeCaliper("II", -1, 1),
        lambda: TimeCaliper("II", 0, 1, beats=10),
        lambda: TimeCaliper("II", 0, 1, beats=2, meaning=IntervalMeaning.QT),
        lambda: AmplitudeCaliper("II", 0, float("nan"), 0, 1.0),
    ],
)
def test_a_caliper_that_means_nothing_can_not_be_made(make) -> None:
    with pytest.raises(ValueError, match=r"lead|sample|beats|QT|finite"):
        make()
