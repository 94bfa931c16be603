"""The calipers on the sheet, which of them is chosen, and the way back."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from meit_core.domain.calipers import Caliper

_MOST_STEPS_BACK: Final = 200


class Part(Enum):
    """What of a caliper the pointer or the keys have hold of."""

    START = "first leg"
    END = "second leg"
    WHOLE = "whole caliper"


@dataclass(frozen=True, slots=True)
class Choice:
    """A caliper by its place in the list, and a part of it."""

    index: int
    part: Part


@dataclass(frozen=True, slots=True)
class Placed:
    """A caliper, and the row of the sheet it was set in: a lead may stand in two. ``None`` where nobody chose."""

    caliper: Caliper
    row: int | None = None


class CaliperList(QObject):
    """Every change goes through here, so that it can be undone.

    Attributes
    ----------
    placed
        In the order they were set.
    chosen
        What the keys act on.
    history
        Steps back and forth.

    Signals
    -------
    changed()
        Something else is to be drawn.
    edited()
        The reader has changed a caliper, for good: it is to be saved.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.placed: tuple[Placed, ...] = ()
        self.chosen: Choice | None = None
        self.history = QUndoStack(self)
        self.history.setUndoLimit(_MOST_STEPS_BACK)

    @property
    def calipers(self) -> tuple[Caliper, ...]:
        return tuple(placed.caliper for placed in self.placed)

    @property
    def chosen_caliper(self) -> Caliper | None:
        return self.placed[self.chosen.index].caliper if self.chosen else None

    def load(self, calipers: Sequence[Caliper]) -> None:
        """Begin with these; there is no step back to what was before."""
        self.history.clear()
        self.show(tuple(Placed(caliper) for caliper in calipers), None)

    def show(self, placed: tuple[Placed, ...], chosen: Choice | None) -> None:
        """Draw these, as while a leg is dragged; nothing is remembered yet."""
        if (placed, chosen) != (self.placed, self.chosen):
            self.placed, self.chosen = placed, chosen
            self.changed.emit()

    def choose(self, chosen: Choice | None) -> None:
        self.show(self.placed, chosen)

    def choose_next(self, step: int, shown: Sequence[int]) -> bool:
        """Go on to the next part or caliper; past the last (or first) choose none and return False.

        Parameters
        ----------
        step
            1 or -1.
        shown
            Places in the list of the calipers that are on the sheet.
        """
        stops = [Choice(index, part) for index in shown for part in Part]
        if not stops:
            return False
        at = stops.index(self.chosen) if self.chosen in stops else (-1 if step > 0 else len(stops))
        inside = 0 <= at + step < len(stops)
        self.choose(stops[at + step] if inside else None)
        return inside

    def keep(self, words: str, before: tuple[Placed, ...], chosen_before: Choice | None, *, merges: str = "") -> None:
        """Remember what is shown now as one step from ``before``.

        Parameters
        ----------
        words
            What was done, for the undo button.
        merges
            Steps that follow each other with the same text here are undone together.
        """
        if self.placed != before:
            self.history.push(_Step(self, words, (before, chosen_before), (self.placed, self.chosen), merges))

    def change(self, words: str, placed: tuple[Placed, ...], chosen: Choice | None, *, merges: str = "") -> None:
        """Do something at once that can be undone."""
        before, chosen_before = self.placed, self.chosen
        self.show(placed, chosen)
        self.keep(words, before, chosen_before, merges=merges)

    def replace_chosen(self, words: str, caliper: Caliper, *, merges: str = "") -> None:
        """Put another caliper in the chosen one's place."""
        if self.chosen is not None:
            self.change(words, self.with_caliper(self.chosen.index, caliper), self.chosen, merges=merges)

    def with_caliper(self, index: int, caliper: Caliper) -> tuple[Placed, ...]:
        """All calipers with another one at a place of the list."""
        changed = replace(self.placed[index], caliper=caliper)
        return (*self.placed[:index], changed, *self.placed[index + 1 :])


_State = tuple[tuple[Placed, ...], Choice | None]


class _Step(QUndoCommand):
    """From one list to another."""

    def __init__(self, calipers: CaliperList, words: str, before: _State, after: _State, merges: str) -> None:
        super().__init__(words)
        # Weakly: the list owns the history, which owns this.
        self._calipers = weakref.ref(calipers)
        self._before, self.after, self.merges = before, after, merges

    def id(self) -> int:
        return 1 if self.merges else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 Qt's name
        if not isinstance(other, _Step) or other.merges != self.merges:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._put(self._before)

    def redo(self) -> None:
        self._put(self.after)

    def _put(self, state: _State) -> None:
        calipers = self._calipers()
        if calipers is not None:
            calipers.show(*state)
            calipers.edited.emit()
