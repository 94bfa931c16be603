"""What the loop needs to know of a stage of training."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from meit_core.training.processes import Share

Batch = TypeVar("Batch", bound=Sized)


def _as_it_is(batch: Any, _: Share) -> Any:
    return batch


@dataclass(frozen=True, slots=True)
class Stage(Generic[Batch]):
    """One stage of a training run.

    Attributes
    ----------
    name
        Names the stage's checkpoint (``<name>.pt``) and logs (``<name>.jsonl``, ``<name>.steps.jsonl``).
    rates
        Parameters with their learning rate, in groups.
    batches
        Epoch (from 0) -> that epoch's batches, in order; the same number every epoch and the same in every process.
        Their ``len`` is the number of samples.
    loss
        What ``prepare`` made -> scalar. The mean of all processes' losses must be the loss of the whole batch.
    evaluate
        Averaged model -> scores; ``selection`` among them decides which epoch is kept.
    prepare
        Batch, and which share of it is this process's -> what ``loss`` takes: disturbed, on the device. Its time counts
        as spent outside the model.
    generators
        Random generators that ``prepare`` draws from; ``batches`` sets them to the beginning of its epoch.
    keeps_last
        Keep the last epoch that was evaluated, whatever its scores.
    shardable
        The model may be left in pieces on many devices: nothing comes after this stage but writing it down.
    """

    name: str
    model: nn.Module
    rates: Sequence[tuple[Iterable[nn.Parameter], float]]
    batches: Callable[[int], Sequence[Batch]]
    loss: Callable[[Any], Tensor]
    evaluate: Callable[[Any], dict[str, float]]
    prepare: Callable[[Batch, Share], Any] = _as_it_is
    generators: Sequence[torch.Generator] = ()
    keeps_last: bool = False
    shardable: bool = False
