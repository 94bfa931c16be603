"""A model and what is computed with it as one module: what shares gradients or weights out has to see every pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import nn


class Work(nn.Module):
    """Runs a function that uses the model; the function knows the model by itself."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, function: Callable[[Any], Any], given: Any) -> Any:
        return function(given)
