"""Retraining in a workspace: who is held out, what was signed, which runs there were and which pack drafts."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NewType

from meit_core.domain.study import StudyId

RunId = NewType("RunId", str)


@dataclass(frozen=True, slots=True)
class HoldOut:
    """Decides by a keyed hash (HMAC-SHA-256) which patients models are tested on and never trained on.

    Deciding needs nothing but the key: a patient's lot is the same whatever data come later.

    Attributes
    ----------
    key
        Secret of the workspace.
    share
        Of all patients, expected.
    """

    key: bytes
    share: float

    def pseudonym(self, identity: str) -> str:
        """Return what stands for a patient outside the workspace: 16 hexadecimal digits."""
        return self._digest(identity).hex()[:16]

    def holds(self, identity: str) -> bool:
        """Say whether a patient is held out."""
        return int.from_bytes(self._digest(identity)[-8:], "big") < self.share * 2**64

    @property
    def fingerprint(self) -> str:
        """Names this hold-out without giving its key away."""
        return hashlib.sha256(b"hold-out" + self.key).hexdigest()[:16]

    def _digest(self, identity: str) -> bytes:
        return hmac.digest(self.key, identity.encode(), "sha256")


@dataclass(frozen=True, slots=True)
class SignedReport:
    """A study's signed report.

    Attributes
    ----------
    identity
        What tells the patient from others, see :meth:`HoldOut.pseudonym`. Never leaves the workspace.
    text
        As it was signed.
    addenda
        What was added afterwards, oldest first.
    """

    study_id: StudyId
    identity: str
    signed_at: datetime
    text: str
    addenda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """A retraining.

    Attributes
    ----------
    settings
        What was decided before it began; see :mod:`meit_core.services.retraining.plan`.
    scores
        The comparison with the pack before; ``None`` while it runs or where it was given up.
    """

    run_id: RunId
    username: str
    started_at: datetime
    pack_before: str
    pack_before_sha256: str
    settings: Mapping[str, Any]
    finished_at: datetime | None = None
    pack: str = ""
    pack_sha256: str = ""
    scores: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Promotion:
    """The pack that drafts in a workspace since somebody decided it.

    Attributes
    ----------
    location
        Its folder among the workspace's packs; empty for a pack that ships with the program.
    reason
        Why it was promoted although it was worse; empty where it wasn't.
    """

    number: int
    pack: str
    pack_sha256: str
    location: str
    username: str
    promoted_at: datetime
    reason: str = ""
    run_id: RunId | None = None
