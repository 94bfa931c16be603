"""Exchanged arm electrodes are seen in the recording, and nothing else is taken for them."""

from pathlib import Path

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.formats import read_record
from meit_core.signal.disturbing import arms_swapped
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Morphology, Rhythm, SimulatedCase, simulate

CHANCE = np.random.default_rng(1)


def exchanged(record: EcgRecord) -> EcgRecord:
    return arms_swapped().apply(record, CHANCE)


@pytest.mark.parametrize("morphology", [Morphology.NORMAL, Morphology.LBBB, Morphology.LVH_STRAIN])
def test_they_are_told_whatever_the_shape_and_never_without(morphology: Morphology) -> None:
    record = simulate(SimulatedCase(morphology=morphology, seed=4)).record
    assert measure(exchanged(record)).arms_exchanged
    assert not measure(record).arms_exchanged


@pytest.mark.parametrize("turned_deg", [-90.0, 60.0, 90.0])
def test_a_turned_axis_is_no_exchange(turned_deg: float) -> None:
    assert not measure(simulate(SimulatedCase(frontal_rotation_deg=turned_deg, seed=4)).record).arms_exchanged


@pytest.mark.parametrize("rhythm", Rhythm)
def test_no_rhythm_is_taken_for_one(rhythm: Rhythm) -> None:
    assert not measure(simulate(SimulatedCase(rhythm=rhythm, heart_rate_bpm=72, seed=4)).record).arms_exchanged


def test_a_heart_on_the_right_is_no_exchange() -> None:
    """The limb leads look the same then, but the chest leads on the left have small R waves."""
    record = exchanged(simulate(SimulatedCase(seed=4)).record)
    signal = record.signal_mv.copy()
    for name in ("V3", "V4", "V5", "V6"):
        signal[LEADS.index(name)] = -0.3 * signal[LEADS.index(name)]
    assert not measure(EcgRecord(signal, record.fs_hz)).arms_exchanged


def test_without_p_waves_or_without_lead_i_nothing_is_told() -> None:
    fibrillating = simulate(SimulatedCase(rhythm=Rhythm.ATRIAL_FIBRILLATION, heart_rate_bpm=80, seed=4)).record
    assert not measure(exchanged(fibrillating)).arms_exchanged
    record = exchanged(simulate(SimulatedCase(seed=4)).record)
    signal = record.signal_mv.copy()
    signal[LEADS.index("I")] = 0
    assert not measure(EcgRecord(signal, record.fs_hz)).arms_exchanged


@pytest.mark.data
def test_real_recordings_are_told_apart(real_data: Path) -> None:
    records = [read_record(header) for header in sorted((real_data / "ludb").glob("*.hea"))[:40]]
    with_p = [record for record in records if measure(record).p_ms is not None]
    assert not any(measure(record).arms_exchanged for record in records)
    found = sum(measure(exchanged(record)).arms_exchanged for record in with_p)
    assert found >= 0.7 * len(with_p), "83 % of 502 recordings with P waves of LUDB and PTB-XL"
