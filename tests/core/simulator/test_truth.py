"""The simulator's samples really show what its truth says."""

from itertools import pairwise

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.signal.simulator import BeatKind, Morphology, Noise, Rhythm, SimulatedCase, Simulation, simulate

QUIET = Noise(wander_mv=0, mains_uv=0, muscle_uv=0)


def quiet(**settings: object) -> Simulation:
    return simulate(SimulatedCase(noise=QUIET, **{"seed": 5, **settings}))


def size(made: Simulation) -> np.ndarray:
    """Root mean square over the leads, (n_samples,) in mV."""
    return np.sqrt(np.mean(made.record.signal_mv.astype(np.float64) ** 2, axis=0))


def lead_at(made: Simulation, name: str, sample: float) -> float:
    return float(made.record.lead(name)[round(sample)])


@pytest.mark.parametrize("morphology", Morphology)
def test_waves_begin_and_end_where_the_truth_says(morphology: Morphology) -> None:
    made = quiet(morphology=morphology)
    joint = size(made)
    for beat in made.truth.beats[1:-1]:
        assert beat.p_onset is not None and beat.p_offset is not None
        assert joint[round(beat.p_onset) - 5] < 0.01 < joint[round((beat.p_onset + beat.p_offset) / 2)]
        assert joint[round(beat.p_offset) + 10 : round(beat.qrs_onset) - 5].max(initial=0) < 0.02
        within = slice(round(beat.qrs_onset), round(beat.qrs_offset))
        assert joint[within].max() > 0.4
        assert abs(within.start + int(np.argmax(joint[within])) - beat.r_peak) <= 35
        assert joint[round(beat.t_offset) + 40] < 0.02


@pytest.mark.parametrize("rhythm", Rhythm)
def test_boundaries_of_a_beat_are_in_order_and_the_rate_is_that_of_the_beats(rhythm: Rhythm) -> None:
    made = quiet(rhythm=rhythm, heart_rate_bpm=72)
    for beat in made.truth.beats:
        if beat.p_onset is not None and beat.p_offset is not None:
            assert beat.p_onset < beat.p_offset < beat.qrs_onset
        assert beat.qrs_onset < beat.r_peak < beat.qrs_offset <= beat.t_onset < beat.t_offset
    rr_s = np.diff([beat.r_peak for beat in made.truth.beats]) / 500
    assert made.truth.heart_rate_bpm == pytest.approx(60 / rr_s.mean())


def test_the_six_limb_leads_obey_einthoven() -> None:
    record = simulate(SimulatedCase(seed=3)).record
    assert np.abs(record.lead("II") - record.lead("I") - record.lead("III")).max() < 1e-5
    assert np.abs(record.lead("aVR") + record.lead("aVL") + record.lead("aVF")).max() < 1e-5


@pytest.mark.parametrize("rate", [45, 70, 110, 150])
def test_the_rate_is_the_one_asked_for_and_qt_follows_fridericia(rate: float) -> None:
    truth = quiet(heart_rate_bpm=rate, qtc_ms=400).truth
    assert truth.heart_rate_bpm == pytest.approx(rate, rel=0.03)
    assert truth.qt_ms == pytest.approx(400 * (60 / rate) ** (1 / 3), abs=1)


def test_turning_the_heart_turns_the_axis() -> None:
    """Dower's limb leads aren't quite Einthoven's triangle: the leads' angle isn't exactly the vector's."""
    left, usual, right = (quiet(frontal_rotation_deg=angle).truth.qrs_axis_deg for angle in (-40, 0, 40))
    assert 25 < usual - left < 90
    assert 25 < right - usual < 90


def test_the_same_case_gives_the_same_samples_and_another_seed_others() -> None:
    first, again, other = (simulate(SimulatedCase(seed=seed)).record.signal_mv for seed in (7, 7, 8))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_case_without_two_beats_is_a_bug() -> None:
    with pytest.raises(ValueError, match="two beats"):
        quiet(heart_rate_bpm=30, duration_s=2)


def test_it_says_that_it_is_not_a_person() -> None:
    record = simulate(SimulatedCase()).record
    assert record.source_format == "simulated"
    assert "Simulated recording: not from a person." in record.notes


def test_fibrillation_has_no_p_wave_and_no_two_alike_cycles() -> None:
    made = quiet(rhythm=Rhythm.ATRIAL_FIBRILLATION, heart_rate_bpm=100)
    assert all(beat.p_onset is None for beat in made.truth.beats)
    rr_s = np.diff([beat.r_peak for beat in made.truth.beats]) / 500
    assert rr_s.std() / rr_s.mean() > 0.12
    quiet_spans = [
        made.record.lead("V1")[round(before.t_offset) + 10 : round(after.qrs_onset) - 5]
        for before, after in pairwise(made.truth.beats)
    ]
    assert max(np.ptp(span) for span in quiet_spans if span.size > 60) > 0.05, "f waves are seen in V1"


def test_an_extrasystole_is_early_broad_and_followed_by_a_compensatory_pause() -> None:
    made = quiet(rhythm=Rhythm.PVC, heart_rate_bpm=72)
    beats = made.truth.beats
    kinds = [beat.kind for beat in beats]
    index = kinds.index(BeatKind.VENTRICULAR_PREMATURE, 1)
    before, early, after = (beats[index + step].qrs_onset / 500 for step in (-1, 0, 1))
    cycle = 60 / 72
    assert early - before < 0.8 * cycle
    assert after - before == pytest.approx(2 * cycle, rel=0.08), "the sinus node isn't reset"
    assert beats[index].qrs_offset - beats[index].qrs_onset > 60, "120 ms"
    assert beats[index].p_onset is None


def test_complete_block_dissociates_atria_and_ventricles() -> None:
    truth = quiet(rhythm=Rhythm.COMPLETE_AV_BLOCK, heart_rate_bpm=84, escape_rate_bpm=37).truth
    p_s = np.array(truth.lone_p_onsets) / 500
    assert 60 / np.diff(p_s).mean() == pytest.approx(84, rel=0.03)
    assert truth.heart_rate_bpm == pytest.approx(37, rel=0.03)
    distances = [min(beat.qrs_onset / 500 - p for p in p_s if p < beat.qrs_onset / 500) for beat in truth.beats[1:]]
    assert np.ptp(distances) > 0.2


def test_wenckebach_periods_lengthen_and_drop() -> None:
    truth = quiet(rhythm=Rhythm.MOBITZ_I, heart_rate_bpm=72).truth
    pr_ms = [2 * (beat.qrs_onset - beat.p_onset) for beat in truth.beats if beat.p_onset is not None]
    steps = np.diff(pr_ms)
    assert {round(step) for step in steps} == {80, 40, -120}
    assert truth.lone_p_onsets


def test_paced_beats_have_a_spike_before_them() -> None:
    made = quiet(rhythm=Rhythm.VENTRICULAR_PACED)
    for beat in made.truth.beats[1:]:
        near = made.record.lead("III")[round(beat.qrs_onset) - 12 : round(beat.qrs_onset) + 3]
        assert np.abs(np.diff(near)).max() > 0.3


@pytest.mark.parametrize(
    ("morphology", "elevated", "depressed"),
    [
        (Morphology.INFERIOR_STEMI, ("II", "III", "aVF"), ("I", "aVL")),
        (Morphology.ANTERIOR_STEMI, ("V1", "V2", "V3", "V4"), ("III",)),
        (Morphology.LATERAL_STEMI, ("I", "aVL", "V5", "V6"), ("III", "aVF")),
    ],
)
def test_st_elevation_has_its_territory_and_reciprocal_change(
    morphology: Morphology, elevated: tuple[str, ...], depressed: tuple[str, ...]
) -> None:
    """60 ms after J: the fourth universal definition asks for 0.1 mV, in V2 and V3 for 0.2 mV (men over 40)."""
    made = quiet(morphology=morphology)
    beat = made.truth.beats[3]
    st_mv = {name: lead_at(made, name, beat.qrs_offset + 30) for name in LEADS}
    assert all(st_mv[name] >= (0.2 if name in ("V2", "V3") else 0.1) for name in elevated), st_mv
    assert all(st_mv[name] <= -0.05 for name in depressed), st_mv


def test_left_bundle_branch_block_is_broad_notched_and_discordant() -> None:
    made = quiet(morphology=Morphology.LBBB)
    beat = made.truth.beats[3]
    assert made.truth.qrs_ms >= 120
    qrs = slice(round(beat.qrs_onset), round(beat.qrs_offset))
    for name in ("I", "V6"):
        samples = made.record.lead(name)[qrs]
        assert samples.max() > 0.5 and samples.min() > -0.1, "no q, no s"
    peaks = np.diff(np.sign(np.diff(made.record.lead("V6")[qrs]))) < 0
    assert peaks.sum() >= 2, "notched"
    assert made.record.lead("V1")[qrs].min() < -0.8
    t_peak = (beat.t_onset + beat.t_offset) / 2
    assert lead_at(made, "V6", t_peak) < 0 < lead_at(made, "V1", t_peak)


def test_right_bundle_branch_block_has_rsr_in_v1_and_a_broad_s_in_i() -> None:
    made = quiet(morphology=Morphology.RBBB)
    beat = made.truth.beats[3]
    assert made.truth.qrs_ms >= 120
    v1 = made.record.lead("V1")[round(beat.qrs_onset) : round(beat.qrs_offset)]
    s_at = int(np.argmin(v1))
    assert 0.1 < v1[:s_at].max() < v1[s_at:].max(), "r, then a taller R'"
    late = made.record.lead("I")[round(beat.qrs_offset) - 40 : round(beat.qrs_offset)]
    assert np.count_nonzero(late < -0.1) > 20, "40 ms"


def test_hypertrophy_meets_sokolow_lyon_with_strain() -> None:
    """S in V1 plus R in V5 or V6 of at least 3.5 mV (Sokolow and Lyon, Am Heart J 37:161, 1949)."""
    made = quiet(morphology=Morphology.LVH_STRAIN)
    beat = made.truth.beats[3]
    qrs = slice(round(beat.qrs_onset), round(beat.qrs_offset))
    assert made.record.lead("V5")[qrs].max() - made.record.lead("V1")[qrs].min() >= 3.5
    assert lead_at(made, "V6", beat.qrs_offset + 25) < -0.03
    assert made.record.lead("V6")[round(beat.t_onset) : round(beat.t_offset)].min() < -0.1


def test_an_old_inferior_infarct_leaves_q_waves() -> None:
    made = quiet(morphology=Morphology.OLD_INFERIOR_INFARCT)
    beat = made.truth.beats[3]
    for name in ("III", "aVF"):
        start = made.record.lead(name)[round(beat.qrs_onset) : round(beat.qrs_onset) + 25]
        assert np.count_nonzero(start < -0.05) >= 13, "at least 26 ms"
