"""What calipers measure: intervals, rates, corrected QT, amplitudes, and where a repeated interval falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.calipers import AmplitudeCaliper, Caliper, IntervalMeaning, TimeCaliper
from meit_core.domain.measurements import QtCorrected
from meit_core.signal.qt_correction import corrected_qt

MM_PER_MV: Final = 10.0
"""The standard gain, in which criteria such as Sokolow-Lyon's count millimetres, whatever the sheet's gain is."""
_CYCLE_MS: Final = (150.0, 4000.0)
"""Shorter or longer than these no heart cycle is: a rate would only be in the way."""


@dataclass(frozen=True, slots=True)
class IntervalFigures:
    """Attributes: one interval in ms (the mean of several), and its rate as a cycle, if any heart has it."""

    interval_ms: float
    rate_bpm: float | None


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle length to correct QT with, and whether it is a reader's own caliper."""

    rr_ms: float
    by_caliper: bool


def interval_figures(caliper: TimeCaliper, fs_hz: float) -> IntervalFigures:
    """Return the interval between the legs, divided by the beats that they span."""
    interval_ms = abs(caliper.end_sample - caliper.start_sample) / fs_hz * 1000 / caliper.beats
    is_cycle = _CYCLE_MS[0] <= interval_ms <= _CYCLE_MS[1]
    return IntervalFigures(interval_ms, 60_000 / interval_ms if is_cycle else None)


def amplitude_mv(caliper: AmplitudeCaliper) -> float:
    """Return the distance of the two levels in mV, never negative."""
    return abs(caliper.end_mv - caliper.start_mv)


def correcting_cycle(calipers: Sequence[Caliper], measured_rr_ms: float | None, fs_hz: float) -> Cycle | None:
    """Return the cycle that corrects QT: of the caliper marked as RR, else as measured, else none."""
    for caliper in calipers:
        if isinstance(caliper, TimeCaliper) and caliper.meaning is IntervalMeaning.RR:
            figures = interval_figures(caliper, fs_hz)
            if figures.rate_bpm is not None:
                return Cycle(figures.interval_ms, by_caliper=True)
    return None if measured_rr_ms is None else Cycle(measured_rr_ms, by_caliper=False)


def qt_figures(caliper: TimeCaliper, cycle: Cycle | None, fs_hz: float) -> QtCorrected | None:
    """Return QT corrected by the four formulas; ``None`` where there is no cycle, or no interval yet."""
    qt_ms = interval_figures(caliper, fs_hz).interval_ms
    return corrected_qt(qt_ms, cycle.rr_ms) if cycle is not None and qt_ms > 0 else None


def repeated(caliper: TimeCaliper, first_sample: float, last_sample: float) -> npt.NDArray[np.float64]:
    """Return where the caliper's interval falls when it is repeated in both directions, its own legs left out.

    Parameters
    ----------
    first_sample, last_sample
        Ends of the strip, inclusive.

    Returns
    -------
    (n,) sample positions in rising order. They aren't rounded: rounding one interval would shift the tenth by five
    samples. Empty where the legs stand on each other.
    """
    left, right = sorted((caliper.start_sample, caliper.end_sample))
    step = (right - left) / caliper.beats
    if step <= 0:
        return np.empty(0)
    numbers = np.arange(np.ceil((first_sample - left) / step), np.floor((last_sample - left) / step) + 1)
    return left + step * numbers[(numbers != 0) & (numbers != caliper.beats)]


def divisions(caliper: TimeCaliper) -> npt.NDArray[np.float64]:
    """Return the (beats - 1,) sample positions that part the caliper into its beats."""
    return np.linspace(caliper.start_sample, caliper.end_sample, caliper.beats + 1)[1:-1]
