"""The paper's encoder as its released code has it: a one-dimensional ResNet-50 (He et al., CVPR 2016) without max-pool.

Shapes: b batch, l leads (12), t samples, p tokens, c channels (2048), f findings. 5000 samples at 500 Hz become 2500,
2500, 1250, 625 and 313 frames; any other length works too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.domain.leads import LEADS
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder, EncoderConfig

_EXPANSION = 4
_DEPTHS = (3, 4, 6, 3)
_WIDTHS = (64, 128, 256, 512)
_STRIDES = (1, 2, 2, 2)


@dataclass(frozen=True, slots=True)
class ResNetConfig(EncoderConfig):
    """Settings stored in the pack.

    Attributes
    ----------
    n_tokens
        1 for the paper's global average; more for averages over stretches of time.
    n_findings
        Outputs of the findings head, which the paper's encoder doesn't have; 0 for none.
    """

    kind: ClassVar[str] = "resnet50-1d"

    n_tokens: int = 1
    n_findings: int = 0


class Bottleneck(nn.Module):
    """Convolutions of width 1, 3 and 1, the middle one strided, around a shortcut."""

    def __init__(self, width_in: int, width: int, stride: int) -> None:
        super().__init__()
        width_out = _EXPANSION * width
        self.conv1 = nn.Conv1d(width_in, width, 1, bias=False)
        self.bn1 = nn.BatchNorm1d(width)
        self.conv2 = nn.Conv1d(width, width, 3, stride=stride, padding=1, bias=False)
        self.bn2 = nn.BatchNorm1d(width)
        self.conv3 = nn.Conv1d(width, width_out, 1, bias=False)
        self.bn3 = nn.BatchNorm1d(width_out)
        self.shortcut: nn.Module = nn.Identity()
        if stride != 1 or width_in != width_out:
            self.shortcut = nn.Sequential(
                nn.Conv1d(width_in, width_out, 1, stride=stride, bias=False), nn.BatchNorm1d(width_out)
            )

    def forward(self, x: Tensor) -> Tensor:
        y = functional.relu(self.bn1(self.conv1(x)))
        y = functional.relu(self.bn2(self.conv2(y)))
        return functional.relu(self.bn3(self.conv3(y)) + self.shortcut(x))


class ResNet50(Encoder):
    """(b, 12, t) -> :class:`Encoded`; ``pooled`` is the global average over time, (b, 2048)."""

    def __init__(self, config: ResNetConfig) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv1d(len(LEADS), _WIDTHS[0], 7, stride=2, padding=3, bias=False), nn.BatchNorm1d(_WIDTHS[0]), nn.ReLU()
        )
        width_in, stages = _WIDTHS[0], []
        for depth, width, stride in zip(_DEPTHS, _WIDTHS, _STRIDES, strict=True):
            blocks = [
                Bottleneck(width_in if i == 0 else _EXPANSION * width, width, stride if i == 0 else 1)
                for i in range(depth)
            ]
            stages.append(nn.Sequential(*blocks))
            width_in = _EXPANSION * width
        self.stages = nn.Sequential(*stages)
        self.config = config
        self.width = self.pooled_width = width_in
        self.n_tokens, self.n_findings = config.n_tokens, config.n_findings
        self.to_tokens = nn.AdaptiveAvgPool1d(config.n_tokens)
        self.findings = nn.Linear(width_in, config.n_findings) if config.n_findings else None

    def forward(self, signal_mv: Tensor) -> Encoded:
        frames = self.stages(self.stem(signal_mv))  # (b, c, frames)
        pooled = frames.mean(-1)
        logits = pooled.new_zeros(len(pooled), 0) if self.findings is None else self.findings(pooled)
        return Encoded(self.to_tokens(frames).transpose(1, 2), pooled, logits)

    @torch.no_grad()
    def lengths(self, n_samples: int) -> tuple[int, ...]:
        """Return the number of frames behind the stem and behind each stage."""
        x = self.stem(next(self.parameters()).new_zeros(1, len(LEADS), n_samples))
        found = [x.shape[-1]]
        for stage in self.stages:
            x = stage(x)
            found.append(x.shape[-1])
        return tuple(found)
