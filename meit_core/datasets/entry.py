"""What a data set's tables say of one recording, before its report is made and its signal read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a recording is.

    Attributes
    ----------
    record
        Relative to the data set's folder, with forward slashes; WFDB without extension.
    patient_id
        Empty where the list of recordings doesn't say.
    """

    id: str
    record: str
    patient_id: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a recording.

    Attributes
    ----------
    text
        The report as the table has it; statements of their own on lines of their own.
    fold
        ``None`` where the data set has no folds: then the patient decides.
    codes
        SCP-ECG statement codes.
    english
        A hand-made translation, where the data set has one for this recording.
    confirmed
        False where the report is known to be a machine's that no physician looked at.
    style
        Whose way of writing the report is in; empty where the data set doesn't say.
    """

    id: str
    patient_id: str
    text: str
    fold: int | None = None
    codes: tuple[str, ...] = ()
    age_years: float | None = None
    male: float | None = None
    english: str = ""
    confirmed: bool = True
    style: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A recording that has both."""

    place: Place
    facts: Facts
