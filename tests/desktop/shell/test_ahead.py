"""The next study is loaded ahead, and never shown when the workspace has changed since."""

from __future__ import annotations

from meit_core.services import reporting, worklist
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
