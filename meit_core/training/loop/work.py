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
        # Where weights are left in pieces, this is how accelerate learns which layers are gathered one by one.
        self._no_split_modules = _layers(model)

    def forward(self, function: Callable[[Any], Any], given: Any) -> Any:
        return function(given)


def _layers(model: nn.Module) -> list[str]:
    """Name the classes of layers that Hugging Face's models in it must not be cut within, as far as they are there."""
    present = {type(module).__name__ for module in model.modules()}
    named = {name for module in model.modules() for name in getattr(module, "_no_split_modules", None) or ()}
    return sorted(named & present)
