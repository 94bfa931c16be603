"""Patients and studies of the worklist."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from meit_core.domain.calipers import CaliperSet
from meit_core.domain.draft import Draft
from meit_core.domain.manual_reading import ManualReading
from meit_core.domain.measurements import Measurements
from meit_core.domain.rating import Rating
from meit_core.domain.record import EcgRecord, Sex
from meit_core.domain.report import ReportRevision, Signature

StudyId = NewType("StudyId", str)


class StudyStatus(StrEnum):
    """Life cycle of a study's report."""

    UNREAD = "unread"
    DRAFTED = "drafted"
    UNCONFIRMED = "unconfirmed"
    """A reader has saved a text; nobody has signed it."""
    CONFIRMED = "confirmed"
    AMENDED = "amended"


class Priority(StrEnum):
    ROUTINE = "routine"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Patient:
    """A person as registered in the workspace; ``patient_id`` is the hospital's number."""

    patient_id: str
    name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """One line of the worklist."""

    study_id: StudyId
    patient: Patient
    status: StudyStatus
    imported_at: datetime
    acquired_at: datetime | None = None
    age_years: float | None = None
    priority: Priority = Priority.ROUTINE
    assignee: str | None = None
    device: str | None = None
    source_name: str = ""
    source_format: str = ""
    fs_hz: float = 0.0
    duration_s: float = 0.0
    simulated: bool = False
    prior_count: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class StudyDetail:
    """Everything the reading screen shows of one study.

    Attributes
    ----------
    drafts, revisions
        Oldest first; both only ever grow.
    priors
        Earlier studies of the same patient, newest first.
    calipers
        As last saved; ``None`` where nobody has.
    measurements
        As they are read: the computed ones, and over them what a reader has set on the median beat.
    manual
        What was set; ``None`` where everything is computed.
    computed
        The measurements without it; ``None`` where they are the same.
    """

    study: Study
    record: EcgRecord
    measurements: Measurements
    drafts: tuple[Draft, ...] = ()
    revisions: tuple[ReportRevision, ...] = ()
    signature: Signature | None = None
    ratings: tuple[Rating, ...] = ()
    priors: tuple[Study, ...] = field(default_factory=tuple)
    calipers: CaliperSet | None = None
    manual: ManualReading | None = None
    computed: Measurements | None = None
