"""Lead completion, repair, axes, QT correction, display decimation, lead quality, spikes."""

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import LeadQuality
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.signal.axes import frontal_axis_deg
from meit_core.signal.display import decimate_min_max
from meit_core.signal.leads import complete_limb_leads
from meit_core.signal.pacing import pacemaker_spikes, remove_spikes
from meit_core.signal.qt_correction import corrected_qt
from meit_core.signal.quality import lead_quality, usable_rows
from meit_core.signal.repair import repair_gaps
from meit_core.signal.simulator import Noise, Rhythm, SimulatedCase, simulate


def test_limb_leads_follow_einthoven_and_goldberger() -> None:
    derived = complete_limb_leads({"I": np.array([1.0]), "II": np.array([3.0]), "V1": np.array([9.0])})
    assert {name: float(value[0]) for name, value in derived.items()} == pytest.approx(
        {"III": 2.0, "aVR": -2.0, "aVL": -0.5, "aVF": 2.5}
    )
    assert complete_limb_leads({"I": np.zeros(3)}) == {}


def test_repair_joins_gaps_and_gives_up_on_a_lead_of_gaps() -> None:
    repaired = repair_gaps(np.array([np.nan, 1.0, np.nan, np.inf, 4.0, 4.0]))
    assert repaired.samples is not None
    assert repaired.samples.tolist() == [1, 1, 2, 3, 4, 4]
    assert (repaired.n_invalid, repaired.longest_gap) == (3, 2)
    assert repair_gaps(np.array([np.nan, np.nan, 1.0])).samples is None


@pytest.mark.parametrize("axis_deg", [-150, -90, -30, 0, 45, 90, 170])
def test_axis_of_a_dipole_in_einthovens_triangle(axis_deg: int) -> None:
    wave = np.hanning(50)
    angle = np.deg2rad(axis_deg)
    lead_i = wave * np.cos(angle)
    avf = wave * np.sin(angle) * np.sqrt(3) / 2
    assert frontal_axis_deg(lead_i, avf, 500) == pytest.approx(axis_deg, abs=0.01)


def test_a_wave_without_area_has_no_axis() -> None:
    wave = np.sin(np.linspace(0, 2 * np.pi, 50))
    assert frontal_axis_deg(wave, wave, 500) is None


def test_corrected_qt_of_a_worked_example() -> None:
    """QT 400 ms at 75/min (RR 800 ms), by hand from the published formulas."""
    corrected = corrected_qt(400, 800)
    assert corrected.bazett == pytest.approx(447.2, abs=0.1)
    assert corrected.fridericia == pytest.approx(430.9, abs=0.1)
    assert corrected.framingham == pytest.approx(430.8, abs=0.1)
    assert corrected.hodges == pytest.approx(426.25, abs=0.1)
    with pytest.raises(ValueError, match="positive"):
        corrected_qt(400, 0)


def test_spikes_are_a_pacemakers_where_they_set_off_beats() -> None:
    beats = np.array([500, 1000, 1500, 2000])
    assert pacemaker_spikes(beats - 40, beats, 500).tolist() == [460, 960, 1460, 1960]
    assert pacemaker_spikes(np.array([960]), beats, 500).size == 0, "one sharp deflection"
    assert pacemaker_spikes(np.array([100, 460, 700, 960, 1200, 1460, 1700]), beats, 500).size == 0, "noise"
    assert pacemaker_spikes(np.array([], np.intp), beats, 500).size == 0


def test_decimation_keeps_a_spike_of_one_sample() -> None:
    samples = np.zeros((12, 5000), np.float32)
    samples[4, 1234] = 3.0
    samples[4, 4321] = -2.0
    x, y = decimate_min_max(np.arange(5000) / 500, samples, 300)
    assert y.shape == (12, 600) and x.shape == (600,)
    assert (y[4].max(), y[4].min()) == (3.0, -2.0)
    assert abs(x[int(np.argmax(y[4]))] - 1234 / 500) < 10 / 300
    assert decimate_min_max(x, y, 300)[1] is y


def test_quality_names_what_is_wrong_with_a_lead() -> None:
    record = simulate(SimulatedCase(seed=2)).record
    signal = record.signal_mv.copy()
    signal[0] = 0.01
    signal[7] += 0.3 * np.random.default_rng(1).standard_normal(5000).astype(np.float32)
    signal[9] = np.clip(3 * signal[9], None, 1.5)
    signal[11] = 0
    status = (*record.lead_status[:11], LeadStatus.MISSING)
    quality = lead_quality(EcgRecord(signal, 500.0, status))
    wrong = {name: found for name, found in quality.items() if found is not LeadQuality.GOOD}
    assert wrong == {
        "I": LeadQuality.FLAT,
        "V2": LeadQuality.NOISY,
        "V4": LeadQuality.CLIPPED,
        "V6": LeadQuality.MISSING,
    }
    assert set(quality) == set(LEADS)


def test_noise_in_some_leads_leaves_them_out_and_noise_everywhere_leaves_out_only_the_worst() -> None:
    record = simulate(SimulatedCase(noise=Noise(wander_mv=0, mains_uv=0, muscle_uv=0))).record
    white = np.random.default_rng(1).standard_normal((12, 5000))

    def rows(noise_mv: list[float]) -> list[int]:
        noisy = EcgRecord((record.signal_mv + np.array(noise_mv)[:, None] * white).astype(np.float32), 500.0)
        return usable_rows(noisy, lead_quality(noisy))

    assert rows([0.02] * 7 + [0.15] * 5) == list(range(7))
    assert rows([0.055] * 4 + [0.1] * 7 + [0.5]) == list(range(11))
    assert rows([0.2] * 12) == list(range(12))


def test_spikes_go_and_qrs_complexes_stay() -> None:
    quiet = Noise(wander_mv=0, mains_uv=0, muscle_uv=0)
    paced = simulate(SimulatedCase(rhythm=Rhythm.VENTRICULAR_PACED, noise=quiet, seed=4))
    signal = paced.record.signal_mv.astype(np.float64)
    bridged, spikes = remove_spikes(signal, 500)
    onsets = np.array([beat.qrs_onset for beat in paced.truth.beats])
    assert max(np.abs(spikes[:, None] - onsets[None, :]).min(axis=0)) <= 6
    kept = np.ptp(bridged[6], axis=0)
    assert kept > 1.0 and np.abs(np.diff(bridged, axis=1)).max() < 0.5 * np.abs(np.diff(signal, axis=1)).max()
    sinus = simulate(SimulatedCase(noise=quiet)).record.signal_mv.astype(np.float64)
    assert remove_spikes(sinus, 500)[1].size == 0
