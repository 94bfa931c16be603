"""Learning rate over time."""

from __future__ import annotations

import math

from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR


def warm_up_cosine(optimizer: Optimizer, steps: int, warm_up: float, floor: float = 0.02) -> LambdaLR:
    """Rise linearly over the share ``warm_up`` of all steps, then fall along a cosine to ``floor`` of the peak."""
    rise = max(1, round(warm_up * steps))

    def factor(step: int) -> float:
        if step < rise:
            return (step + 1) / rise
        return floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * min(1.0, (step - rise) / max(1, steps - rise))))

    return LambdaLR(optimizer, factor)
