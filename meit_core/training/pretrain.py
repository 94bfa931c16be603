"""First stage: the encoder learns findings, age, sex and measurements from the signal.

An untrained encoder gives the language model nothing to hold on to, and it learns to ignore the ECG. So the encoder is
taught what can be taught without words first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.jobs import JobContext
from meit_core.model.encoders import EncoderConfig, build_encoder
from meit_core.training.auroc import area_under_roc
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.signals import Augmentation


@dataclass(frozen=True, slots=True)
class PretrainConfig:
    """How the encoder is trained.

    Attributes
    ----------
    mixup
        Parameter of the Beta distribution that mixes two recordings (Zhang et al., ICLR 2018); 0 for none.
    auxiliary_weight
        Weight of the loss on age, sex and measurements.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=40))
    batch: int = 64
    learning_rate: float = 1.5e-3
    mixup: float = 0.2
    auxiliary_weight: float = 0.1
    seed: int = 7
    augmentation: Augmentation = field(default_factory=Augmentation)


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
    """

    signals: npt.NDArray[np.float32]
    findings: npt.NDArray[np.float32]
    auxiliary: npt.NDArray[np.float32]


class _WithAuxiliary(nn.Module):
    """The encoder and the linear head that only training needs."""

    def __init__(self, config: EncoderConfig, n_auxiliary: int) -> None:
        super().__init__()
        self.encoder = build_encoder(config)
        self.auxiliary = nn.Linear(self.encoder.pooled_width, n_auxiliary)


def pretrain_encoder(
    config: EncoderConfig,
    how: PretrainConfig,
    *,
    training: EncoderData,
    validation: EncoderData,
    folder: Path,
    job: JobContext | None = None,
) -> Any:
    """Train an encoder; the averaged weights of the epoch with the best validation macro-AUROC are kept."""
    torch.manual_seed(how.seed)
    dice = torch.Generator()
    both = _WithAuxiliary(config, training.auxiliary.shape[1])
    signals, findings, auxiliary = map(torch.from_numpy, (training.signals, training.findings, training.auxiliary))

    def batches(epoch: int) -> list[Tensor]:
        dice.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same order and disturbances
        order = torch.randperm(len(signals), generator=dice)
        return list(order[: len(order) // how.batch * how.batch].split(how.batch))

    def loss(rows: Tensor) -> Tensor:
        x, y = _mixed(how.augmentation.apply(signals[rows], dice), findings[rows], how.mixup, dice)
        encoded = both.encoder(x)
        error = functional.binary_cross_entropy_with_logits(encoded.finding_logits, y)
        return error + how.auxiliary_weight * _known_error(both.auxiliary(encoded.pooled), auxiliary[rows])

    def evaluate(averaged: _WithAuxiliary) -> dict[str, float]:
        area = macro_auroc(predict_findings(averaged.encoder, validation.signals), validation.findings)
        return {"selection": area, "macro_auroc": area}

    stage = Stage("encoder", both, [(both.parameters(), how.learning_rate)], batches, loss, evaluate)
    run_stage(stage, how.loop, folder=folder, job=job)
    return both.encoder.eval()


@torch.no_grad()
def predict_findings(encoder: Any, signals: npt.NDArray[np.float32], batch: int = 128) -> npt.NDArray[np.float32]:
    """Return (n, f) logits."""
    encoder.eval()
    parts = [encoder(torch.from_numpy(signals[i : i + batch])).finding_logits for i in range(0, len(signals), batch)]
    logits: npt.NDArray[np.float32] = torch.cat(parts).numpy()
    return logits


def macro_auroc(scores: npt.NDArray[np.float32], truth: npt.NDArray[np.float32], minimum: int = 3) -> float:
    """Return the mean AUROC of the outputs with at least ``minimum`` positives."""
    known = [column for column in range(truth.shape[1]) if minimum <= (truth[:, column] > 0).sum() < len(truth)]
    areas = [area_under_roc(scores[:, column], truth[:, column] > 0) for column in known]
    return float(np.mean(areas)) if areas else float("nan")


def _mixed(x: Tensor, y: Tensor, alpha: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Mix each recording with another one; most shares are near 0 or 1."""
    if alpha <= 0:
        return x, y
    seed = int(torch.randint(2**31, (1,), generator=generator))
    shares = np.random.default_rng(seed).beta(alpha, alpha, len(x)).astype(np.float32)
    share = torch.from_numpy(np.maximum(shares, 1 - shares))
    other = torch.randperm(len(x), generator=generator)
    return x.lerp(x[other], 1 - share[:, None, None]), y.lerp(y[other], 1 - share[:, None])


def _known_error(predicted: Tensor, target: Tensor) -> Tensor:
    known = torch.isfinite(target)
    if not known.any():
        return predicted.sum() * 0
    return functional.smooth_l1_loss(predicted[known], target[known])
