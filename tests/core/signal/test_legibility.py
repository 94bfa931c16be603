"""A recording is legible as long as its beats resemble each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from meit_core.domain.record import EcgRecord
from meit_core.signal.disturbing import muscle_noise
from meit_core.signal.legibility import LEAST_COHERENCE, beat_coherence
from meit_core.signal.measure import measure
from meit_core.signal.simulator import SimulatedCase, demo_cases, simulate
from meit_core.signal.simulator.demo import DemoStudy


def coherence(record: EcgRecord) -> float:
    found = beat_coherence(record, measure(record).r_peaks)
    assert found is not None
    return found


@pytest.mark.parametrize("case", demo_cases(), ids=lambda case: case.key)
def test_every_demo_study_is_legible(case: DemoStudy) -> None:
    record = case.simulate().record
    found = beat_coherence(record, measure(record).r_peaks)
    assert found is None or found > 0.8


def test_noise_alone_is_not() -> None:
    for seed in range(5):
        noise = np.random.default_rng(seed).normal(0, 0.2, (12, 5000)).astype(np.float32)
        assert coherence(EcgRecord(noise, 500.0)) < LEAST_COHERENCE / 2


def test_it_falls_as_noise_grows() -> None:
    record = simulate(SimulatedCase(heart_rate_bpm=75, seed=8)).record
    found = [coherence(muscle_noise(snr).apply(record, np.random.default_rng(1))) for snr in (20, 0, -10, -20)]
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.95 and found[-1] < LEAST_COHERENCE


def test_too_few_beats_say_nothing() -> None:
    record = simulate(SimulatedCase(heart_rate_bpm=60, seed=2)).record
    short = replace(record, signal_mv=record.signal_mv[:, :700].copy())
    assert beat_coherence(short, measure(short).r_peaks) is None
