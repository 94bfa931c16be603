"""Experts on measurements for a trained pack, which otherwise stays as it is.

Its text can't get worse by it, and they learn in half a minute what the encoder would need an hour for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.model.assembly import load_network
from meit_core.model.encoders.measuring import MeasuringConfig, MeasuringEncoder, together
from meit_core.model.meit import MeitModel
from meit_core.model.packs.pack import Pack
from meit_core.signal.beat_page import PAGE_COLUMNS
from meit_core.training.loop import Stage, run_stage
from meit_core.training.pretrain import EncoderData, PretrainConfig, macro_auroc, mixed_up
from meit_core.training.processes import ALONE, Processes, Share
from meit_core.training.signals import as_signals

_AT_ONCE: Final = 128


def with_experts(pack: Pack, config: MeasuringConfig) -> MeitModel:
    """Return a pack's network with experts beside its encoder that have learnt nothing yet.

    Everything but the experts is frozen.

    Raises
    ------
    UserError
        If the pack adapts a language model that isn't its own, or its encoder is of another size or kind than the
        settings say; one with experts is of another kind.
    """
    if pack.backbone is not None:
        raise UserError(f"{pack.name} adapts another language model.", "Choose a pack that was trained from scratch.")
    model = load_network(pack.manifest, pack.folder, device="cpu")
    if model.encoder.config != config.of_samples:
        raise UserError(
            f"The encoder of {pack.name} isn't of the size that the settings say.",
            "Set the table encoder to the pack's own values, beside those of the experts.",
        )
    encoder = MeasuringEncoder(config)
    encoder.samples.load_state_dict(model.encoder.state_dict())
    model.encoder = encoder
    for name, weight in model.named_parameters():
        weight.requires_grad_(name.startswith("encoder.experts."))
    return model


def teach_experts(
    encoder: MeasuringEncoder,
    how: PretrainConfig,
    *,
    training: EncoderData,
    validation: EncoderData,
    folder: Path,
    job: JobContext | None = None,
    processes: Processes = ALONE,
) -> dict[str, float]:
    """Teach them findings from the pages alone; the averaged weights of the epoch of best macro-AUROC are kept.

    The AUROC is that of the encoder with them.
    """
    if encoder.experts is None:
        raise UserError("Experts on measurements learn findings, and the encoder has no findings head.", "Use another.")
    torch.manual_seed(how.seed)
    encoder.eval()  # only the experts learn, and the encoder's batch statistics stay, too
    dice = torch.Generator()
    findings, pages, checked = torch.from_numpy(training.findings), _pages(training), _pages(validation)
    experts = encoder.experts
    experts.page.acquaint(pages)
    seen = _seen(encoder, validation)

    def batches(epoch: int) -> list[Tensor]:
        dice.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same order
        order = torch.randperm(len(pages), generator=dice)
        return list(order[: len(order) // how.batch * how.batch].split(how.batch))

    def prepare(rows: Tensor, share: Share) -> tuple[Tensor, Tensor]:
        x, y = mixed_up(pages[rows], findings[rows], how.mixup, dice)
        return share.of(x), share.of(y)

    def loss(ready: tuple[Tensor, Tensor]) -> Tensor:
        page, goals = ready
        judged = experts(page)
        return functional.binary_cross_entropy_with_logits(judged, goals.expand_as(judged)) * len(judged)

    def evaluate(averaged: nn.Module) -> dict[str, float]:
        with torch.no_grad():
            logits = together(seen, averaged(checked), checked)
        area = macro_auroc(logits.numpy(), validation.findings)
        return {"selection": area, "macro_auroc": area}

    groups = [(experts.parameters(), how.learning_rate)]
    stage = Stage("experts", experts, groups, batches, loss, evaluate, prepare=prepare, generators=(dice,))
    best = run_stage(stage, how.loop, folder=folder, job=job, processes=processes)
    encoder.eval()
    return best


def _pages(data: EncoderData) -> Tensor:
    return torch.cat([part[..., -PAGE_COLUMNS:] for part in as_signals(data.signals).split(_AT_ONCE)])


@torch.no_grad()
def _seen(encoder: MeasuringEncoder, data: EncoderData) -> Tensor:
    """Return (n, f) logits of the samples alone."""
    parts = as_signals(data.signals).split(_AT_ONCE)
    return torch.cat([encoder.samples(part[..., :-PAGE_COLUMNS].contiguous()).finding_logits for part in parts])
