"""Who was recorded when, and how far the report has come: the words that stand on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from meit_core.domain.record import Sex
from meit_core.domain.study import StudyStatus
from meit_core.exchange.document import ReportDocument

JOINT: Final = "  \N{MIDDLE DOT}  "
"""Between facts on one line."""
_SEX_WORDS = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.UNKNOWN: ""}


@dataclass(frozen=True, slots=True)
class Identity:
    """Who and when, gathered from the study where there is one, else from the recording."""

    name: str
    patient_id: str
    sex: Sex
    birth_date: date | None
    age_years: float | None
    acquired_at: datetime | None
    device: str
    source: str
    simulated: bool

    @property
    def person(self) -> str:
        """Sex, age and date of birth in one line."""
        parts = [
            _SEX_WORDS[self.sex],
            f"{self.age_years:.0f} years" if self.age_years is not None else "",
            f"born {self.birth_date.isoformat()}" if self.birth_date else "",
            f"ID {self.patient_id}" if self.patient_id else "",
        ]
        return JOINT.join(part for part in parts if part)


def identify(document: ReportDocument) -> Identity:
    """Collect patient and study of a document."""
    record, study = document.record, document.study
    info = record.patient
    patient = study.patient if study else None
    return Identity(
        name=(patient.name if patient else None) or info.name or "Name not given",
        patient_id=(patient.patient_id if patient else None) or info.patient_id or "",
        sex=patient.sex if patient and patient.sex is not Sex.UNKNOWN else info.sex,
        birth_date=(patient.birth_date if patient else None) or info.birth_date,
        age_years=study.age_years if study and study.age_years is not None else info.age_years,
        acquired_at=(study.acquired_at if study else None) or record.acquired_at,
        device=(study.device if study else None) or record.device or "",
        source=(study.source_name if study else "") or record.source_name,
        simulated=bool(study and study.simulated),
    )


def clock(moment: datetime, *, seconds: bool = False) -> str:
    """Date and time without ambiguity: ISO order, time zone where it is known."""
    shown = moment.strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")
    if moment.tzinfo is None:
        return shown
    offset = moment.strftime("%z")
    return f"{shown} UTC" if offset in ("", "+0000") else f"{shown} {offset[:3]}:{offset[3:5]}"


def status_words(document: ReportDocument) -> tuple[str, str]:
    """State of the report and what the reader must know about it."""
    if document.confirmed:
        return ("AMENDED" if document.status is StudyStatus.AMENDED else "CONFIRMED"), ""
    if document.drafted_by is not None:
        return "UNCONFIRMED", "AI draft, not a medical device"
    return "UNCONFIRMED", "Not signed by a physician"
