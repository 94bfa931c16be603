"""Calipers on the whole application: saved with the study, read back, refused in words, never lost silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from meit_core.domain.calipers import IntervalMeaning, TimeCaliper
from meit_core.domain.report import SignatureMeaning
from meit_core.errors import EnvironmentFault
from meit_core.services import calipers as service
from meit_core.services import reporting
from meit_core.services.worklist import load_study
from meit_core.services.workspace import open_workspace
from meit_desktop.dialogs.question import Question
from tests.desktop.shell.conftest import Desk

FULL = EnvironmentFault("The disk is full.", "Make room, then save again.")


class Disk:
    """A disk that can be full: stands in for the one below the workspace."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        save = service.save_calipers

        def save_unless_full(*arguments, **named):
            if self.full:
                raise FULL
            return save(*arguments, **named)

        monkeypatch.setattr(service, "save_calipers", save_unless_full)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def stored(desk: Desk, study_id: str):
    kept = load_study(desk.application.stage.session.workspace, study_id=study_id).calipers
    return kept.calipers if kept else None


def on_screen(desk: Desk):
    return desk.flows.trace.calipers.calipers.calipers


def standing(desk: Desk) -> str:
    return desk.flows.trace.calipers.bar.standing.text()


def set_one(desk: Desk) -> str:
    desk.run("caliper_time")
    return desk.detail.study.study_id


def test_a_caliper_is_saved_by_itself_and_says_when_and_by_whom(desk: Desk) -> None:
    study_id = set_one(desk)
    assert standing(desk) == "Not saved yet"
    desk.until(lambda: standing(desk).startswith("Saved "))
    assert standing(desk).endswith("by Dr. Demo")
    assert stored(desk, study_id) == on_screen(desk)


def test_calipers_are_there_when_the_study_is_opened_again(desk: Desk) -> None:
    study_id = set_one(desk)
    desk.run("caliper_qt")
    desk.run("caliper_amplitude")
    set_before = on_screen(desk)
    desk.run("next_study")
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert on_screen(desk) == ()
    assert stored(desk, study_id) == set_before
    desk.flows.reading.open(study_id)
    desk.until(lambda: desk.detail.study.study_id == study_id)
    assert on_screen(desk) == set_before
    assert set_before[0].meaning is IntervalMeaning.QT
    assert standing(desk).endswith("by Dr. Demo")


def test_closing_saves_first(desk: Desk) -> None:
    study_id = set_one(desk)
    workspace, kept = desk.application.stage.session.workspace, on_screen(desk)
    desk.window.close()
    desk.until(lambda: not desk.window.isVisible())
    assert load_study(workspace, study_id=study_id).calipers.calipers == kept


def test_an_undone_caliper_is_gone_from_the_workspace_too(desk: Desk) -> None:
    study_id = set_one(desk)
    desk.until(lambda: stored(desk, study_id) is not None and len(stored(desk, study_id)) == 1)
    desk.run("caliper_undo")
    desk.until(lambda: stored(desk, study_id) == ())


def test_calipers_that_can_not_be_saved_are_not_left_unasked(desk: Desk, disk: Disk) -> None:
    disk.full = True
    study_id = set_one(desk)
    desk.until(lambda: standing(desk) == "Could not save")
    assert "disk is full" in desk.window.notice.text
    desk.run("next_study")
    question = desk.dialog(Question)
    assert desk.detail.study.study_id == study_id
    question.reject()
    assert len(on_screen(desk)) == 1

    desk.run("next_study")
    question = desk.dialog(Question)
    disk.full = False
    question.choices["retry"].click()
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert len(stored(desk, study_id)) == 1


def test_leaving_without_saving_must_be_said(desk: Desk, disk: Disk) -> None:
    disk.full = True
    study_id = set_one(desk)
    desk.run("next_study")
    desk.dialog(Question).choices["leave"].click()
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert stored(desk, study_id) is None


def test_on_a_signed_study_measuring_goes_on_and_says_that_nothing_is_saved(desk: Desk) -> None:
    study_id = set_one(desk)
    desk.until(lambda: standing(desk).startswith("Saved "))
    kept = on_screen(desk)
    session = desk.application.stage.session
    reporting.sign(
        session.workspace,
        actor=session.user,
        password="demo",
        study_id=study_id,
        text="Sinus rhythm.",
        meaning=SignatureMeaning.AUTHOR,
    )
    desk.flows.reading.refresh()
    desk.until(lambda: "the report is signed" in standing(desk))
    desk.run("caliper_amplitude")
    assert len(on_screen(desk)) == 2
    assert desk.flows.measuring.is_settled
    desk.run("next_study")
    desk.until(lambda: desk.detail.study.study_id != study_id)
    assert stored(desk, study_id) == kept
    assert standing(desk) == ""


def test_a_read_only_workspace_says_so_and_still_measures(
    make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "demo.meit"
    copy.write_bytes(demo_file.read_bytes())
    with open_workspace(copy):
        desk = make_desk(path=copy)
        desk.start()
        study_id = set_one(desk)
        assert standing(desk) == "On this screen only, not saved: read-only workspace."
        assert len(on_screen(desk)) == 1
        assert desk.flows.measuring.is_settled
        assert stored(desk, study_id) is None


def test_readings_are_on_the_clipboard_without_the_patient(desk: Desk) -> None:
    set_one(desk)
    desk.run("caliper_copy")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Calipers (unfiltered recording)\nLead ")
    assert desk.detail.study.patient.name.split(",")[0] not in text
    assert "copied as text" in desk.window.notice.text


def test_only_what_is_possible_is_offered(desk: Desk) -> None:
    def possible() -> set[str]:
        names = [name for name in desk.application.commands.names if name.startswith("caliper")]
        return {name for name in names if desk.window.actions_table[name].isEnabled()}

    starts = {"calipers", "caliper_time", "caliper_amplitude"}
    assert possible() == starts
    desk.run("calipers")
    assert possible() == starts
    desk.run("caliper_amplitude")
    assert possible() == starts | {"caliper_undo", "caliper_delete", "caliper_copy"}
    desk.run("caliper_time")
    of_time = {"caliper_march", "caliper_beats", "caliper_qt", "caliper_rr"}
    assert possible() == starts | of_time | {"caliper_undo", "caliper_delete", "caliper_copy"}
    desk.run("caliper_undo")
    assert "caliper_redo" in possible()
    desk.run("calipers")
    assert possible() == starts


def test_keys_reach_the_calipers_and_not_the_commands_or_the_report(desk: Desk) -> None:
    trace = desk.flows.trace
    desk.window.activateWindow()
    set_one(desk)
    before = on_screen(desk)[0]
    assert isinstance(before, TimeCaliper)
    for key, keys in (
        (Qt.Key.Key_3, None),
        (Qt.Key.Key_Right, None),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):
        QTest.keyClick(trace, key, keys or Qt.KeyboardModifier.NoModifier)
    assert on_screen(desk) == (TimeCaliper(before.lead, before.start_sample, before.end_sample, beats=3),)
    QTest.keyClick(trace, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "mean of 3" in QGuiApplication.clipboard().text()
    QTest.keyClick(trace, Qt.Key.Key_Delete)
    assert on_screen(desk) == ()


def test_the_menu_shows_the_tracings_own_keys(desk: Desk) -> None:
    table = desk.window.actions_table
    assert table["caliper_delete"].text().endswith("\tDel")
    assert [key.toString() for key in table["caliper_march"].shortcuts()] == ["O"]
