"""What can be done to the chosen caliper by key, button and menu; each is one step back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from meit_core.domain.calipers import BEATS, AmplitudeCaliper, Caliper, IntervalMeaning, TimeCaliper
from meit_desktop.language import tr
from meit_desktop.plots.caliper_list import CaliperList, Part, Placed

LEVEL_STEP_MV: Final = 0.01
"""A tenth of a millimetre at the standard gain."""
COARSE: Final = 10


class CaliperEdits(QObject):
    """Works on a list; does nothing where the chosen caliper isn't of the right kind.

    Attributes
    ----------
    n_samples
        Of the recording; 0 without one.

    Signals
    -------
    nudging()
        The chosen part is about to move by key.
    refused(str)
        Why something wasn't done, in a sentence.
    """

    nudging = Signal()
    refused = Signal(str)

    def __init__(self, calipers: CaliperList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calipers = calipers
        self.n_samples = 0

    def nudge(self, right: int, up: int, *, coarse: bool = False) -> None:
        """Move the chosen part by a sample, or a level by :data:`LEVEL_STEP_MV`; ten of them where ``coarse``."""
        chosen, caliper = self._calipers.chosen, self._calipers.chosen_caliper
        if chosen is None or caliper is None or self.n_samples == 0:
            return
        many = COARSE if coarse else 1
        if right:
            # The two levels of an amplitude are taken where they are taken: only all of it goes sideways.
            part = chosen.part if isinstance(caliper, TimeCaliper) else Part.WHOLE
            caliper = _with_leg(caliper, part, right * many, self.n_samples - 1)
        if up and isinstance(caliper, AmplitudeCaliper):
            caliper = _with_level(caliper, chosen.part, up * many * LEVEL_STEP_MV)
        self.nudging.emit()
        self._calipers.replace_chosen(tr("move a caliper"), caliper, merges=f"nudge {chosen.index} {chosen.part.name}")

    def set_beats(self, beats: int) -> None:
        """How many intervals the chosen time caliper spans."""
        caliper = self._calipers.chosen_caliper
        if not isinstance(caliper, TimeCaliper) or beats not in BEATS:
            return
        if caliper.meaning is IntervalMeaning.QT and beats > 1:
            self.refused.emit(tr("A QT caliper spans one interval."))
            return
        self._calipers.replace_chosen(tr("count intervals"), replace(caliper, beats=beats))

    def change_beats(self, step: int) -> None:
        caliper = self._calipers.chosen_caliper
        if isinstance(caliper, TimeCaliper):
            self.set_beats(caliper.beats + step)

    def cycle_beats(self) -> None:
        """One interval more, after nine again one: for a button."""
        caliper = self._calipers.chosen_caliper
        if isinstance(caliper, TimeCaliper):
            self.set_beats(caliper.beats + 1 if caliper.beats < BEATS[-1] else BEATS[0])

    def toggle_march(self) -> None:
        """Repeat the chosen interval over the strip, or stop."""
        caliper = self._calipers.chosen_caliper
        if isinstance(caliper, TimeCaliper):
            self._calipers.replace_chosen(tr("march out"), replace(caliper, march_out=not caliper.march_out))

    def toggle_meaning(self, meaning: IntervalMeaning) -> None:
        """Mark the chosen time caliper as QT or RR, or take the mark off; there is one RR at most."""
        chosen, caliper = self._calipers.chosen, self._calipers.chosen_caliper
        if chosen is None or not isinstance(caliper, TimeCaliper):
            return
        marked = IntervalMeaning.INTERVAL if caliper.meaning is meaning else meaning
        beats = 1 if marked is IntervalMeaning.QT else caliper.beats
        placed = self._calipers.with_caliper(chosen.index, replace(caliper, meaning=marked, beats=beats))
        if marked is IntervalMeaning.RR:
            placed = tuple(_without_rr(each) if index != chosen.index else each for index, each in enumerate(placed))
        self._calipers.change(tr("mark as {meaning}").format(meaning=meaning), placed, chosen)

    def delete(self) -> None:
        """Take the chosen caliper off the sheet."""
        chosen = self._calipers.chosen
        if chosen is not None:
            kept = tuple(each for index, each in enumerate(self._calipers.placed) if index != chosen.index)
            self._calipers.change(tr("delete a caliper"), kept, None)


def _without_rr(placed: Placed) -> Placed:
    caliper: Caliper = placed.caliper
    if isinstance(caliper, TimeCaliper) and caliper.meaning is IntervalMeaning.RR:
        return replace(placed, caliper=replace(caliper, meaning=IntervalMeaning.INTERVAL))
    return placed


def _with_leg(caliper: Caliper, part: Part, by_samples: int, last_sample: int) -> Caliper:
    """The caliper with a part, or all of it, so many samples further on, within the recording."""
    low, high = sorted((caliper.start_sample, caliper.end_sample))
    if part is Part.START:
        return replace(caliper, start_sample=min(max(caliper.start_sample + by_samples, 0), last_sample))
    if part is Part.END:
        return replace(caliper, end_sample=min(max(caliper.end_sample + by_samples, 0), last_sample))
    step = min(max(by_samples, -low), last_sample - high)
    return replace(caliper, start_sample=caliper.start_sample + step, end_sample=caliper.end_sample + step)


def _with_level(caliper: AmplitudeCaliper, part: Part, up_mv: float) -> AmplitudeCaliper:
    """The caliper with a level, or both, so much higher."""
    return replace(
        caliper,
        start_mv=caliper.start_mv + (up_mv if part in (Part.START, Part.WHOLE) else 0.0),
        end_mv=caliper.end_mv + (up_mv if part in (Part.END, Part.WHOLE) else 0.0),
    )
