"""The course of one stage, from its first batch or its last checkpoint to the weights that are kept."""

from __future__ import annotations

import math
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Generic

import torch
from torch import Tensor

from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext
from meit_core.training.averaging import WeightAverage
from meit_core.training.curves import draw_curves
from meit_core.training.disk import write_state
from meit_core.training.learnt import learnt_state, load_learnt
from meit_core.training.loop.checkpoint import Checkpoint
from meit_core.training.loop.clock import Clock
from meit_core.training.loop.progress import Progress
from meit_core.training.loop.run_log import RunLog
from meit_core.training.loop.settings import LoopConfig
from meit_core.training.loop.stage import Batch, Stage
from meit_core.training.loop.work import Work
from meit_core.training.processes import ALONE, Processes
from meit_core.training.schedule import schedule


def run_stage(
    stage: Stage[Batch],
    how: LoopConfig,
    *,
    folder: Path,
    job: JobContext | None = None,
    processes: Processes = ALONE,
) -> dict[str, float]:
    """Train the stage's model in place; it ends with the averaged weights of its best epoch.

    The state is written to ``<name>.last.pt`` every so many steps, at the end of an epoch, and when the job is
    cancelled, each time in one step: a run that was interrupted at any moment goes on from there, to the same bits on a
    CPU, when it is started again with the same folder. Where weights lie in pieces, the best ones are only in
    ``<name>.pt`` afterwards.

    Returns
    -------
    Scores of the epoch that was kept.

    Raises
    ------
    UserError
        If there is less than one batch, or the loss stops being a number; the last checkpoint and the best epoch so far
        stay on disk.
    EnvironmentFault
        If the disk is full; likewise.
    Cancelled
        If the job was cancelled; the state is saved.
    """
    return _Course(stage, how, folder, job or JobContext(), processes).run()


_WORTH_SAVING_S = 60.0
"""Seconds of learning that an interrupted evaluation may cost."""

_WORTH_DRAWING_S = 10.0
"""Seconds that an epoch has to take for its curves to be drawn at once: drawing takes a tenth of a second."""


class _Course(Generic[Batch]):
    def __init__(
        self, stage: Stage[Batch], how: LoopConfig, folder: Path, job: JobContext, processes: Processes
    ) -> None:
        first = stage.batches(0)
        if not len(first):
            raise UserError(
                "The training set has less than one batch of recordings.", "Choose a smaller batch, or more recordings."
            )
        self.stage, self.how, self.folder, self.job, self.processes = stage, how, folder, job, processes
        self.n_batches = len(first)
        self.pieces = processes.sharded and stage.shardable
        if self.pieces and how.average_decay:
            raise UserError(
                "Weights that lie in pieces on several devices can't be averaged.", "Set average_decay = 0.0."
            )
        groups = [{"params": list(parameters), "lr": rate} for parameters, rate in stage.rates]
        optimizer = torch.optim.AdamW(groups, weight_decay=how.weight_decay)
        self.trained = [parameter for group in optimizer.param_groups for parameter in group["params"]]
        self.average = WeightAverage(stage.model, how.average_decay) if how.average_decay else None
        self.names = tuple(learnt_state(stage.model))
        self.schedule = schedule(
            optimizer, how.epochs * -(-self.n_batches // how.accumulate), how.warm_up, how.schedule
        )
        self.work, self.optimizer = processes.prepare(
            Work(stage.model), optimizer, shard=stage.shardable, batch=len(first[0]), clip=how.clip
        )
        self.log = RunLog(folder, stage.name, writes=processes.is_first)
        self.checkpoint = Checkpoint(
            folder / f"{stage.name}.last.pt",
            stage.model,
            optimizer,
            self.schedule,
            self.average,
            stage.generators,
            self.log,
            processes,
            self.pieces,
        )
        self.progress = Progress()
        self.clock = Clock()
        self.saved_at = self.drawn_at = time.monotonic()

    def run(self) -> dict[str, float]:
        at = None
        if self.processes.agreed(self.checkpoint.path.is_file()):
            self.progress, at = self.checkpoint.restore()
        else:
            self.log.cut(dict.fromkeys(self.log.sizes(), 0))  # of a run that ended before its first checkpoint
        while not self.progress.finished and self.progress.epoch < self.how.epochs:
            self._learn(at)
            at = None
            self._end_epoch()
        if not self.pieces:
            self.processes.wait()
            load_learnt(
                self.stage.model,
                torch.load(self.folder / f"{self.stage.name}.pt", map_location="cpu", weights_only=True),
            )
        self.stage.model.eval()
        return self.progress.best

    def _learn(self, at: list[Tensor] | None) -> None:
        """Go through an epoch, or through what is left of it when generators are ``at`` some state."""
        here, how = self.progress, self.how
        self.work.train()
        batches = self.stage.batches(here.epoch)
        if at is not None and here.batch:  # an epoch that hasn't begun starts with the states just set
            for generator, state in zip(self.stage.generators, at, strict=True):
                generator.set_state(state)
        started = time.monotonic() - here.seconds
        self.clock.restart()
        while here.batch < self.n_batches:
            self._tell()
            batch = batches[here.batch]
            ready = self.stage.prepare(batch, self.processes.share)
            here.batch += 1
            complete = here.batch % how.accumulate == 0 or here.batch == self.n_batches
            with self.clock.inside(len(batch)):
                value, stop = self._pass(ready, complete)
                here.loss += value
                here.recent += value
                here.recent_batches += 1
                here.samples += len(batch)
                norm = self._step() if complete else None
            here.seconds = time.monotonic() - started
            if norm is None:
                continue
            here.step += 1
            if how.log_every and here.step % how.log_every == 0:
                self._log_step(norm)
            if stop:
                self._save()
                raise Cancelled
            if how.checkpoint_every and here.step % how.checkpoint_every == 0 and here.batch < self.n_batches:
                self._save()

    def _pass(self, ready: Any, complete: bool) -> tuple[float, bool]:
        """Add a batch's gradients; returns the loss of all processes, and whether one of them is to stop."""
        with nullcontext() if complete else self.processes.adding_up(self.work):
            loss = self.work(self.stage.loss, ready)
            total, stop = self.processes.total(float(loss.detach()), float(self.job.is_cancelled))
            value = total / self.processes.share.count
            if not math.isfinite(value):
                raise UserError(
                    f"Training diverged in epoch {self.progress.epoch + 1}, step {self.progress.step + 1}: the loss is "
                    "no longer a number.",
                    "Lower the learning rate and train with another --out; the last checkpoint and the best epoch so "
                    "far were kept.",
                )
            self.processes.backward(loss / self.how.accumulate, complete=complete)
        return value, stop > 0

    def _step(self) -> Tensor:
        norm = self.processes.clip(self.work, self.trained, self.how.clip)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
        if self.average:
            self.average.update(self.stage.model)
        return norm

    def _end_epoch(self) -> None:
        here, number = self.progress, self.progress.epoch + 1
        line: dict[str, Any] = {"epoch": number, "step": here.step, "loss": here.loss / self.n_batches}
        started = time.monotonic()
        if self.how.evaluates(number):
            if self.processes.agreed(time.monotonic() - self.saved_at > _WORTH_SAVING_S):
                self._save()
            scores = self._scores()
            line |= {} if self.stage.keeps_last else scores
            self._keep_best(scores, number)
        line["seconds"] = round(here.seconds + time.monotonic() - started, 1)
        self.log.epoch(line)
        here.next_epoch()
        worn_out = bool(self.how.patience) and here.stale >= self.how.patience
        here.finished = here.epoch == self.how.epochs or worn_out
        self._save()
        self._draw()
        if self.processes.total(float(self.job.is_cancelled))[0] and not here.finished:
            raise Cancelled

    def _draw(self) -> None:
        due = self.progress.finished or time.monotonic() - self.drawn_at > _WORTH_DRAWING_S
        if due and self.processes.is_first:
            draw_curves(self.folder)
            self.drawn_at = time.monotonic()

    def _save(self) -> None:
        self.checkpoint.save(self.progress)
        self.saved_at = time.monotonic()

    def _scores(self) -> dict[str, float]:
        if self.pieces:
            self.work.eval()
            with torch.no_grad():
                scores = self.work(self.stage.evaluate, self.stage.model)
        else:
            scores = self.stage.evaluate(self.average.module if self.average else self.stage.model.eval())
        return self.processes.agreed(scores)

    def _keep_best(self, scores: dict[str, float], epoch: int) -> None:
        here = self.progress
        if here.best and not self.stage.keeps_last and not scores["selection"] > here.best["selection"]:
            here.stale += 1
            return
        here.best, here.stale = {**scores, "epoch": epoch}, 0
        model = self.average.module if self.average else self.stage.model
        weights = self.processes.learnt(self.work, model, self.names)
        if self.processes.is_first:
            write_state(weights, self.folder / f"{self.stage.name}.pt")

    def _log_step(self, norm: Tensor) -> None:
        here = self.progress
        self.log.step(
            {
                "step": here.step,
                "epoch": here.epoch + 1,
                "loss": here.recent / here.recent_batches,
                "rates": [group["lr"] for group in self.optimizer.param_groups],
                "grad_norm": float(norm),
                **self.clock.reading(),
            }
        )
        here.recent, here.recent_batches = 0.0, 0

    def _tell(self) -> None:
        if self.job.is_cancelled:
            return  # the step is finished first: a checkpoint is written between steps only
        here, how = self.progress, self.how
        done = (here.epoch + here.batch / self.n_batches) / how.epochs
        message = f"{self.stage.name}: epoch {here.epoch + 1} of {how.epochs}"
        if here.batch and here.seconds:
            message += f", loss {here.loss / here.batch:.3f}, {here.samples / here.seconds:.0f} recordings/s"
        self.job.progress(done, message)
