"""When atria and ventricles fire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from meit_core.signal.simulator.case import Rhythm, SimulatedCase
from meit_core.signal.simulator.truth import BeatKind

LEAD_IN_S: Final = 3.0
"""Planned before the recording starts, so that its first samples hold the tail of an earlier beat."""


@dataclass(frozen=True, slots=True)
class PlannedP:
    onset_s: float
    ectopic: bool = False


@dataclass(frozen=True, slots=True)
class PlannedBeat:
    """A QRS complex with the P wave that caused it, if one did."""

    qrs_onset_s: float
    kind: BeatKind
    p: PlannedP | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    beats: tuple[PlannedBeat, ...]
    lone_p: tuple[PlannedP, ...] = ()


def plan_rhythm(case: SimulatedCase, random: np.random.Generator) -> Plan:
    """Lay out P waves and QRS complexes from :data:`LEAD_IN_S` before the start until after the end."""
    return _PLANNERS[case.rhythm](case, random)


def _cycle_lengths(case: SimulatedCase, random: np.random.Generator, mean_s: float) -> np.ndarray:
    """Sinus cycles: 1.5 % random variation and a respiratory share, larger in sinus arrhythmia."""
    n = int((case.duration_s + 2 * LEAD_IN_S) / (0.6 * mean_s)) + 4
    swing = 0.16 if case.rhythm is Rhythm.SINUS_ARRHYTHMIA else 0.015
    phase = 2 * np.pi * (0.24 * mean_s * np.arange(n) + random.uniform())
    cycles: np.ndarray = mean_s * (1 + swing * np.sin(phase) + 0.015 * random.standard_normal(n))
    return cycles


def _sinus_times(case: SimulatedCase, random: np.random.Generator) -> np.ndarray:
    cycles = _cycle_lengths(case, random, 60 / case.heart_rate_bpm)
    times = -LEAD_IN_S + random.uniform(0, cycles[0]) + np.cumsum(cycles)
    kept: np.ndarray = times[times < case.duration_s + 1]
    return kept


def _sinus(case: SimulatedCase, random: np.random.Generator) -> Plan:
    return Plan(tuple(_conducted(onset, case.pr_ms) for onset in _sinus_times(case, random)))


def _conducted(p_onset_s: float, pr_ms: float, kind: BeatKind = BeatKind.NORMAL) -> PlannedBeat:
    p = PlannedP(float(p_onset_s), ectopic=kind is BeatKind.ATRIAL_PREMATURE)
    return PlannedBeat(float(p_onset_s + pr_ms / 1000), kind, p)


def _fibrillation(case: SimulatedCase, random: np.random.Generator) -> Plan:
    mean_s = 60 / case.heart_rate_bpm
    n = int((case.duration_s + LEAD_IN_S + 1) / (0.5 * mean_s)) + 4
    # Lognormal cycles without memory; the AV node's refractory time keeps them above 0.55 of the mean.
    cycles = mean_s * np.clip(np.exp(0.22 * random.standard_normal(n) - 0.024), 0.55, 1.8)
    times = -LEAD_IN_S + np.cumsum(cycles)
    return Plan(tuple(PlannedBeat(float(at), BeatKind.NORMAL) for at in times if at < case.duration_s + 1))


def _ventricular_premature(case: SimulatedCase, random: np.random.Generator) -> Plan:
    """Every fourth beat is early, with a full compensatory pause: the sinus node's P falls into it unseen."""
    beats: list[PlannedBeat] = []
    for number, onset in enumerate(_sinus_times(case, random)):
        if number % 4 == 3:
            early_s = 0.34 * 60 / case.heart_rate_bpm
            beats.append(PlannedBeat(onset + case.pr_ms / 1000 - early_s, BeatKind.VENTRICULAR_PREMATURE))
        else:
            beats.append(_conducted(onset, case.pr_ms))
    return Plan(tuple(beats))


def _atrial_premature(case: SimulatedCase, random: np.random.Generator) -> Plan:
    """Every fifth beat is early and resets the sinus node."""
    onset_s = -LEAD_IN_S
    beats: list[PlannedBeat] = []
    for number, cycle in enumerate(_cycle_lengths(case, random, 60 / case.heart_rate_bpm)):
        if onset_s > case.duration_s + 1:
            break
        premature = number % 5 == 4
        beats.append(_conducted(onset_s, case.pr_ms, BeatKind.ATRIAL_PREMATURE if premature else BeatKind.NORMAL))
        next_is_premature = number % 5 == 3
        onset_s += cycle * (0.66 if next_is_premature else 1.15 if premature else 1.0)
    return Plan(tuple(beats))


def _wenckebach(case: SimulatedCase, random: np.random.Generator) -> Plan:
    """PR grows by 80, then 40, then 20 ms, and the last P isn't conducted: 4:3 unless the case says otherwise."""
    beats: list[PlannedBeat] = []
    lone: list[PlannedP] = []
    for number, onset in enumerate(_sinus_times(case, random)):
        position = number % case.wenckebach_p_waves
        if position == case.wenckebach_p_waves - 1:
            lone.append(PlannedP(float(onset)))
        else:
            beats.append(_conducted(onset, case.pr_ms + 160.0 * (1 - 0.5**position)))
    return Plan(tuple(beats), tuple(lone))


def _two_to_one(case: SimulatedCase, random: np.random.Generator) -> Plan:
    times = _sinus_times(case, random)
    return Plan(
        tuple(_conducted(onset, case.pr_ms) for onset in times[::2]), tuple(PlannedP(float(at)) for at in times[1::2])
    )


def _complete_block(case: SimulatedCase, random: np.random.Generator) -> Plan:
    cycles = 60 / case.escape_rate_bpm * (1 + 0.008 * random.standard_normal(int(case.duration_s) + 12))
    times = -LEAD_IN_S + random.uniform() + np.cumsum(cycles)
    beats = tuple(PlannedBeat(float(at), BeatKind.ESCAPE) for at in times if at < case.duration_s + 1)
    return Plan(beats, tuple(PlannedP(float(at)) for at in _sinus_times(case, random)))


def _paced(case: SimulatedCase, random: np.random.Generator) -> Plan:
    start_s = -LEAD_IN_S + random.uniform()
    times = np.arange(start_s, case.duration_s + 1, 60 / case.heart_rate_bpm)
    return Plan(tuple(PlannedBeat(float(at), BeatKind.PACED) for at in times))


_PLANNERS: Final[Mapping[Rhythm, Callable[[SimulatedCase, np.random.Generator], Plan]]] = {
    Rhythm.SINUS: _sinus,
    Rhythm.SINUS_ARRHYTHMIA: _sinus,
    Rhythm.ATRIAL_FIBRILLATION: _fibrillation,
    Rhythm.PVC: _ventricular_premature,
    Rhythm.PAC: _atrial_premature,
    Rhythm.MOBITZ_I: _wenckebach,
    Rhythm.TWO_TO_ONE: _two_to_one,
    Rhythm.COMPLETE_AV_BLOCK: _complete_block,
    Rhythm.VENTRICULAR_PACED: _paced,
}
