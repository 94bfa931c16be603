"""What calipers measure, and what they snap to: against the simulator's truth and against arithmetic."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.domain.calipers import AmplitudeCaliper, IntervalMeaning, TimeCaliper
from meit_core.domain.record import EcgRecord
from meit_core.signal.caliper_figures import (
    Cycle,
    amplitude_mv,
    correcting_cycle,
    divisions,
    interval_figures,
    qt_figures,
    repeated,
)
from meit_core.signal.caliper_snap import nearest_deflection, nearest_foot, nearest_level
from meit_core.signal.display_filter import filtered_for_display
from meit_core.signal.simulator import Noise, SimulatedCase, Simulation, simulate

REACH = 40.0
"""2 mm at 25 mm/s and 500 Hz."""


@pytest.fixture(scope="module")
def quiet() -> Simulation:
    return simulate(SimulatedCase(heart_rate_bpm=60))


def inner_beats(simulation: Simulation):
    return simulation.truth.beats[1:-1]


def test_an_interval_tells_its_length_and_its_rate() -> None:
    figures = interval_figures(TimeCaliper("II", 600, 200), 500.0)  # the second leg before the first
    assert (figures.interval_ms, figures.rate_bpm) == (800.0, 75.0)


def test_several_beats_tell_their_mean() -> None:
    figures = interval_figures(TimeCaliper("II", 100, 1600, beats=4), 500.0)
    assert (figures.interval_ms, figures.rate_bpm) == (750.0, 80.0)


@pytest.mark.parametrize("n_samples", [0, 74, 2001])
def test_no_rate_is_told_of_what_no_heart_does(n_samples: int) -> None:
    assert interval_figures(TimeCaliper("II", 0, n_samples), 500.0).rate_bpm is None


def test_an_amplitude_is_the_distance_of_its_levels() -> None:
    assert amplitude_mv(AmplitudeCaliper("V2", 0, 0.25, 4, -1.0)) == 1.25


def test_qt_is_corrected_by_the_measured_rate_until_a_caliper_is_marked_rr() -> None:
    qt = TimeCaliper("II", 0, 200, meaning=IntervalMeaning.QT)
    assert correcting_cycle([qt], None, 500.0) is None
    assert correcting_cycle([qt], 800.0, 500.0) == Cycle(800.0, by_caliper=False)
    rr = TimeCaliper("II", 0, 960, beats=3, meaning=IntervalMeaning.RR)
    assert correcting_cycle([qt, rr], 800.0, 500.0) == Cycle(640.0, by_caliper=True)


def test_qtc_by_the_four_formulas() -> None:
    qt = TimeCaliper("II", 0, 200, meaning=IntervalMeaning.QT)
    corrected = qt_figures(qt, Cycle(640.0, by_caliper=True), 500.0)
    assert corrected is not None
    # QT 400 ms, RR 0.64 s, 93.75/min, worked out by hand.
    assert corrected.bazett == pytest.approx(400 / 0.8)
    assert corrected.fridericia == pytest.approx(464.16, abs=0.01)
    assert corrected.framingham == pytest.approx(400 + 154 * 0.36)
    assert corrected.hodges == pytest.approx(400 + 1.75 * 33.75)
    assert qt_figures(qt, None, 500.0) is None
    assert qt_figures(TimeCaliper("II", 9, 9, meaning=IntervalMeaning.QT), Cycle(640.0, by_caliper=True), 500.0) is None


def test_marching_out_repeats_the_interval_to_both_ends_without_adding_up_rounding() -> None:
    assert repeated(TimeCaliper("II", 300, 400), 0, 650).tolist() == [0, 100, 200, 500, 600]
    third = TimeCaliper("II", 0, 1000, beats=3)
    assert divisions(third).tolist() == pytest.approx([1000 / 3, 2000 / 3])
    # The caliper's own divisions are not repeated, and the 12th falls on a whole sample again.
    assert repeated(third, 0, 4000).tolist() == pytest.approx(
        [1000 / 3, 2000 / 3, *(1000 / 3 * number for number in range(4, 13))]
    )
    assert repeated(TimeCaliper("II", 5, 5), 0, 100).size == 0


def test_a_marched_interval_meets_every_beat_of_a_regular_rhythm() -> None:
    paced = simulate(SimulatedCase(heart_rate_bpm=75.0))
    peaks = [beat.r_peak for beat in paced.truth.beats]
    steps = np.diff(peaks)
    caliper = TimeCaliper("II", peaks[2], peaks[7], beats=5)
    marched = repeated(caliper, 0, paced.record.n_samples)
    misses = [np.abs(marched - peak).min() for peak in (*peaks[:2], *peaks[8:])]
    assert max(misses) <= 5 * np.ptp(steps) + 1


@pytest.mark.parametrize("away", [-12, -5, 0, 5, 12])
@pytest.mark.parametrize("lead", ["II", "V2", "V5"])
def test_pointing_near_a_qrs_finds_one_of_its_deflections(quiet: Simulation, lead: str, away: int) -> None:
    signal = quiet.record.lead(lead)
    slope = np.abs(np.gradient(signal.astype(float)))
    for beat in inner_beats(quiet):
        found = nearest_deflection(signal, 500.0, beat.r_peak + away, REACH)
        assert found is not None
        assert beat.qrs_onset - 2 <= found <= beat.qrs_offset + 2
        here = signal[found - 4 : found + 5]
        is_extreme = signal[found] in (here.max(), here.min())
        is_steep = slope[found - 1 : found + 2].max() >= 0.8 * slope[found - 4 : found + 5].max()
        assert is_extreme or is_steep


def test_pointing_at_an_r_wave_finds_the_raw_peak_itself(quiet: Simulation) -> None:
    signal = quiet.record.lead("V5")
    for beat in inner_beats(quiet):
        peak = beat.r_peak - 25 + int(np.argmax(signal[beat.r_peak - 25 : beat.r_peak + 26]))
        assert nearest_deflection(signal, 500.0, peak + 2, REACH) == peak


def test_there_is_nothing_to_snap_to_on_the_baseline(quiet: Simulation) -> None:
    signal = quiet.record.lead("II")
    for beat in inner_beats(quiet):
        assert nearest_deflection(signal, 500.0, beat.t_offset + 45, 20.0) is None


def test_noise_of_a_tenth_of_a_millimetre_is_no_deflection() -> None:
    noise = np.random.default_rng(2).normal(0, 0.01, 5000).astype(np.float32)
    found = [nearest_deflection(noise, 500.0, at, REACH) for at in range(100, 4900, 100)]
    assert sum(sample is not None for sample in found) <= 1


def test_a_spike_of_one_sample_is_found_exactly() -> None:
    signal = np.zeros(5000, np.float32)
    signal[1234] = 1.0
    assert nearest_deflection(signal, 500.0, 1250, REACH) == 1234
    assert nearest_level(signal, 500.0, 1240, 0.9, reach_samples=REACH, reach_mv=0.2) == (1234, 1.0)


def test_feet_lie_at_the_ends_of_qrs_and_t(quiet: Simulation) -> None:
    """For QT: within 20 ms of the truth, where the steepest flanks are some 40 ms off."""
    signal = quiet.record.lead("II")
    for beat in inner_beats(quiet):
        start = nearest_foot(signal, 500.0, beat.qrs_onset + 6, REACH, ending=False)
        end = nearest_foot(signal, 500.0, beat.t_offset - 12, REACH, ending=True)
        assert start == pytest.approx(beat.qrs_onset, abs=10)
        assert end == pytest.approx(beat.t_offset, abs=10)


def test_a_level_is_the_trace_where_no_peak_is_near_and_none_far_from_it(quiet: Simulation) -> None:
    signal = quiet.record.lead("II")
    at = round(quiet.truth.beats[2].t_offset + 40)
    assert nearest_level(signal, 500.0, at, float(signal[at]) + 0.1, reach_samples=20.0, reach_mv=0.2) == (
        at,
        float(signal[at]),
    )
    assert nearest_level(signal, 500.0, at, float(signal[at]) + 0.5, reach_samples=20.0, reach_mv=0.2) is None


def test_what_is_found_is_the_raw_recording_and_not_a_filtered_one() -> None:
    """A high R wave shrinks at 40 Hz: the level that is told must be the one that was recorded."""
    simulation = simulate(SimulatedCase(noise=Noise(), voltage=1.4))
    record: EcgRecord = simulation.record
    from meit_core.domain.display_filter import Band, DisplayFilter

    shown = filtered_for_display(record, DisplayFilter(next(band for band in Band if band.high_hz == 40)))
    at = simulation.truth.beats[3].r_peak
    raw, drawn = record.lead("V5"), shown.lead("V5")
    found = nearest_level(raw, 500.0, at, float(raw[at - 20 : at + 20].max()), reach_samples=REACH, reach_mv=0.2)
    assert found is not None
    assert found[1] == float(raw[at - 20 : at + 20].max())
    assert found[1] > float(drawn[at - 20 : at + 20].max()) + 0.05


@pytest.mark.parametrize("at", [-30.0, 0.0, 4999.0, 5030.0])
def test_pointing_at_the_recordings_ends_is_no_fault(quiet: Simulation, at: float) -> None:
    signal = quiet.record.lead("II")
    for found in (
        nearest_deflection(signal, 500.0, at, REACH),
        nearest_foot(signal, 500.0, at, REACH, ending=True),
    ):
        assert found is None or 0 <= found < 5000
    nearest_level(signal, 500.0, at, 0.0, reach_samples=REACH, reach_mv=0.2)
    nearest_deflection(signal[:3], 500.0, 1, REACH)
