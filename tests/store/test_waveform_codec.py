"""Samples come back to within half a step, and exactly where the device's own step is kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from meit_core.domain.leads import LEADS
from meit_core.errors import UserError
from meit_core.signal.simulator import SimulatedCase, simulate
from meit_core.store.waveform_codec import pack, unpack

N_LEADS = len(LEADS)


@given(
    arrays(np.float32, (N_LEADS, 40), elements=st.floats(-400, 400, width=32)),
)
@settings(max_examples=60, deadline=None)
def test_no_sample_moves_by_more_than_half_a_step(signal_mv: np.ndarray) -> None:
    packed = pack(signal_mv)
    restored = unpack(packed)
    half_mv = np.array(packed.lsb_mv)[:, None] / 2
    # float32 itself can't tell two values closer than this apart.
    rounding = np.spacing(np.abs(signal_mv).max(axis=1, keepdims=True))
    assert restored.dtype == np.float32
    assert np.all(np.abs(restored.astype(np.float64) - signal_mv) <= half_mv + rounding)


@pytest.mark.parametrize("step_mv", [0.001, 0.005, 0.0025, 0.00488])
@pytest.mark.parametrize("offset_mv", [0.0, 300.0, -70.0])
def test_a_devices_own_step_is_kept_exactly(step_mv: float, offset_mv: float) -> None:
    counts = np.random.default_rng(3).integers(-2000, 2000, (N_LEADS, 500))
    signal_mv = ((counts + round(offset_mv / step_mv)) * step_mv).astype(np.float32)
    packed = pack(signal_mv)
    assert np.array_equal(unpack(packed), signal_mv)
    assert max(packed.lsb_mv) <= step_mv


def test_full_swings_of_sixteen_bits_wrap_round_and_back() -> None:
    signal_mv = np.zeros((N_LEADS, 100), np.float32)
    signal_mv[0, ::2], signal_mv[0, 1::2] = 32.767, -32.767
    assert np.array_equal(unpack(pack(signal_mv)), signal_mv)


def test_a_finer_signal_is_kept_to_a_twentieth_of_a_microvolt() -> None:
    signal_mv = simulate(SimulatedCase()).record.signal_mv
    restored = unpack(pack(signal_mv))
    assert 0 < np.abs(restored - signal_mv).max() <= 0.00005 + 1e-6


def test_constant_leads() -> None:
    signal_mv = np.zeros((N_LEADS, 10), np.float32)
    signal_mv[3] = 1234.5
    assert np.array_equal(unpack(pack(signal_mv)), signal_mv)


def test_packing_is_smaller_than_sixteen_bits() -> None:
    signal_mv = np.round(simulate(SimulatedCase()).record.signal_mv, 3)
    assert len(pack(signal_mv).packed) < 0.75 * 2 * signal_mv.size


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"packed": b"garbage"}, "damaged"),
        ({"n_samples": 11}, "damaged"),
        ({"encoding": "of-tomorrow"}, "newer version"),
    ],
)
def test_what_can_not_be_unpacked_is_said_plainly(change: dict[str, object], message: str) -> None:
    packed = pack(np.ones((N_LEADS, 10), np.float32))
    with pytest.raises(UserError, match=message):
        unpack(replace(packed, **change))  # type: ignore[arg-type]
