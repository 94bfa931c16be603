"""Marks on the median beat while a reader moves them: limits, undo and redo, and what is measured between them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark, Places, limits
from meit_core.domain.manual_reading import ManualMark
from meit_core.domain.measurements import Measurements
from meit_core.signal.marked_beat import marked_places, read_by_hand

_SUGGESTED_MS: Final[Mapping[BeatMark, tuple[BeatMark, float]]] = {
    BeatMark.P_ONSET: (BeatMark.QRS_ONSET, -160.0),
    BeatMark.P_OFFSET: (BeatMark.QRS_ONSET, -50.0),
    BeatMark.T_OFFSET: (BeatMark.QRS_ONSET, 400.0),
}
"""Where a mark begins that wasn't found: at a usual PR interval, P duration and QT. The reader moves it from there."""


class MarkEditor:
    """One study's marks, as they are and as they were.

    Parameters
    ----------
    beat
        With the computed places.
    computed
        Measurements without anything manual.
    marks
        What readers have set before.
    reader, username
        Who moves them now: printed name and user.
    """

    def __init__(
        self,
        beat: AveragedBeat,
        computed: Measurements,
        marks: Mapping[BeatMark, ManualMark],
        *,
        reader: str,
        username: str,
    ) -> None:
        self.beat, self._computed = beat, computed
        self._reader, self._username = reader, username
        self._manual: dict[BeatMark, ManualMark] = dict(marks)
        self._past: list[dict[BeatMark, ManualMark]] = []
        self._future: list[dict[BeatMark, ManualMark]] = []
        self._under_way: BeatMark | None = None

    @property
    def manual(self) -> Mapping[BeatMark, ManualMark]:
        """The marks that a reader has set."""
        return self._manual

    @property
    def positions(self) -> dict[BeatMark, float | None]:
        """The manual marks as they are stored: ms from the R peak, ``None`` where taken away."""
        return {mark: manual.from_r_ms for mark, manual in self._manual.items()}

    @property
    def places(self) -> Places:
        """Where all marks stand now, as samples; an absent one has no place."""
        return marked_places(self.beat, self._manual)

    @property
    def measurements(self) -> Measurements:
        """What is measured by the marks as they are now."""
        return read_by_hand(self.beat, self._manual, rr_ms=self._computed.rr_ms).over(self._computed)

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def move(self, mark: BeatMark, place: int) -> bool:
        """Put a mark at a sample, or as near as the others allow; False where it stays where it is.

        Moves of the same mark that follow each other are one step to undo, until :meth:`settle`.
        """
        lowest, highest = limits(mark, self.places, self.beat.n_samples)
        kept = max(lowest, min(highest, place))
        if lowest > highest or kept == self.places.get(mark):
            return False
        self._change(self._manual | {mark: self._set(self.beat.from_r_ms(kept))}, under_way=mark)
        return True

    def nudge(self, mark: BeatMark, samples: int) -> bool:
        """Move a mark by samples; an absent one can't be nudged."""
        place = self.places.get(mark)
        return place is not None and self.move(mark, place + samples)

    def put(self, mark: BeatMark) -> bool:
        """Give an absent mark a place to be moved from; False where there is no room for it."""
        if mark in self.places:
            return False
        other, away_ms = _SUGGESTED_MS[mark]
        self.settle()
        done = self.move(mark, self.places[other] + round(away_ms / self.beat.step_ms))
        self.settle()
        return done

    def take_away(self, mark: BeatMark) -> bool:
        """Say that there is no such wave; QRS can't be taken away."""
        if not mark.can_be_absent or mark not in self.places:
            return False
        self.settle()
        self._change(self._manual | {mark: self._set(None)})
        return True

    def back_to_computed(self) -> bool:
        """Forget everything manual; that too can be undone."""
        if not self._manual:
            return False
        self.settle()
        self._change({})
        return True

    def undo(self) -> bool:
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        return self._step(self._future, self._past)

    def settle(self) -> None:
        """The next move is a step of its own."""
        self._under_way = None

    def adopt(self, marks: Mapping[BeatMark, ManualMark]) -> None:
        """Take names and times as they were stored, where the marks haven't moved on since."""
        for mark, stored in marks.items():
            own = self._manual.get(mark)
            if own is not None and own.from_r_ms == stored.from_r_ms:
                self._manual[mark] = stored

    def _set(self, from_r_ms: float | None) -> ManualMark:
        return ManualMark(from_r_ms, self._reader, self._username, datetime.now(UTC))

    def _change(self, manual: dict[BeatMark, ManualMark], *, under_way: BeatMark | None = None) -> None:
        if under_way is None or under_way is not self._under_way:
            self._past.append(self._manual)
        self._manual, self._under_way = manual, under_way
        self._future.clear()

    def _step(self, source: list[dict[BeatMark, ManualMark]], target: list[dict[BeatMark, ManualMark]]) -> bool:
        self.settle()
        if not source:
            return False
        target.append(self._manual)
        self._manual = source.pop()
        return True
