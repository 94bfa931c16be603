"""Retrain the model, follow the run, keep what came of it, promote and roll back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes

if TYPE_CHECKING:
    from meit_core.services.retraining import Overview, Retrained, RetrainingOptions, RetrainingProcess


def look(*, lanes: Lanes, session: Session) -> Task:
    """See where retraining stands; the result is an ``Overview``."""

    def work(_job: JobContext) -> Overview:
        from meit_core.services import retraining

        return retraining.overview(session.workspace, actor=session.user)

    return lanes.database.submit("look at retraining", work)


def begin(*, lanes: Lanes, session: Session, options: RetrainingOptions) -> Task:
    """Begin a run and start its process, which is the result."""

    def work(_job: JobContext) -> RetrainingProcess:
        from meit_core.services import retraining

        begun = retraining.begin(session.workspace, actor=session.user, options=options)
        return _started(begun.folder)

    return lanes.database.submit("begin a retraining", work)


def go_on(*, lanes: Lanes, session: Session, folder: Path) -> Task:
    """Go on with an interrupted run; the result is its process."""

    def work(_job: JobContext) -> RetrainingProcess:
        from meit_core.services import retraining

        return _started(retraining.resumed(session.workspace, actor=session.user, folder=folder).folder)

    return lanes.database.submit("go on with a retraining", work)


def follow(*, lanes: Lanes, process: RetrainingProcess, offset: int) -> Task:
    """Read what a run has told since; the result is ``(events, offset, alive)``.

    Whether the process lives is asked before its progress is read: what a process has written by the time it ended is
    then never missed.
    """

    def work(_job: JobContext) -> tuple[list[dict[str, object]], int, bool]:
        from meit_core.services import retraining

        alive = process.is_alive
        return *retraining.read_events(process.folder, offset), alive

    return lanes.files.submit("follow a retraining", work)


def finish(*, lanes: Lanes, session: Session, folder: Path) -> Task:
    """Keep a run's result in the workspace; the result is ``Retrained``."""

    def work(_job: JobContext) -> Retrained:
        from meit_core.services import retraining

        return retraining.finish(session.workspace, actor=session.user, folder=folder)

    return lanes.database.submit("keep a retraining", work)


def promote(*, lanes: Lanes, session: Session, pack: Path, reason: str = "") -> Task:
    """Let a pack draft from now on; the result is the promotion."""

    def work(_job: JobContext) -> object:
        from meit_core.services import packs

        return packs.promote_pack(session.workspace, actor=session.user, pack=pack, reason=reason)

    return lanes.database.submit("promote a pack", work)


def roll_back(*, lanes: Lanes, session: Session) -> Task:
    """Go back to the pack before; the result is its name."""

    def work(_job: JobContext) -> str:
        from meit_core.services import packs

        return packs.roll_back(session.workspace, actor=session.user)

    return lanes.database.submit("roll back the pack", work)


def _started(folder: Path) -> RetrainingProcess:
    from meit_core.services import retraining

    process = retraining.RetrainingProcess(folder)
    process.start()
    return process
