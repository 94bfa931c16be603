"""A record that exists keeps its promises: twelve finite, unchangeable leads in mV."""

import numpy as np
import pytest

from meit_core.domain.leads import LEADS, canonical_lead
from meit_core.domain.record import EcgRecord, LeadStatus


def rows(n_samples: int = 1000) -> np.ndarray:
    return np.arange(12 * n_samples, dtype=np.float32).reshape(12, n_samples)


def test_leads_are_taken_by_name_and_duration_from_the_rate() -> None:
    record = EcgRecord(rows(), 500.0)
    assert record.duration_s == 2.0
    assert record.n_samples == 1000
    assert record.lead("V6")[0] == 11_000
    assert record.lead_status == (LeadStatus.RECORDED,) * 12


def test_samples_cannot_be_changed_afterwards() -> None:
    record = EcgRecord(rows(), 500.0)
    with pytest.raises(ValueError, match="read-only"):
        record.signal_mv[0, 0] = 1.0


@pytest.mark.parametrize(
    ("signal", "fs_hz", "status", "complaint"),
    [
        (rows()[:11], 500.0, 12, "12, n_samples"),
        (rows().T.copy(), 500.0, 12, "12, n_samples"),
        (np.zeros((12, 0), np.float32), 500.0, 12, "12, n_samples"),
        (rows().astype(np.float64), 500.0, 12, "float32"),
        (np.full((12, 10), np.nan, np.float32), 500.0, 12, "finite"),
        (np.full((12, 10), np.inf, np.float32), 500.0, 12, "finite"),
        (rows(), 0.0, 12, "positive"),
        (rows(), float("nan"), 12, "positive"),
        (rows(), 500.0, 11, "every lead"),
    ],
)
def test_a_broken_record_cannot_be_made(signal: np.ndarray, fs_hz: float, status: int, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        EcgRecord(signal, fs_hz, lead_status=(LeadStatus.RECORDED,) * status)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("AVR", "aVR"), ("Lead II", "II"), (" v3 ", "V3"), ("ECG aVF", "aVF"), ("iii", "III"), ("V7", None), ("", None)],
)
def test_lead_names_of_other_makes_are_understood(written: str, meant: str | None) -> None:
    assert canonical_lead(written) == meant


def test_the_standard_order_is_the_one_of_the_norm() -> None:
    assert LEADS == ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
