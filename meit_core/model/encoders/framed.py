"""What encoders of frames have in common: tokens are averages over time, the rest is told from the pooled frames.

Shapes: b batch, n frames, p tokens, c channels, f findings.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from meit_core.model.encoders.encoded import Encoded


class FrameReadout(nn.Module):
    """(b, n, c) frames -> :class:`Encoded`; ``pooled`` is the attention-weighted and the plain mean, (b, 2c)."""

    def __init__(self, width: int, *, n_tokens: int, n_findings: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.attend = nn.Linear(width, 1)
        self.to_tokens = nn.AdaptiveAvgPool1d(n_tokens)
        self.dropout = nn.Dropout(dropout)
        self.findings = nn.Linear(2 * width, n_findings) if n_findings else None

    def forward(self, frames: Tensor) -> Encoded:
        x = self.norm(frames)
        weights = torch.softmax(self.attend(x), dim=1)
        pooled = torch.cat([(weights * x).sum(1), x.mean(1)], dim=-1)
        tokens = self.to_tokens(x.transpose(1, 2)).transpose(1, 2)
        known = pooled.new_zeros(len(pooled), 0) if self.findings is None else self.findings(self.dropout(pooled))
        return Encoded(tokens, pooled, known)
