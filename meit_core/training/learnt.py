"""What training can change of a model: a frozen language model's weights needn't be written again every epoch."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor, nn


def learnt_state(model: nn.Module) -> dict[str, Tensor]:
    """Return the trained weights and all buffers by name; a frozen weight is left out under each of its names."""
    frozen = {parameter.data_ptr() for parameter in model.parameters() if not parameter.requires_grad}
    return {name: value for name, value in model.state_dict().items() if value.data_ptr() not in frozen}


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
