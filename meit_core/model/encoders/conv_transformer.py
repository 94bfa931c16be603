"""From twelve leads to ECG tokens: convolutions for the waveform, self-attention for the rhythm.

Shapes: b batch, l leads (12), t samples (1000 at 100 Hz), p tokens, c channels, f findings.

The paper's encoder is a stack of Conv1d-BN-ReLU-average-pooling blocks (MEIT, section 3.2). Here the same stack is
residual (He et al. 2016), keeps its time axis, and is followed by a small transformer, because a rhythm is a relation
between beats that lie seconds apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.domain.leads import LEADS
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder, EncoderConfig, require_whole_heads


@dataclass(frozen=True, slots=True)
class ConvTransformerConfig(EncoderConfig):
    """Sizes of the encoder; stored in the pack.

    Attributes
    ----------
    widths
        Channels of the residual stages; each stage after the first halves the time axis.
    most_frames
        Positions that can be learnt; with three stages a frame has 16 samples, and 128 are 20 s at 100 Hz.
    """

    kind: ClassVar[str] = "conv-transformer"

    widths: tuple[int, ...] = (64, 128, 256)
    blocks_per_stage: int = 2
    kernel: int = 7
    attention_layers: int = 2
    attention_heads: int = 4
    most_frames: int = 128
    dropout: float = 0.1

    def __post_init__(self) -> None:
        require_whole_heads(self.widths[-1], self.attention_heads)

    @property
    def longest(self) -> int:
        return self.most_frames * 4 * 2 ** (len(self.widths) - 1)


class ResidualBlock(nn.Module):
    """Two Conv1d-BN layers with squeeze-and-excitation (Hu et al. 2018) around an average-pooled shortcut."""

    def __init__(self, width_in: int, width: int, *, kernel: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv1d(width_in, width, kernel, stride=stride, padding=kernel // 2, bias=False)
        self.bn1 = nn.BatchNorm1d(width)
        self.conv2 = nn.Conv1d(width, width, kernel, padding=kernel // 2, bias=False)
        self.bn2 = nn.BatchNorm1d(width)
        self.squeeze = nn.Linear(width, width // 4)
        self.excite = nn.Linear(width // 4, width)
        self.pool = nn.AvgPool1d(stride, ceil_mode=True) if stride > 1 else nn.Identity()
        self.match = nn.Conv1d(width_in, width, 1, bias=False) if width_in != width else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        y = functional.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        gate = torch.sigmoid(self.excite(functional.relu(self.squeeze(y.mean(-1)))))
        return functional.relu(y * gate[..., None] + self.match(self.pool(x)))


class ConvTransformer(Encoder):
    """(b, 12, t) millivolt -> :class:`Encoded`."""

    def __init__(self, config: ConvTransformerConfig) -> None:
        super().__init__()
        first, *_ = config.widths
        width = config.widths[-1]
        self.stem = nn.Sequential(
            nn.Conv1d(len(LEADS), first, 9, stride=2, padding=4, bias=False),
            nn.BatchNorm1d(first),
            nn.ReLU(),
            nn.AvgPool1d(2),
        )
        blocks: list[nn.Module] = []
        width_in = first
        for stage, width_out in enumerate(config.widths):
            kernel = config.kernel if stage == 0 else max(3, config.kernel - 2 * stage)
            for index in range(config.blocks_per_stage):
                stride = 2 if stage > 0 and index == 0 else 1
                blocks.append(ResidualBlock(width_in, width_out, kernel=kernel, stride=stride))
                width_in = width_out
        self.blocks = nn.Sequential(*blocks)
        layer = nn.TransformerEncoderLayer(
            width,
            config.attention_heads,
            2 * width,
            dropout=config.dropout,
            activation="gelu",
            batch_first=True,
            norm_first=True,
        )
        self.frames = nn.TransformerEncoder(layer, config.attention_layers, enable_nested_tensor=False)
        self.position = nn.Parameter(torch.randn(1, config.most_frames, width) * 0.02)
        self.norm = nn.LayerNorm(width)
        self.attend = nn.Linear(width, 1)
        self.dropout = nn.Dropout(2 * config.dropout)
        self.findings = nn.Linear(2 * width, config.n_findings) if config.n_findings else None
        self.config: ConvTransformerConfig = config
        self.width = width
        self.pooled_width = 2 * width
        self.n_tokens = config.n_tokens
        self.n_findings = config.n_findings
        self.to_tokens = nn.AdaptiveAvgPool1d(config.n_tokens)

    def forward(self, signal_mv: Tensor) -> Encoded:
        x = self.blocks(self.stem(signal_mv)).transpose(1, 2)  # (b, frames, c)
        if x.shape[1] > self.config.most_frames:
            raise ValueError(f"a recording of {x.shape[1]} frames is longer than the {self.config.most_frames} known")
        x = self.norm(self.frames(x + self.position[:, : x.shape[1]]))
        weights = torch.softmax(self.attend(x), dim=1)
        pooled = torch.cat([(weights * x).sum(1), x.mean(1)], dim=-1)
        tokens = self.to_tokens(x.transpose(1, 2)).transpose(1, 2)
        known = pooled.new_zeros(len(pooled), 0) if self.findings is None else self.findings(self.dropout(pooled))
        return Encoded(tokens, pooled, known)
