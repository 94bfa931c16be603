"""Measure a median beat by the marks that a reader has set on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.manual_reading import MARKS_OF, ManualMark, ManualReading
from meit_core.domain.measurements import QtCorrected
from meit_core.signal.beat_figures import figures_between
from meit_core.signal.qt_correction import corrected_qt


def marked_places(beat: AveragedBeat, marks: Mapping[BeatMark, ManualMark]) -> Places:
    """Where all marks stand: the reader's, and the computed ones where the reader has set none."""
    places = dict(beat.places)
    for mark, manual in marks.items():
        if manual.from_r_ms is None:
            places.pop(mark, None)
        else:
            places[mark] = beat.place_at(manual.from_r_ms)
    return places


def read_by_hand(beat: AveragedBeat, marks: Mapping[BeatMark, ManualMark], *, rr_ms: float | None) -> ManualReading:
    """Measure what depends on a reader's marks.

    Parameters
    ----------
    rr_ms
        Mean cycle, for QTc; without one there is none.
    """
    places = marked_places(beat, marks)
    figures = asdict(figures_between(beat.signal_mv, beat.fs_hz, places, usable_leads=beat.usable_leads))
    depending = [name for name, needed in MARKS_OF.items() if any(mark in marks for mark in needed)]
    values: dict[str, float | None] = {name: figures[name] for name in depending if name != "qtc_ms"}
    for mark in marks:
        values[f"{mark.value}_ms"] = places[mark] * beat.step_ms if mark in places else None
    qt_ms = figures["qt_ms"]
    qtc_ms = corrected_qt(qt_ms, rr_ms) if "qtc_ms" in depending and qt_ms and rr_ms else QtCorrected()
    return ManualReading(dict(marks), values, qtc_ms)
