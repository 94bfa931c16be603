"""Tuning that starts from a pack: its language learns a clinic's reports, its encoder and findings stay as they are.

The encoder is frozen on purpose. A clinic signs hundreds of reports, not the thousands that an encoder needs, and with
it the findings head, its calibration and its thresholds stay exactly those that were tested.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from meit_core.jobs import JobContext
from meit_core.model.assembly import load_network
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import Pack
from meit_core.model.prompt import MEIT_TEMPLATE, PromptTokenizer
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.mixing import MixedBatches
from meit_core.training.signals import Augmentation
from meit_core.training.texts import ReportBatches, TextBatch
from meit_core.training.tune import TuneConfig, device_of, report_loss

STAGE = "continue"
"""Names the checkpoints and the log."""

Watch = Callable[[Mapping[str, Any]], None]
"""Told of every step and every epoch: figures only, never text."""


@dataclass(frozen=True, slots=True)
class ContinueConfig:
    """How a pack is tuned on.

    Attributes
    ----------
    rate
        Peak learning rate of projection, fusion and language model (or its adapters).
    public_per_report
        Public reports for each of the clinic's in an epoch.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=10, warm_up=0.1, average_decay=0.97))
    batch: int = 16
    rate: float = 3e-4
    public_per_report: float = 2.0
    label_smoothing: float = 0.05
    seed: int = 29
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Recordings, (n, 12, columns) as the network sees them, with their reports."""

    signals: npt.NDArray[np.float32]
    reports: Sequence[str]


@dataclass(frozen=True, slots=True)
class Check:
    """Recordings whose loss is told after every epoch, under one instruction."""

    pairs: Pairs
    instruction: str


def load_to_continue(pack: Pack, *, device: str) -> tuple[MeitModel, PromptTokenizer]:
    """Load a pack's network with everything trainable that :func:`continue_training` trains.

    Raises
    ------
    UserError
        If its language model isn't on this machine.
    """
    model = load_network(pack.manifest, pack.folder, device=device)
    template = str(pack.manifest["prompt"].get("template", MEIT_TEMPLATE))
    for weight in model.encoder.parameters():
        weight.requires_grad_(False)
    adapted = pack.backbone is not None
    for name, weight in model.decoder.named_parameters():
        weight.requires_grad_(not adapted or "lora_" in name)
    return model, PromptTokenizer.load(pack.folder / "tokenizer", template)


def continue_training(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    how: ContinueConfig,
    *,
    clinic: Pairs,
    clinic_instruction: str,
    public: Pairs,
    public_instructions: Sequence[str],
    checks: Mapping[str, Check],
    folder: Path,
    watch: Watch,
    job: JobContext | None = None,
) -> int:
    """Tune in place and return the number of steps; goes on where an earlier call with this folder was stopped.

    Every step is told with its loss, and every epoch with the losses of the checks.

    Parameters
    ----------
    clinic_instruction
        Asks for the clinic's reports, and for nothing else: under the others the pack goes on writing as it did.
    public
        What the pack was trained on; may be empty.
    checks
        By name. Nothing is chosen by their loss: the last epoch is kept.

    Raises
    ------
    UserError
        If training diverges or the disk is full.
    Cancelled
        If the job was asked to stop; the last finished epoch is on disk.
    """
    torch.manual_seed(how.seed)  # of dropout
    device = device_of(model)
    signals = torch.from_numpy(np.concatenate([clinic.signals, public.signals]))
    batches = MixedBatches(
        tokenizer,
        new=clinic.reports,
        new_instruction=clinic_instruction,
        old=public.reports,
        old_instructions=public_instructions,
        old_per_new=how.public_per_report,
        batch=how.batch,
        seed=how.seed,
    )
    settings = TuneConfig(label_smoothing=how.label_smoothing)
    steps_per_epoch = len(batches.epoch(0))
    steps = how.loop.epochs * steps_per_epoch
    noise = torch.Generator()
    measured_columns = model.encoder.config.measured_columns
    here = _Here(job or JobContext(), steps)

    def epoch_batches(epoch: int) -> list[TextBatch]:
        here.epoch = epoch + 1
        noise.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same disturbances
        return batches.epoch(epoch)

    def prepare(batch: TextBatch, _share: Any) -> tuple[Tensor, TextBatch]:
        return how.augmentation.apply(signals[batch.rows], noise, measured_columns).to(device), batch.to(device)

    def loss(ready: tuple[Tensor, TextBatch]) -> Tensor:
        model.encoder.eval()  # its batch statistics and dropout are the pack's, not this training's
        tokens, _ = model.ecg_tokens(ready[0])
        value = report_loss(model, tokens, ready[1], settings)
        watch({"event": "step", "step": here.step, "of": steps, "loss": round(float(value.detach()), 4)})
        return value

    def evaluate(averaged: MeitModel) -> dict[str, float]:
        losses = {
            f"{name}_loss": round(_mean_loss(averaged, tokenizer, check, how.batch), 4)
            for name, check in checks.items()
            if len(check.pairs.reports)
        }
        watch({"event": "epoch", "epoch": here.epoch, "of": how.loop.epochs, "step": here.step, **losses})
        return {"selection": float(here.epoch), **losses}

    trained = [weight for weight in model.parameters() if weight.requires_grad]
    stage = Stage(
        STAGE,
        model,
        [(trained, how.rate)],
        epoch_batches,
        loss,
        evaluate,
        prepare=prepare,
        generators=(noise,),
        keeps_last=True,
    )
    run_stage(stage, how.loop, folder=folder, job=here.job)
    return steps


class _Here:
    """Where in the run the loop is, by what it tells before every step: a resumed run may begin anywhere."""

    def __init__(self, job: JobContext, steps: int) -> None:
        self._outer, self._steps = job, steps
        self.epoch, self.step = 0, 0
        self.job = JobContext(self._on_progress)

    def _on_progress(self, fraction: float | None, message: str) -> None:
        self.step = round((fraction or 0.0) * self._steps) + 1
        if self._outer.is_cancelled:
            self.job.cancel()  # the loop ends its step first, and writes a checkpoint
            return
        self._outer.progress(fraction, message)


@torch.inference_mode()
def _mean_loss(model: MeitModel, tokenizer: PromptTokenizer, check: Check, batch: int) -> float:
    """Return the mean cross-entropy per batch of undisturbed recordings, without label smoothing."""
    plain = TuneConfig(label_smoothing=0.0)
    device, pairs = device_of(model), check.pairs
    size = min(batch, len(pairs.reports))
    batches = ReportBatches(tokenizer, [check.instruction], pairs.reports, batch=size, seed=0).epoch(0)
    signals = torch.from_numpy(pairs.signals)
    losses = []
    for texts in batches:
        tokens, _ = model.ecg_tokens(signals[texts.rows].to(device))
        losses.append(float(report_loss(model, tokens, texts.to(device), plain)))
    return sum(losses) / len(losses)


def trained_weights(model: nn.Module) -> int:
    """Return how many weights :func:`continue_training` changes."""
    return sum(weight.numel() for weight in model.parameters() if weight.requires_grad)
