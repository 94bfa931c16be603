"""The audit trail after 21 CFR 11.10(e): who did what, when, to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class AuditAction(StrEnum):
    """Everything that leaves a row in the audit log."""

    WORKSPACE_CREATED = "workspace created"
    WORKSPACE_MIGRATED = "workspace migrated"
    WORKSPACE_BACKED_UP = "workspace backed up"
    USER_ADDED = "user added"
    USER_LOCKED = "user locked"
    USER_UNLOCKED = "user unlocked"
    SIGNED_IN = "signed in"
    SIGN_IN_REFUSED = "sign-in refused"
    STUDY_IMPORTED = "study imported"
    FILE_QUARANTINED = "file quarantined"
    DRAFT_STORED = "draft stored"
    REVISION_SAVED = "revision saved"
    REPORT_SIGNED = "report signed"
    REPORT_AMENDED = "report amended"
    CALIPERS_SAVED = "calipers saved"
    DRAFT_RATED = "draft rated"
    RATINGS_EXPORTED = "ratings exported"
    RATINGS_IMPORTED = "ratings imported"
    REPORT_EXPORTED = "report exported"
    TRACING_EXPORTED = "tracing exported"
    SETTING_CHANGED = "setting changed"
    PRIORITY_CHANGED = "priority changed"
    CAMPAIGN_EXTENDED = "campaign extended"
    HOLD_OUT_FIXED = "hold-out fixed"
    RETRAINING_STARTED = "retraining started"
    RETRAINING_FINISHED = "retraining finished"
    PACK_PROMOTED = "pack promoted"
    PACK_ROLLED_BACK = "pack rolled back"
    MARKS_SET = "marks set"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One row of the log.

    Attributes
    ----------
    subject
        Id or name of what was acted on: a study's id, a username.
    details
        Ids, hashes and values before and after; no report text.
    """

    seq: int
    at: datetime
    username: str
    action: AuditAction
    subject: str
    details: Mapping[str, Any]
    sha256: str


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """Result of verifying the log: ``problem`` is one plain sentence where ``ok`` is False."""

    rows: int
    ok: bool
    problem: str = ""
