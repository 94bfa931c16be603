"""Reports to print: one recording of spikes whose place on the paper is known, and everything around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest

from meit_core.domain.draft import Draft, DraftSentence, Support
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements, QtCorrected
from meit_core.domain.record import EcgRecord, Sex
from meit_core.domain.report import ReportRevision, RevisionId, RevisionKind, Signature, SignatureMeaning
from meit_core.domain.study import Patient, Study, StudyId, StudyStatus
from meit_core.exchange.document import ReportDocument

MakeDocument = Callable[..., ReportDocument]
TEXT = "Atrial fibrillation. Left bundle branch block. Normal ECG."


def spikes(*, fs_hz: float = 500.0, seconds: float = 10.0, height_mv: float = 1.0) -> EcgRecord:
    """A flat recording with one sample of ``height_mv`` in every lead, once a second from 0.5 s on."""
    signal = np.zeros((len(LEADS), round(fs_hz * seconds)), dtype=np.float32)
    signal[:, round(fs_hz / 2) :: round(fs_hz)] = height_mv
    return EcgRecord(signal, fs_hz, acquired_at=datetime(2026, 3, 2, 9, 14), source_name="spikes")


@pytest.fixture
def draft() -> Draft:
    contradicted = DraftSentence("Normal ECG.", Support.CONTRADICTED, "QRS lasts 148 ms.")
    return Draft(TEXT, (contradicted,), (), "meit-mini", "1a2b3c4d5e6f7a8b9c", "", "cpu", 0.6, 33)


@pytest.fixture
def signature() -> Signature:
    return Signature(
        RevisionId("r1"),
        "demo",
        "Dr. Maria Łęcka",
        SignatureMeaning.APPROVAL,
        datetime(2026, 3, 2, 9, 15, 2, tzinfo=UTC),
        "ab12cd34ef56aa11",
    )


@pytest.fixture
def addendum() -> ReportRevision:
    when = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
    return ReportRevision(RevisionId("r2"), 2, RevisionKind.ADDENDUM, "The block is new.", "Dr. Gül", when, "00")


@pytest.fixture
def study() -> Study:
    patient = Patient("4711", "DOE, Jane", Sex.FEMALE, date(1958, 3, 2))
    return Study(StudyId("s1"), patient, StudyStatus.DRAFTED, datetime(2026, 3, 2), age_years=67)


@pytest.fixture
def make_document(draft: Draft, study: Study) -> MakeDocument:
    """Build an unconfirmed report of the spikes, with any field changed."""
    measurements = Measurements(
        heart_rate_bpm=96,
        qrs_ms=148,
        qt_ms=412,
        qtc_ms=QtCorrected(bazett=471, fridericia=466),
        qrs_axis_deg=-52,
        reasons={"pr_ms": "no P waves."},
    )
    document = ReportDocument(spikes(), measurements, study, TEXT, draft, clinic="Heart Centre\nHarbour Street 12")

    def make(**changes: Any) -> ReportDocument:
        return replace(document, **changes)

    return make
