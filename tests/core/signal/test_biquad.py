"""Filters for the eye give what SciPy's give."""

import numpy as np
import pytest
from scipy.signal import butter, filtfilt, iirnotch, sosfiltfilt

from meit_core.signal.biquad import Biquad
from meit_core.signal.simulator import SimulatedCase, simulate


@pytest.mark.parametrize("n_samples", [10, 127, 128, 500, 5000])
@pytest.mark.parametrize("fs_hz", [100.0, 500.0, 1000.0])
def test_the_same_as_scipy(fs_hz: float, n_samples: int) -> None:
    # A steady offset of 3 mV and a step: what the ends are continued by, and the first state, matter most there.
    signal = np.resize(simulate(SimulatedCase()).record.signal_mv.astype(np.float64), (12, n_samples)) + 3.0
    signal[:, n_samples // 2 :] -= 1.0
    for cutoff_hz in (0.05, 0.67, 40.0):
        for kind, made in (("lowpass", Biquad.low_pass), ("highpass", Biquad.high_pass)):
            expected = sosfiltfilt(butter(2, cutoff_hz, kind, fs=fs_hz, output="sos"), signal, axis=-1)
            found = made(cutoff_hz, fs_hz).forwards_and_backwards(signal)
            np.testing.assert_allclose(found, expected, atol=1e-6)
    if fs_hz > 100:
        expected = filtfilt(*iirnotch(50.0, 30.0, fs_hz), signal, axis=-1)
        np.testing.assert_allclose(Biquad.notch(50.0, 30.0, fs_hz).forwards_and_backwards(signal), expected, atol=1e-9)


def test_one_lead_and_many() -> None:
    signal = np.random.default_rng(1).normal(size=(2, 3, 300))
    filtered = Biquad.low_pass(40.0, 500.0).forwards_and_backwards(signal)
    assert filtered.shape == signal.shape
    np.testing.assert_allclose(filtered[1, 2], Biquad.low_pass(40.0, 500.0).forwards_and_backwards(signal[1, 2]))
