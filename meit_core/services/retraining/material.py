"""The signed reports of a workspace as material: trained on, only compared, or left out for a reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from meit_core.domain.record import EcgRecord, PatientInfo
from meit_core.domain.study import StudyId
from meit_core.domain.training import HoldOut, SignedReport
from meit_core.errors import UserError
from meit_core.services.retraining.final_text import final_text
from meit_core.services.retraining.plan import Plan
from meit_core.services.workspace import Workspace
from meit_core.store import details, hold_out, signed_reports, studies

UNCLEAR: Final = "an addendum corrects part of a sentence"
NAMED: Final = "the text names its patient"
_SHORTEST_NAME: Final = 3
"""Letters of a part of a name that is looked for in a text."""
_SHORTEST_NUMBER: Final = 4
"""Digits of a patient's number that is: a heart rate may have three."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A report to learn from or to compare with.

    Attributes
    ----------
    patient
        Pseudonym.
    text
        In lower case, addenda worked in.
    """

    study_id: StudyId
    patient: str
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """Attributes: reports to train on, reports held out, and how many were left out by reason."""

    training: tuple[Signed, ...]
    held_out: tuple[Signed, ...]
    left_out: dict[str, int]

    @property
    def counts(self) -> dict[str, int]:
        """Figures for the record; no text, no names."""
        return {
            "reports": len(self.training),
            "patients": len({each.patient for each in self.training}),
            "held_out_reports": len(self.held_out),
            "held_out_patients": len({each.patient for each in self.held_out}),
            "left_out": sum(self.left_out.values()),
        }


def material_of(session: Session, held: HoldOut, reports: Iterator[SignedReport]) -> Material:
    """Sort signed reports by their patients' lots."""
    sets: tuple[list[Signed], list[Signed]] = ([], [])
    left_out: Counter[str] = Counter()
    for report in reports:
        text = final_text(report)
        if text is None:
            left_out[UNCLEAR] += 1
        elif _names_its_patient(session, report.study_id, text):
            left_out[NAMED] += 1
        else:
            signed = Signed(report.study_id, held.pseudonym(report.identity), text)
            sets[held.holds(report.identity)].append(signed)
    return Material(tuple(sets[False]), tuple(sets[True]), dict(left_out))


def planned_material(ws: Workspace, plan: Plan) -> Material:
    """Read the material of a plan: the same every time.

    Raises
    ------
    UserError
        A signed text was changed outside the program, or the hold-out is gone.
    """
    with ws.store.reading() as session:
        held = hold_out.find(session)
        if held is None:  # begin() has fixed it: this is another workspace in the same place
            raise _other_workspace()
        reports = signed_reports.until(session, plan.as_of, since=plan.since, campaign=plan.campaign)
        return material_of(session, held, reports)


def recording(ws: Workspace, study_id: StudyId) -> EcgRecord:
    """Return a study's recording without its patient."""
    with ws.store.reading() as session:
        record = details.record_of(session, studies.row_of(session, study_id))
    kept = PatientInfo(sex=record.patient.sex, age_years=record.patient.age_years)
    return replace(record, patient=kept)


def is_legible(ws: Workspace, study_id: StudyId, record: EcgRecord) -> bool:
    """Say whether a recording shows enough to be reported on: another one teaches to invent."""
    from meit_core.drafting.legibility import why_illegible

    with ws.store.reading() as session:
        measured = details.measurements_of(session, studies.row_of(session, study_id).pk)
    return not why_illegible(record, measured)


def _names_its_patient(session: Session, study_id: StudyId, text: str) -> bool:
    """Whether a text holds the patient's name or number: a model must not learn them."""
    patient = studies.one(session, study_id).patient
    parts = re.findall(r"\w+", patient.name.lower())
    told = set(re.findall(r"\w+", text))
    number = patient.patient_id.lower()
    named = any(len(part) >= _SHORTEST_NAME and part in told for part in parts)
    return named or (len(number) >= _SHORTEST_NUMBER and number in told)


def _other_workspace() -> UserError:
    return UserError("The workspace isn't the one this run was begun in.", "Start a new run with 'meit retrain'.")
