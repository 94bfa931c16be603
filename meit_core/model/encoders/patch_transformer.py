"""A vision transformer for ECGs: patches of time over all leads, then self-attention (Dosovitskiy et al., ICLR 2021).

Shapes: b batch, l leads (12), t samples, n patches, c channels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor, nn

from meit_core.domain.leads import LEADS
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder, EncoderConfig, require_whole_heads
from meit_core.model.encoders.framed import FrameReadout


@dataclass(frozen=True, slots=True)
class PatchTransformerConfig(EncoderConfig):
    """Settings stored in the pack.

    Attributes
    ----------
    patch
        Samples of one patch: 10 are 0.1 s at 100 Hz.
    most_patches
        Positions that can be learnt, and so the longest recording: 512 patches of 10 samples are 51 s at 100 Hz.
    """

    kind: ClassVar[str] = "patch-transformer"

    width: int = 192
    layers: int = 6
    heads: int = 6
    patch: int = 10
    most_patches: int = 512
    dropout: float = 0.1

    def __post_init__(self) -> None:
        require_whole_heads(self.width, self.heads)

    @property
    def longest(self) -> int:
        return self.most_patches * self.patch


class PatchTransformer(Encoder):
    """(b, 12, t) -> :class:`Encoded`; samples beyond the last whole patch are left out."""

    def __init__(self, config: PatchTransformerConfig) -> None:
        super().__init__()
        self.patches = nn.Conv1d(len(LEADS), config.width, config.patch, stride=config.patch)
        self.position = nn.Parameter(torch.randn(1, config.most_patches, config.width) * 0.02)
        layer = nn.TransformerEncoderLayer(
            config.width,
            config.heads,
            4 * config.width,
            dropout=config.dropout,
            activation="gelu",
            batch_first=True,
            norm_first=True,
        )
        self.layers = nn.TransformerEncoder(layer, config.layers, enable_nested_tensor=False)
        self.config: PatchTransformerConfig = config
        self.width, self.pooled_width = config.width, 2 * config.width
        self.n_tokens, self.n_findings = config.n_tokens, config.n_findings
        self.readout = FrameReadout(
            config.width, n_tokens=config.n_tokens, n_findings=config.n_findings, dropout=config.dropout
        )

    def forward(self, signal_mv: Tensor) -> Encoded:
        x = self.patches(signal_mv).transpose(1, 2)  # (b, n, c)
        if x.shape[1] > self.config.most_patches:
            raise ValueError(f"a recording of {x.shape[1]} patches is longer than the {self.config.most_patches} known")
        encoded: Encoded = self.readout(self.layers(x + self.position[:, : x.shape[1]]))
        return encoded
