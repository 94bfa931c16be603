"""Save, sign and amend a report."""

from __future__ import annotations

from sqlalchemy.orm import Session

from meit_core.domain.audit import AuditAction
from meit_core.domain.draft import DraftId
from meit_core.domain.report import ReportRevision, RevisionKind, Signature, SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.errors import UserError
from meit_core.services.users import confirm_password
from meit_core.services.workspace import Workspace
from meit_core.store import audit, drafts, reports, rights, studies
from meit_core.store.tables_reports import DraftRow
from meit_core.store.tables_studies import StudyRow


def save_revision(
    ws: Workspace, *, actor: User, study_id: StudyId, text: str, draft_id: DraftId | None = None
) -> ReportRevision:
    """Keep a text as the report's new revision; when this returns, it is on disk.

    Saving what is already the latest revision adds nothing and returns that one.

    Raises
    ------
    UserError
        The report is signed, there is no such study or draft, or the workspace can't be changed now.
    PermissionRefused
        The actor rates only, or is locked.
    """
    with ws.store.writing() as session:
        author = rights.require_reader(session, actor)
        study = studies.row_of(session, study_id)
        latest = reports.latest_of(session, study.pk)
        if latest and latest.kind is RevisionKind.EDIT and (latest.text, latest.draft_id) == (text, draft_id):
            return latest
        revision = reports.add_revision(
            session,
            study,
            kind=RevisionKind.EDIT,
            text=text,
            author=author,
            draft=_draft(session, study, draft_id),
        )
        audit.append(
            session,
            AuditAction.REVISION_SAVED,
            study_id,
            actor=author,
            revision=revision.revision_id,
            sha256=revision.sha256,
            before=latest.sha256 if latest else None,
        )
    return revision


def sign(
    ws: Workspace,
    *,
    actor: User,
    password: str,
    study_id: StudyId,
    text: str,
    meaning: SignatureMeaning,
    draft_id: DraftId | None = None,
) -> Signature:
    """Sign a report: its text becomes the last but for addenda, bound to the signature by hash.

    Raises
    ------
    UserError
        The text is empty, the report is signed already, or there is no such study or draft.
    PermissionRefused
        Wrong password, or the actor may not sign.
    """
    _check_text(text, "There is no report to sign.")
    _check_signable(ws, actor, study_id, signed=False)
    confirm_password(ws, actor=actor, password=password)
    return _add_signed(
        ws,
        actor=actor,
        study_id=study_id,
        text=text,
        kind=RevisionKind.SIGNED,
        meaning=meaning,
        action=AuditAction.REPORT_SIGNED,
        draft_id=draft_id,
    )


def amend(
    ws: Workspace, *, actor: User, password: str, study_id: StudyId, addendum: str, meaning: SignatureMeaning
) -> Signature:
    """Add a signed addendum; the signed text stays as it is.

    Raises
    ------
    UserError
        The addendum is empty, the report isn't signed, or there is no such study.
    PermissionRefused
        Wrong password, or the actor may not sign.
    """
    _check_text(addendum, "The addendum is empty.")
    _check_signable(ws, actor, study_id, signed=True)
    confirm_password(ws, actor=actor, password=password)
    return _add_signed(
        ws,
        actor=actor,
        study_id=study_id,
        text=addendum,
        kind=RevisionKind.ADDENDUM,
        meaning=meaning,
        action=AuditAction.REPORT_AMENDED,
        draft_id=None,
    )


def _add_signed(
    ws: Workspace,
    *,
    actor: User,
    study_id: StudyId,
    text: str,
    kind: RevisionKind,
    meaning: SignatureMeaning,
    action: AuditAction,
    draft_id: DraftId | None,
) -> Signature:
    with ws.store.writing() as session:
        signer = rights.require_reader(session, actor)
        study = studies.row_of(session, study_id)
        before = study.status
        revision = reports.add_revision(
            session, study, kind=kind, text=text, author=signer, draft=_draft(session, study, draft_id)
        )
        signature = reports.add_signature(session, revision, signer=signer, meaning=meaning)
        audit.append(
            session,
            action,
            study_id,
            actor=signer,
            revision=revision.revision_id,
            sha256=revision.sha256,
            meaning=meaning,
            before=before,
            after=study.status,
        )
    return signature


def _draft(session: Session, study: StudyRow, draft_id: DraftId | None) -> DraftRow | None:
    return None if draft_id is None else drafts.row_of(session, study.pk, draft_id)


def _check_text(text: str, message: str) -> None:
    if not text.strip():
        raise UserError(message, "Write the text first.")


def _check_signable(ws: Workspace, actor: User, study_id: StudyId, *, signed: bool) -> None:
    """Refuse before the password is looked at, so that nobody types it in vain."""
    with ws.store.reading() as session:
        rights.require_reader(session, actor)
        reports.check_open(studies.row_of(session, study_id), signed=signed)
