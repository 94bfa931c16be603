"""Ground truth of a simulated recording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from meit_core.signal.simulator.heart_vector import Component, vector_at

EDGE_SHARE: Final = 0.05
"""A wave lasts while its own vector exceeds this share of its peak (2.45 sigma of a Gaussian)."""
QRS_EDGE_SHARE: Final = 0.01
"""The same for QRS, whose peak is ten times as high: some 15 µV, as little as a reader sees at 10 mm/mV."""
_STEP_MS: Final = 0.25


class BeatKind(StrEnum):
    NORMAL = "normal"
    """Conducted from the atria; in atrial fibrillation too."""
    ATRIAL_PREMATURE = "atrial_premature"
    VENTRICULAR_PREMATURE = "ventricular_premature"
    ESCAPE = "escape"
    PACED = "paced"


@dataclass(frozen=True, slots=True)
class BeatTruth:
    """Boundaries of one beat as (fractional) sample positions; P is ``None`` where none belongs to the beat."""

    kind: BeatKind
    r_peak: int
    qrs_onset: float
    qrs_offset: float
    t_onset: float
    t_offset: float
    p_onset: float | None = None
    p_offset: float | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """What measurement should find.

    Attributes
    ----------
    beats
        Those whose QRS complex lies wholly within the recording.
    heart_rate_bpm
        Ventricular, 60 over the mean RR interval of ``beats``.
    pr_ms, p_ms
        ``None`` where P and QRS have no fixed relation.
    lone_p_onsets
        Sample positions of P waves that no QRS complex follows or belongs to.
    p_axis_deg, qrs_axis_deg, t_axis_deg
        From net areas in I and aVF, of the dominant beats; that of T from the QRS offset on, ST segment included.
    """

    beats: tuple[BeatTruth, ...]
    heart_rate_bpm: float
    p_ms: float | None
    pr_ms: float | None
    qrs_ms: float
    qt_ms: float
    p_axis_deg: float | None
    qrs_axis_deg: float
    t_axis_deg: float
    lone_p_onsets: tuple[float, ...] = ()


def extent_ms(
    components: Sequence[Component], *, start_share: float = EDGE_SHARE, end_share: float = EDGE_SHARE
) -> tuple[float, float, float]:
    """Onset, peak and offset of a wave in ms from its reference point, by the size of its vector."""
    start = min(part.at_ms - 4 * part.rise_ms for part in components)
    end = max(part.at_ms + 4 * part.fall_ms for part in components)
    times_ms = np.arange(start, end, _STEP_MS)
    size = np.linalg.norm(vector_at(components, times_ms), axis=0)
    peak = int(np.argmax(size))
    onset = times_ms[np.flatnonzero(size >= start_share * size[peak])[0]]
    offset = times_ms[np.flatnonzero(size >= end_share * size[peak])[-1]]
    return float(onset), float(times_ms[peak]), float(offset)
