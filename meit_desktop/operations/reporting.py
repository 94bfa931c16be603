"""Save, sign and amend a report, rate its draft, write its PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from meit_core.domain.display_filter import DisplayFilter
from meit_core.domain.draft import DraftId, DraftSentence
from meit_core.domain.rating import Criterion, Rating
from meit_core.domain.report import ReportRevision, Signature, SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.jobs import JobContext
from meit_desktop.session import Session
from meit_desktop.tasks.lane import Task
from meit_desktop.tasks.lanes import Lanes


class WrittenPdf(Protocol):
    """What is known of a PDF that was written."""

    @property
    def path(self) -> Path: ...

    @property
    def pages(self) -> int: ...


def judge_statements(
    *, lanes: Lanes, session: Session, study_id: StudyId, statements: tuple[str, ...], draft_id: DraftId | None
) -> Task:
    """Ask the guard about a report's statements; the result is a tuple of :class:`DraftSentence`, one for each."""

    def work(_job: JobContext) -> tuple[DraftSentence, ...]:
        from meit_core.services import judging

        return judging.judge_statements(session.workspace, study_id=study_id, statements=statements, draft_id=draft_id)

    return lanes.database.submit("judge statements", work)


def save_report(*, lanes: Lanes, session: Session, study_id: StudyId, text: str, draft_id: DraftId | None) -> Task:
    """Keep the text as a new revision."""

    def work(_job: JobContext) -> ReportRevision:
        from meit_core.services import reporting

        return reporting.save_revision(
            session.workspace, actor=session.user, study_id=study_id, text=text, draft_id=draft_id
        )

    return lanes.database.submit("save report", work)


def sign_report(
    *,
    lanes: Lanes,
    session: Session,
    study_id: StudyId,
    text: str,
    password: str,
    meaning: SignatureMeaning,
    draft_id: DraftId | None,
) -> Task:
    """Sign the text; the password is asked for again and checked here."""

    def work(_job: JobContext) -> Signature:
        from meit_core.services import reporting

        return reporting.sign(
            session.workspace,
            actor=session.user,
            password=password,
            study_id=study_id,
            text=text,
            meaning=meaning,
            draft_id=draft_id,
        )

    return lanes.database.submit("sign report", work)


def amend_report(
    *, lanes: Lanes, session: Session, study_id: StudyId, addendum: str, password: str, meaning: SignatureMeaning
) -> Task:
    """Add a signed addendum; the signed text stays as it is."""

    def work(_job: JobContext) -> Signature:
        from meit_core.services import reporting

        return reporting.amend(
            session.workspace,
            actor=session.user,
            password=password,
            study_id=study_id,
            addendum=addendum,
            meaning=meaning,
        )

    return lanes.database.submit("amend report", work)


def rate_draft(
    *,
    lanes: Lanes,
    session: Session,
    study_id: StudyId,
    draft_id: DraftId,
    scores: Mapping[Criterion, int],
    comment: str,
) -> Task:
    """Store the four scores of one draft."""

    def work(_job: JobContext) -> Rating:
        from meit_core.services import rating

        return rating.rate(
            session.workspace,
            actor=session.user,
            study_id=study_id,
            draft_id=draft_id,
            scores=scores,
            comment=comment,
        )

    return lanes.database.submit("rate draft", work)


def export_pdf(*, lanes: Lanes, session: Session, study_id: StudyId, path: Path, display_filter: DisplayFilter) -> Task:
    """Write the study's PDF, its tracing filtered as on the screen."""

    def work(_job: JobContext) -> WrittenPdf:
        from meit_core.services import exporting

        return exporting.export_pdf(
            session.workspace, actor=session.user, study_id=study_id, path=path, display_filter=display_filter
        )

    return lanes.files.submit("write PDF", work)
