"""Look at the worklist and open studies."""

from __future__ import annotations

from dataclasses import dataclass

from meit_core.domain.study import Study, StudyDetail, StudyId
from meit_core.domain.worklist import SavedFilter, WorklistCounts, WorklistFilter
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


@dataclass(frozen=True, slots=True)
class WorklistPage:
    """Some rows of the worklist."""

    studies: tuple[Study, ...]
    offset: int


def list_studies(*, lanes: Lanes, session: Session, wanted: WorklistFilter, limit: int, offset: int) -> Task:
    """Fetch a :class:`WorklistPage`."""

    def work(_job: JobContext) -> WorklistPage:
        from meit_core.services import worklist

        studies = worklist.find_studies(
            session.workspace, wanted=wanted, actor=session.user, limit=limit, offset=offset
        )
        return WorklistPage(tuple(studies), offset)

    return lanes.database.submit("list studies", work)


def count_worklist(*, lanes: Lanes, session: Session) -> Task:
    """Count all studies; the result is :class:`WorklistCounts`."""

    def work(_job: JobContext) -> WorklistCounts:
        from meit_core.services import worklist

        return worklist.count_worklist(session.workspace, actor=session.user)

    return lanes.database.submit("count studies", work)


def count_shown(*, lanes: Lanes, session: Session, wanted: WorklistFilter, at_most: int) -> Task:
    """Count what a filter shows; the result is a number, ``at_most`` where there are as many or more."""

    def work(job: JobContext) -> int:
        from meit_core.services import worklist

        job.check()
        return worklist.count_studies(session.workspace, wanted=wanted, actor=session.user, at_most=at_most)

    return lanes.database.submit("count what is shown", work)


def set_urgent(*, lanes: Lanes, session: Session, study_id: StudyId, urgent: bool) -> Task:
    """Mark a study urgent or routine; the result is the :class:`Study`."""

    def work(_job: JobContext) -> Study:
        from meit_core.services import worklist

        return worklist.set_urgent(session.workspace, actor=session.user, study_id=study_id, urgent=urgent)

    return lanes.database.submit("set priority", work)


def list_filters(*, lanes: Lanes, session: Session) -> Task:
    """Fetch the user's filters; the result is a tuple of :class:`SavedFilter`."""

    def work(_job: JobContext) -> tuple[SavedFilter, ...]:
        from meit_core.services import saved_filters

        return saved_filters.list_filters(session.workspace, actor=session.user)

    return lanes.database.submit("list filters", work)


def save_filter(*, lanes: Lanes, session: Session, name: str, wanted: WorklistFilter) -> Task:
    """Keep a filter under a name; the result is all of them."""

    def work(_job: JobContext) -> tuple[SavedFilter, ...]:
        from meit_core.services import saved_filters

        return saved_filters.save_filter(session.workspace, actor=session.user, name=name, wanted=wanted)

    return lanes.database.submit("save filter", work)


def delete_filter(*, lanes: Lanes, session: Session, name: str) -> Task:
    """Forget a filter; the result is the others."""

    def work(_job: JobContext) -> tuple[SavedFilter, ...]:
        from meit_core.services import saved_filters

        return saved_filters.delete_filter(session.workspace, actor=session.user, name=name)

    return lanes.database.submit("delete filter", work)


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
