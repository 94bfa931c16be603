"""One process: what the loop asks of processes, answered without any communication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from meit_core.training.learnt import learnt_state
from meit_core.training.processes.share import Share

Value = TypeVar("Value")


class Processes:
    """The processes of a run; this class is one alone.

    Attributes
    ----------
    share
        What of every batch is this process's.
    sharded
        Weights lie in pieces on the devices, so that only all processes together can use or read them.
    """

    share = Share()
    sharded = False

    @property
    def is_first(self) -> bool:
        """Whether this process writes the files."""
        return self.share.index == 0

    def prepare(
        self, work: nn.Module, optimizer: torch.optim.Optimizer, *, shard: bool, batch: int, clip: float
    ) -> tuple[nn.Module, torch.optim.Optimizer]:
        """Make a module and its optimiser fit for all processes.

        Parameters
        ----------
        shard
            Weights may be left in pieces, where the launch asks for that.
        batch
            Samples of all processes together in one pass.
        clip
            Largest norm of the gradient; 0 for any.
        """
        del shard, batch, clip
        return work, optimizer

    def adding_up(self, work: nn.Module) -> AbstractContextManager[Any]:
        """Return the context of a pass whose gradients stay in each process: the step is not complete with it."""
        del work
        return nullcontext()

    def backward(self, loss: Tensor, *, complete: bool) -> None:
        """Compute gradients; with the pass that completes a step they become the mean over all processes."""
        del complete
        loss.backward()

    def clip(self, work: nn.Module, trained: Sequence[nn.Parameter], norm: float) -> Tensor:
        """Shorten the gradient to a norm, 0 for any; returns the norm it had."""
        del work
        return nn.utils.clip_grad_norm_(trained, norm or float("inf"))

    def total(self, *values: float) -> tuple[float, ...]:
        """Return the sums over all processes."""
        return values

    def gathered(self, value: Value) -> list[Value]:
        """Return every process's value, in order."""
        return [value]

    def agreed(self, value: Value) -> Value:
        """Return the first process's value in all of them."""
        return value

    def rows(self, part: Tensor) -> Tensor:
        """Return the (b, ...) rows of all processes from those of this one; gradients find their way back."""
        return part

    def each_its_part(self, work: Callable[[Any], Sequence[Value]], items: Any) -> list[Value]:
        """Let every process work on its part of what has rows, and give the rows' results, in order, to all."""
        if self.sharded or self.share.count == 1:  # weights in pieces: they can only work together
            return list(work(items))
        own = torch.arange(self.share.index, len(items), self.share.count)
        return Share.joined(self.gathered(list(work(items[own]))))

    def wait(self) -> None:
        """Wait for the others."""

    def leave(self) -> None:
        """Wait for the others and part: from here on each is by itself."""

    def learnt(self, work: nn.Module, model: nn.Module, names: Iterable[str]) -> dict[str, Tensor]:
        """Return the named weights of ``work.model`` whole; only the first process is sure to get them."""
        del work, names
        return learnt_state(model)

    def save_pieces(self, folder: Path) -> None:
        """Write this process's pieces of weights and optimiser."""
        raise NotImplementedError

    def load_pieces(self, folder: Path) -> None:
        """Go on from :meth:`save_pieces`."""
        raise NotImplementedError


ALONE = Processes()
