"""Early atrial beats, low voltage and raised ST segments, against what was simulated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.measured_facts import MeasuredFacts
from meit_core.domain.record import LeadStatus, PatientInfo, Sex
from meit_core.signal.measure import measure
from meit_core.signal.simulator import BeatKind, Morphology, Rhythm, SimulatedCase, simulate

LOW = 0.35
"""Factor on a heart whose largest limb complex is 1.2 mV high, peak to peak, and whose largest chest complex 1.6 mV."""


def facts(patient: PatientInfo | None = None, **case: Any) -> MeasuredFacts:
    found = measure(simulate(SimulatedCase(**case), patient=patient).record).facts
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("fs_hz", [100.0, 500.0])
def test_atrial_extrasystoles_are_counted(seed: int, fs_hz: float) -> None:
    made = simulate(SimulatedCase(rhythm=Rhythm.PAC, heart_rate_bpm=64 + 5 * seed, seed=seed, fs_hz=fs_hz))
    measured = measure(made.record).facts
    assert measured is not None and measured.atrial_extrasystoles is not None
    true = [beat.kind for beat in made.truth.beats].count(BeatKind.ATRIAL_PREMATURE)
    # The first one may have no cycle before it, and the last one may not lie wholly within the recording.
    assert max(1, true - 2) <= measured.atrial_extrasystoles.n_early <= true
    # simulated cycles end after 0.66 of the usual time
    assert measured.atrial_extrasystoles.earliest_percent == pytest.approx(34, abs=6)


@pytest.mark.parametrize(
    "rhythm", [Rhythm.SINUS, Rhythm.SINUS_ARRHYTHMIA, Rhythm.ATRIAL_FIBRILLATION, Rhythm.PVC, Rhythm.MOBITZ_I]
)
def test_nothing_is_premature_in_other_rhythms(rhythm: Rhythm) -> None:
    assert all(facts(rhythm=rhythm, seed=seed).atrial_extrasystoles is None for seed in range(6))


def test_cycles_are_alike_where_no_beat_is_early() -> None:
    assert facts(seed=1).all_cycles_alike
    assert not facts(rhythm=Rhythm.PAC, seed=1).all_cycles_alike


def test_voltage_is_low_where_every_limb_lead_is_small() -> None:
    voltage = facts(voltage=LOW, seed=3).voltage
    assert voltage is not None
    assert voltage.is_low_in_limb_leads and voltage.is_low_in_chest_leads
    usual = facts(seed=3).voltage
    assert usual is not None and usual.limb_mv is not None and voltage.limb_mv is not None
    assert not usual.is_low_in_limb_leads
    assert voltage.limb_mv == pytest.approx(LOW * usual.limb_mv, rel=0.1)


def test_a_lead_that_can_not_be_read_leaves_the_voltage_open() -> None:
    record = simulate(SimulatedCase(voltage=LOW, seed=3)).record
    status = tuple(LeadStatus.MISSING if lead == "V3" else LeadStatus.RECORDED for lead in LEADS)
    signal_mv = record.signal_mv.copy()
    signal_mv[LEADS.index("V3")] = 0.0
    found = measure(replace(record, signal_mv=signal_mv, lead_status=status)).facts
    assert found is not None and found.voltage is not None
    assert found.voltage.chest_mv is None
    assert found.voltage.is_low_in_limb_leads


@pytest.mark.parametrize(
    ("morphology", "raised"),
    [
        (Morphology.INFERIOR_STEMI, {"II", "III", "aVF"}),
        (Morphology.ANTERIOR_STEMI, {"V1", "V2", "V3", "V4", "V5"}),
        (Morphology.LATERAL_STEMI, {"I", "aVL", "V4", "V5", "V6"}),
        (Morphology.NORMAL, set()),
        (Morphology.LBBB, set()),
        (Morphology.OLD_INFERIOR_INFARCT, set()),
    ],
)
@pytest.mark.parametrize("fs_hz", [100.0, 500.0])
def test_raised_st_segments_are_told_by_their_leads(morphology: Morphology, raised: set[str], fs_hz: float) -> None:
    found = facts(morphology=morphology, fs_hz=fs_hz, seed=5).st_elevation_mv
    assert set(found) ^ raised <= ({"V3"} if morphology is Morphology.LATERAL_STEMI else set())


def test_v2_and_v3_have_limits_of_sex_and_age() -> None:
    """An anterior elevation of 0.18 mV in V2, as much as women may not have and men may."""
    whole = facts(morphology=Morphology.ANTERIOR_STEMI, seed=5).st_elevation_mv
    share = 0.18 / whole["V2"]
    case = {"morphology": Morphology.ANTERIOR_STEMI, "voltage": share, "seed": 5}
    woman = facts(PatientInfo(sex=Sex.FEMALE, age_years=50.0), **case).st_elevation_mv
    man = facts(PatientInfo(sex=Sex.MALE, age_years=50.0), **case).st_elevation_mv
    assert "V2" in woman
    assert "V2" not in man


def test_depressed_st_segments_are_told_by_their_leads() -> None:
    found = facts(morphology=Morphology.ANTERIOR_STEMI, seed=5).st_depression_mv
    assert {"III", "aVF"} <= set(found)
    assert all(level <= -0.05 for level in found.values())


def test_what_was_measured_before_does_not_change_by_facts() -> None:
    """Facts look at the same beats: the recording is left as it was."""
    record = simulate(SimulatedCase(rhythm=Rhythm.COMPLETE_AV_BLOCK, seed=1)).record
    before = record.signal_mv.copy()
    assert measure(record) == measure(replace(record))
    np.testing.assert_array_equal(record.signal_mv, before)
