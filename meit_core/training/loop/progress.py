"""Where a stage stands, to the batch."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Progress:
    """Everything the loop itself counts; saved with every checkpoint.

    Attributes
    ----------
    epoch
        From 0, the one being learnt.
    batch
        Batches of it that are behind us.
    step
        Optimiser steps so far.
    loss, samples, seconds
        Sums over this epoch.
    recent, recent_batches
        Sum of the losses since the last line of the step log, and of how many batches.
    best
        Scores of the epoch that is kept, with its number from 1; empty before the first evaluation.
    stale
        Evaluations since then.
    finished
        Nothing is left to learn.
    """

    epoch: int = 0
    batch: int = 0
    step: int = 0
    loss: float = 0.0
    samples: int = 0
    seconds: float = 0.0
    recent: float = 0.0
    recent_batches: int = 0
    best: dict[str, float] = field(default_factory=dict)
    stale: int = 0
    finished: bool = False

    def next_epoch(self) -> None:
        """Begin a new epoch."""
        self.epoch += 1
        self.batch = self.samples = 0
        self.loss = self.seconds = 0.0

    def state(self) -> dict[str, Any]:
        """Return what the constructor takes."""
        return asdict(self)
