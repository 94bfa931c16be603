"""Expert alignment: four criteria, scored 1 to 5."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from meit_core.domain.draft import DraftId


class Criterion(StrEnum):
    """The paper's four criteria for expert alignment."""

    TERMINOLOGY = "medical_terminology_accuracy"
    LOGIC = "logical_consistency"
    COMPLETENESS = "completeness"
    DIAGNOSIS = "diagnostic_accuracy"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


SCORES: Final = (1, 2, 3, 4, 5)
COMMENT_ASKED_AT: Final = 2
"""A comment is asked for when a score is this or less."""

RUBRIC_VERSION: Final = "1"

ANCHORS: Final[Mapping[Criterion, tuple[str, str, str, str, str]]] = {
    Criterion.TERMINOLOGY: (
        "Terms are wrong or not ECG language.",
        "Several terms are misused.",
        "Mostly right, one term is misused or vague.",
        "Right terms, small departures from standard wording.",
        "Standard terms throughout.",
    ),
    Criterion.LOGIC: (
        "Statements exclude each other.",
        "The conclusion doesn't follow from the findings.",
        "Follows, with a gap or a repetition.",
        "Consistent, order could be better.",
        "Consistent from findings to conclusion.",
    ),
    Criterion.COMPLETENESS: (
        "The main finding is missing.",
        "An important finding is missing.",
        "A minor finding is missing.",
        "Complete but for a detail.",
        "Nothing is missing.",
    ),
    Criterion.DIAGNOSIS: (
        "Wrong and dangerous if believed.",
        "Wrong in the main finding.",
        "Main finding right, another one wrong.",
        "Right but for a detail without consequence.",
        "Right.",
    ),
}
"""Anchored wording for each score, 1 first. Frozen together with :data:`RUBRIC_VERSION`."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's scores for one draft; a later rating of the same draft supersedes, never replaces."""

    draft_id: DraftId
    rater: str
    scores: Mapping[Criterion, int]
    rated_at: datetime
    comment: str = ""
    rubric_version: str = RUBRIC_VERSION


@dataclass(frozen=True, slots=True)
class GivenRating:
    """A rating that counts, with what was rated, as it is analysed and exported.

    Attributes
    ----------
    patient
        Tells patients apart within one list; no number or name of the hospital.
    model
        Pack and the beginning of its hash.
    rater
        Username, or what stands for it.
    """

    study: str
    patient: str
    draft: str
    model: str
    rater: str
    scores: Mapping[Criterion, int]
    comment: str
    rubric_version: str
    rated_at: datetime
