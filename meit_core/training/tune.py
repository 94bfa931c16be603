"""Second stage: instruction tuning, report for report, with the encoder learning on more slowly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.jobs import JobContext
from meit_core.model.encoder import Encoded
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import IGNORED, PromptTokenizer
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.signals import Augmentation
from meit_core.training.texts import ReportBatches, TextBatch

Score = Callable[[Sequence[str]], dict[str, float]]
"""Drafts of the validation recordings, in order -> scores with ``selection`` among them."""


@dataclass(frozen=True, slots=True)
class TuneConfig:
    """How the whole is tuned.

    Attributes
    ----------
    encoder_rate, language_rate
        Peak learning rates of the pre-trained encoder, and of projection and decoder.
    findings_weight
        Weight of the findings head's own loss, which keeps it right while the encoder learns to speak.
    label_smoothing
        Szegedy et al., CVPR 2016: one report has many right wordings.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=18, evaluate_from=6, evaluate_every=2))
    batch: int = 32
    encoder_rate: float = 1.5e-4
    language_rate: float = 1e-3
    findings_weight: float = 1.0
    label_smoothing: float = 0.05
    seed: int = 11
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True, slots=True)
class TuneData:
    """Recordings with reports.

    Attributes
    ----------
    signals
        (n, 12, 1000) mV.
    findings
        (n, f) of 0 and 1.
    """

    signals: npt.NDArray[np.float32]
    findings: npt.NDArray[np.float32]
    reports: Sequence[str]


def tune(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    how: TuneConfig,
    *,
    instructions: Sequence[str],
    training: TuneData,
    validation_signals: npt.NDArray[np.float32],
    prompt: str,
    max_new_tokens: int,
    score: Score,
    folder: Path,
    job: JobContext | None = None,
) -> dict[str, float]:
    """Train encoder, projection and decoder together; see :func:`~meit_core.training.loop.run_stage`."""
    signals, findings = torch.from_numpy(training.signals), torch.from_numpy(training.findings)
    batches = ReportBatches(tokenizer, instructions, training.reports, batch=how.batch, seed=how.seed)
    noise = torch.Generator()

    def epoch_batches(epoch: int) -> list[TextBatch]:
        noise.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same disturbances
        return batches.epoch(epoch)

    def loss(batch: TextBatch) -> Tensor:
        disturbed = how.augmentation.apply(signals[batch.rows], noise)
        out = model(disturbed, batch.input_ids, batch.attention_mask)
        heads = functional.binary_cross_entropy_with_logits(out.encoded.finding_logits, findings[batch.rows])
        return report_loss(out.logits, batch.labels, how.label_smoothing) + how.findings_weight * heads

    def evaluate(averaged: MeitModel) -> dict[str, float]:
        drafts = write_reports(averaged, tokenizer, validation_signals, prompt=prompt, max_new_tokens=max_new_tokens)
        return score(drafts)

    return run_stage(
        Stage("tune", model, _groups(model, how), epoch_batches, loss, evaluate), how.loop, folder=folder, job=job
    )


def learn_to_write(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    how: TuneConfig,
    *,
    instructions: Sequence[str],
    findings: npt.NDArray[np.float32],
    reports: Sequence[str],
    folder: Path,
    job: JobContext | None = None,
) -> dict[str, float]:
    """Teach the decoder report English from findings alone, where reports without recordings are at hand.

    The projection sees the findings as sure and the encoder's embedding as zero; the last epoch is kept.
    """
    known = torch.from_numpy(findings)
    batches = ReportBatches(tokenizer, instructions, reports, batch=how.batch, seed=how.seed)
    width = model.encoder.config.widths[-1]
    n_tokens = model.encoder.config.n_tokens

    def loss(batch: TextBatch) -> Tensor:
        logits = (known[batch.rows] * 2 - 1) * 5.0
        b = len(logits)
        encoded = Encoded(logits.new_zeros(b, n_tokens, width), logits.new_zeros(b, 2 * width), logits)
        out = model.write(model.projector(encoded), batch.input_ids, batch.attention_mask)
        return report_loss(out, batch.labels, how.label_smoothing)

    epochs = iter(range(1, how.loop.epochs + 1))
    groups = [([*model.projector.parameters(), *model.decoder.parameters()], how.language_rate)]
    stage = Stage("write", model, groups, batches.epoch, loss, lambda _: {"selection": float(next(epochs))})
    return run_stage(stage, how.loop, folder=folder, job=job)


def report_loss(logits: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    """Return the mean cross-entropy of (b, t, v) next-token predictions over the labelled tokens of (b, t)."""
    wanted = labels[:, 1:] != IGNORED  # most positions are prompt or padding: take them out before the softmax
    return functional.cross_entropy(logits[:, :-1][wanted], labels[:, 1:][wanted], label_smoothing=smoothing)


@torch.inference_mode()
def write_reports(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    signals: npt.NDArray[np.float32],
    *,
    prompt: str,
    max_new_tokens: int,
    batch: int = 96,
) -> list[str]:
    """Draft greedily for (n, 12, 1000) mV, many at a time."""
    model.eval()
    ids = tokenizer.prompt_ids(prompt)
    drafts = []
    for part in torch.from_numpy(signals).split(batch):
        tokens, _ = model.ecg_tokens(part)
        ended = torch.zeros(len(part), dtype=torch.bool)
        columns: list[Tensor] = []
        for chosen in model.greedy(tokens, torch.tensor([ids]).expand(len(part), -1), max_new_tokens=max_new_tokens):
            columns.append(chosen.masked_fill(ended, tokenizer.end_id))
            ended = ended | (chosen == tokenizer.end_id)
            if ended.all():
                break
        for row in torch.stack(columns, dim=1).tolist():
            kept = row[: row.index(tokenizer.end_id)] if tokenizer.end_id in row else row
            drafts.append(tokenizer.text(kept))
    return drafts


def _groups(model: MeitModel, how: TuneConfig) -> list[tuple[list[nn.Parameter], float]]:
    language = [*model.projector.parameters(), *model.decoder.parameters()]
    return [(list(model.encoder.parameters()), how.encoder_rate), (language, how.language_rate)]
