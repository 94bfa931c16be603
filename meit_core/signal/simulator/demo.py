"""The demo workspace's studies, described by `resources/demo/*.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from meit_core.domain.record import EcgRecord, PatientInfo, Sex
from meit_core.resources import resource_path
from meit_core.signal.simulator.case import Morphology, Noise, Rhythm, SimulatedCase
from meit_core.signal.simulator.simulate import Simulation, simulate


@dataclass(frozen=True, slots=True)
class DemoStudy:
    """One simulated study of an invented patient.

    Attributes
    ----------
    key
        Name of its description, unique and stable.
    title
        What it shows, for people choosing one.
    """

    key: str
    title: str
    patient: PatientInfo
    acquired_at: datetime
    case: SimulatedCase

    def simulate(self) -> Simulation:
        """Make the recording; the same study always gives the same samples."""
        made = simulate(self.case, patient=self.patient, source_name=f"{self.key}.simulated")
        record: EcgRecord = replace(made.record, acquired_at=self.acquired_at, device="MEIT simulator")
        return replace(made, record=record)


def demo_cases() -> tuple[DemoStudy, ...]:
    """All demo studies, oldest recording first.

    Raises
    ------
    EnvironmentFault
        The descriptions aren't installed.
    """
    descriptions = sorted(resource_path("demo").glob("*.json"))
    studies = [_study(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in descriptions]
    return tuple(sorted(studies, key=lambda study: study.acquired_at))


def _study(key: str, description: dict[str, Any]) -> DemoStudy:
    person = description["patient"]
    acquired_at = datetime.fromisoformat(description["acquired_at"])
    birth_date = date.fromisoformat(person["birth_date"])
    settings = dict(description["case"])
    case = SimulatedCase(
        rhythm=Rhythm(settings.pop("rhythm", Rhythm.SINUS)),
        morphology=Morphology(settings.pop("morphology", Morphology.NORMAL)),
        noise=Noise(**settings.pop("noise", {})),
        **settings,
    )
    patient = PatientInfo(
        patient_id=person["patient_id"],
        name=person["name"],
        sex=Sex(person["sex"]),
        birth_date=birth_date,
        age_years=float((acquired_at.date() - birth_date).days // 365.25),
    )
    return DemoStudy(key, description["title"], patient, acquired_at, case)
