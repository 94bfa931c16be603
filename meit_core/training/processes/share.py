"""Which part of a batch is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from torch import Tensor

from meit_core.errors import UserError

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Share:
    """Every ``count``-th sample, from the one numbered ``index``.

    Batches are sorted by length, so that neighbours go to different processes: all have about as much to do.
    """

    index: int = 0
    count: int = 1

    def of(self, samples: Tensor) -> Tensor:
        """Return the samples (first dimension) that are this process's.

        Raises
        ------
        UserError
            If the batch can't be shared out evenly.
        """
        if self.count == 1:
            return samples
        self.check(len(samples))
        return samples[self.index :: self.count]

    def check(self, batch: int) -> None:
        """Raise :class:`~meit_core.errors.UserError` unless a batch can be shared out evenly."""
        if batch % self.count:
            raise UserError(
                f"A batch of {batch} recordings can't be shared evenly among {self.count} processes.",
                f"Set batch to a multiple of {self.count}: it is the batch of all processes together.",
            )

    @staticmethod
    def joined(parts: Sequence[Sequence[Item]]) -> list[Item]:
        """Put every process's results, of every ``count``-th row, into the rows' order; lengths may differ by one."""
        longest = max(map(len, parts))
        return [part[place] for place in range(longest) for part in parts if place < len(part)]
