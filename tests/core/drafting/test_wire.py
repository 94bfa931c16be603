"""What passes between host and client arrives as it was sent, and nothing else gets in."""

from __future__ import annotations

import dataclasses
import pickle
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.measurements import MeasurementSource, ValueSource
from meit_core.domain.record import EcgRecord, LeadStatus, PatientInfo, Sex
from meit_core.drafting import wire
from meit_core.drafting.engine import DraftFinished, EngineInfo, SentenceFinished, TextAdded
from meit_core.errors import EnvironmentFault, UserError
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate

DRAFT = Draft(
    text="Sinusrhythmus – normal.",
    sentences=(DraftSentence("Normal.", Support.CONTRADICTED, "QRS 148 ms."), DraftSentence("x")),
    findings=(Finding("SR", "sinus rhythm", 0.25, present=False),),
    pack="meit-mini",
    pack_sha256="ab",
    prompt="p",
    device="cpu (no CUDA device)",
    seconds=0.5,
    tokens=7,
    complete=False,
)


@pytest.mark.parametrize(
    "message",
    [
        wire.AskInfo(1),
        wire.Stop(2),
        wire.Close(),
        wire.Ready(),
        wire.Dropped(3),
        wire.Info(4, EngineInfo("meit-mini", "ab", "cpu (no CUDA device)")),
        wire.Event(5, TextAdded(" wörd\n")),
        wire.Event(6, SentenceFinished(DRAFT.sentences[0])),
        wire.Event(7, DraftFinished(DRAFT)),
        wire.AskLook(8),
        wire.Looked(9, (SentenceAttention("Normal.", (0.25, 0.75), 10.0, (0.5, -1.0), from_findings=True),)),
        wire.Looked(10, ()),
    ],
)
def test_messages_arrive_as_sent(message: wire.Message) -> None:
    assert wire.from_bytes(wire.to_bytes(message)) == message


@pytest.mark.parametrize("kind", [UserError, EnvironmentFault])
def test_faults_keep_kind_message_and_hint(kind: type[UserError]) -> None:
    arrived = wire.from_bytes(wire.to_bytes(wire.Failed(1, kind("What.", "What to do."))))
    assert isinstance(arrived, wire.Failed)
    assert type(arrived.fault) is kind
    assert (arrived.fault.message, arrived.fault.hint) == ("What.", "What to do.")


def test_a_recording_arrives_without_the_patients_identity() -> None:
    signal = np.random.default_rng(1).normal(size=(12, 77)).astype(np.float32)
    status = (LeadStatus.DERIVED, *(LeadStatus.RECORDED,) * 11)
    patient = PatientInfo("MRN-4711", "Smith, Anna", Sex.FEMALE, age_years=61.0)
    sent = EcgRecord(signal, 250.0, status, patient, source_name="smith.hea")
    by_hand = {"pr_ms": ValueSource(MeasurementSource.MANUAL, "Dr. Rose", datetime(2026, 3, 2, tzinfo=UTC))}
    measured = dataclasses.replace(measure(simulate(SimulatedCase()).record), sources=by_hand)
    data = wire.to_bytes(wire.AskDraft(9, sent, "prompt", measured))
    arrived = wire.from_bytes(data)
    assert isinstance(arrived, wire.AskDraft)
    assert arrived.measurements == measured
    np.testing.assert_array_equal(arrived.record.signal_mv, signal)
    assert (arrived.record.fs_hz, arrived.record.lead_status, arrived.prompt) == (250.0, status, "prompt")
    assert arrived.record.patient == PatientInfo(sex=Sex.FEMALE, age_years=61.0)
    assert b"Smith" not in data and b"4711" not in data and b"smith" not in data


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.from_bytes(data)


def test_damaged_and_foreign_messages_are_refused() -> None:
    record = EcgRecord(np.zeros((12, 10), np.float32), 500.0)
    whole = wire.to_bytes(wire.AskDraft(1, record))
    with pytest.raises(wire.WireError):
        wire.from_bytes(whole[:-3])  # samples cut off
    with pytest.raises(wire.WireError):
        wire.from_bytes(whole[:30])
    with pytest.raises(wire.WireError):
        wire.from_bytes(pickle.dumps(dataclasses.asdict(DRAFT)))
