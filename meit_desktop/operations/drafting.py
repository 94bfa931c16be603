"""Have the model draft a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from meit_core.domain.draft import Draft
from meit_core.domain.study import StudyId
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes

if TYPE_CHECKING:
    from meit_core.domain.attention import SentenceAttention
    from meit_core.drafting.engine import DraftEngine, DraftEvent, EngineInfo


class ModelKeeper:
    """Starts the drafting engine when it is first needed, and another one when another pack was promoted.

    The engine works on the model lane; closing it is allowed from any thread and ends what it is doing.

    Parameters
    ----------
    start
        Folder of a pack, or ``None`` for the one the program ships with -> engine.
    """

    def __init__(self, start: Callable[[Path | None], DraftEngine]) -> None:
        self._start = start
        self._engine: DraftEngine | None = None
        self._pack: Path | None = None

    def engine(self, session: Session) -> DraftEngine:
        """Return the engine with the pack that drafts in the session's workspace.

        Raises
        ------
        UserError
            The pack that was promoted is missing or is another one by now.
        """
        from meit_core.services.packs import active_pack

        pack = active_pack(session.workspace)
        if self._engine is not None and pack != self._pack:
            self.close()
        if self._engine is None:
            self._engine, self._pack = self._start(pack), pack
        return self._engine

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def start_host(pack: Path | None) -> DraftEngine:
    """Start the model host with a pack."""
    from meit_core.services.drafting import start_engine

    return start_engine(pack)


def warm_up(*, lanes: Lanes, session: Session, keeper: ModelKeeper) -> Task:
    """Load the pack ahead of the first draft; the result is the engine's description."""

    def work(job: JobContext) -> EngineInfo:
        return keeper.engine(session).describe(job=job)

    return lanes.model.submit("start the model", work)


def look_at_last_draft(*, lanes: Lanes, session: Session, keeper: ModelKeeper) -> Task:
    """Ask where the model looked for its last draft; the result is a tuple of :class:`SentenceAttention`."""

    def work(job: JobContext) -> tuple[SentenceAttention, ...]:
        from meit_core.services import drafting

        return drafting.look_at_last_draft(keeper.engine(session), job=job)

    return lanes.model.submit("look at the last draft", work)


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
        from meit_core.services.house_style import house_prompt

        return drafting.draft_study(
            session.workspace,
            keeper.engine(session),
            study_id=study_id,
            actor=session.user,
            prompt=house_prompt(session.workspace),
            on_event=on_event,
            job=job,
        )

    return lanes.model.submit("draft", work)
