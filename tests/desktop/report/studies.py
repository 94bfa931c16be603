"""Studies to show: one recording, drafts with every verdict, revisions and signatures as the workspace keeps them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np

from meit_core.domain.draft import Draft, DraftId, DraftSentence, Finding, Support
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.report import ReportRevision, RevisionId, RevisionKind, Signature, SignatureMeaning
from meit_core.domain.study import Patient, Study, StudyDetail, StudyId, StudyStatus
from meit_core.domain.users import Role, User

READ_AT = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
READER = User("demo", "Dr. Demo", Role.ADMIN)

AF = DraftSentence("Atrial fibrillation.", Support.SUPPORTED, "Findings head: atrial fibrillation 97%.")
LBBB = DraftSentence(
    "Left bundle branch block.",
    Support.SUPPORTED,
    "QRS 148 ms; left bundle branch block means at least 120 ms (AHA/ACC/HRS 2009).",
)
LVH = DraftSentence("Left ventricular hypertrophy.", Support.UNSUPPORTED, "Findings head: left hypertrophy 4%.")
COMPARED = DraftSentence("No previous ECG for comparison.", Support.UNCHECKED, "")
NORMAL = DraftSentence(
    "Normal ECG.", Support.CONTRADICTED, "QRS 148 ms; normal ECG means less than 110 ms (AHA/ACC/HRS 2009)."
)
SENTENCES = (AF, LBBB, LVH, COMPARED, NORMAL)

FINDINGS = (
    Finding("LVH", "left ventricular hypertrophy", 0.04, False),
    Finding("CLBBB", "complete left bundle branch block", 0.93, True),
    Finding("AFIB", "atrial fibrillation", 0.97, True),
    Finding("LAD", "left axis deviation", 0.41, True),
    Finding("ISC_", "non-specific ischaemic ST changes", 0.22, False),
    Finding("IMI", "inferior myocardial infarction", 0.004, False),
)


def make_draft(number: int = 1, sentences: tuple[DraftSentence, ...] = SENTENCES, *, complete: bool = True) -> Draft:
    """A stored draft."""
    return Draft(
        text=" ".join(sentence.text for sentence in sentences),
        sentences=sentences,
        findings=FINDINGS,
        pack="meit-mini",
        pack_sha256="c0ffee" * 10 + "beef",
        prompt="Report this ECG.",
        device="cpu (no CUDA device)",
        seconds=0.6,
        tokens=31,
        complete=complete,
        created_at=READ_AT + timedelta(seconds=number),
        draft_id=DraftId(f"draft-{number}"),
    )


def make_revision(
    text: str, *, number: int = 1, kind: RevisionKind = RevisionKind.EDIT, draft: Draft | None = None
) -> ReportRevision:
    """A stored text."""
    return ReportRevision(
        revision_id=RevisionId(f"revision-{number}"),
        number=number,
        kind=kind,
        text=text,
        author="Dr. Demo",
        created_at=READ_AT + timedelta(seconds=60 * number + 2),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        draft_id=draft.draft_id if draft else None,
    )


def make_signature(revision: ReportRevision, meaning: SignatureMeaning = SignatureMeaning.AUTHOR) -> Signature:
    """The signature on a revision."""
    return Signature(
        revision.revision_id, "demo", "Dr. Demo", meaning, revision.created_at, content_sha256=revision.sha256
    )


def make_study(number: int = 1, status: StudyStatus = StudyStatus.UNREAD) -> Study:
    """A line of the worklist."""
    return Study(
        study_id=StudyId(f"study-{number}"),
        patient=Patient("4711", "Example, Anna"),
        status=status,
        imported_at=READ_AT,
        acquired_at=READ_AT - timedelta(days=100 * (number - 1)),
    )


def make_detail(
    *,
    number: int = 1,
    status: StudyStatus = StudyStatus.UNREAD,
    drafts: tuple[Draft, ...] = (),
    revisions: tuple[ReportRevision, ...] = (),
    signature: Signature | None = None,
    priors: tuple[Study, ...] = (),
) -> StudyDetail:
    """Everything about one study."""
    record = EcgRecord(np.zeros((len(LEADS), 1000), dtype=np.float32), 100.0)
    study = make_study(number, status)
    return StudyDetail(study, record, Measurements(), drafts, revisions, signature, (), priors)


def drafted(**changes: object) -> StudyDetail:
    """A study with one draft that nobody has looked at."""
    detail = make_detail(status=StudyStatus.DRAFTED, drafts=(make_draft(),))
    return replace(detail, **changes)  # type: ignore[arg-type]


def signed(*, amended: bool = False) -> StudyDetail:
    """A signed study, with an addendum where wanted."""
    draft = make_draft()
    text = "Atrial fibrillation.\nLeft bundle branch block.\nLeft axis deviation."
    revision = make_revision(text, number=2, kind=RevisionKind.SIGNED, draft=draft)
    addendum = make_revision("Old inferior infarction can't be excluded.", number=3, kind=RevisionKind.ADDENDUM)
    return make_detail(
        status=StudyStatus.AMENDED if amended else StudyStatus.CONFIRMED,
        drafts=(draft,),
        revisions=(make_revision("Atrial fibrillation.", draft=draft), revision, *([addendum] if amended else [])),
        signature=make_signature(revision),
        priors=(make_study(2, StudyStatus.CONFIRMED), make_study(3, StudyStatus.UNCONFIRMED)),
    )
