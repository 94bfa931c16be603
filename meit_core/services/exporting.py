"""Write PDFs, of a study or of a recording that is in no workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meit_core.domain.audit import AuditAction
from meit_core.domain.display_filter import UNFILTERED, DisplayFilter
from meit_core.domain.draft import Draft
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.report import ReportRevision, RevisionKind
from meit_core.domain.study import StudyDetail, StudyId
from meit_core.domain.users import User
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.pdf import write_report_pdf
from meit_core.services.workspace import Workspace
from meit_core.store import audit, details, rights, settings


@dataclass(frozen=True, slots=True)
class ExportedPdf:
    """A PDF that was written."""

    path: Path
    pages: int


def export_pdf(
    ws: Workspace, *, actor: User, study_id: StudyId, path: Path, display_filter: DisplayFilter = UNFILTERED
) -> ExportedPdf:
    """Write a study's report: signed with its signature and addenda, otherwise marked as unconfirmed.

    Works on a read-only workspace too; only the audit log then can't note it.

    Parameters
    ----------
    display_filter
        How the tracing is printed; every page names it.

    Raises
    ------
    UserError
        There is no such study, or the folder doesn't exist.
    EnvironmentFault
        The PDF can't be written.
    PermissionRefused
        The actor rates only, or is locked.
    """
    with ws.store.reading() as session:
        rights.require_reader(session, actor)
        detail = details.load(session, study_id)
        letterhead = str(settings.get(session, settings.LETTERHEAD, ""))
    pages = write_report_pdf(_document(detail, letterhead, display_filter), path)
    if not ws.read_only:
        with ws.store.writing() as session:
            audit.append(
                session, AuditAction.REPORT_EXPORTED, study_id, actor=actor, format="pdf", status=detail.study.status
            )
    return ExportedPdf(path, pages)


def write_record_pdf(
    *, record: EcgRecord, measurements: Measurements, text: str, draft: Draft | None, path: Path
) -> ExportedPdf:
    """Write the PDF of a recording outside any workspace, always marked as unconfirmed.

    Raises
    ------
    UserError
        The folder doesn't exist.
    EnvironmentFault
        The PDF can't be written.
    """
    document = ReportDocument(record=record, measurements=measurements, text=text, drafted_by=draft)
    return ExportedPdf(path, write_report_pdf(document, path))


def _document(detail: StudyDetail, letterhead: str, display_filter: DisplayFilter) -> ReportDocument:
    report = _report(detail)
    drafted_by = _draft_behind(detail, report)
    return ReportDocument(
        record=detail.record,
        measurements=detail.measurements,
        study=detail.study,
        text=report.text if report else (drafted_by.text if drafted_by else ""),
        drafted_by=drafted_by,
        signature=detail.signature,
        addenda=tuple(item for item in detail.revisions if item.kind is RevisionKind.ADDENDUM),
        status=detail.study.status,
        clinic=letterhead,
        display_filter=display_filter,
    )


def _report(detail: StudyDetail) -> ReportRevision | None:
    """The signed text where there is one, else the latest saved one."""
    texts = [revision for revision in detail.revisions if revision.kind is not RevisionKind.ADDENDUM]
    return texts[-1] if texts else None


def _draft_behind(detail: StudyDetail, report: ReportRevision | None) -> Draft | None:
    """The draft a text began with; where nobody has written anything yet, the latest one."""
    if report is None:
        return detail.drafts[-1] if detail.drafts else None
    return next((draft for draft in detail.drafts if draft.draft_id == report.draft_id), None)
