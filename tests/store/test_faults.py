"""SQLite's faults as a clinician meets them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from meit_core.domain.study import StudyId
from meit_core.errors import EnvironmentFault
from meit_core.services.workspace import open_workspace
from meit_core.store import settings
from meit_core.store.database import Access, connect
from meit_core.store.faults import plain_faults
from meit_core.store.tables_people import UserRow


def test_a_full_disk(used: tuple[Path, StudyId]) -> None:
    with closing(connect(used[0])) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(EnvironmentFault, match=r"disk is full.*saved before is safe"), plain_faults():
            connection.execute("INSERT INTO settings VALUES ('k', ?)", ("x" * 100_000,))


def test_somebody_else_writing_for_long(used: tuple[Path, StudyId]) -> None:
    with closing(connect(used[0])) as first, closing(connect(used[0])) as second:
        second.execute("PRAGMA busy_timeout = 1")
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFault, match="busy"), plain_faults():
            second.execute("BEGIN IMMEDIATE")


def test_a_connection_for_looking_changes_nothing(used: tuple[Path, StudyId]) -> None:
    refused = pytest.raises(EnvironmentFault, match="write-protected")
    with closing(connect(used[0], Access.LOOK)) as connection, refused, plain_faults():
        connection.execute("DELETE FROM settings")


def test_our_own_mistakes_are_not_dressed_up_and_show_no_data(used: tuple[Path, StudyId]) -> None:
    row = {"username": "ada", "printed_name": "DOE, Jane", "role": "reader", "password_hash": "", "created_at": None}
    with open_workspace(used[0]) as ws, pytest.raises(IntegrityError) as mistake, ws.store.writing() as session:
        session.add(UserRow(**row))
    assert "DOE" not in str(mistake.value)


def test_a_change_that_fails_half_way_leaves_nothing(used: tuple[Path, StudyId]) -> None:
    with open_workspace(used[0]) as ws:
        with pytest.raises(ZeroDivisionError), ws.store.writing() as session:
            settings.put(session, settings.LETTERHEAD, "Heart Centre")
            session.flush()
            raise ZeroDivisionError
        with ws.store.reading() as session:
            assert settings.get(session, settings.LETTERHEAD) is None


def test_commits_wait_for_the_disk(used: tuple[Path, StudyId]) -> None:
    """FULL is 2 (sqlite.org/pragma.html#pragma_synchronous): in WAL mode anything less may lose a commit."""
    with closing(connect(used[0])) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert sqlite3.sqlite_version_info >= (3, 34), "trigram search needs SQLite 3.34"
