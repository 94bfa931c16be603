"""The database itself keeps what must not change, whoever asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meit_core.domain.study import StudyId

KEPT = {
    "waveforms": "packed",
    "source_files": "packed",
    "measurements": "figures",
    "drafts": "text",
    "draft_sentences": "text",
    "draft_findings": "probability",
    "report_revisions": "text",
    "signatures": "signed_at",
    "ratings": "scores",
    "audit_log": "username",
    "caliper_sets": "printed_name",
    "manual_marks": "printed_name",
    "guard_verdicts": "judged_at",
    "hold_out": "share",
    "campaigns": "name",
    "campaign_studies": "study_pk",
    "training_runs": "settings",
    "training_results": "scores",
    "pack_promotions": "reason",
}


@pytest.mark.parametrize(("table", "column"), KEPT.items(), ids=list(KEPT))
def test_rows_are_neither_changed_nor_removed(used: tuple[Path, StudyId], table: str, column: str) -> None:
    with closing(sqlite3.connect(used[0])) as connection:
        (rows,) = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()
        assert rows > 0, "without a row a trigger has nothing to refuse"
        for statement in (f"UPDATE {table} SET {column} = 0", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match="are kept as they are"):
                connection.execute(statement)
        assert connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (rows,)


@pytest.mark.parametrize("kind", ["edit", "signed"])
def test_no_revision_but_an_addendum_follows_a_signed_one(used: tuple[Path, StudyId], kind: str) -> None:
    insert = (
        "INSERT INTO report_revisions (revision_id, study_pk, number, kind, text, sha256, username, printed_name,"
        " created_at) VALUES ('r', 1, 9, ?, 'Forged.', 'ff', 'eve', 'Eve', 0)"
    )
    with closing(sqlite3.connect(used[0])) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="takes addenda only"):
            connection.execute(insert, (kind,))
        connection.execute(insert, ("addendum",))


def test_no_mark_follows_a_signature(used: tuple[Path, StudyId]) -> None:
    insert = (
        "INSERT INTO manual_marks (study_pk, marks, figures, username, printed_name, saved_at)"
        " VALUES (1, '{}', '{}', 'eve', 'Eve', 0)"
    )
    with (
        closing(sqlite3.connect(used[0])) as connection,
        pytest.raises(sqlite3.IntegrityError, match="measurements of a signed report stay"),
    ):
        connection.execute(insert)


def test_no_verdict_follows_a_signature(used: tuple[Path, StudyId]) -> None:
    insert = "INSERT INTO guard_verdicts (draft_pk, verdicts, judged_at) VALUES (1, '[]', 0)"
    with (
        closing(sqlite3.connect(used[0])) as connection,
        pytest.raises(sqlite3.IntegrityError, match="verdicts on a signed report stay"),
    ):
        connection.execute(insert)


def test_a_study_with_anything_hanging_on_it_stays(used: tuple[Path, StudyId]) -> None:
    from meit_core.store.database import connect

    with (
        closing(connect(used[0])) as connection,
        pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"),
    ):
        connection.execute("DELETE FROM studies")
