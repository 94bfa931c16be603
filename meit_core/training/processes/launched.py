"""Several processes, one for each device, joined by Hugging Face's accelerate.

What the recipe says holds for all processes together: they share every batch among them, so that a run comes to the
same result on one device or on eight. Data parallelism (DDP) works in every stage. Where the launch asks for weights in
pieces (FSDP, DeepSpeed ZeRO-3), they are in the last stage, the one with the large language model; earlier ones are
small and use DDP.

Batch normalisation sees the whole batch on graphics cards (its statistics are made over all processes); on CPUs, for
which torch has no such layer, each process normalises by its own share and keeps the first one's running statistics.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from meit_core.errors import EnvironmentFault, UserError
from meit_core.training.device import training_device
from meit_core.training.processes.alone import Processes
from meit_core.training.processes.share import Share

Value = TypeVar("Value")


class LaunchedProcesses(Processes):
    """The processes that ``accelerate launch`` started.

    Parameters
    ----------
    device
        The recipe's wish.

    Raises
    ------
    UserError
        If the device isn't there, or the launch asks for a precision, which is the recipe's to say.
    EnvironmentFault
        If accelerate, or what the launch needs beside it, isn't installed.
    """

    def __init__(self, device: str) -> None:
        where = training_device(device)
        try:
            from accelerate import Accelerator
            from accelerate.utils import GradientAccumulationPlugin
        except ImportError as fault:
            raise EnvironmentFault(
                "Training with several processes needs the library accelerate, which isn't installed.",
                'Install it with: pip install -e ".[train]"',
            ) from fault
        try:
            # The recipe says how many batches make a step; the launch must not divide by another number.
            steps = GradientAccumulationPlugin(num_steps=1, sync_with_dataloader=False)
            self._accelerator: Any = Accelerator(cpu=where.type == "cpu", gradient_accumulation_plugin=steps)
        except ImportError as fault:
            raise EnvironmentFault(
                f"The launch needs a library that isn't installed: {fault}.", "Install it, or choose another launch."
            ) from fault
        self.share = Share(self._accelerator.process_index, self._accelerator.num_processes)
        kind = str(self._accelerator.distributed_type).rpartition(".")[2]
        self._deepspeed = kind == "DEEPSPEED"
        self.sharded = kind in ("FSDP", "DEEPSPEED")
        self._whole = True
        if self._deepspeed:
            from transformers.integrations.deepspeed import unset_hf_deepspeed_config

            # transformers would cut every model up as it loads it; here each is whole until its stage begins
            unset_hf_deepspeed_config()
        if self._accelerator.mixed_precision not in ("no", None):
            raise UserError(
                f"The launch asks for the precision {self._accelerator.mixed_precision}, but the recipe decides on it.",
                'Launch with mixed_precision "no" and set tune.precision in the recipe.',
            )
        logging.getLogger("torch.distributed").setLevel(logging.ERROR)

    def prepare(
        self, work: nn.Module, optimizer: torch.optim.Optimizer, *, shard: bool, batch: int, clip: float
    ) -> tuple[nn.Module, torch.optim.Optimizer]:
        self.share.check(batch)
        if self.share.index:
            torch.manual_seed(torch.initial_seed() + self.share.index)  # dropout shall differ between processes
        device = self._accelerator.device
        if self.share.count > 1 and device.type == "cuda":
            work = nn.SyncBatchNorm.convert_sync_batchnorm(work)
        self._whole = not (self.sharded and shard)
        if self._whole:
            return self._copied(work, device), optimizer
        if self._deepspeed:
            settings = self._accelerator.state.deepspeed_plugin.deepspeed_config
            settings["train_micro_batch_size_per_gpu"] = batch // self.share.count
            settings["gradient_accumulation_steps"] = 1  # the loop divides the loss by itself
            settings["gradient_clipping"] = clip
        ready, stepping = self._accelerator.prepare(work, optimizer)
        return ready, stepping

    def _copied(self, work: nn.Module, device: torch.device) -> nn.Module:
        """Wrap a module of which every process has a copy."""
        if self.share.count == 1:
            return work
        # Where the findings head has no loss of its own, some weights get no gradient.
        cards = [device] if device.type == "cuda" else None
        return nn.parallel.DistributedDataParallel(work, device_ids=cards, find_unused_parameters=True)

    def adding_up(self, work: nn.Module) -> AbstractContextManager[Any]:
        context: AbstractContextManager[Any] = self._accelerator.no_sync(work)
        return context

    def backward(self, loss: Tensor, *, complete: bool) -> None:
        self._accelerator.sync_gradients = complete
        if self._whole:
            loss.backward()
        else:
            self._accelerator.backward(loss)

    def clip(self, work: nn.Module, trained: Sequence[nn.Parameter], norm: float) -> Tensor:
        if self._whole:
            return super().clip(work, trained, norm)
        found = self._accelerator.clip_grad_norm_(work.parameters(), norm or float("inf"))
        return torch.as_tensor(float("nan") if found is None else found)

    def total(self, *values: float) -> tuple[float, ...]:
        if self.share.count == 1:
            return values
        sums = torch.tensor(values, dtype=torch.float64, device=self._accelerator.device)
        torch.distributed.all_reduce(sums)
        return tuple(sums.tolist())

    def gathered(self, value: Value) -> list[Value]:
        from accelerate.utils import gather_object

        return list(gather_object([value]))

    def agreed(self, value: Value) -> Value:
        from accelerate.utils import broadcast_object_list

        first: Value = broadcast_object_list([value])[0]
        return first

    def rows(self, part: Tensor) -> Tensor:
        if self.share.count == 1:
            return part
        rows: Tensor = _Everyone.apply(part, self.share)
        return rows

    def wait(self) -> None:
        self._accelerator.wait_for_everyone()

    def leave(self) -> None:
        self.wait()
        self._accelerator.end_training()

    def learnt(self, work: nn.Module, model: nn.Module, names: Iterable[str]) -> dict[str, Tensor]:
        if self._whole:
            return super().learnt(work, model, names)
        whole = self._accelerator.get_state_dict(work)  # all processes take part
        return {name: whole[f"model.{name}"].detach().cpu() for name in names} if self.is_first else {}

    def save_pieces(self, folder: Path) -> None:
        self._accelerator.save_state(str(folder))

    def load_pieces(self, folder: Path) -> None:
        self._accelerator.load_state(str(folder))


class _Everyone(torch.autograd.Function):
    """(n, ...) of each process -> (b, ...) of all, in the order of the batch before it was shared out.

    Every process uses all rows, so that the gradient of its own is the sum of what all make of them.
    """

    @staticmethod
    def forward(ctx: Any, part: Tensor, share: Share) -> Tensor:
        ctx.share = share
        parts = [torch.empty_like(part) for _ in range(share.count)]
        torch.distributed.all_gather(parts, part.contiguous())
        return torch.stack(parts, dim=1).flatten(0, 1)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None]:
        whole = gradients[0].contiguous()
        torch.distributed.all_reduce(whole)
        return ctx.share.of(whole), None
