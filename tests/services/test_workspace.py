"""Opening a workspace: new, again, twice, foreign, damaged, from the future."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import EnvironmentFault, UserError
from meit_core.services import audit, exporting, reporting, users, worklist
from meit_core.services.workspace import Workspace, default_folder, open_demo_workspace, open_workspace
from tests.services.conftest import PASSWORD


def test_the_default_place_is_made_and_is_for_its_owner_only(own_home: Path) -> None:
    with open_workspace() as ws:
        assert ws.path.parent == default_folder()
        assert own_home in ws.path.parents
        assert not ws.read_only
        if sys.platform != "win32":
            assert stat.S_IMODE(ws.path.stat().st_mode) == 0o600
            assert stat.S_IMODE(ws.path.parent.stat().st_mode) == 0o700


def test_a_folder_means_the_workspace_in_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as ws:
        assert ws.path == tmp_path / "workspace.meit"


def test_a_folder_with_odd_signs_in_its_name_works(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "50% Łęcka ?#&" / "w o.meit") as ws:
        assert users.needs_first_admin(ws)
    assert (tmp_path / "50% Łęcka ?#&" / "w o.meit").is_file()


def test_what_was_saved_is_there_when_opened_again(
    workspace: Workspace, workspace_path: Path, reader: User, study_id: StudyId
) -> None:
    reporting.save_revision(workspace, actor=reader, study_id=study_id, text="Sinus rhythm.")
    workspace.close()
    with open_workspace(workspace_path) as again:
        detail = worklist.load_study(again, study_id=study_id)
        assert [revision.text for revision in detail.revisions] == ["Sinus rhythm."]
        assert not users.needs_first_admin(again)


def test_a_closed_workspace_says_so(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()
    with pytest.raises(UserError, match="closed"):
        worklist.list_studies(workspace)


def test_a_second_window_looks_but_does_not_write(
    workspace: Workspace, workspace_path: Path, reader: User, study_id: StudyId, tmp_path: Path
) -> None:
    with open_workspace(workspace_path) as second:
        assert second.read_only
        assert "already open, on this computer since" in second.read_only_reason
        assert [study.study_id for study in worklist.list_studies(second)] == [study_id]
        with pytest.raises(EnvironmentFault, match=r"can't be changed now.*already open"):
            reporting.save_revision(second, actor=reader, study_id=study_id, text="Second window.")
        reporting.save_revision(workspace, actor=reader, study_id=study_id, text="First window.")
        assert worklist.load_study(second, study_id=study_id).revisions[0].text == "First window."
        assert users.sign_in(second, username="rose", password=PASSWORD) == reader
        exporting.export_pdf(second, actor=reader, study_id=study_id, path=tmp_path / "second.pdf")
    workspace.close()
    with open_workspace(workspace_path) as after:
        assert not after.read_only


def test_looking_only_keeps_nobody_from_writing(workspace: Workspace, workspace_path: Path) -> None:
    workspace.close()
    with open_workspace(workspace_path, read_only=True) as looking, open_workspace(workspace_path) as writing:
        assert looking.read_only
        assert not writing.read_only


def test_a_lock_that_can_not_be_made_is_not_taken_for_another_window(
    workspace: Workspace, workspace_path: Path
) -> None:
    workspace.close()
    lock = workspace_path.with_name("workspace.meit.lock")
    lock.unlink()
    lock.mkdir()
    with open_workspace(workspace_path) as ws:
        assert "can't be locked for writing" in ws.read_only_reason


def test_looking_at_nothing_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no workspace"):
        open_workspace(tmp_path / "absent.meit", read_only=True)
    assert not list(tmp_path.iterdir())


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    path = tmp_path / "w.meit"
    script = f"""
        import os, signal
        from pathlib import Path
        from meit_core.services.workspace import open_workspace
        ws = open_workspace(Path({str(path)!r}))
        print(ws.read_only, flush=True)
        input()
    """
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "False\n"
    with open_workspace(path) as second:
        assert second.read_only
    child.kill()
    child.communicate()
    with open_workspace(path) as ws:
        assert not ws.read_only


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty"),
        (b"Dear colleague, ...", "not a MEIT workspace"),
        (b"SQLite format 3\0" + b"\xff" * 4096, "not a MEIT workspace|damaged"),
    ],
)
def test_what_is_no_workspace_is_refused_and_left_alone(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "other.meit"
    path.write_bytes(content)
    with pytest.raises(UserError, match=message):
        open_workspace(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "browser.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(UserError, match="not a MEIT workspace"):
        open_workspace(path)
    assert path.read_bytes() == before


def test_a_workspace_cut_short_is_called_damaged(workspace: Workspace, workspace_path: Path, study_id: StudyId) -> None:
    workspace.close()
    whole = workspace_path.read_bytes()
    workspace_path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(UserError, match=r"damaged.*backup"), open_workspace(workspace_path) as ws:
        worklist.load_study(ws, study_id=study_id)


def test_a_workspace_from_a_newer_version_is_refused_unchanged(workspace: Workspace, workspace_path: Path) -> None:
    workspace.close()
    with closing(sqlite3.connect(workspace_path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = workspace_path.read_bytes()
    with pytest.raises(UserError, match=r"newer version.*Update the program"):
        open_workspace(workspace_path)
    assert workspace_path.read_bytes() == before


def test_no_permission_for_a_new_workspace_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EnvironmentFault, match="can't be made here"):
        open_workspace(tmp_path / "file" / "w.meit")


def test_the_demo_is_filled_once_and_remembers(own_home: Path) -> None:
    ws, demo = open_demo_workspace()
    with ws:
        studies = worklist.list_studies(ws)
        assert len(studies) >= 8
        assert all(study.simulated for study in studies)
        assert sum(study.prior_count > 0 for study in studies) >= 2
        assert (demo.username, demo.printed_name, demo.may_administer) == ("demo", "Dr. Demo", True)
        study_id = studies[0].study_id
        reporting.sign(
            ws, actor=demo, password="demo", study_id=study_id, text="Normal ECG.", meaning=SignatureMeaning.AUTHOR
        )
        detail = worklist.load_study(ws, study_id=study_id)
        assert detail.record.device == "MEIT simulator"
        assert detail.measurements.heart_rate_bpm is not None
    again, same = open_demo_workspace()
    with again:
        assert same == demo
        assert len(worklist.list_studies(again)) == len(studies)
        assert worklist.load_study(again, study_id=study_id).signature is not None
        assert audit.verify_audit(again).ok


def test_a_real_workspace_is_not_opened_as_the_demo(workspace: Workspace, workspace_path: Path, admin: User) -> None:
    workspace.close()
    with pytest.raises(UserError, match="real workspace"):
        open_demo_workspace(workspace_path)
    with open_workspace(workspace_path) as ws:
        assert not ws.read_only
        assert worklist.list_studies(ws) == []
