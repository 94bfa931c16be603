"""From an old workspace to the present tables: a backup first, then all steps in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from meit_core.errors import UserError
from meit_core.store import backup
from meit_core.store.base import now
from meit_core.store.database import Access, connect
from meit_core.store.faults import plain_faults

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD: Final = "0007"
"""The newest step in `migrations/versions`. Written here, so that opening a present workspace needn't load Alembic."""

APPLICATION_ID: Final = 0x4D454954
"""``MEIT`` in the file's header: other programs' databases are told apart by it (sqlite.org/pragma.html)."""

_MIGRATIONS: Final = Path(__file__).resolve().parent / "migrations"
_NOT_OURS: Final = UserError("The file is a database, but not a MEIT workspace.", "Choose another file.")


def create(path: Path) -> None:
    """Make an empty workspace at ``path``, which must not exist; it appears complete or not at all.

    Raises
    ------
    EnvironmentFault
        The file can't be made.
    """
    unfinished = path.with_name(f".{path.name}.new")
    leftovers = [
        unfinished,
        unfinished.with_name(f"{unfinished.name}-wal"),
        unfinished.with_name(f"{unfinished.name}-shm"),
    ]
    try:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        with plain_faults(), closing(connect(unfinished)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode = WAL")
        upgrade(unfinished)
        unfinished.replace(path)
    finally:
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)


def version_of(path: Path, access: Access) -> str:
    """Return which step a workspace's tables are at.

    Raises
    ------
    UserError
        It is another program's database.
    EnvironmentFault
        It is damaged or can't be opened.
    """
    with plain_faults(), closing(connect(path, access)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID:
            raise _NOT_OURS
        try:
            versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.OperationalError as fault:
            if "no such table" not in str(fault):
                raise
            raise _NOT_OURS from fault
    return str(versions[0][0]) if versions else ""


def check_known(version: str, more_steps: Sequence[Path] = ()) -> None:
    """Refuse a version that this program has no step for.

    Raises
    ------
    UserError
        The workspace was written by a newer version of the program.
    """
    from alembic.script import ScriptDirectory

    known = {step.revision for step in ScriptDirectory.from_config(_config(more_steps)).walk_revisions()}
    if version not in known:
        raise UserError(
            "This workspace was written by a newer version of the program.",
            "It is unchanged. Update the program on this computer, then open it again.",
        )


def migrate(path: Path, version: str, more_steps: Sequence[Path] = ()) -> Path:
    """Bring a workspace to the present tables and return the backup that was made before.

    The backup lies beside the file. Where a step fails, the file is left as it was.

    Parameters
    ----------
    more_steps
        Folders with further steps, for tests of the machinery itself.

    Raises
    ------
    EnvironmentFault
        There is no room for the backup or for the change.
    """
    copy = path.with_name(f"{path.stem}.before-update-of-{version}-{now():%Y%m%d-%H%M%S}{path.suffix}")
    backup.copy_file(path, copy)
    upgrade(path, more_steps)
    return copy


def upgrade(path: Path, more_steps: Sequence[Path] = ()) -> None:
    """Run all steps that are missing, in one transaction."""
    from alembic import command
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    config = _config(more_steps)
    with plain_faults(), engine.connect() as connection:
        # Rebuilding a table drops the old one; SQLite allows switching the checks off only outside a transaction.
        connection.connection.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            before = _triggers(connection)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if lost := before - _triggers(connection):
                raise RuntimeError(f"a migration step lost triggers: {', '.join(sorted(lost))}")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("a migration step broke a reference between tables")


def _triggers(connection: Connection) -> set[str]:
    """Names of all triggers: rebuilding a table drops those on it, and with them the promise to keep its rows."""
    return set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())


def _config(more_steps: Sequence[Path]) -> Config:
    from alembic.config import Config

    config = Config()
    # A per cent sign in a folder's name would otherwise be taken for a reference to another option.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    if more_steps:
        folders = [_MIGRATIONS / "versions", *more_steps]
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", "\n".join(str(folder).replace("%", "%%") for folder in folders))
    return config
