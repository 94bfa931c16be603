"""What training can change of a model: a frozen language model's weights needn't be written again every epoch."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor, nn


def learnt_state(model: nn.Module) -> dict[str, Tensor]:
    """Return the trained weights and the buffers by name; nothing of frozen weights, quantised or not."""
    trained = {name for name, weight in model.named_parameters(remove_duplicate=False) if weight.requires_grad}
    changing = trained.union(name for name, _ in model.named_buffers(remove_duplicate=False))
    return {name: value for name, value in model.state_dict().items() if name in changing}


def load_learnt(model: nn.Module, state: Mapping[str, Tensor]) -> None:
    """Put back what :func:`learnt_state` returned.

    Raises
    ------
    ValueError
        If it belongs to another model.
    """
    missing = learnt_state(model).keys() - state.keys()
    unexpected = model.load_state_dict(state, strict=False).unexpected_keys
    if missing or unexpected:
        raise ValueError(f"this state belongs to another model: {sorted([*missing, *unexpected])[:3]}")
