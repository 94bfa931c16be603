"""Amplitudes against what the simulator drew, and the voltages made of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from meit_core.domain.lead_amplitudes import LeadAmplitudes, WaveAmplitudes
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.services.measuring import measure_amplitudes
from meit_core.signal.averaged_beat import averaged_beat
from meit_core.signal.lead_amplitudes import lead_amplitudes
from meit_core.signal.simulator import Morphology, SimulatedCase, simulate


def made(morphology: Morphology) -> tuple[EcgRecord, LeadAmplitudes]:
    record = simulate(SimulatedCase(morphology=morphology, seed=6)).record
    return record, measure_amplitudes(record)


@pytest.mark.parametrize("morphology", [Morphology.NORMAL, Morphology.LVH_STRAIN, Morphology.LBBB])
def test_r_and_s_are_the_peaks_of_the_tracing(morphology: Morphology) -> None:
    record, found = made(morphology)
    assert set(found.leads) == set(LEADS)
    for lead, waves in found.leads.items():
        beats = record.lead(lead)
        middle = beats - np.median(beats)
        if waves.r_mv is not None and waves.r_mv > 0.5:
            assert waves.r_mv == pytest.approx(np.percentile(middle, 99.9), abs=0.15), lead
        if waves.s_mv is not None and waves.s_mv < -0.5:
            assert waves.s_mv == pytest.approx(np.percentile(middle, 0.1), abs=0.15), lead
        assert waves.q_mv is None or waves.q_mv < 0
        assert waves.s_mv is None or waves.s_mv < 0


def test_elevated_st_segments_are_seen_where_they_are() -> None:
    normal, inferior = made(Morphology.NORMAL)[1], made(Morphology.INFERIOR_STEMI)[1]
    for lead in ("II", "III", "aVF"):
        assert (inferior.leads[lead].j60_mv or 0) > (normal.leads[lead].j60_mv or 0) + 0.1
    assert (inferior.leads["aVL"].j60_mv or 0) < (normal.leads["aVL"].j60_mv or 0)


def test_hypertrophy_has_the_higher_voltages() -> None:
    normal, large = made(Morphology.NORMAL)[1], made(Morphology.LVH_STRAIN)[1]
    assert normal.sokolow_lyon_mv is not None and large.sokolow_lyon_mv is not None
    assert normal.sokolow_lyon_mv < 3.5 <= large.sokolow_lyon_mv
    assert normal.cornell_mv is not None and large.cornell_mv is not None
    assert large.cornell_mv > normal.cornell_mv


def test_voltages_by_hand() -> None:
    leads = {
        "V1": WaveAmplitudes(r_mv=0.2, s_mv=-1.4),
        "V3": WaveAmplitudes(r_mv=0.6, s_mv=-0.9),
        "V5": WaveAmplitudes(r_mv=2.3),
        "V6": WaveAmplitudes(r_mv=1.8),
        "aVL": WaveAmplitudes(s_mv=-0.4),
    }
    assert LeadAmplitudes(leads).sokolow_lyon_mv == pytest.approx(3.7)
    assert LeadAmplitudes(leads).cornell_mv == pytest.approx(0.9)  # no R in aVL
    del leads["V6"], leads["V3"]
    assert LeadAmplitudes(leads).sokolow_lyon_mv is None and LeadAmplitudes(leads).cornell_mv is None


def test_a_complex_without_r_is_all_s() -> None:
    """A beat in which nothing rises."""
    record = made(Morphology.NORMAL)[0]
    beat = averaged_beat(record)
    down = replace(beat, signal_mv=-np.abs(beat.signal_mv))
    for lead, waves in lead_amplitudes(down).leads.items():
        assert waves.r_mv is None and waves.q_mv is None, lead
        assert waves.s_mv is not None and waves.s_mv < -0.05, lead


def test_nothing_is_measured_where_there_is_nothing() -> None:
    flat = EcgRecord(np.zeros((12, 5000), np.float32), 500.0, (LeadStatus.RECORDED,) * 12)
    assert measure_amplitudes(flat) == LeadAmplitudes()
