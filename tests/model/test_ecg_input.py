"""What the network sees: the product's own way and the paper's."""

from __future__ import annotations

import numpy as np
import pytest

from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.model.ecg_input import LIMIT_MV, InputConfig, model_input
from meit_core.signal.beat_page import PAGE_COLUMNS, beat_page
from meit_core.signal.simulator import SimulatedCase, simulate


def record(fs_hz: float = 500.0, seconds: float = 10.0) -> EcgRecord:
    samples = np.random.default_rng(1).normal(0.5, 0.3, (12, round(fs_hz * seconds))).astype(np.float32)
    samples[3] *= 30
    return EcgRecord(samples, fs_hz)


def test_amplitudes_stay_in_millivolt_around_each_leads_median() -> None:
    seen = model_input(record())
    assert seen.shape == (12, 1000)
    assert seen.dtype == np.float32
    assert np.abs(np.median(seen, axis=1)).max() < 1e-3
    assert np.abs(seen).max() <= LIMIT_MV


def test_the_papers_way_scales_all_leads_together() -> None:
    """meit_reference, 3.3: one minimum and one maximum over all leads, at 500 Hz."""
    given = InputConfig(fs_hz=500.0, scaling="min-max")
    original = record()
    seen = model_input(original, given)
    assert seen.shape == (12, 5000)
    low, high = original.signal_mv.min(), original.signal_mv.max()
    np.testing.assert_allclose(seen, (original.signal_mv - low) / (high - low + 1e-8), atol=1e-6)
    assert seen.min() == 0
    assert seen.max() == pytest.approx(1)


def test_measurements_stand_behind_the_samples_where_they_are_wanted() -> None:
    given = InputConfig(measured=True)
    beating = simulate(SimulatedCase(seed=3)).record
    seen = model_input(beating, given)
    assert seen.shape == (12, given.n_columns) == (12, 1000 + PAGE_COLUMNS)
    np.testing.assert_array_equal(seen[:, :1000], model_input(beating))
    np.testing.assert_array_equal(seen[:, 1000:], beat_page(beating))
    assert InputConfig.from_dict(given.to_dict()) == given


def test_a_flat_recording_is_no_division_by_zero() -> None:
    flat = EcgRecord(np.zeros((12, 5000), dtype=np.float32), 500.0)
    assert np.isfinite(model_input(flat, InputConfig(scaling="min-max"))).all()


def test_a_short_recording_is_followed_by_silence_and_a_long_one_is_cut() -> None:
    assert (model_input(record(seconds=6.0))[:, 600:] == 0).all()
    assert model_input(record(seconds=30.0), InputConfig(fs_hz=250.0)).shape == (12, 2500)


def test_what_a_pack_says_is_read_back_and_nonsense_is_refused() -> None:
    given = InputConfig(500.0, "min-max")
    assert InputConfig.from_dict(given.to_dict()) == given
    assert InputConfig.from_dict({}) == InputConfig()
    for wrong in ({"scaling": "z-score"}, {"fs_hz": 0.0}, {"fs_hz": 20_000.0}):
        with pytest.raises(UserError, match="can't be scaled"):
            InputConfig.from_dict(wrong)
