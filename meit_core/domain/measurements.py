"""Intervals, axes and quality of one recording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from meit_core.domain.measured_facts import MeasuredFacts

ARMS_EXCHANGED: Final = (
    "The electrodes of the arms are probably exchanged: P and QRS are upside down in I, while V6 looks as usual. "
    "Check them and record again."
)
"""The suspicion in words, the same on the screen, in print and on the command line."""


class MeasurementSource(StrEnum):
    DEVICE = "device"
    COMPUTED = "computed"
    MANUAL = "manual"


class LeadQuality(StrEnum):
    GOOD = "good"
    NOISY = "noisy"
    FLAT = "flat"
    CLIPPED = "clipped"
    MISSING = "missing"


class BeatClass(StrEnum):
    """Kind of one beat, in the letters of ANSI/AAMI EC57."""

    USUAL = "N"
    SUPRAVENTRICULAR = "S"
    VENTRICULAR = "V"
    PACED = "P"
    UNKNOWN = "Q"


@dataclass(frozen=True, slots=True)
class QtCorrected:
    """QTc in ms after Bazett (1920), Fridericia (1920), Framingham (Sagie 1992) and Hodges (1983)."""

    bazett: float | None = None
    fridericia: float | None = None
    framingham: float | None = None
    hodges: float | None = None


@dataclass(frozen=True, slots=True)
class ValueSource:
    """Where one value comes from; by whom and when where a person set it."""

    source: MeasurementSource
    by: str = ""
    at: datetime | None = None

    @property
    def is_manual(self) -> bool:
        return self.source is MeasurementSource.MANUAL


class Confidence(StrEnum):
    """How far a computed value can be relied on, by how well it can be repeated."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class ValueConfidence:
    """How far one computed value can be relied on.

    Attributes
    ----------
    apart
        Mean distance from the value, in its own unit, when it is measured again on half of the beats and on half of the
        leads; ``None`` where one of these halves doesn't show it.
    """

    level: Confidence
    apart: float | None = None


@dataclass(frozen=True, slots=True)
class Measurements:
    """Global measurements; ``None`` where a value can't be measured, with a sentence in ``reasons``.

    Attributes
    ----------
    p_onset_ms .. t_offset_ms
        Global boundaries in ms from the start of the median beat window.
    r_peaks
        Sample indices at the record's own rate.
    beat_classes
        Of each R peak; empty where there is no median beat to compare with, or where an earlier version has measured.
    pacing_spikes
        Sample indices of a pacemaker's spikes; empty where there are none, or where an earlier version has measured.
    arms_exchanged
        The electrodes of the arms seem to be exchanged.
    reasons
        Field name -> plain sentence, for every field that is ``None``.
    source
        Of all values that ``sources`` doesn't name.
    sources
        Field name -> source, for values that come from elsewhere than the rest: those that a reader has set.
    confidences
        Field name -> confidence, for every computed value; empty where an earlier version has measured.
    facts
        Findings that follow from measuring alone; ``None`` where nobody has looked: an earlier version has measured.
    """

    heart_rate_bpm: float | None = None
    rr_ms: float | None = None
    p_ms: float | None = None
    pr_ms: float | None = None
    qrs_ms: float | None = None
    qt_ms: float | None = None
    qtc_ms: QtCorrected = field(default_factory=QtCorrected)
    p_axis_deg: float | None = None
    qrs_axis_deg: float | None = None
    t_axis_deg: float | None = None
    p_onset_ms: float | None = None
    p_offset_ms: float | None = None
    qrs_onset_ms: float | None = None
    qrs_offset_ms: float | None = None
    t_offset_ms: float | None = None
    rhythm_regular: bool | None = None
    r_peaks: tuple[int, ...] = ()
    beat_classes: tuple[BeatClass, ...] = ()
    pacing_spikes: tuple[int, ...] = ()
    quality: Mapping[str, LeadQuality] = field(default_factory=dict)
    arms_exchanged: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)
    source: MeasurementSource = MeasurementSource.COMPUTED
    sources: Mapping[str, ValueSource] = field(default_factory=dict)
    confidences: Mapping[str, ValueConfidence] = field(default_factory=dict)
    facts: MeasuredFacts | None = None

    def source_of(self, name: str) -> ValueSource:
        """Where a field's value comes from."""
        return self.sources.get(name, ValueSource(self.source))

    def confidence_of(self, name: str) -> ValueConfidence | None:
        """How far a computed value can be relied on; ``None`` where it isn't there, or where a person has set it."""
        return None if self.source_of(name).is_manual else self.confidences.get(name)
