"""Measure a recording: rate, intervals, axes, lead quality."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.measured_facts import MeasuredFacts
from meit_core.domain.measurements import LeadQuality, Measurements, QtCorrected
from meit_core.domain.record import EcgRecord
from meit_core.signal.beat_classes import beat_classes, ventricular_extrasystoles
from meit_core.signal.beat_figures import BeatFigures
from meit_core.signal.beats import Positions
from meit_core.signal.confidence import beat_confidences, rate_confidences
from meit_core.signal.electrode_reversal import arms_exchanged
from meit_core.signal.found_beats import MEASURING_FS_HZ, FoundBeats, find_beats
from meit_core.signal.measured_facts import measured_facts
from meit_core.signal.measured_waves import MeasuredWaves, measured_waves
from meit_core.signal.qt_correction import corrected_qt

_FIELDS_OF_A_BEAT: Final = ("p_ms", "pr_ms", "qrs_ms", "qt_ms", "p_axis_deg", "qrs_axis_deg", "t_axis_deg")


@lru_cache(maxsize=2)
def measure(record: EcgRecord) -> Measurements:
    """Measure a recording; what can't be measured is ``None`` with a plain sentence in ``reasons``.

    R peaks are found on all usable leads together, the beats of the commonest shape are aligned and their median taken,
    and intervals run from the earliest onset to the latest offset over the leads. Never raises for a valid record. The
    last two recordings' are kept: the guard and the model's input ask one after another.
    """
    found = find_beats(record)
    if found.why_none:
        return _nothing(found.quality, found.why_none)
    waves = (
        MeasuredWaves({}, BeatFigures(), MEASURING_FS_HZ)
        if found.beat is None
        else measured_waves(found.beat, found.rows, usable=found.rows, regular=found.regular)
    )
    figures = waves.figures
    facts = measured_facts(found, waves, record.patient)
    classes = beat_classes(found, early_beats=facts.atrial_extrasystoles is not None)
    if facts.av_block is None:  # escape beats are no extrasystoles
        facts = replace(facts, ventricular_extrasystoles=ventricular_extrasystoles(classes))
    mean_rr_ms = float(np.mean(found.rr_ms))
    return Measurements(
        heart_rate_bpm=60_000 / mean_rr_ms,
        rr_ms=mean_rr_ms,
        p_ms=figures.p_ms,
        pr_ms=figures.pr_ms,
        qrs_ms=figures.qrs_ms,
        qt_ms=figures.qt_ms,
        qtc_ms=corrected_qt(figures.qt_ms, mean_rr_ms) if figures.qt_ms else QtCorrected(),
        p_axis_deg=figures.p_axis_deg,
        qrs_axis_deg=figures.qrs_axis_deg,
        t_axis_deg=figures.t_axis_deg,
        p_onset_ms=waves.at_ms(BeatMark.P_ONSET),
        p_offset_ms=waves.at_ms(BeatMark.P_OFFSET),
        qrs_onset_ms=waves.at_ms(BeatMark.QRS_ONSET),
        qrs_offset_ms=waves.at_ms(BeatMark.QRS_OFFSET),
        t_offset_ms=waves.at_ms(BeatMark.T_OFFSET),
        rhythm_regular=found.regular,
        r_peaks=_own_samples(found.r_peaks, record),
        beat_classes=classes,
        pacing_spikes=_own_samples(found.spikes, record),
        quality=found.quality,
        arms_exchanged=found.beat is not None and arms_exchanged(found.beat, waves.places, found.rows),
        reasons=_reasons(found, waves),
        confidences=rate_confidences(found, 60_000 / mean_rr_ms) | beat_confidences(found, waves),
        facts=facts,
    )


def _why_no_p(*, regular: bool, paced: bool) -> str:
    if paced:
        return "Not measured: the ventricles are paced."
    if not regular:
        return "Not measured: the rhythm is irregular without consistent P waves, as in atrial fibrillation."
    return "Not measured: no P wave with a fixed relation to the QRS complex was found."


def _own_samples(places: Positions, record: EcgRecord) -> tuple[int, ...]:
    own = np.round(places * record.fs_hz / MEASURING_FS_HZ).astype(int)
    return tuple(np.clip(own, 0, record.n_samples - 1).tolist())


def _reasons(found: FoundBeats, waves: MeasuredWaves) -> dict[str, str]:
    reasons: dict[str, str] = {}
    figures = waves.figures
    if figures.qrs_ms is None:
        return dict.fromkeys(_FIELDS_OF_A_BEAT, "No beat lies wholly within the recording.")
    if not waves.has_p:
        no_p = _why_no_p(regular=found.regular, paced=found.paced)
        reasons |= dict.fromkeys(("p_ms", "pr_ms", "p_axis_deg"), no_p)
    if figures.qt_ms is None:
        reasons |= dict.fromkeys(("qt_ms", "qtc_ms", "t_axis_deg"), "No end of the T wave could be found.")
    for name in ("p_axis_deg", "qrs_axis_deg", "t_axis_deg"):
        if getattr(figures, name) is None and name not in reasons:
            reasons[name] = "The limb leads I and aVF show too little for an axis."
    return reasons


def _nothing(quality: dict[str, LeadQuality], why: str) -> Measurements:
    fields = ("heart_rate_bpm", "rr_ms", *_FIELDS_OF_A_BEAT, "qtc_ms", "rhythm_regular")
    return Measurements(quality=quality, reasons=dict.fromkeys(fields, why), facts=MeasuredFacts())
