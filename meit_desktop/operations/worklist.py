"""Look at the worklist and open studies."""

from __future__ import annotations

from dataclasses import dataclass

from meit_core.domain.study import Study, StudyDetail, StudyId, StudyStatus
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


@dataclass(frozen=True, slots=True)
class WorklistPage:
    """Some rows of the worklist, and how many studies there are per status."""

    studies: tuple[Study, ...]
    offset: int
    counts: dict[StudyStatus, int]


def list_studies(
    *, lanes: Lanes, session: Session, status: StudyStatus | None, search: str, limit: int, offset: int
) -> Task:
    """Fetch a :class:`WorklistPage`."""

    def work(_job: JobContext) -> WorklistPage:
        from meit_core.services import worklist

        studies = worklist.list_studies(session.workspace, status=status, search=search, limit=limit, offset=offset)
        return WorklistPage(tuple(studies), offset, worklist.count_by_status(session.workspace))

    return lanes.database.submit("list studies", work)


def open_study(*, lanes: Lanes, session: Session, study_id: StudyId) -> Task:
    """Load one study whole."""

    def work(_job: JobContext) -> StudyDetail:
        from meit_core.services import worklist

        return worklist.load_study(session.workspace, study_id=study_id)

    return lanes.database.submit("open study", work)


def find_next_unread(*, lanes: Lanes, session: Session, after: StudyId | None) -> Task:
    """Find the next study nobody has read; the result is its id or ``None``."""

    def work(_job: JobContext) -> StudyId | None:
        from meit_core.services import worklist

        return worklist.next_unread(session.workspace, after=after)

    return lanes.database.submit("find next unread", work)


def list_quarantine(*, lanes: Lanes, session: Session) -> Task:
    """List the files that could not be read, with reasons."""

    def work(_job: JobContext) -> tuple[object, ...]:
        from meit_core.services import worklist

        return tuple(worklist.list_quarantine(session.workspace))

    return lanes.database.submit("list quarantine", work)
