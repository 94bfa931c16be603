"""What calipers say: beside the trace, in the strip and on the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from meit_core.domain.calipers import AmplitudeCaliper, Caliper, IntervalMeaning, TimeCaliper
from meit_core.domain.measurements import QtCorrected
from meit_core.signal.caliper_figures import (
    MM_PER_MV,
    Cycle,
    amplitude_mv,
    correcting_cycle,
    interval_figures,
    qt_figures,
)
from meit_desktop.language import tr

_GAP: Final = "   "
"""Between the parts of a line beside the trace."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What readings depend on beside the caliper.

    Attributes
    ----------
    measured_rr_ms
        As the program measured it; ``None`` where it couldn't.
    gain_mm_per_mv
        Of the sheet.
    filtered
        The sheet shows a filtered trace, which the readings don't see.
    """

    fs_hz: float
    measured_rr_ms: float | None
    gain_mm_per_mv: float
    filtered: bool

    def cycle(self, calipers: Sequence[Caliper]) -> Cycle | None:
        return correcting_cycle(calipers, self.measured_rr_ms, self.fs_hz)


def label_lines(caliper: Caliper, cycle: Cycle | None, measured: Measured) -> tuple[str, ...]:
    """The reading that stands beside the trace, as few words as can be misread by nobody."""
    if isinstance(caliper, AmplitudeCaliper):
        return (_amplitude(caliper, measured),)
    if caliper.meaning is IntervalMeaning.QT:
        return _qt(caliper, cycle, measured)
    figures = interval_figures(caliper, measured.fs_hz)
    words = [f"{figures.interval_ms:.0f} ms"]
    if caliper.beats > 1:
        words.insert(0, tr("mean of {number}:").format(number=caliper.beats))
    if caliper.meaning is IntervalMeaning.RR:
        words.insert(0, "RR")
    line = " ".join(words)
    return (line if figures.rate_bpm is None else f"{line}{_GAP}{figures.rate_bpm:.0f}/min",)


def spoken(caliper: Caliper, cycle: Cycle | None, measured: Measured) -> str:
    """The reading in one line, with its lead."""
    return f"{caliper.lead}: {', '.join(_compact(line) for line in label_lines(caliper, cycle, measured))}"


def longest_spoken() -> str:
    """A reading as long as :func:`spoken` gets, to make room for."""
    lines = _qt_lines(400, 100, QtCorrected(400, 400, 400, 400), by_caliper=True)
    return f"aVR: {', '.join(_compact(line) for line in lines)}"


def copied(calipers: Sequence[Caliper], measured: Measured) -> str:
    """All readings as text for the clipboard; nothing about the patient."""
    cycle = measured.cycle(calipers)
    lines = [tr("Calipers (unfiltered recording)")]
    for caliper in calipers:
        at_s = min(caliper.start_sample, caliper.end_sample) / measured.fs_hz
        told = tr("Lead {lead} at {time} s: {reading}")
        lines.append(told.format(lead=caliper.lead, time=f"{at_s:.2f}", reading=_full(caliper, cycle, measured)))
    return "\n".join(lines)


def _amplitude(caliper: AmplitudeCaliper, measured: Measured, *, says_raw: bool = True) -> str:
    height_mv = amplitude_mv(caliper)
    # Criteria count millimetres at the standard gain; on another one that must be said.
    height_mm = f"{height_mv * MM_PER_MV:.1f} mm"
    if measured.gain_mm_per_mv != MM_PER_MV:
        height_mm = tr("{height} at {gain} mm/mV").format(height=height_mm, gain=f"{MM_PER_MV:g}")
    parts = [f"{height_mv:.2f} mV", height_mm]
    if measured.filtered and says_raw:
        parts.append(tr("raw"))
    return _GAP.join(parts)


def _qt(caliper: TimeCaliper, cycle: Cycle | None, measured: Measured) -> tuple[str, ...]:
    qt_ms = interval_figures(caliper, measured.fs_hz).interval_ms
    corrected = qt_figures(caliper, cycle, measured.fs_hz)
    if cycle is None or corrected is None:
        return (f"QT {qt_ms:.0f} ms", tr("no QTc: mark a caliper as RR"))
    return _qt_lines(qt_ms, 60_000 / cycle.rr_ms, corrected, by_caliper=cycle.by_caliper)


def _qt_lines(qt_ms: float, rate_bpm: float, corrected: QtCorrected, *, by_caliper: bool) -> tuple[str, str]:
    at_rate = tr("at {rate}/min, RR caliper" if by_caliper else "at {rate}/min, measured")
    formulas = (
        f"Baz {corrected.bazett:.0f}",
        f"Fri {corrected.fridericia:.0f}",
        f"Fra {corrected.framingham:.0f}",
        f"Hod {corrected.hodges:.0f}",
    )
    return (
        _GAP.join((f"QT {qt_ms:.0f} ms", at_rate.format(rate=f"{rate_bpm:.0f}"))),
        _GAP.join(("QTc", *formulas)),
    )


def _full(caliper: Caliper, cycle: Cycle | None, measured: Measured) -> str:
    if isinstance(caliper, TimeCaliper) and caliper.meaning is IntervalMeaning.QT:
        corrected = qt_figures(caliper, cycle, measured.fs_hz)
        qt_ms = interval_figures(caliper, measured.fs_hz).interval_ms
        if cycle is None or corrected is None:
            return f"QT {qt_ms:.0f} ms"
        return (
            f"QT {qt_ms:.0f} ms, RR {cycle.rr_ms:.0f} ms, QTc {corrected.bazett:.0f} (Bazett), "
            f"{corrected.fridericia:.0f} (Fridericia), {corrected.framingham:.0f} (Framingham), "
            f"{corrected.hodges:.0f} ms (Hodges)"
        )
    if isinstance(caliper, AmplitudeCaliper):
        return _compact(_amplitude(caliper, measured, says_raw=False))
    (line,) = label_lines(caliper, cycle, measured)
    return _compact(line)


def _compact(line: str) -> str:
    return line.replace(_GAP, ", ").replace("QTc, ", "QTc ")
