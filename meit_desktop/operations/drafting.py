"""Have the model draft a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from meit_core.domain.draft import Draft
from meit_core.domain.study import StudyId
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes

if TYPE_CHECKING:
    from meit_core.drafting.engine import DraftEngine, DraftEvent, EngineInfo


class ModelKeeper:
    """Starts the drafting engine when it is first needed and keeps it.

    The engine works on the model lane; closing it is allowed from any thread and ends what it is doing.
    """

    def __init__(self, start: Callable[[], DraftEngine]) -> None:
        self._start = start
        self._engine: DraftEngine | None = None

    def engine(self) -> DraftEngine:
        if self._engine is None:
            self._engine = self._start()
        return self._engine

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def start_bundled_engine() -> DraftEngine:
    """Start the model host with the pack in use."""
    from meit_core.services.drafting import start_engine

    return start_engine()


def warm_up(*, lanes: Lanes, keeper: ModelKeeper) -> Task:
    """Load the pack ahead of the first draft; the result is the engine's description."""

    def work(job: JobContext) -> EngineInfo:
        return keeper.engine().describe(job=job)

    return lanes.model.submit("start the model", work)


def draft_study(
    *,
    lanes: Lanes,
    session: Session,
    keeper: ModelKeeper,
    study_id: StudyId,
    on_event: Callable[[DraftEvent], None],
) -> Task:
    """Draft a study's report; ``on_event`` is called on the model lane's thread, the result is the stored draft."""

    def work(job: JobContext) -> Draft:
        from meit_core.services import drafting

        return drafting.draft_study(
            session.workspace, keeper.engine(), study_id=study_id, actor=session.user, on_event=on_event, job=job
        )

    return lanes.model.submit("draft", work)
