"""An open workspace file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from meit_core.domain.audit import AuditAction
from meit_core.domain.draft import Draft
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.store import audit, backup, drafts, rights, studies
from meit_core.store.database import Access, Database
from meit_core.store.lock import WorkspaceLock


class Store:
    """Tables of one workspace; usable from several threads at once.

    Attributes
    ----------
    read_only_reason
        Plain sentence why nothing can be changed; empty where it can.
    """

    def __init__(self, database: Database, access: Access, lock: WorkspaceLock | None) -> None:
        self._database = database
        self._access = access
        self._lock = lock

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def read_only_reason(self) -> str:
        return self._database.read_only_reason

    @property
    def changes(self) -> int:
        """How often something was written through this store: the same number means that nothing was since."""
        return self._database.changes

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """See :meth:`Database.reading`."""
        with self._database.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """See :meth:`Database.writing`."""
        with self._database.writing() as session:
            yield session

    def add_draft(self, study_id: StudyId, draft: Draft, actor: User) -> Draft:
        """Store a draft and return it with its id and time; called on the model's thread.

        Raises
        ------
        UserError
            No such study, no right to draft, or the workspace can't be changed now.
        """
        with self.writing() as session:
            reader = rights.require_reader(session, actor)
            stored = drafts.add(session, studies.row_of(session, study_id), draft, author=reader.username)
            audit.append(
                session,
                AuditAction.DRAFT_STORED,
                study_id,
                actor=reader,
                draft=stored.draft_id,
                pack=draft.pack,
                pack_sha256=draft.pack_sha256,
                complete=draft.complete,
            )
        return stored

    def copy_to(self, target: Path) -> None:
        """Write a complete copy, while others may go on working; raises like :func:`backup.copy`."""
        backup.copy_file(self.path, target, Access.LOOK if self._access is Access.WRITE else self._access)

    def close(self) -> None:
        """Finish what is being written and let others write; a second call does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()
