"""Resampling keeps the band, the level and the ends."""

from fractions import Fraction

import numpy as np
import pytest

from meit_core.domain.record import EcgRecord
from meit_core.signal.resampling import resample, resample_signal


def tone(frequency_hz: float, fs_hz: float, seconds: float = 10.0) -> np.ndarray:
    return np.sin(2 * np.pi * frequency_hz * np.arange(round(seconds * fs_hz)) / fs_hz)


@pytest.mark.parametrize("fs_from_hz", [250, 500, 1000])
@pytest.mark.parametrize("frequency_hz", [1, 10, 25, 40])
def test_the_band_of_the_new_rate_passes_unchanged(fs_from_hz: int, frequency_hz: int) -> None:
    inner = slice(100, -100)
    resampled = resample_signal(tone(frequency_hz, fs_from_hz), fs_from_hz, 100)
    error = np.abs(resampled - tone(frequency_hz, 100))[inner].max()
    # The filter's flank begins at some 40 Hz of the new 50 Hz: 3 % there, under 1 % below.
    assert error < (0.03 if frequency_hz == 40 else 0.01)


@pytest.mark.parametrize("frequency_hz", [62, 80, 120, 180])
def test_what_the_new_rate_cannot_hold_is_taken_out(frequency_hz: int) -> None:
    """Without it 80 Hz of muscle would come back as 20 Hz."""
    assert np.abs(resample_signal(tone(frequency_hz, 500), 500, 100)[50:-50]).max() < 0.02


@pytest.mark.parametrize("level_mv", [0.0, 5.0, -300.0])
def test_an_offset_stays_to_the_very_ends(level_mv: float) -> None:
    resampled = resample_signal(np.full(5000, level_mv), 500, 100)
    assert np.abs(resampled - level_mv).max() <= abs(level_mv) * 1e-6


def test_a_slope_rings_at_neither_end() -> None:
    resampled = resample_signal(np.linspace(-1, 3, 5000), 500, 100)
    assert np.abs(np.diff(resampled) - 5 * 4 / 4999).max() < 1e-3


@pytest.mark.parametrize(("fs_from_hz", "fs_to_hz"), [(500, 100), (100, 500), (1000, 100), (257, 100), (360, 500)])
def test_the_duration_stays(fs_from_hz: int, fs_to_hz: int) -> None:
    n_samples = resample_signal(np.zeros((12, 10 * fs_from_hz)), fs_from_hz, fs_to_hz).shape[-1]
    assert n_samples == -(-10 * fs_from_hz * Fraction(fs_to_hz, fs_from_hz) // 1)


def test_there_and_back_is_the_same_signal() -> None:
    signal = np.stack([tone(f, 100) for f in range(1, 13)])
    back = resample_signal(resample_signal(signal, 100, 500), 500, 100)
    assert np.abs(back - signal)[:, 50:-50].max() < 0.01


def test_a_record_keeps_everything_but_its_rate() -> None:
    record = EcgRecord(np.ones((12, 5000), np.float32), 500.0, source_name="a.hea", notes=("A note.",))
    slower = resample(record, 100.0)
    assert (slower.fs_hz, slower.n_samples, slower.source_name, slower.notes) == (100.0, 1000, "a.hea", ("A note.",))
    assert resample(record, 500.0) is record


def test_a_rate_of_nothing_is_a_bug() -> None:
    with pytest.raises(ValueError, match="positive"):
        resample_signal(np.zeros(10), 0, 100)
