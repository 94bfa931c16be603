"""Tell a current result from a stale one."""

from __future__ import annotations

from itertools import count


class Token:
    """Counts requests of one kind; a result whose number is not the newest is dropped by its receiver."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._current = 0

    def renew(self) -> int:
        self._current = next(self._numbers)
        return self._current

    def is_current(self, number: int) -> bool:
        return number == self._current
