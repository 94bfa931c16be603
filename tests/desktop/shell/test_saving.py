"""No text is left before it is safe."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from meit_core.errors import EnvironmentFault
from meit_core.services import reporting
from meit_core.services.worklist import load_study
from meit_desktop.dialogs.question import Question
from tests.desktop.shell.conftest import Desk

FULL = EnvironmentFault("The disk is full.", "Make room, then save again.")


class Disk:
    """A disk that can be full: stands in for the one below the workspace."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        save = reporting.save_revision

        def save_unless_full(*arguments, **named):
            if self.full:
                raise FULL
            return save(*arguments, **named)

        monkeypatch.setattr(reporting, "save_revision", save_unless_full)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def stored_text(desk: Desk, study_id: str) -> str:
    revisions = load_study(desk.application.stage.session.workspace, study_id=study_id).revisions
    return revisions[-1].text if revisions else ""


def write(desk: Desk, text: str) -> str:
    desk.report.add_statement(text)
    return desk.detail.study.study_id


def test_moving_on_saves_first(desk: Desk) -> None:
    study_id = write(desk, "Sinus rhythm.")
    desk.run("next_study")
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert stored_text(desk, study_id) == "Sinus rhythm."


def test_closing_saves_first(desk: Desk) -> None:
    study_id = write(desk, "Sinus bradycardia.")
    workspace = desk.application.stage.session.workspace
    desk.window.close()
    desk.until(lambda: not desk.window.isVisible())
    assert load_study(workspace, study_id=study_id).revisions[-1].text == "Sinus bradycardia."


def test_the_footer_is_honest(desk: Desk, disk: Disk) -> None:
    write(desk, "Sinus rhythm.")
    desk.run("save")
    desk.until(lambda: desk.window.footer.saved_text.startswith("saved "))
    disk.full = True
    write(desk, "Left axis deviation.")
    desk.run("save")
    desk.until(lambda: desk.window.footer.saved_text == "could not save")
    assert "disk is full" in desk.report.message.text


def test_a_text_that_can_not_be_saved_is_not_left_unasked(desk: Desk, disk: Disk) -> None:
    disk.full = True
    study_id = write(desk, "Sinus rhythm.")
    desk.run("next_study")
    question = desk.dialog(Question)
    assert desk.detail.study.study_id == study_id
    question.reject()
    assert desk.detail.study.study_id == study_id
    assert desk.report.text == "Sinus rhythm."
    assert desk.window.desk.worklist.current_study_id == study_id

    desk.run("next_study")
    question = desk.dialog(Question)
    disk.full = False
    question.choices["retry"].click()
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert stored_text(desk, study_id) == "Sinus rhythm."


def test_leaving_without_saving_must_be_said(desk: Desk, disk: Disk) -> None:
    disk.full = True
    study_id = write(desk, "Sinus rhythm.")
    desk.run("next_study")
    desk.dialog(Question).choices["leave"].click()
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert stored_text(desk, study_id) == ""


def test_the_window_stays_open_over_an_unsaved_text(desk: Desk, disk: Disk) -> None:
    disk.full = True
    write(desk, "Sinus rhythm.")
    desk.window.close()
    question = desk.dialog(Question)
    assert desk.window.isVisible()
    question.choices["stay"].click()
    QApplication.processEvents()
    assert desk.window.isVisible()
