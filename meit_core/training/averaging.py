"""Exponential moving average of weights: a steadier model than the last step's, at the price of one copy."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import nn

from meit_core.training.learnt import learnt_state, load_learnt


class WeightAverage:
    """Keeps an averaged copy of a module (Polyak & Juditsky 1992, with exponential forgetting).

    Parameters
    ----------
    decay
        Share of the old average kept per step; ramps up from zero, so that the first steps are soon forgotten.
    """

    def __init__(self, module: nn.Module, decay: float) -> None:
        frozen = {id(weight): weight for weight in module.parameters() if not weight.requires_grad}
        self.module = copy.deepcopy(module, dict(frozen)).eval()  # frozen weights are shared, not copied
        self._pairs = [
            (averaged, weight)
            for averaged, weight in zip(self.module.parameters(), module.parameters(), strict=True)
            if weight.requires_grad
        ]
        self._decay = decay
        self._steps = 0

    @torch.no_grad()
    def update(self, module: nn.Module) -> None:
        """Take the module's present weights into the average; buffers (batch statistics) are copied."""
        self._steps += 1
        decay = min(self._decay, self._steps / (self._steps + 10))
        for averaged, weight in self._pairs:
            averaged.lerp_(weight, 1 - decay)
        for kept, buffer in zip(self.module.buffers(), module.buffers(), strict=True):
            kept.copy_(buffer)

    def state(self) -> dict[str, Any]:
        """Return what :meth:`restore` takes."""
        return {"steps": self._steps, "module": learnt_state(self.module)}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from an earlier :meth:`state`."""
        self._steps = int(state["steps"])
        load_learnt(self.module, state["module"])
