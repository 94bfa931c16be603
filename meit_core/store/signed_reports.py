"""Signed reports as material to train on: one for each study."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meit_core.domain.report import RevisionKind
from meit_core.domain.study import StudyId
from meit_core.domain.training import SignedReport
from meit_core.errors import UserError
from meit_core.store.reports import text_hash
from meit_core.store.tables_people import PatientRow
from meit_core.store.tables_reports import RevisionRow, SignatureRow
from meit_core.store.tables_studies import StudyRow
from meit_core.store.tables_training import CampaignRow, CampaignStudyRow


def until(
    session: Session, moment: datetime, *, since: datetime | None = None, campaign: str | None = None
) -> Iterator[SignedReport]:
    """Yield the reports as they stood at a moment, in the order of the studies' import.

    Revisions only ever grow in number: the same moment gives the same texts at any later time.

    Parameters
    ----------
    since
        Only reports signed then or later.
    campaign
        Only studies of this campaign.

    Raises
    ------
    UserError
        A text is not the one that was signed, or there is no such campaign.
    """
    query = (
        select(StudyRow, PatientRow, RevisionRow, SignatureRow)
        .join(PatientRow, PatientRow.pk == StudyRow.patient_pk)
        .join(RevisionRow, RevisionRow.study_pk == StudyRow.pk)
        .join(SignatureRow, SignatureRow.revision_pk == RevisionRow.pk)
        .where(RevisionRow.kind != RevisionKind.EDIT, RevisionRow.created_at <= moment)
        .order_by(StudyRow.pk, RevisionRow.number)
    )
    if campaign is not None:
        query = query.join(CampaignStudyRow, CampaignStudyRow.study_pk == StudyRow.pk).where(
            CampaignStudyRow.campaign_pk == _campaign(session, campaign)
        )
    signed: SignedReport | None = None
    for study, patient, revision, signature in session.execute(query):
        if text_hash(revision.text) != signature.content_sha256:
            raise UserError(
                "A signed text was changed outside this program.",
                "Nothing was trained. Restore a backup and tell your administrator.",
            )
        if revision.kind is RevisionKind.ADDENDUM and signed is not None and signed.study_id == study.study_id:
            signed = _with_addendum(signed, revision.text)
            continue
        if signed is not None and (since is None or signed.signed_at >= since):
            yield signed
        signed = SignedReport(StudyId(study.study_id), _identity(patient), signature.signed_at, revision.text)
    if signed is not None and (since is None or signed.signed_at >= since):
        yield signed


def _with_addendum(signed: SignedReport, text: str) -> SignedReport:
    return SignedReport(signed.study_id, signed.identity, signed.signed_at, signed.text, (*signed.addenda, text))


def _identity(patient: PatientRow) -> str:
    """What two recordings of one person have in common.

    People whom one number was given to are one here: to hold out too many harms nobody. Without a number, name and date
    of birth stand for it; without those every recording is its own patient's.
    """
    if patient.number:
        return f"number {patient.number.casefold()}"
    words = sorted(patient.name.casefold().replace(",", " ").replace("^", " ").split())
    if words and patient.birth_date:
        return f"person {' '.join(words)} {patient.birth_date.isoformat()}"
    return f"patient {patient.pk}"


def _campaign(session: Session, name: str) -> int:
    pk = session.scalar(select(CampaignRow.pk).where(CampaignRow.name == name))
    if pk is None:
        raise UserError(f"There is no campaign {name} in this workspace.", "Check its name with 'meit campaigns list'.")
    return pk
