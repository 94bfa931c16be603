"""What isn't on disk yet: whoever wants to leave it behind waits, and decides where it can't be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Pending(Generic[T]):
    """The newest state that isn't saved, and what is to happen once it is.

    Parameters
    ----------
    save
        Sends :attr:`unsaved` on its way (again).
    stay
        Shows the study it belongs to, when the reader would rather stay.

    Attributes
    ----------
    unsaved
        ``None`` where everything is saved.
    running
        Saves under way.
    """

    def __init__(self, save: Callable[[], None], stay: Callable[[], None]) -> None:
        self._save, self._stay = save, stay
        self._then: Callable[[], None] | None = None
        self.unsaved: T | None = None
        self.running = 0

    @property
    def is_settled(self) -> bool:
        return self.unsaved is None and self.running == 0

    @property
    def is_awaited(self) -> bool:
        return self._then is not None

    @property
    def is_stuck(self) -> bool:
        """Somebody waits, and no save is under way."""
        return self.is_awaited and self.running == 0

    def settle(self, then: Callable[[], None]) -> None:
        """Go on once everything is saved."""
        if self.is_settled:
            then()
            return
        self._then = then
        if self.running == 0:  # an earlier save failed and nothing has changed since
            self._save()

    def go_on(self) -> None:
        """Do what waits, if nothing is in its way any more."""
        if self.is_settled and self._then is not None:
            then, self._then = self._then, None
            then()

    def decide(self, answer: str) -> None:
        """Follow what the reader answered when it couldn't be saved: ``retry``, ``leave`` or stay."""
        if answer == "retry":
            self._save()
        elif answer == "leave":
            self.unsaved = None
            self.go_on()
        else:
            self._then = None
            self._stay()
