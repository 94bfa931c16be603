"""From old files to the present tables, with a way back."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from meit_core.domain.study import StudyId
from meit_core.errors import UserError
from meit_core.services import audit, users, worklist
from meit_core.services.workspace import open_workspace
from meit_core.store import migrating
from meit_core.store.tables import METADATA

FILES = Path(__file__).resolve().parent / "files"
MIGRATIONS = Path(migrating.__file__).resolve().parent / "migrations"

STEP = '''
"""A step after the last one."""
import sqlalchemy as sa
from alembic import op
revision = "t001"
down_revision = {before!r}
branch_labels = depends_on = None

def upgrade() -> None:
    with op.batch_alter_table("studies") as studies:
        studies.add_column(sa.Column("ward", sa.String(), nullable=False, server_default=""))
    {then}
'''


@pytest.fixture
def more_steps(tmp_path: Path) -> Path:
    folder = tmp_path / "later steps"
    folder.mkdir()
    return folder


def write_step(folder: Path, then: str = "pass") -> None:
    (folder / "t001_ward.py").write_text(STEP.format(before=migrating.HEAD, then=then))


def columns(path: Path, table: str) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def test_the_version_written_down_is_the_newest_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == migrating.HEAD


def test_the_steps_make_the_tables_that_are_mapped(used: tuple[Path, StudyId]) -> None:
    engine = create_engine(f"sqlite:///{used[0]}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or not name.startswith("study_search"),
            },
        )
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_step_is_taken_and_a_backup_lies_beside(used: tuple[Path, StudyId], more_steps: Path) -> None:
    path, _ = used
    write_step(more_steps)
    before = columns(path, "studies")
    backup = migrating.migrate(path, migrating.HEAD, [more_steps])
    assert columns(path, "studies") == before | {"ward"}
    assert backup.parent == path.parent
    assert columns(backup, "studies") == before
    for file in (path, backup):
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("SELECT COUNT(*) FROM report_revisions").fetchone() == (1,)
            with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
                connection.execute("UPDATE report_revisions SET text = ''")
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_step_that_fails_leaves_the_workspace_as_it_was(used: tuple[Path, StudyId], more_steps: Path) -> None:
    path, study_id = used
    write_step(more_steps, then="op.execute('SELECT * FROM nowhere')")
    before = columns(path, "studies")
    with pytest.raises(Exception, match="nowhere"):
        migrating.migrate(path, migrating.HEAD, [more_steps])
    assert columns(path, "studies") == before
    with open_workspace(path) as ws:
        assert worklist.load_study(ws, study_id=study_id).signature is not None
        assert audit.verify_audit(ws).ok


def test_a_step_that_forgets_a_trigger_is_refused(used: tuple[Path, StudyId], more_steps: Path) -> None:
    """Rebuilding a table, as Alembic does for most changes in SQLite, silently drops its triggers."""
    write_step(
        more_steps,
        then="rebuild = op.batch_alter_table('ratings', recreate='always')\n    with rebuild as ratings:\n"
        "        ratings.add_column(sa.Column('seconds', sa.Double()))",
    )
    with pytest.raises(RuntimeError, match="ratings_no_update"):
        migrating.migrate(used[0], migrating.HEAD, [more_steps])
    assert "seconds" not in columns(used[0], "ratings")


def test_an_older_version_that_opens_it_afterwards_refuses(used: tuple[Path, StudyId], more_steps: Path) -> None:
    path, _ = used
    write_step(more_steps)
    migrating.migrate(path, migrating.HEAD, [more_steps])
    with pytest.raises(UserError, match="newer version"):
        open_workspace(path)
    migrating.check_known("t001", [more_steps])


@pytest.mark.parametrize("packed", sorted(FILES.glob("*.meit.gz")), ids=lambda path: path.name)
def test_workspaces_of_every_released_version_open(packed: Path, tmp_path: Path) -> None:
    """Files written by the version that introduced each step, kept for ever."""
    path = tmp_path / packed.stem
    with gzip.open(packed) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    with open_workspace(path) as ws:
        assert not ws.read_only
        (study,) = worklist.list_studies(ws, search="jane signed")
        detail = worklist.load_study(ws, study_id=study.study_id)
        assert detail.record.lead("II")[:3].tolist() == pytest.approx([0.5, 0.501, 0.502])
        assert detail.record.notes == ("Lead V6 is flat.",)
        assert detail.measurements.heart_rate_bpm == 71.5
        assert detail.measurements.qtc_ms.bazett == 430.0
        assert detail.measurements.r_peaks == (10, 220)
        assert detail.measurements.quality == {"V6": "flat"}
        assert detail.drafts[0].findings[0].code == "SR"
        assert detail.ratings[0].scores["completeness"] == 4
        assert detail.signature is not None
        assert detail.signature.printed_name == "Dr. Ada"
        assert users.sign_in(ws, username="ada", password="correct horse").may_administer
        assert audit.verify_audit(ws).ok


def test_there_is_a_file_of_the_present_version() -> None:
    assert (FILES / f"workspace-{migrating.HEAD}.meit.gz").is_file()
