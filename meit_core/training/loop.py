"""The one training loop: whatever yields batches and gives a loss goes through here."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn
from torch.optim.lr_scheduler import LambdaLR

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.training.averaging import WeightAverage
from meit_core.training.learnt import learnt_state, load_learnt
from meit_core.training.schedule import schedule

Batch = TypeVar("Batch")


@dataclass(frozen=True, slots=True)
class LoopConfig:
    """How long and how fast.

    Attributes
    ----------
    average_decay
        Of the exponential moving average that is evaluated and kept instead of the last step's weights.
    schedule
        ``cosine`` or ``linear``, see :func:`~meit_core.training.schedule.schedule`.
    accumulate
        Batches whose gradients are added up for one step.
    clip
        Largest norm of the gradient; 0 for any.
    evaluate_from, evaluate_every
        First epoch that is evaluated (from 1), and then every so many; the last one always is.
    """

    epochs: int
    warm_up: float = 0.05
    weight_decay: float = 0.02
    average_decay: float = 0.995
    clip: float = 1.0
    schedule: str = "cosine"
    accumulate: int = 1
    evaluate_from: int = 1
    evaluate_every: int = 1


@dataclass(frozen=True, slots=True)
class Stage(Generic[Batch]):
    """One stage of a training run.

    Attributes
    ----------
    name
        Names the stage's checkpoint (``<name>.pt``) and log (``<name>.jsonl``).
    rates
        Parameters with their learning rate, in groups.
    batches
        Epoch (from 0) -> that epoch's batches, in order; the same number every epoch.
    loss
        Batch -> scalar.
    evaluate
        Averaged model -> scores; ``selection`` among them decides which epoch is kept.
    """

    name: str
    model: nn.Module
    rates: Sequence[tuple[Iterable[nn.Parameter], float]]
    batches: Callable[[int], Sequence[Batch]]
    loss: Callable[[Batch], Tensor]
    evaluate: Callable[[Any], dict[str, float]]


def run_stage(stage: Stage[Batch], how: LoopConfig, *, folder: Path, job: JobContext | None = None) -> dict[str, float]:
    """Train the stage's model in place; it ends with the averaged weights of its best epoch.

    A finished epoch's state is written to ``<name>.last.pt`` in one step, so that a run which was interrupted goes on
    from there when it is started again with the same folder.

    Returns
    -------
    Scores of the epoch that was kept.

    Raises
    ------
    UserError
        If the loss stops being a number; the best epoch so far stays on disk.
    """
    job = job or JobContext()
    groups = [{"params": list(parameters), "lr": rate} for parameters, rate in stage.rates]
    optimizer = torch.optim.AdamW(groups, weight_decay=how.weight_decay)
    n_batches = len(stage.batches(0))
    steps = -(-n_batches // how.accumulate)
    falling = schedule(optimizer, how.epochs * steps, how.warm_up, how.schedule)
    average = WeightAverage(stage.model, how.average_decay)
    best: dict[str, float] = {}
    moving = _Moving(stage.model, optimizer, falling, average)
    last = folder / f"{stage.name}.last.pt"
    first = moving.restore(last, best) if last.is_file() else 0
    trained = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    for epoch in range(first, how.epochs):
        started, total = time.monotonic(), 0.0
        stage.model.train()
        for number, batch in enumerate(stage.batches(epoch), start=1):
            done = (epoch + (number - 1) / n_batches) / how.epochs
            job.progress(done, f"{stage.name}: epoch {epoch + 1} of {how.epochs}")
            loss = stage.loss(batch)
            value = float(loss.detach())
            if not math.isfinite(value):
                raise UserError(
                    f"Training diverged in epoch {epoch + 1}: the loss is no longer a number.",
                    "Lower the learning rate and start again; the best epoch so far was kept.",
                )
            (loss / how.accumulate).backward()
            total += value
            if number % how.accumulate and number < n_batches:
                continue
            if how.clip:
                nn.utils.clip_grad_norm_(trained, how.clip)
            optimizer.step()
            falling.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(stage.model)
        line: dict[str, Any] = {"epoch": epoch + 1, "loss": total / n_batches}
        due = epoch + 1 >= how.evaluate_from and (epoch + 1 - how.evaluate_from) % how.evaluate_every == 0
        if due or epoch + 1 == how.epochs:
            scores = stage.evaluate(average.module)
            line |= scores
            if not best or scores["selection"] > best["selection"]:
                best.clear()
                best.update(scores, epoch=epoch + 1)
                _write(learnt_state(average.module), folder / f"{stage.name}.pt")
        line["seconds"] = round(time.monotonic() - started, 1)
        with (folder / f"{stage.name}.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        _write(moving.state(epoch + 1, best), last)
    load_learnt(stage.model, torch.load(folder / f"{stage.name}.pt", weights_only=True))
    stage.model.eval()
    return best


@dataclass(frozen=True, slots=True)
class _Moving:
    """Everything that changes from step to step."""

    model: nn.Module
    optimizer: torch.optim.Optimizer
    schedule: LambdaLR
    average: WeightAverage

    def state(self, epoch: int, best: dict[str, float]) -> dict[str, Any]:
        return {
            "epoch": epoch,
            "best": best,
            "model": learnt_state(self.model),
            "average": self.average.state(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "random": torch.get_rng_state(),
        }

    def restore(self, path: Path, best: dict[str, float]) -> int:
        """Go on from a finished epoch, whose number is returned; ``best`` is filled."""
        state = torch.load(path, weights_only=True)
        load_learnt(self.model, state["model"])
        self.average.restore(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"])
        best.update(state["best"])
        return int(state["epoch"])


def _write(state: Any, path: Path) -> None:
    """Write beside and swap: an interrupted write leaves the previous checkpoint whole."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)
