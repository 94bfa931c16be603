"""The report's text through its life: append-only revisions and the signature on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from meit_core.domain.draft import DraftId

RevisionId = NewType("RevisionId", str)


class RevisionKind(StrEnum):
    EDIT = "edit"
    SIGNED = "signed"
    ADDENDUM = "addendum"


class SignatureMeaning(StrEnum):
    """Meaning of a signature, required in print by 21 CFR 11.50(a)(3)."""

    AUTHOR = "authorship"
    REVIEW = "review"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class ReportRevision:
    """One saved text; never changed afterwards.

    Attributes
    ----------
    number
        1 for a study's first revision, then counting.
    sha256
        Hash of the text's UTF-8 bytes.
    meaning
        Of the signature on this revision; ``None`` for an edit, which nobody has signed.
    """

    revision_id: RevisionId
    number: int
    kind: RevisionKind
    text: str
    author: str
    created_at: datetime
    sha256: str
    draft_id: DraftId | None = None
    meaning: SignatureMeaning | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature after 21 CFR 11.50: printed name, date and time, meaning; bound to one revision by hash."""

    revision_id: RevisionId
    username: str
    printed_name: str
    meaning: SignatureMeaning
    signed_at: datetime
    content_sha256: str
