"""What is on the screen once a report has been signed."""

from __future__ import annotations

from PySide6.QtTest import QTest

from meit_core.domain.study import StudyStatus
from meit_core.services.worklist import load_study, next_unread
from meit_desktop.dialogs.sign import SignDialog
from meit_desktop.settings import ADVANCE
from tests.desktop.shell.conftest import Desk


def sign(desk: Desk) -> str:
    """Write, sign and return the study that was signed."""
    study_id = desk.detail.study.study_id
    desk.report.add_statement("Sinus rhythm.")
    desk.run("sign")
    dialog = desk.dialog(SignDialog)
    QTest.keyClicks(dialog.form.password, "demo")
    dialog.sign_button.click()
    workspace = desk.application.stage.session.workspace
    desk.until(lambda: load_study(workspace, study_id=study_id).study.status is StudyStatus.CONFIRMED)
    return study_id


def test_the_next_unread_study_comes_by_itself(desk: Desk) -> None:
    signed = desk.detail.study.study_id
    expected = next_unread(desk.application.stage.session.workspace, after=signed)
    assert sign(desk) == signed
    desk.until(lambda: desk.detail.study.study_id != signed)
    assert desk.detail.study.study_id == expected
    assert desk.detail.study.status is StudyStatus.UNREAD


def test_the_signed_report_stays_for_who_wants_to_see_it(desk: Desk) -> None:
    desk.application.stage.settings.set(ADVANCE, False)
    signed = sign(desk)
    desk.until(lambda: desk.detail.study.status is StudyStatus.CONFIRMED)
    assert desk.detail.study.study_id == signed
