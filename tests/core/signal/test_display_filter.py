"""Filters for the eye: what they take away, what they leave, and what they never touch."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.domain.display_filter import UNFILTERED, Band, DisplayFilter
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.signal.display_filter import filtered_for_display
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, simulate

FS_HZ = 500.0


def waves(*frequencies_hz: float, fs_hz: float = FS_HZ, seconds: float = 20.0) -> EcgRecord:
    """The same sum of sines of 1 mV in all leads."""
    t = np.arange(round(fs_hz * seconds)) / fs_hz
    signal = sum(np.sin(2 * np.pi * frequency * t) for frequency in frequencies_hz)
    return EcgRecord(np.tile(signal, (len(LEADS), 1)).astype(np.float32), fs_hz)


def left_mv(record: EcgRecord, frequency_hz: float) -> float:
    """Amplitude of a frequency in lead II, away from the ends."""
    middle = record.lead("II")[record.n_samples // 4 : -record.n_samples // 4].astype(np.float64)
    t = np.arange(middle.size) / record.fs_hz
    return float(2 * abs(np.mean(middle * np.exp(-2j * np.pi * frequency_hz * t))))


@pytest.mark.parametrize(
    ("band", "kept_hz", "gone_hz"),
    [
        (Band.DIAGNOSTIC, (0.5, 1, 10, 40, 100), (220,)),
        (Band.STEADY, (2, 10, 40, 100), (0.1, 220)),
        (Band.SMOOTH, (2, 10, 20), (0.1, 100, 220)),
    ],
)
def test_a_band_keeps_what_it_says(band: Band, kept_hz: tuple[float, ...], gone_hz: tuple[float, ...]) -> None:
    for frequency in kept_hz:
        assert left_mv(filtered_for_display(waves(frequency), DisplayFilter(band)), frequency) > 0.89  # 1 dB
    for frequency in gone_hz:
        assert left_mv(filtered_for_display(waves(frequency), DisplayFilter(band)), frequency) < 0.15


@pytest.mark.parametrize("mains_hz", [50, 60])
def test_a_notch_takes_the_mains_out_and_leaves_its_neighbours(mains_hz: int) -> None:
    shown = filtered_for_display(waves(10, mains_hz), DisplayFilter(mains_hz=mains_hz))
    assert left_mv(shown, mains_hz) < 0.02
    assert left_mv(shown, 10) == pytest.approx(1, abs=0.02)
    assert left_mv(filtered_for_display(waves(40), DisplayFilter(mains_hz=mains_hz)), 40) > 0.95


@pytest.mark.parametrize("band", [Band.DIAGNOSTIC, Band.STEADY, Band.SMOOTH])
def test_no_wave_moves(band: Band) -> None:
    case = simulate(SimulatedCase(heart_rate_bpm=70, seed=2))
    shown = filtered_for_display(case.record, DisplayFilter(band, 50))
    before, after = measure(case.record), measure(shown)
    assert len(before.r_peaks) == len(after.r_peaks)
    assert np.abs(np.subtract(before.r_peaks, after.r_peaks)).max() <= 2  # 4 ms


def test_the_st_segment_keeps_its_height_without_phase_distortion() -> None:
    plateau = np.zeros(round(10 * FS_HZ))
    for beat in range(10):  # 0.2 mV for 120 ms after a QRS, once a second
        start = round((beat + 0.3) * FS_HZ)
        plateau[start : start + 60] += 0.2
    record = EcgRecord(np.tile(plateau, (12, 1)).astype(np.float32), FS_HZ)
    shown = filtered_for_display(record, DisplayFilter(Band.STEADY)).lead("V2")
    middle = round(5.3 * FS_HZ) + 30
    height = shown[middle] - shown[round(5.2 * FS_HZ)]
    assert height == pytest.approx(0.2, abs=0.02)


def test_forty_hertz_makes_a_narrow_spike_smaller_and_says_so() -> None:
    signal = np.zeros((12, 5000), np.float32)
    signal[:, 2500:2502] = 1.0
    shown = filtered_for_display(EcgRecord(signal, FS_HZ), DisplayFilter(Band.SMOOTH))
    assert shown.signal_mv.max() < 0.5
    assert "smaller" in DisplayFilter(Band.SMOOTH).warning
    assert not any(DisplayFilter(band).warning for band in Band if band is not Band.SMOOTH)


def test_a_slow_recording_is_filtered_as_far_as_its_rate_allows() -> None:
    slow = waves(10, 30, fs_hz=100.0)
    shown = filtered_for_display(slow, DisplayFilter(Band.DIAGNOSTIC, 60))  # 150 and 60 Hz lie beyond 50 Hz
    assert left_mv(shown, 10) == pytest.approx(1, abs=0.03)
    assert left_mv(shown, 30) == pytest.approx(1, abs=0.03)


def test_the_recording_itself_is_never_changed() -> None:
    record = simulate(SimulatedCase(heart_rate_bpm=70, seed=4)).record
    before = record.signal_mv.copy()
    assert filtered_for_display(record, DisplayFilter(Band.SMOOTH, 50)) is not record
    assert np.array_equal(record.signal_mv, before)
    assert filtered_for_display(record, UNFILTERED) is record


def test_missing_leads_and_very_short_recordings_stay_as_they_are() -> None:
    record = waves(10)
    signal = record.signal_mv.copy()
    signal[3] = 0
    status = tuple(LeadStatus.MISSING if row == 3 else LeadStatus.RECORDED for row in range(12))
    shown = filtered_for_display(EcgRecord(signal, FS_HZ, lead_status=status), DisplayFilter(Band.STEADY))
    assert not shown.signal_mv[3].any()
    short = waves(10, seconds=0.5)
    assert filtered_for_display(short, DisplayFilter(Band.STEADY)) is short


def test_words_name_band_and_notch() -> None:
    assert UNFILTERED.words == "no filter"
    assert DisplayFilter(Band.DIAGNOSTIC).words == "0.05–150 Hz"
    assert DisplayFilter(Band.STEADY, 50).words == "0.67–150 Hz + 50 Hz notch"
    assert DisplayFilter(mains_hz=60).words == "60 Hz notch"
    with pytest.raises(ValueError, match="mains"):
        DisplayFilter(mains_hz=55)
