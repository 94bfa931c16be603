"""The guard's verdicts follow the measurements in force: those that a reader has set by hand count."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from meit_core.domain.draft import DraftId, DraftSentence
from meit_core.domain.study import StudyId
from meit_core.drafting.judging_anew import judged_anew, judged_statements
from meit_core.services.workspace import Workspace
from meit_core.store import details, drafts, studies
from meit_core.store.tables_studies import StudyRow


def judge_statements(
    ws: Workspace, *, study_id: StudyId, statements: Sequence[str], draft_id: DraftId | None = None
) -> tuple[DraftSentence, ...]:
    """Judge the statements of a report that is being written; nothing is stored.

    Parameters
    ----------
    statements
        All of the report's, in their order: one may exclude another.
    draft_id
        The draft whose findings count; ``None`` for none.

    Raises
    ------
    UserError
        There is no such study.
    """
    with ws.store.reading() as session:
        study = studies.row_of(session, study_id)
        measurements = details.measurements_in_force(session, study.pk)
        sex = details.patient_of(session, study).sex
        of_study = drafts.of_study(session, study.pk)
    draft = next((draft for draft in of_study if draft.draft_id == draft_id), None)
    return judged_statements(statements, draft=draft, measurements=measurements, sex=sex)


def judge_drafts_anew(session: Session, study: StudyRow) -> list[DraftId]:
    """Judge a study's drafts by the measurements in force; returns those whose verdicts are other ones now."""
    measurements = details.measurements_in_force(session, study.pk)
    sex = details.patient_of(session, study).sex
    changed: list[DraftId] = []
    for draft in drafts.of_study(session, study.pk):
        sentences = judged_anew(draft, measurements=measurements, sex=sex)
        if sentences != draft.sentences and draft.draft_id is not None:
            drafts.judge_anew(session, draft, sentences)
            changed.append(draft.draft_id)
    return changed
