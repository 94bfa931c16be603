"""Mains hum goes, and nothing else does."""

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord
from meit_core.signal.mains import remove_mains
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Noise, SimulatedCase, simulate

QUIET = Noise(wander_mv=0, mains_uv=0, muscle_uv=8)
CLEAN = simulate(SimulatedCase(seed=4, noise=QUIET)).record


def hummed(hz: float, peak_mv: float, *leads: str, fs_hz: float = 500.0) -> EcgRecord:
    """The recording with a hum that is somewhat stronger in each lead than in the one before."""
    record = simulate(SimulatedCase(seed=4, noise=QUIET, fs_hz=fs_hz)).record
    signal = record.signal_mv.copy()
    times_s = np.arange(record.n_samples) / fs_hz
    for number, lead in enumerate(leads or LEADS):
        signal[LEADS.index(lead)] += peak_mv * (1 + 0.05 * number) * np.sin(2 * np.pi * hz * times_s + number)
    return EcgRecord(signal, fs_hz)


@pytest.mark.parametrize("hz", [49.87, 50.0, 60.0, 60.11])
def test_hum_of_any_height_moves_no_interval(hz: float) -> None:
    usual, found = measure(CLEAN), measure(hummed(hz, 0.3))
    for name in ("heart_rate_bpm", "p_ms", "pr_ms", "qrs_ms", "qt_ms", "p_axis_deg", "qrs_axis_deg", "t_axis_deg"):
        assert getattr(found, name) == pytest.approx(getattr(usual, name), abs=4), name


def test_hum_is_told_as_noise_all_the_same() -> None:
    """What the reader sees is noisy; that the program can subtract it doesn't make the recording a good one."""
    assert measure(hummed(50, 0.3, "V3")).quality["V3"] == "noisy"


def test_only_the_leads_that_hum_are_touched() -> None:
    signal = hummed(50, 0.2, "II", "V5").signal_mv.astype(np.float64)
    cleaned, mains_hz = remove_mains(signal, 500)
    assert mains_hz == pytest.approx(50, abs=0.02)
    touched = [lead for row, lead in enumerate(LEADS) if not np.array_equal(signal[row], cleaned[row])]
    assert touched == ["II", "V5"]
    assert np.abs(cleaned - CLEAN.signal_mv).max() < 0.01


@pytest.mark.parametrize("rate", [50, 60, 75, 100])
def test_a_regular_heart_has_lines_of_its_own_which_stay(rate: float) -> None:
    """At 60/min each whole hertz carries a harmonic of the heart beat, 50 and 60 Hz among them."""
    signal = simulate(SimulatedCase(heart_rate_bpm=rate, noise=QUIET)).record.signal_mv.astype(np.float64)
    cleaned, mains_hz = remove_mains(signal, 500)
    assert mains_hz is None
    assert cleaned is signal


@pytest.mark.parametrize(("fs_hz", "seconds"), [(100, 10), (500, 2)])
def test_where_hum_cannot_be_told_nothing_is_done(fs_hz: float, seconds: float) -> None:
    """At 100 Hz the mains lie at the edge of what was recorded; two seconds are too short to tell a line."""
    signal = hummed(50, 0.2, fs_hz=fs_hz).signal_mv[:, : int(seconds * fs_hz)].astype(np.float64)
    assert remove_mains(signal, fs_hz)[0] is signal


def test_a_silent_recording_passes() -> None:
    assert remove_mains(np.zeros((12, 5000)), 500)[1] is None
