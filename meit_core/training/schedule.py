"""Learning rate over time."""

from __future__ import annotations

import math

from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

from meit_core.errors import UserError

COSINE_FLOOR = 0.02
SHAPES = ("cosine", "linear")


def schedule(optimizer: Optimizer, steps: int, warm_up: float, shape: str) -> LambdaLR:
    """Rise linearly over the share ``warm_up`` of all steps, then fall.

    Parameters
    ----------
    shape
        ``cosine`` falls to 2 % of the peak, ``linear`` (MEIT's) to 0.

    Raises
    ------
    UserError
        If the shape is neither.
    """
    if shape not in SHAPES:
        raise UserError(f"The learning rate has no schedule {shape}.", f"Choose one of: {', '.join(SHAPES)}.")
    rise = max(1, round(warm_up * steps))

    def factor(step: int) -> float:
        if step < rise:
            return (step + 1) / rise
        passed = min(1.0, (step - rise) / max(1, steps - rise))
        if shape == "linear":
            return 1 - passed
        return COSINE_FLOOR + (1 - COSINE_FLOOR) * 0.5 * (1 + math.cos(math.pi * passed))

    return LambdaLR(optimizer, factor)
