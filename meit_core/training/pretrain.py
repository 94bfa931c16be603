"""First stage: the encoder learns findings, age, sex and measurements from the signal, or which report belongs to it.

An untrained encoder gives the language model nothing to hold on to, and it learns to ignore the ECG. So the encoder is
taught what can be taught without writing first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.model.encoders import Encoded, EncoderConfig, build_encoder
from meit_core.training.auroc import area_under_roc
from meit_core.training.contrastive import ContrastiveConfig, ReportTexts, SignalText, tokenizer_for
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.processes import ALONE, Processes, Share
from meit_core.training.signals import Augmentation, Signals, as_signals

NO_PRETRAINING: Final = "none"
_ACQUAINTED_WITH: Final = 8192
"""Recordings that an encoder may look at before it learns: as many as fit into memory on any machine."""
OBJECTIVES: Final = ("labels", "contrastive", "labels+contrastive", NO_PRETRAINING)


@dataclass(frozen=True, slots=True)
class PretrainConfig:
    """How the encoder is trained.

    Attributes
    ----------
    objective
        ``labels``: findings, age, sex and measurements. ``contrastive``: which report belongs to which recording.
        ``labels+contrastive``: both. ``none``: it starts from random weights and has no findings head, as the paper's.
    mixup
        Parameter of the Beta distribution that mixes two recordings (Zhang et al., ICLR 2018); 0 for none.
    auxiliary_weight
        Weight of the loss on age, sex and measurements.

    Raises
    ------
    UserError
        If there is no such objective.
    """

    objective: str = "labels"
    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=40))
    batch: int = 64
    learning_rate: float = 1.5e-3
    mixup: float = 0.2
    auxiliary_weight: float = 0.1
    seed: int = 7
    augmentation: Augmentation = field(default_factory=Augmentation)
    contrastive: ContrastiveConfig = field(default_factory=ContrastiveConfig)

    def __post_init__(self) -> None:
        if self.objective not in OBJECTIVES:
            raise UserError(
                f"An encoder can't be pre-trained on {self.objective}.", f"Choose one of: {', '.join(OBJECTIVES)}."
            )

    @property
    def uses_labels(self) -> bool:
        return "labels" in self.objective

    @property
    def uses_reports(self) -> bool:
        return "contrastive" in self.objective


@dataclass(frozen=True, slots=True)
class EncoderData:
    """Signals with their targets.

    Attributes
    ----------
    signals
        (n, 12, 1000) mV.
    findings
        (n, f) of 0 and 1.
    auxiliary
        (n, a) standardised values; NaN where unknown.
    reports
        n of them where the objective is contrastive.
    """

    signals: npt.NDArray[np.float32] | Signals
    findings: npt.NDArray[np.float32]
    auxiliary: npt.NDArray[np.float32]
    reports: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Ready:
    """One process's share of a batch, on the device.

    Attributes
    ----------
    signals, goals, auxiliary
        (n, 12, samples) disturbed and mixed, (n, f) findings, (n, a) values.
    auxiliary_weight
        Known values here over the mean number in a share.
    reports, belonging
        (n, t) tokens of the reports here, and (b, b) which of the whole batch's belong together; where the objective is
        contrastive.
    """

    signals: Tensor
    goals: Tensor
    auxiliary: Tensor
    auxiliary_weight: float
    reports: Tensor | None
    belonging: Tensor | None


class _InTraining(nn.Module):
    """The encoder and what only training needs: a linear head, and the space it shares with reports."""

    def __init__(self, config: EncoderConfig, n_auxiliary: int) -> None:
        super().__init__()
        self.encoder: Any = build_encoder(config)
        self.auxiliary = nn.Linear(self.encoder.pooled_width, n_auxiliary)
        self.pairs: SignalText | None = None


def pretrain_encoder(
    config: EncoderConfig,
    how: PretrainConfig,
    *,
    training: EncoderData,
    validation: EncoderData,
    folder: Path,
    device: torch.device | None = None,
    job: JobContext | None = None,
    processes: Processes = ALONE,
) -> Any:
    """Train an encoder; the averaged weights of its best epoch are kept.

    The best has the highest macro-AUROC of the validation findings, the highest mean reciprocal rank of the validation
    reports, or the highest mean of both, as the objective is.
    """
    torch.manual_seed(how.seed)
    dice = torch.Generator()
    learner = _InTraining(config, training.auxiliary.shape[1])
    signals = as_signals(training.signals)
    findings, auxiliary = torch.from_numpy(training.findings), torch.from_numpy(training.auxiliary)
    learner.encoder.acquaint(signals[torch.arange(min(len(signals), _ACQUAINTED_WITH))])
    texts, validation_texts = _texts(learner, how, training.reports, validation.reports)
    device = device or torch.device("cpu")
    learner.to(device)

    def batches(epoch: int) -> list[Tensor]:
        dice.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same order and disturbances
        order = torch.randperm(len(signals), generator=dice)
        return list(order[: len(order) // how.batch * how.batch].split(how.batch))

    def prepare(rows: Tensor, share: Share) -> _Ready:
        known = findings[rows]
        goals = known if texts is None else torch.cat([known, texts.same(rows)], dim=1)
        disturbed = how.augmentation.apply(signals[rows], dice, config.measured_columns)
        x, y = mixed_up(disturbed, goals, how.mixup, dice)
        own, n_findings = share.of(rows), known.shape[1]
        return _Ready(
            share.of(x).to(device),
            share.of(y)[:, :n_findings].to(device),
            auxiliary[own].to(device),
            _known_share(auxiliary[own], auxiliary[rows], share.count),
            None if texts is None else texts.ids[texts.which[own]].to(device),
            None if texts is None else y[:, n_findings:].to(device),
        )

    def loss(ready: _Ready) -> Tensor:
        encoded = learner.encoder(ready.signals)
        parts = []
        if how.uses_labels:
            told = _told_error(encoded, ready.goals)
            guessed = _known_error(learner.auxiliary(encoded.pooled), ready.auxiliary) * ready.auxiliary_weight
            parts.append(told + how.auxiliary_weight * guessed)
        if learner.pairs is not None and ready.reports is not None:
            matched = learner.pairs(encoded.pooled, ready.reports, ready.belonging, everyone=processes.rows)
            parts.append(matched * (how.contrastive.weight if how.uses_labels else 1.0))
        return torch.stack(parts).sum()

    def evaluate(averaged: _InTraining) -> dict[str, float]:
        logits, pooled = _read(averaged.encoder, validation.signals)
        scores = {"macro_auroc": macro_auroc(logits.numpy(), validation.findings)} if how.uses_labels else {}
        chosen_by = list(scores.values())
        if averaged.pairs is not None and validation_texts is not None:
            scores |= averaged.pairs.retrieval(pooled, validation_texts)
            chosen_by.append(scores["mrr"])
        known = [score for score in chosen_by if not math.isnan(score)]  # no AUROC where every finding is too rare
        return {"selection": sum(known) / len(known) if known else math.nan, **scores}

    groups = [(learner.parameters(), how.learning_rate)]
    stage = Stage("encoder", learner, groups, batches, loss, evaluate, prepare=prepare, generators=(dice,))
    run_stage(stage, how.loop, folder=folder, job=job, processes=processes)
    return learner.encoder.eval()


def _texts(
    learner: _InTraining, how: PretrainConfig, training: Sequence[str], validation: Sequence[str]
) -> tuple[ReportTexts | None, ReportTexts | None]:
    """Give the learner a reader of reports where the objective asks for one, and return both sets' reports."""
    if not how.uses_reports:
        return None, None
    tokenizer = tokenizer_for(training, how.contrastive)
    learner.pairs = SignalText(learner.encoder.pooled_width, how.contrastive, tokenizer)
    known, unseen = (ReportTexts.of(each, tokenizer, how.contrastive.longest) for each in (training, validation))
    return known, unseen


def predict_findings(encoder: Any, signals: npt.NDArray[np.float32] | Signals) -> npt.NDArray[np.float32]:
    """Return (n, f) logits."""
    logits: npt.NDArray[np.float32] = _read(encoder, signals)[0].numpy()
    return logits


@torch.no_grad()
def predict_statements(
    encoder: Any, signals: npt.NDArray[np.float32] | Signals, batch: int = 128
) -> npt.NDArray[np.float32]:
    """Return (n, s) logits of an encoder with readers."""
    encoder.eval()
    device = next(encoder.parameters()).device
    parts = [encoder(part.to(device)).statements for part in as_signals(signals).split(batch)]
    logits: npt.NDArray[np.float32] = torch.cat(parts).cpu().numpy()
    return logits


@torch.no_grad()
def _read(encoder: Any, signals: npt.NDArray[np.float32] | Signals, batch: int = 128) -> tuple[Tensor, Tensor]:
    """Return (n, f) logits and (n, d) pooled, on the CPU."""
    encoder.eval()
    device = next(encoder.parameters()).device
    parts = [encoder(part.to(device)) for part in as_signals(signals).split(batch)]
    return torch.cat([part.finding_logits for part in parts]).cpu(), torch.cat([part.pooled for part in parts]).cpu()


def macro_auroc(scores: npt.NDArray[np.float32], truth: npt.NDArray[np.float32], minimum: int = 3) -> float:
    """Return the mean AUROC of the outputs with at least ``minimum`` positives."""
    known = [column for column in range(truth.shape[1]) if minimum <= (truth[:, column] > 0).sum() < len(truth)]
    areas = [area_under_roc(scores[:, column], truth[:, column] > 0) for column in known]
    return float(np.mean(areas)) if areas else float("nan")


def mixed_up(x: Tensor, y: Tensor, alpha: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Mix each recording with another one; most shares are near 0 or 1."""
    if alpha <= 0:
        return x, y
    seed = int(torch.randint(2**31, (1,), generator=generator))
    shares = np.random.default_rng(seed).beta(alpha, alpha, len(x)).astype(np.float32)
    share = torch.from_numpy(np.maximum(shares, 1 - shares))
    other = torch.randperm(len(x), generator=generator)
    return x.lerp(x[other], 1 - share[:, None, None]), y.lerp(y[other], 1 - share[:, None])


def _told_error(encoded: Encoded, goals: Tensor) -> Tensor:
    """Return the error of the findings; where several opinions are asked, each learns as if it were alone."""
    if encoded.opinions is None:
        return functional.binary_cross_entropy_with_logits(encoded.finding_logits, goals)
    each = [functional.binary_cross_entropy_with_logits(opinion, goals) for opinion in encoded.opinions]
    return torch.stack(each).sum()


def _known_share(own: Tensor, whole: Tensor, count: int) -> float:
    """Return the weight of a mean over the known values of one process's share."""
    if count == 1:
        return 1.0
    return float(torch.isfinite(own).sum()) * count / max(1.0, float(torch.isfinite(whole).sum()))


def _known_error(predicted: Tensor, target: Tensor) -> Tensor:
    known = torch.isfinite(target)
    if not known.any():
        return predicted.sum() * 0
    return functional.smooth_l1_loss(predicted[known], target[known])
