"""How long and how fast a stage learns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoopConfig:
    """How long and how fast.

    Attributes
    ----------
    average_decay
        Of the exponential moving average that is evaluated and kept instead of the last step's weights; 0 for none.
    schedule
        ``cosine`` or ``linear``, see :func:`~meit_core.training.schedule.schedule`.
    accumulate
        Batches whose gradients are added up for one step.
    clip
        Largest norm of the gradient; 0 for any.
    evaluate_from, evaluate_every
        First epoch that is evaluated (from 1), and then every so many; the last one always is.
    patience
        Evaluations in a row without a better ``selection`` after which the stage ends early; 0 for never.
    checkpoint_every
        Steps between two checkpoints within an epoch; 0 for only at its end.
    log_every
        Steps between two lines of the step log; 0 for none.
    """

    epochs: int
    warm_up: float = 0.05
    weight_decay: float = 0.02
    average_decay: float = 0.995
    clip: float = 1.0
    schedule: str = "cosine"
    accumulate: int = 1
    evaluate_from: int = 1
    evaluate_every: int = 1
    patience: int = 0
    checkpoint_every: int = 200
    log_every: int = 20

    def evaluates(self, epoch: int) -> bool:
        """Whether an epoch (from 1) is evaluated."""
        due = epoch >= self.evaluate_from and (epoch - self.evaluate_from) % self.evaluate_every == 0
        return due or epoch == self.epochs
