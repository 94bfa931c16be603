"""Look at the worklist, open a study, find what to read next."""

from __future__ import annotations

from datetime import datetime

from meit_core.domain.audit import AuditAction
from meit_core.domain.importing import QuarantinedFile
from meit_core.domain.record import Sex
from meit_core.domain.study import Study, StudyDetail, StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.domain.worklist import WorklistCounts, WorklistFilter
from meit_core.errors import UserError
from meit_core.services.workspace import Workspace
from meit_core.store import audit, details, quarantine, rights, studies
from meit_core.store import worklist as rows
from meit_core.store.worklist import Limits, Wanted


def list_studies(
    ws: Workspace, *, status: StudyStatus | None = None, search: str = "", limit: int = 100, offset: int = 0
) -> list[Study]:
    """Return part of the worklist: urgent studies first, then the newest recording.

    Parameters
    ----------
    search
        As in :class:`WorklistFilter`.
    """
    return find_studies(ws, wanted=WorklistFilter(status=status, search=search), limit=limit, offset=offset)


def find_studies(
    ws: Workspace, *, wanted: WorklistFilter, actor: User | None = None, limit: int = 100, offset: int = 0
) -> list[Study]:
    """Return part of what a filter shows, in its order, urgent studies first.

    Words are found at the beginning of any word, in any case, with or without accents, umlauts also spelt out
    (``mueller``), names also without their apostrophe (``oneill``). Numbers are found from either end (``4711`` finds
    P0004711 and 20264711), dates of the recording and of birth as ``2026-03``, ``2026-03-02`` or ``2.3.2026``. Words of
    one or two letters are looked for in name, number and file only.

    Parameters
    ----------
    actor
        Whom "mine" is about.
    """
    with ws.store.reading() as session:
        return rows.page(session, _wanted(wanted, actor), limit=limit, offset=offset)


def count_studies(ws: Workspace, *, wanted: WorklistFilter, actor: User | None = None, at_most: int = 10_000) -> int:
    """Return how many studies a filter shows; ``at_most`` where there are as many or more."""
    with ws.store.reading() as session:
        return rows.count(session, _wanted(wanted, actor), at_most=at_most)


def count_by_status(ws: Workspace) -> dict[StudyStatus, int]:
    """Return the number of studies in every status, zeros included."""
    return count_worklist(ws).by_status


def count_worklist(ws: Workspace, *, actor: User | None = None) -> WorklistCounts:
    """Return how many studies there are in every status, urgent, and begun by the actor."""
    with ws.store.reading() as session:
        return rows.counts(session, reader=actor.username if actor else "")


def set_urgent(ws: Workspace, *, actor: User, study_id: StudyId, urgent: bool) -> Study:
    """Mark a study urgent, so that it stands first, or routine again; the log says who did.

    A signature ends the urgency.

    Raises
    ------
    PermissionRefused
        The actor rates only, or is locked.
    UserError
        There is no such study, or its report is signed.
    EnvironmentFault
        The workspace can't be changed now.
    """
    with ws.store.writing() as session:
        reader = rights.require_reader(session, actor)
        row = studies.row_of(session, study_id)
        if urgent and row.status in (StudyStatus.CONFIRMED, StudyStatus.AMENDED):
            raise UserError("This report is signed, so nothing about it is urgent.", "Mark a study that is to be read.")
        if studies.set_urgent(session, row, urgent):
            before, after = ("routine", "urgent") if urgent else ("urgent", "routine")
            audit.append(session, AuditAction.PRIORITY_CHANGED, study_id, actor=reader, before=before, after=after)
        return studies.one(session, study_id)


def load_study(ws: Workspace, *, study_id: StudyId) -> StudyDetail:
    """Return everything about a study.

    Raises
    ------
    UserError
        There is no such study, its samples are damaged, or its signed text was changed outside the program.
    """
    with ws.store.reading() as session:
        return details.load(session, study_id)


def next_unread(ws: Workspace, *, after: StudyId | None = None) -> StudyId | None:
    """Return the next study nobody has read, in the worklist's order and from its top again at the end.

    A study that only the model has drafted is still to be read.
    """
    with ws.store.reading() as session:
        return rows.next_to_read(session, after=after)


def list_quarantine(ws: Workspace) -> list[QuarantinedFile]:
    """Return the files that could not be imported, the latest first."""
    with ws.store.reading() as session:
        return quarantine.all_files(session)


def _wanted(wanted: WorklistFilter, actor: User | None) -> Wanted:
    judged = wanted.abnormal_rate or wanted.abnormal_qtc
    return Wanted(
        wanted,
        reader=actor.username if actor else "",
        today=datetime.now().astimezone().date(),
        limits=_limits() if judged else None,
    )


def _limits() -> Limits:
    """The limits of the criteria that flag a value beside the tracing, so that a filter and a flag can't disagree."""
    from meit_core.knowledge.criteria import load_criteria

    def limit(code: str, measurement: str, side: str) -> dict[Sex, float]:
        conditions = load_criteria().by_code[code].conditions
        condition = next(one for one in conditions if one.measurement == measurement)
        return dict(getattr(condition, side))

    long_ms = limit("LNGQT", "qtc_ms.framingham", "low")
    long_ms.setdefault(Sex.UNKNOWN, min(long_ms.values()))
    return Limits(
        rate_bpm=(
            limit("BRADY", "heart_rate_bpm", "high")[Sex.UNKNOWN],
            limit("STACH", "heart_rate_bpm", "low")[Sex.UNKNOWN],
        ),
        qtc_short_ms=limit("SHORTQT", "qtc_ms.framingham", "high")[Sex.UNKNOWN],
        qtc_long_ms=long_ms,
    )
