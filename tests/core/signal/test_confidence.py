"""A value's confidence falls with what makes it hard to measure, and tells what it rests on."""

from dataclasses import fields, replace

import numpy as np
import pytest

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Confidence, Measurements
from meit_core.domain.record import LeadStatus
from meit_core.signal.measure import measure
from meit_core.signal.simulator import Noise, Rhythm, SimulatedCase, simulate

_NO_VALUES = {
    *("r_peaks", "beat_classes", "pacing_spikes", "arms_exchanged"),
    *("quality", "reasons", "source", "sources", "confidences", "facts"),
}
INTERVALS = ("p_ms", "pr_ms", "qrs_ms", "qt_ms")


def levels(measured: Measurements, *names: str) -> set[Confidence]:
    found = [measured.confidence_of(name) for name in names]
    return {one.level for one in found if one is not None}


@pytest.mark.parametrize("rhythm", [Rhythm.SINUS, Rhythm.ATRIAL_FIBRILLATION])
def test_every_value_that_is_there_has_a_confidence_and_no_other(rhythm: Rhythm) -> None:
    measured = measure(simulate(SimulatedCase(rhythm=rhythm, seed=4)).record)
    there = {
        one.name
        for one in fields(Measurements)
        if one.name not in _NO_VALUES and getattr(measured, one.name) not in (None, type(measured.qtc_ms)())
    }
    assert set(measured.confidences) == there


def test_a_clean_recording_is_high_throughout() -> None:
    measured = measure(simulate(SimulatedCase(seed=4)).record)
    assert levels(measured, *INTERVALS, "qtc_ms", "heart_rate_bpm", "qrs_axis_deg") == {Confidence.HIGH}
    for name in INTERVALS:
        confidence = measured.confidence_of(name)
        assert confidence is not None and confidence.apart is not None and confidence.apart <= 4


def test_what_noise_has_decided_is_low() -> None:
    """A quarter of a millivolt of muscle noise: the P wave of 0.1 mV can't be measured twice alike."""
    noise = Noise(wander_mv=0.1, mains_uv=0, muscle_uv=250)
    made = [simulate(SimulatedCase(seed=seed, noise=noise)).record for seed in range(4)]
    found = [measure(record).confidence_of("pr_ms") for record in made]
    assert all(one is None or one.level is not Confidence.HIGH for one in found)
    assert sum(one is None or one.level is Confidence.LOW for one in found) >= 3


def test_errors_fall_as_confidence_rises() -> None:
    """Muscle noise from little to much, many seeds: the error of PR at high confidence is the smallest."""
    errors: dict[Confidence, list[float]] = {level: [] for level in Confidence}
    for seed in range(10):
        for muscle_uv in (20, 60, 120):
            made = simulate(SimulatedCase(seed=seed, noise=Noise(muscle_uv=muscle_uv), heart_rate_bpm=60 + 4 * seed))
            found = measure(made.record)
            confidence = found.confidence_of("pr_ms")
            if found.pr_ms is not None and made.truth.pr_ms is not None and confidence is not None:
                errors[confidence.level].append(found.pr_ms - made.truth.pr_ms)
    spread = {level: float(np.std(found)) for level, found in errors.items() if len(found) >= 3}
    assert spread[Confidence.HIGH] < 4
    assert all(spread[Confidence.HIGH] < other for level, other in spread.items() if level is not Confidence.HIGH)


def test_one_lead_alone_is_never_high() -> None:
    """There is no other half of the leads that could agree."""
    record = simulate(SimulatedCase(seed=4)).record
    signal = np.zeros_like(record.signal_mv)
    signal[1] = record.signal_mv[1]
    status = [LeadStatus.MISSING] * len(LEADS)
    status[1] = record.lead_status[1]
    measured = measure(replace(record, signal_mv=signal, lead_status=tuple(status)))
    assert measured.qrs_ms is not None
    confidence = measured.confidence_of("qrs_ms")
    assert confidence is not None and (confidence.level, confidence.apart) == (Confidence.LOW, None)
    assert levels(measured, *INTERVALS, "heart_rate_bpm") == {Confidence.LOW}


def test_axes_are_apart_by_the_shorter_way_around() -> None:
    """An axis near 180 degrees that comes out at -179 in one half is two degrees apart, not 358."""
    made = simulate(SimulatedCase(seed=4, frontal_rotation_deg=142.5, noise=Noise(muscle_uv=25)))
    measured = measure(made.record)
    assert measured.qrs_axis_deg is not None and abs(measured.qrs_axis_deg) > 179
    confidence = measured.confidence_of("qrs_axis_deg")
    assert confidence is not None and confidence.level is Confidence.HIGH
