"""What a reader has set by hand on the median beat, and how it lies over the computed measurements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.measurements import Measurements, MeasurementSource, QtCorrected, ValueSource

_P_ON, _P_OFF, _QRS_ON, _QRS_OFF, _T_OFF = BeatMark

MARKS_OF: Final[Mapping[str, tuple[BeatMark, ...]]] = {
    "p_ms": (_P_ON, _P_OFF),
    "pr_ms": (_P_ON, _QRS_ON),
    "qrs_ms": (_QRS_ON, _QRS_OFF),
    "qt_ms": (_QRS_ON, _T_OFF),
    "qtc_ms": (_QRS_ON, _T_OFF),
    "p_axis_deg": (_P_ON, _P_OFF, _QRS_ON),
    "qrs_axis_deg": (_QRS_ON, _QRS_OFF),
    "t_axis_deg": (_QRS_ON, _QRS_OFF, _T_OFF),
}
"""Marks that each value depends on. Axes are areas above the level before QRS, so its onset counts for all three."""


@dataclass(frozen=True, slots=True)
class ManualMark:
    """A boundary as a reader has set it.

    Attributes
    ----------
    from_r_ms
        Time from the R peak of the median beat; ``None`` where the reader took the mark away: there is no such wave.
    by, username
        The reader's printed name as it was then, and the user.
    """

    from_r_ms: float | None
    by: str
    username: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ManualReading:
    """Marks set by hand and what was measured between them.

    Attributes
    ----------
    marks
        Only those that a reader has set; the others are as computed.
    values
        Fields of :class:`Measurements` that depend on them, boundaries included; ``None`` where one can't be measured.
    """

    marks: Mapping[BeatMark, ManualMark]
    values: Mapping[str, float | None] = field(default_factory=dict)
    qtc_ms: QtCorrected = field(default_factory=QtCorrected)

    def over(self, computed: Measurements) -> Measurements:
        """Return the measurements with the manual values in the place of the computed ones.

        A value that was refused and now is there loses its reason; one that is gone gets a new one.
        """
        if not self.marks:
            return computed
        changed: dict[str, Any] = {name: value for name, value in self.values.items() if name != "qtc_ms"}
        sources = dict(self._sources())
        if "qtc_ms" in sources:
            changed["qtc_ms"] = self.qtc_ms
        reasons = dict(computed.reasons)
        for name in MARKS_OF.keys() & sources.keys():
            absent = self.qtc_ms.fridericia is None if name == "qtc_ms" else self.values.get(name) is None
            if absent:
                reasons[name] = self._why_absent(name, computed)
            else:
                reasons.pop(name, None)
            # Nobody has set a value that isn't there, but somebody may have taken it away.
            if absent and self._taken_away(name) is None:
                del sources[name]
        return replace(computed, **changed, reasons=reasons, sources=sources)

    def _sources(self) -> Iterator[tuple[str, ValueSource]]:
        for mark, manual in self.marks.items():
            yield f"{mark.value}_ms", ValueSource(MeasurementSource.MANUAL, manual.by, manual.at)
        for name, marks in MARKS_OF.items():
            set_by_hand = [self.marks[mark] for mark in marks if mark in self.marks]
            if set_by_hand:
                last = max(set_by_hand, key=lambda manual: manual.at)
                yield name, ValueSource(MeasurementSource.MANUAL, last.by, last.at)

    def _taken_away(self, name: str) -> BeatMark | None:
        """The mark without which a value can't be, where a reader has taken it away."""
        return next(
            (mark for mark in MARKS_OF[name] if mark in self.marks and self.marks[mark].from_r_ms is None), None
        )

    def _why_absent(self, name: str, computed: Measurements) -> str:
        if gone := self._taken_away(name):
            return f"{gone.words} was taken away by {self.marks[gone].by}."
        missing = [mark for mark in MARKS_OF[name] if self._is_missing(mark, computed)]
        if missing and any(mark.wave == missing[0].wave for mark in self.marks):
            return f"{missing[0].words} is not set."
        return computed.reasons.get(name, "Not measured.")

    def _is_missing(self, mark: BeatMark, computed: Measurements) -> bool:
        return mark not in self.marks and getattr(computed, f"{mark.value}_ms") is None
