"""Exponential moving average of weights: a steadier model than the last step's, at the price of one copy."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import nn


class WeightAverage:
    """Keeps an averaged copy of a module (Polyak & Juditsky 1992, with exponential forgetting).

    Parameters
    ----------
    decay
        Share of the old average kept per step; ramps up from zero, so that the first steps are soon forgotten.
    """

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.module = copy.deepcopy(module).eval().requires_grad_(False)
        self._decay = decay
        self._steps = 0

    @torch.no_grad()
    def update(self, module: nn.Module) -> None:
        """Take the module's present weights into the average; buffers (batch statistics) are copied."""
        self._steps += 1
        decay = min(self._decay, self._steps / (self._steps + 10))
        for averaged, weight in zip(self.module.parameters(), module.parameters(), strict=True):
            averaged.lerp_(weight, 1 - decay)
        for kept, buffer in zip(self.module.buffers(), module.buffers(), strict=True):
            kept.copy_(buffer)

    def state(self) -> dict[str, Any]:
        """Return what :meth:`restore` takes."""
        return {"steps": self._steps, "module": self.module.state_dict()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from an earlier :meth:`state`."""
        self._steps = int(state["steps"])
        self.module.load_state_dict(state["module"])
