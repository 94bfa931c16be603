"""What is probably wanted next is ready: the next study, never as it was before a change, and what measures."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from meit_core.services import reporting, worklist
from meit_desktop.flows.ready_to_measure import PREPARE_AFTER_MS
from meit_desktop.operations import worklist as operations
from tests.desktop.shell.conftest import Desk


def held(desk: Desk) -> str | None:
    ahead = desk.flows.reading._ahead
    return ahead._held[0] if ahead._held else None


def test_the_row_below_is_ready_and_shown_without_a_look_at_the_workspace(desk: Desk, monkeypatch) -> None:
    desk.run("first_study")
    desk.until(lambda: held(desk) == desk.studies[1].study_id)
    loads = []
    real = operations.open_study
    monkeypatch.setattr(operations, "open_study", lambda **named: loads.append(named["study_id"]) or real(**named))
    desk.run("next_study")
    desk.until(lambda: desk.detail.study.study_id == desk.studies[1].study_id)
    assert desk.studies[1].study_id not in loads
    desk.until(lambda: held(desk) == desk.studies[2].study_id)
    assert loads == [desk.studies[2].study_id]


def test_what_was_written_since_is_read_anew(desk: Desk) -> None:
    desk.run("first_study")
    following = desk.studies[1].study_id
    desk.until(lambda: held(desk) == following)
    session = desk.application.stage.session
    reporting.save_revision(session.workspace, actor=session.user, study_id=following, text="Written meanwhile.")
    desk.run("next_study")
    desk.until(lambda: desk.detail.study.study_id == following)
    assert [revision.text for revision in desk.detail.revisions] == ["Written meanwhile."]


def test_signing_out_lets_go_of_it(desk: Desk) -> None:
    desk.run("first_study")
    desk.until(lambda: held(desk) is not None)
    changes = desk.application.stage.session.workspace.changes
    worklist.list_studies(desk.application.stage.session.workspace)
    assert desk.application.stage.session.workspace.changes == changes
    desk.run("sign_out")
    assert held(desk) is None


def test_the_process_that_measures_is_started_while_the_reader_looks(desk: Desk) -> None:
    measurer = desk.application.stage.session.workspace.measurer
    assert measurer.pid is None
    desk.until(lambda: measurer.pid is not None)
    pid = measurer.pid
    desk.run("median_beat")
    desk.until(lambda: desk.flows.marking.is_shown)
    assert measurer.pid == pid


def test_nothing_is_started_for_somebody_who_has_signed_out(desk: Desk, qtbot: QtBot) -> None:
    measurer = desk.application.stage.session.workspace.measurer
    desk.run("sign_out")
    qtbot.wait(PREPARE_AFTER_MS + 300)
    assert measurer.pid is None
