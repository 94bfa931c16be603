"""Look at the worklist, open a study, find what to read next."""

from __future__ import annotations

from meit_core.domain.importing import QuarantinedFile
from meit_core.domain.study import Study, StudyDetail, StudyId, StudyStatus
from meit_core.services.workspace import Workspace
from meit_core.store import details, quarantine, studies


def list_studies(
    ws: Workspace, *, status: StudyStatus | None = None, search: str = "", limit: int = 100, offset: int = 0
) -> list[Study]:
    """Return part of the worklist: urgent studies first, then the newest recording.

    Parameters
    ----------
    search
        Words that must all occur in the patient's name or number, the file's name or the report, in any case and
        with or without accents; words of one or two letters are looked for in name, number and file only.
    """
    with ws.store.reading() as session:
        return studies.page(session, status=status, query=search, limit=limit, offset=offset)


def count_by_status(ws: Workspace) -> dict[StudyStatus, int]:
    """Return the number of studies in every status, zeros included."""
    with ws.store.reading() as session:
        return studies.counts(session)


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
        return studies.next_to_read(session, after=after)


def list_quarantine(ws: Workspace) -> list[QuarantinedFile]:
    """Return the files that could not be imported, the latest first."""
    with ws.store.reading() as session:
        return quarantine.all_files(session)
