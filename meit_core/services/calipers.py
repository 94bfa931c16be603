"""Keep the calipers that a reader has set with the study."""

from __future__ import annotations

from collections.abc import Sequence

from meit_core.domain.audit import AuditAction
from meit_core.domain.calipers import MOST_CALIPERS, Caliper, CaliperSet
from meit_core.domain.study import StudyId, StudyStatus
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.workspace import Workspace
from meit_core.store import audit, rights, studies
from meit_core.store import calipers as stored

_SIGNED = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)


def save_calipers(ws: Workspace, *, actor: User, study_id: StudyId, calipers: Sequence[Caliper]) -> CaliperSet:
    """Keep these as the study's calipers, with who and when; an empty list removes all from the next reader's sheet.

    Earlier sets stay in the workspace. Saving what is already the latest set adds nothing and returns that one.

    Raises
    ------
    UserError
        The report is signed, a caliper lies outside the recording, there are more than
        :data:`~meit_core.domain.calipers.MOST_CALIPERS`, there is no such study, or the workspace can't be changed now.
    PermissionRefused
        The actor rates only, or is locked.
    """
    if len(calipers) > MOST_CALIPERS:
        raise UserError(f"More than {MOST_CALIPERS} calipers can't be saved.", "Delete those you don't need.")
    with ws.store.writing() as session:
        author = rights.require_reader(session, actor)
        study = studies.row_of(session, study_id)
        if study.status in _SIGNED:
            raise UserError(
                "The report is signed, so new calipers aren't saved.", "You can still measure on the screen."
            )
        if any(max(caliper.start_sample, caliper.end_sample) >= study.n_samples for caliper in calipers):
            raise UserError("A caliper lies outside the recording.", "Open the study again and set it anew.")
        latest = stored.of_study(session, study.pk)
        if latest is not None and latest.calipers == tuple(calipers):
            return latest
        saved = stored.add(session, study, calipers, author=author)
        audit.append(
            session,
            AuditAction.CALIPERS_SAVED,
            study_id,
            actor=author,
            calipers=len(saved.calipers),
            sha256=stored.content_hash(saved.calipers),
            before=stored.content_hash(latest.calipers) if latest else None,
        )
    return saved
