"""The first administrator, signing in, roles and lock-out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meit_core.domain.audit import AuditAction
from meit_core.domain.users import Role, User
from meit_core.errors import PermissionRefused, UserError
from meit_core.services import audit, users
from meit_core.services.workspace import Workspace
from tests.services.conftest import PASSWORD


def test_the_first_user_is_an_administrator_and_there_is_only_one_first(workspace: Workspace) -> None:
    assert users.needs_first_admin(workspace)
    user = users.create_first_admin(workspace, username=" Ada ", printed_name="Dr.  Ada", password=PASSWORD)
    assert user == User("ada", "Dr. Ada", Role.ADMIN)
    assert not users.needs_first_admin(workspace)
    with pytest.raises(PermissionRefused, match="already has users"):
        users.create_first_admin(workspace, username="eve", printed_name="Eve", password=PASSWORD)


@pytest.mark.parametrize(
    ("username", "printed_name", "password", "message"),
    [
        ("", "Dr. Ada", PASSWORD, "user name can't be used"),
        ("os:root", "Dr. Ada", PASSWORD, "user name can't be used"),
        ("ada", "  ", PASSWORD, "printed name is missing"),
        ("ada", "Dr. Ada", "short", "fewer than 8"),
    ],
)
def test_what_cannot_be_registered(
    workspace: Workspace, username: str, printed_name: str, password: str, message: str
) -> None:
    with pytest.raises(UserError, match=message):
        users.create_first_admin(workspace, username=username, printed_name=printed_name, password=password)
    assert users.needs_first_admin(workspace)


def test_signing_in(workspace: Workspace, admin: User) -> None:
    assert users.sign_in(workspace, username="ADA", password=PASSWORD) == admin
    wrong = [("ada", "wrong horse"), ("nobody", PASSWORD), ("ada", "")]
    said = set()
    for username, password in wrong:
        with pytest.raises(PermissionRefused) as refused:
            users.sign_in(workspace, username=username, password=password)
        said.add(str(refused.value))
    assert len(said) == 1, "the message must not tell which of the two is wrong"


def test_a_password_typed_as_the_name_is_not_written_down(
    workspace: Workspace, workspace_path: Path, admin: User
) -> None:
    with pytest.raises(PermissionRefused):
        users.sign_in(workspace, username="mySecretHorse", password="")
    workspace.close()
    assert b"ysecrethorse" not in workspace_path.read_bytes().lower()


def test_no_password_is_stored(workspace: Workspace, workspace_path: Path, admin: User) -> None:
    workspace.close()
    content = workspace_path.read_bytes()
    assert PASSWORD.encode() not in content
    assert b"$argon2id$" in content


def test_five_wrong_passwords_pause_the_account_for_a_while(
    workspace: Workspace, workspace_path: Path, admin: User
) -> None:
    for _ in range(5):
        with pytest.raises(PermissionRefused, match="is wrong"):
            users.sign_in(workspace, username="ada", password="guess")
    with pytest.raises(PermissionRefused, match="paused until"):
        users.sign_in(workspace, username="ada", password=PASSWORD)
    with closing(sqlite3.connect(workspace_path)) as connection:  # the time passes
        connection.execute("UPDATE users SET refused_until = refused_until - 16 * 60 * 1000000")
        connection.commit()
    assert users.sign_in(workspace, username="ada", password=PASSWORD) == admin


def test_a_right_password_ends_the_count(workspace: Workspace, admin: User) -> None:
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(PermissionRefused, match="is wrong"):
                users.sign_in(workspace, username="ada", password="guess")
        users.sign_in(workspace, username="ada", password=PASSWORD)


def test_a_locked_user_is_out_at_once_even_when_signed_in(workspace: Workspace, admin: User, reader: User) -> None:
    assert users.set_locked(workspace, actor=admin, username="rose", locked=True).locked
    with pytest.raises(PermissionRefused, match="locked"):
        users.sign_in(workspace, username="rose", password=PASSWORD)
    with pytest.raises(PermissionRefused, match="locked"):
        users.list_users(workspace, actor=reader)
    users.set_locked(workspace, actor=admin, username="rose", locked=False)
    assert users.sign_in(workspace, username="rose", password=PASSWORD) == reader


def test_an_administrator_ends_a_pause(workspace: Workspace, admin: User, reader: User) -> None:
    for _ in range(5):
        with pytest.raises(PermissionRefused):
            users.sign_in(workspace, username="rose", password="guess")
    users.set_locked(workspace, actor=admin, username="rose", locked=False)
    assert users.sign_in(workspace, username="rose", password=PASSWORD) == reader


def test_the_only_administrator_can_not_be_locked(workspace: Workspace, admin: User) -> None:
    with pytest.raises(UserError, match="only administrator"):
        users.set_locked(workspace, actor=admin, username="ada", locked=True)
    users.add_user(workspace, actor=admin, username="bea", printed_name="Dr. Bea", role=Role.ADMIN, password=PASSWORD)
    assert users.set_locked(workspace, actor=admin, username="ada", locked=True).locked


def test_only_administrators_manage_users(workspace: Workspace, admin: User, reader: User, rater: User) -> None:
    for actor in (reader, rater):
        with pytest.raises(PermissionRefused, match="administrator"):
            users.list_users(workspace, actor=actor)
        with pytest.raises(PermissionRefused, match="administrator"):
            users.set_locked(workspace, actor=actor, username="ada", locked=True)
        with pytest.raises(PermissionRefused, match="administrator"):
            users.add_user(
                workspace, actor=actor, username="eve", printed_name="Eve", role=Role.ADMIN, password=PASSWORD
            )
    assert [user.username for user in users.list_users(workspace, actor=admin)] == ["ada", "rita", "rose"]


def test_the_role_on_record_counts_not_the_one_claimed(workspace: Workspace, rater: User) -> None:
    claimed = User(rater.username, rater.printed_name, Role.ADMIN)
    with pytest.raises(PermissionRefused, match="administrator"):
        users.list_users(workspace, actor=claimed)


def test_a_name_is_taken_once(workspace: Workspace, admin: User, reader: User) -> None:
    with pytest.raises(UserError, match="already a user"):
        users.add_user(
            workspace, actor=admin, username="ROSE", printed_name="Rose", role=Role.READER, password=PASSWORD
        )


def test_the_operator_of_the_command_line_administers_under_a_name_nobody_else_can_have(
    workspace: Workspace, admin: User
) -> None:
    operator = users.operator()
    users.add_user(
        workspace, actor=operator, username="rose", printed_name="Dr. Rose", role=Role.READER, password=PASSWORD
    )
    newest = audit.list_audit(workspace, actor=admin, limit=1)[0]
    assert newest.action is AuditAction.USER_ADDED
    assert newest.username == operator.username
    assert newest.username.startswith("os:")
