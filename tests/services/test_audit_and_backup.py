"""The audit log notices tampering; a backup is a whole workspace."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from meit_core.domain.audit import AuditAction
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import PermissionRefused, UserError
from meit_core.model.packs.pack import read_pack
from meit_core.services import reporting, worklist
from meit_core.services.audit import list_audit, verify_audit
from meit_core.services.backup import back_up
from meit_core.services.packs import active_pack, promote_pack
from meit_core.services.workspace import Workspace, open_workspace
from tests.services.conftest import PASSWORD
from tests.tiny_pack import write_tiny_pack


@pytest.fixture
def signed(workspace: Workspace, reader: User, study_id: StudyId) -> StudyId:
    reporting.save_revision(workspace, actor=reader, study_id=study_id, text="Draft of a report.")
    reporting.sign(
        workspace,
        actor=reader,
        password=PASSWORD,
        study_id=study_id,
        text="Signed report.",
        meaning=SignatureMeaning.AUTHOR,
    )
    return study_id


def tamper(path: Path, statements: Iterable[str]) -> None:
    """What somebody with the file and an SQL tool can do."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_every_change_is_on_record(workspace: Workspace, admin: User, reader: User, signed: StudyId) -> None:
    entries = list_audit(workspace, actor=admin)[::-1]
    assert [(entry.seq, entry.username, entry.action) for entry in entries] == [
        (1, "program", AuditAction.WORKSPACE_CREATED),
        (2, "ada", AuditAction.USER_ADDED),
        (3, "ada", AuditAction.USER_ADDED),
        (4, "rose", AuditAction.STUDY_IMPORTED),
        (5, "rose", AuditAction.REVISION_SAVED),
        (6, "rose", AuditAction.REPORT_SIGNED),
    ]
    (last,) = list_audit(workspace, actor=admin, subject=signed, limit=1)
    assert (last.details["before"], last.details["after"]) == ("unconfirmed", "confirmed")
    assert "Signed report" not in str(entries)
    assert verify_audit(workspace).rows == 6
    with pytest.raises(PermissionRefused):
        list_audit(workspace, actor=reader)


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        (
            ["DROP TRIGGER audit_log_no_update", "UPDATE audit_log SET username = 'ada' WHERE seq = 5"],
            "Row 5 .* changed",
        ),
        (["DROP TRIGGER audit_log_no_update", "UPDATE audit_log SET at = at + 1 WHERE seq = 2"], "Row 2 .* changed"),
        (["DROP TRIGGER audit_log_no_delete", "DELETE FROM audit_log WHERE seq = 5"], "Row 5 .* missing"),
        (["DROP TRIGGER audit_log_no_delete", "DELETE FROM audit_log WHERE seq = 6"], "no matching row"),
        (["DROP TRIGGER audit_log_no_delete", "DELETE FROM audit_log"], "no matching row"),
        (["DROP TRIGGER signatures_no_delete", "DELETE FROM signatures"], "signature that the audit log names"),
        (
            ["DROP TRIGGER signatures_no_update", "UPDATE signatures SET content_sha256 = 'ff'"],
            "no matching row",
        ),
    ],
    ids=["name", "time", "row", "last row", "all rows", "signature", "signed hash"],
)
def test_tampering_is_noticed(
    workspace: Workspace, workspace_path: Path, signed: StudyId, statements: list[str], problem: str
) -> None:
    assert verify_audit(workspace).ok
    workspace.close()
    tamper(workspace_path, statements)
    with open_workspace(workspace_path) as ws:
        check = verify_audit(ws)
    assert not check.ok
    assert re.search(problem, check.problem)


def test_a_backup_of_an_open_workspace_is_a_whole_workspace(
    workspace: Workspace, admin: User, signed: StudyId, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    done = back_up(workspace, actor=admin, path=folder)
    assert done.path.parent == folder
    assert done.n_bytes == done.path.stat().st_size
    assert [item.name for item in folder.iterdir()] == [done.path.name]
    reporting.amend(
        workspace,
        actor=admin,
        password=PASSWORD,
        study_id=signed,
        addendum="After the backup.",
        meaning=SignatureMeaning.AUTHOR,
    )
    with open_workspace(done.path) as copy:
        detail = worklist.load_study(copy, study_id=signed)
        assert [revision.text for revision in detail.revisions] == ["Draft of a report.", "Signed report."]
        assert verify_audit(copy).ok
        assert list_audit(copy, actor=admin, limit=1)[0].action is AuditAction.WORKSPACE_BACKED_UP


def test_a_backup_drafts_with_the_pack_that_was_promoted(workspace: Workspace, admin: User, tmp_path: Path) -> None:
    write_tiny_pack(tmp_path / "house")
    promote_pack(workspace, actor=admin, pack=tmp_path / "house", reason="Ours.")
    folder = tmp_path / "backups"
    folder.mkdir()
    done = back_up(workspace, actor=admin, path=folder)
    with open_workspace(done.path) as copy:
        active = active_pack(copy)
        assert active is not None and active.is_relative_to(folder)
        assert read_pack(active).sha256 == read_pack(tmp_path / "house").sha256
    assert done.n_bytes > done.path.stat().st_size
    done.path.unlink()  # its packs stay, and are not written over
    with pytest.raises(UserError, match="already a folder"):
        back_up(workspace, actor=admin, path=done.path)


def test_a_backup_replaces_nothing(workspace: Workspace, admin: User, tmp_path: Path) -> None:
    path = tmp_path / "copy.meit"
    path.write_text("something else")
    with pytest.raises(UserError, match="already a file"):
        back_up(workspace, actor=admin, path=path)
    with pytest.raises(UserError, match="folder for the backup"):
        back_up(workspace, actor=admin, path=tmp_path / "absent" / "copy.meit")
    assert path.read_text() == "something else"


def test_only_administrators_back_up(workspace: Workspace, reader: User, tmp_path: Path) -> None:
    with pytest.raises(PermissionRefused):
        back_up(workspace, actor=reader, path=tmp_path)
