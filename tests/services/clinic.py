"""A small clinic: simulated recordings whose readers sign by a rule of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meit_core.domain.record import EcgRecord, PatientInfo
from meit_core.domain.report import SignatureMeaning
from meit_core.domain.study import StudyId
from meit_core.domain.users import User
from meit_core.services import reporting
from meit_core.services.workspace import Workspace
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_core.store import reports, studies

Reader = Callable[[SimulatedCase], str]
"""Case -> the report that is signed."""


def add_signed(ws: Workspace, cases: Sequence[SimulatedCase], *, signer: User, reader: Reader) -> list[StudyId]:
    """Import a study of its own patient for each case, and sign what the reader writes.

    The password is looked at once, not once per study: argon2 takes a tenth of a second each time on purpose.
    """
    added = []
    for number, case in enumerate(cases):
        record = record_of(case, number)
        with ws.store.writing() as session:
            study_id = studies.add(session, studies.NewStudy.of(record, measure(record), (), simulated=True), author="")
        reporting._add_signed(
            ws,
            actor=signer,
            study_id=study_id,
            text=reader(case),
            kind=reports.RevisionKind.SIGNED,
            meaning=SignatureMeaning.AUTHOR,
            action=reporting.AuditAction.REPORT_SIGNED,
            draft_id=None,
        )
        added.append(study_id)
    return added


def record_of(case: SimulatedCase, number: int) -> EcgRecord:
    """Simulate a case as the recording of patient ``P<number>``."""
    patient = PatientInfo(patient_id=f"P{number:05d}", name=f"Doe^Patient{number}")
    return simulate(case, patient=patient, source_name=f"{number}.simulated").record
