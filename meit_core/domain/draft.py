"""What the model wrote, and what the guard found out about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

DraftId = NewType("DraftId", str)


class Support(StrEnum):
    """The guard's verdict on one sentence."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """One sentence of a draft with its verdict and the evidence in plain words.

    Attributes
    ----------
    confidence
        Calibrated probability that a reader's report makes the same statements; ``None`` where the pack gives none, the
        sentence states nothing that could be compared, or it was added from the findings, whose own probability is in
        the evidence.
    """

    text: str
    support: Support = Support.UNCHECKED
    evidence: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One output of the findings head: a calibrated probability and the decision at the pack's threshold."""

    code: str
    label: str
    probability: float
    present: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished (or interrupted) draft and everything needed to say where it came from.

    Attributes
    ----------
    seconds
        Wall time from request to last token, warm host.
    device
        Device with the reason it was chosen, e.g. ``cpu (no CUDA device)``.
    complete
        False where the reader stopped the draft or it ran into the length limit.
    limits
        Why this recording's draft deserves more doubt than another, in plain sentences. Not kept with a study: it
        follows from recording and measurements.
    """

    text: str
    sentences: tuple[DraftSentence, ...]
    findings: tuple[Finding, ...]
    pack: str
    pack_sha256: str
    prompt: str
    device: str
    seconds: float
    tokens: int
    complete: bool = True
    created_at: datetime | None = None
    draft_id: DraftId | None = None
    limits: tuple[str, ...] = ()
