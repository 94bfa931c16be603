"""Calipers that a reader has set on a recording: places in the recording, not on a screen or a page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from meit_core.domain.leads import LEADS

BEATS: Final = range(1, 10)
"""Intervals that one time caliper may span; nine is what a single key can say."""
MOST_CALIPERS: Final = 100
"""On one recording; far more than a sheet has room for."""


class IntervalMeaning(StrEnum):
    """What a time caliper was set for."""

    INTERVAL = "interval"
    RR = "RR"
    """The cycle that corrects a QT caliper."""
    QT = "QT"


@dataclass(frozen=True, slots=True)
class TimeCaliper:
    """Two moments in one lead.

    Attributes
    ----------
    start_sample, end_sample
        Sample indices of the two legs at the record's own rate; the one set first may lie after the other.
    beats
        Intervals between the legs, in :data:`BEATS`.
    march_out
        Repeat the interval over the whole strip in both directions.
    """

    lead: str
    start_sample: int
    end_sample: int
    beats: int = 1
    meaning: IntervalMeaning = IntervalMeaning.INTERVAL
    march_out: bool = False

    def __post_init__(self) -> None:
        _check_lead(self.lead)
        _check_samples(self.start_sample, self.end_sample)
        if self.beats not in BEATS:
            raise ValueError(f"beats must be 1 to 9, not {self.beats}")
        if self.beats > 1 and self.meaning is IntervalMeaning.QT:
            raise ValueError("a QT interval is one interval")


@dataclass(frozen=True, slots=True)
class AmplitudeCaliper:
    """Two levels in one lead.

    Attributes
    ----------
    start_sample, end_sample
        Where in the recording each level was taken.
    start_mv, end_mv
        The levels on the raw recording's own scale.
    """

    lead: str
    start_sample: int
    start_mv: float
    end_sample: int
    end_mv: float

    def __post_init__(self) -> None:
        _check_lead(self.lead)
        _check_samples(self.start_sample, self.end_sample)
        if not (math.isfinite(self.start_mv) and math.isfinite(self.end_mv)):
            raise ValueError("levels must be finite")


Caliper = TimeCaliper | AmplitudeCaliper


@dataclass(frozen=True, slots=True)
class CaliperSet:
    """All calipers of a study as they were saved, with the printed name of who saved them, and when."""

    calipers: tuple[Caliper, ...]
    saved_by: str
    saved_at: datetime


def _check_lead(lead: str) -> None:
    if lead not in LEADS:
        raise ValueError(f"no such lead: {lead}")


def _check_samples(*samples: int) -> None:
    if min(samples) < 0:
        raise ValueError("a sample before the recording's start")
