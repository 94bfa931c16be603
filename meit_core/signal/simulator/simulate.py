"""From a case to samples and their truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from meit_core.domain.record import EcgRecord, PatientInfo
from meit_core.signal.leads import complete_limb_leads
from meit_core.signal.simulator import morphologies
from meit_core.signal.simulator.case import Rhythm, SimulatedCase
from meit_core.signal.simulator.disturbance import fibrillatory_vector, lead_noise, respiration
from meit_core.signal.simulator.heart_vector import (
    DOWER,
    Array,
    Component,
    add_wave,
    frontal_axis_deg,
    rotate_frontal,
    vector_at,
)
from meit_core.signal.simulator.morphologies import BeatShape
from meit_core.signal.simulator.rhythms import Plan, PlannedBeat, plan_rhythm
from meit_core.signal.simulator.truth import QRS_EDGE_SHARE, BeatKind, BeatTruth, Truth, extent_ms

SOURCE_FORMAT: Final = "simulated"
_PR_FIXED: Final = (Rhythm.SINUS, Rhythm.SINUS_ARRHYTHMIA, Rhythm.PVC, Rhythm.PAC, Rhythm.TWO_TO_ONE)
_BREATH_SHARE: Final = 0.04
"""Change of all deflections with breathing."""


@dataclass(frozen=True, slots=True)
class Simulation:
    record: EcgRecord
    truth: Truth


@dataclass(frozen=True, slots=True)
class _Timing:
    """Extent of a beat shape's waves in ms from QRS onset, for the QT interval of the case."""

    shape: BeatShape
    qrs_ms: tuple[float, float, float]
    t_peak_ms: float
    t_onset_ms: float
    qt_end_ms: float


def simulate(case: SimulatedCase, *, patient: PatientInfo | None = None, source_name: str = "") -> Simulation:
    """Simulate a recording.

    Returns
    -------
    Simulation
        The record, (12, duration * fs) in mV with ``source_format`` "simulated", and what measuring it should find.

    Raises
    ------
    ValueError
        The case is too short for two beats.
    """
    random = np.random.default_rng(case.seed)
    plan = plan_rhythm(case, random)
    times_s = np.arange(round(case.duration_s * case.fs_hz)) / case.fs_hz
    timings = {kind: _timing(shape, case, kind) for kind, shape in _shapes(case).items()}
    heart = _heart_vector(case, plan, timings, times_s.size, random)
    breath = respiration(times_s, random.uniform())
    heart *= case.voltage * (1 + _BREATH_SHARE * breath)
    if case.rhythm is Rhythm.ATRIAL_FIBRILLATION:
        heart += fibrillatory_vector(times_s, random)
    leads = DOWER @ rotate_frontal(heart, case.frontal_rotation_deg)
    independent = leads[[0, 1, 6, 7, 8, 9, 10, 11]] + lead_noise(case.noise, times_s, breath, case.fs_hz, random)
    limb = {"I": independent[0], "II": independent[1]}
    limb |= complete_limb_leads(limb)
    signal_mv = np.vstack([*(limb[name] for name in ("I", "II", "III", "aVR", "aVL", "aVF")), independent[2:]])
    record = EcgRecord(
        signal_mv=signal_mv.astype(np.float32),
        fs_hz=case.fs_hz,
        patient=patient or PatientInfo(),
        source_format=SOURCE_FORMAT,
        source_name=source_name,
        notes=("Simulated recording: not from a person.",),
    )
    return Simulation(record, _truth(case, plan, timings, times_s.size))


def _shapes(case: SimulatedCase) -> dict[BeatKind, BeatShape]:
    usual = morphologies.SHAPES[case.morphology]
    return {
        BeatKind.NORMAL: usual,
        BeatKind.ATRIAL_PREMATURE: usual,
        BeatKind.VENTRICULAR_PREMATURE: morphologies.VENTRICULAR_EXTRASYSTOLE,
        BeatKind.ESCAPE: usual if case.junctional_escape else morphologies.VENTRICULAR_ESCAPE,
        BeatKind.PACED: morphologies.PACED,
    }


def _timing(shape: BeatShape, case: SimulatedCase, kind: BeatKind) -> _Timing:
    rate = case.escape_rate_bpm if kind is BeatKind.ESCAPE else case.heart_rate_bpm
    if case.rhythm is Rhythm.TWO_TO_ONE:
        rate /= 2
    qt_ms = case.qtc_ms * (60 / rate) ** (1 / 3)
    qrs_ms = extent_ms(shape.qrs, start_share=QRS_EDGE_SHARE, end_share=QRS_EDGE_SHARE)
    t_onset, _, t_end = extent_ms(shape.t)
    t_peak_ms = qrs_ms[0] + qt_ms - t_end
    t_onset_ms = max(t_peak_ms + t_onset, qrs_ms[2])  # T of a wide beat rises out of its QRS complex
    return _Timing(shape, qrs_ms, t_peak_ms, t_onset_ms, t_peak_ms + t_end)


def _heart_vector(
    case: SimulatedCase, plan: Plan, timings: dict[BeatKind, _Timing], n_samples: int, random: np.random.Generator
) -> Array:
    heart = np.zeros((3, n_samples))
    for beat in plan.beats:
        timing = timings[beat.kind]
        size = 1 + 0.015 * random.standard_normal()
        # The plan's instant is the truth's QRS onset; the components count from a little before it.
        reference_s = _reference_s(beat, timing)
        add_wave(heart, timing.shape.qrs, reference_s, case.fs_hz, size)
        if timing.shape.st:
            add_wave(heart, timing.shape.st, reference_s + timing.qrs_ms[2] / 1000, case.fs_hz, size)
        add_wave(heart, timing.shape.t, reference_s + timing.t_peak_ms / 1000, case.fs_hz, size)
        if beat.kind is BeatKind.PACED:
            add_wave(heart, morphologies.PACING_SPIKE, reference_s, case.fs_hz, 1.0)
    for p in (*plan.lone_p, *(beat.p for beat in plan.beats if beat.p is not None)):
        shape = morphologies.ECTOPIC_P if p.ectopic else morphologies.SINUS_P
        onset_ms = extent_ms(shape)[0]
        add_wave(heart, shape, p.onset_s - onset_ms / 1000, case.fs_hz, 1 + 0.03 * random.standard_normal())
    return heart


def _reference_s(beat: PlannedBeat, timing: _Timing) -> float:
    return beat.qrs_onset_s - timing.qrs_ms[0] / 1000


def _truth(case: SimulatedCase, plan: Plan, timings: dict[BeatKind, _Timing], n_samples: int) -> Truth:
    beats = tuple(
        beat
        for beat in (_beat_truth(planned, timings[planned.kind], case.fs_hz) for planned in plan.beats)
        if beat.qrs_onset >= 0 and beat.qrs_offset < n_samples
    )
    if len(beats) < 2:
        raise ValueError("duration_s must hold at least two beats")
    kinds = [beat.kind for beat in beats]
    dominant = timings[max(set(kinds), key=kinds.count)]
    p_onset, _, p_offset = extent_ms(morphologies.SINUS_P)
    has_pr = case.rhythm in _PR_FIXED
    rr_s = np.diff([beat.r_peak for beat in beats]) / case.fs_hz
    return Truth(
        beats=beats,
        heart_rate_bpm=60 / float(np.mean(rr_s)),
        p_ms=p_offset - p_onset if has_pr else None,
        pr_ms=case.pr_ms if has_pr else None,
        qrs_ms=dominant.qrs_ms[2] - dominant.qrs_ms[0],
        qt_ms=dominant.qt_end_ms - dominant.qrs_ms[0],
        p_axis_deg=_axis_deg(morphologies.SINUS_P, case) if has_pr else None,
        qrs_axis_deg=_beat_axis_deg(dominant, dominant.qrs_ms[0], dominant.qrs_ms[2], case),
        t_axis_deg=_beat_axis_deg(dominant, dominant.qrs_ms[2], dominant.qt_end_ms, case),
        lone_p_onsets=tuple(p.onset_s * case.fs_hz for p in plan.lone_p if 0 <= p.onset_s * case.fs_hz < n_samples),
    )


def _beat_truth(beat: PlannedBeat, timing: _Timing, fs_hz: float) -> BeatTruth:
    def sample(offset_ms: float) -> float:
        return (_reference_s(beat, timing) + offset_ms / 1000) * fs_hz

    onset_ms, peak_ms, offset_ms = timing.qrs_ms
    p_onset = p_offset = None
    if beat.p is not None:
        start, _, end = extent_ms(morphologies.ECTOPIC_P if beat.p.ectopic else morphologies.SINUS_P)
        p_onset, p_offset = beat.p.onset_s * fs_hz, (beat.p.onset_s + (end - start) / 1000) * fs_hz
    return BeatTruth(
        kind=beat.kind,
        r_peak=round(sample(peak_ms)),
        qrs_onset=sample(onset_ms),
        qrs_offset=sample(offset_ms),
        t_onset=sample(timing.t_onset_ms),
        t_offset=sample(timing.qt_end_ms),
        p_onset=p_onset,
        p_offset=p_offset,
    )


def _beat_axis_deg(timing: _Timing, start_ms: float, end_ms: float, case: SimulatedCase) -> float:
    """Axis of the net area of a part of the beat, overlapping waves included."""
    times_ms = np.arange(start_ms, end_ms, 0.5)
    shape = timing.shape
    vectors = vector_at(shape.qrs, times_ms) + vector_at(shape.t, times_ms - timing.t_peak_ms)
    vectors += vector_at(shape.st, times_ms - timing.qrs_ms[2])
    return frontal_axis_deg(rotate_frontal(vectors.sum(axis=1, keepdims=True), case.frontal_rotation_deg)[:, 0])


def _axis_deg(components: tuple[Component, ...], case: SimulatedCase) -> float:
    """Axis of a wave's net area; a Gaussian's area goes with its height times its mean width."""
    area = np.sum([np.array(part.vector_mv) * (part.rise_ms + part.fall_ms) for part in components], axis=0)
    return frontal_axis_deg(rotate_frontal(area[:, None], case.frontal_rotation_deg)[:, 0])
