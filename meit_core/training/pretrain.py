"""First stage: the encoder learns findings and context from the signal.

An untrained encoder gives the language model nothing to hold on to, and it learns to ignore the ECG. So the encoder is
taught what can be taught without words first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from meit_core.jobs import JobContext
from meit_core.model.encoder import EcgEncoder, Encoded, EncoderConfig
from meit_core.training.auroc import area_under_roc
from meit_core.training.context import ContextSpace, ContextTargets, ContextWeights, context_loss
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.signals import Augmentation


@dataclass(frozen=True, slots=True)
class PretrainConfig:
    """How the encoder is trained.

    Attributes
    ----------
    mixup
        Parameter of the Beta distribution that mixes two recordings (Zhang et al., ICLR 2018); 0 for none.
    context
        Weights of what the context head learns beside the findings.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=40))
    batch: int = 64
    learning_rate: float = 1.5e-3
    mixup: float = 0.2
    context: ContextWeights = field(default_factory=ContextWeights)
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
    context
        What the context head should say, in the layout of ``space``.
    """

    signals: npt.NDArray[np.float32]
    findings: npt.NDArray[np.float32]
    context: ContextTargets
    space: ContextSpace

    def of_rows(self, rows: npt.NDArray[np.intp]) -> EncoderData:
        """Return the part of the data with these indices."""
        return EncoderData(self.signals[rows], self.findings[rows], self.context[torch.from_numpy(rows)], self.space)


def pretrain_encoder(
    config: EncoderConfig,
    how: PretrainConfig,
    *,
    training: EncoderData,
    validation: EncoderData,
    folder: Path,
    name: str = "encoder",
    job: JobContext | None = None,
) -> EcgEncoder:
    """Train an encoder; the averaged weights of the epoch with the best validation macro-AUROC are kept.

    Parameters
    ----------
    name
        Names the stage's checkpoint and log.
    """
    torch.manual_seed(how.seed)
    dice = torch.Generator()
    encoder = EcgEncoder(config)
    signals, findings = torch.from_numpy(training.signals), torch.from_numpy(training.findings)

    def batches(epoch: int) -> list[Tensor]:
        dice.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same order and disturbances
        order = torch.randperm(len(signals), generator=dice)
        return list(order[: len(order) // how.batch * how.batch].split(how.batch))

    def loss(rows: Tensor) -> Tensor:
        wanted = training.context[rows]
        mixing = _Mixing.drawn(len(rows), how.mixup, dice)
        encoded = encoder(mixing.of(how.augmentation.apply(signals[rows], dice)))
        error = functional.binary_cross_entropy_with_logits(encoded.finding_logits, mixing.of(findings[rows]))
        wanted = replace(wanted, wordings=mixing.of(wanted.wordings))
        return error + context_loss(encoded.context, wanted, mixing.nearly_pure, training.space, how.context)

    def evaluate(averaged: EcgEncoder) -> dict[str, float]:
        area = macro_auroc(predict_findings(averaged, validation.signals), validation.findings)
        return {"selection": area, "macro_auroc": area}

    stage = Stage(name, encoder, [(encoder.parameters(), how.learning_rate)], batches, loss, evaluate)
    run_stage(stage, how.loop, folder=folder, job=job)
    return encoder.eval()


@torch.no_grad()
def encode_all(encoder: EcgEncoder, signals: npt.NDArray[np.float32], batch: int = 128) -> Encoded:
    """Encode (n, 12, 1000) mV in parts."""
    encoder.eval()
    parts = [encoder(torch.from_numpy(signals[start : start + batch])) for start in range(0, len(signals), batch)]
    tensors = zip(*((part.tokens, part.pooled, part.finding_logits, part.context) for part in parts), strict=True)
    return Encoded(*map(torch.cat, tensors))


def predict_findings(encoder: EcgEncoder, signals: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return (n, f) logits."""
    logits: npt.NDArray[np.float32] = encode_all(encoder, signals).finding_logits.numpy()
    return logits


def macro_auroc(scores: npt.NDArray[np.float32], truth: npt.NDArray[np.float32], minimum: int = 3) -> float:
    """Return the mean AUROC of the outputs with at least ``minimum`` positives."""
    known = [column for column in range(truth.shape[1]) if minimum <= (truth[:, column] > 0).sum() < len(truth)]
    areas = [area_under_roc(scores[:, column], truth[:, column] > 0) for column in known]
    return float(np.mean(areas)) if areas else float("nan")


@dataclass(frozen=True, slots=True)
class _Mixing:
    """Each recording mixed with another one (Zhang et al., ICLR 2018); most shares are near 1.

    Attributes
    ----------
    share
        (b,) of the recording itself, at least one half.
    other
        (b,) which one it is mixed with.
    """

    share: Tensor
    other: Tensor

    @classmethod
    def drawn(cls, n: int, alpha: float, generator: torch.Generator) -> _Mixing:
        if alpha <= 0:
            return cls(torch.ones(n), torch.arange(n))
        seed = int(torch.randint(2**31, (1,), generator=generator))
        shares = np.random.default_rng(seed).beta(alpha, alpha, n).astype(np.float32)
        return cls(torch.from_numpy(np.maximum(shares, 1 - shares)), torch.randperm(n, generator=generator))

    @property
    def nearly_pure(self) -> Tensor:
        """(b,): rows of which a measured value still holds."""
        return self.share > 0.8

    def of(self, values: Tensor) -> Tensor:
        """Mix the rows of (b, ...)."""
        share = self.share.view(-1, *[1] * (values.dim() - 1))
        return values.lerp(values[self.other], 1 - share)
