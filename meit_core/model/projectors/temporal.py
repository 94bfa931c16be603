"""From the encoder's output to ECG tokens in the language model's width (the paper's non-linear projection).

Shapes: b batch, p temporal tokens, s summary tokens, c channels, f findings, h hidden size.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from meit_core.model.encoders.encoded import Encoded


class EcgProjector(nn.Module):
    """:class:`Encoded` -> (b, s + p, h).

    The summary tokens carry the pooled embedding and the findings' probabilities, so that what the findings head knows
    is before the language model in one place; the temporal tokens carry where in the recording it is.

    Parameters
    ----------
    n_summary
        s; 0 for temporal tokens alone.
    """

    def __init__(
        self, *, width: int, pooled_width: int, n_findings: int, hidden: int, n_summary: int, dropout: float = 0.0
    ) -> None:
        super().__init__()
        self.n_summary = n_summary
        self.temporal = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, hidden)
        )
        self.summary = _summary(pooled_width + n_findings, hidden, n_summary, dropout) if n_summary else None

    def forward(self, encoded: Encoded) -> Tensor:
        temporal: Tensor = self.temporal(encoded.tokens)
        if self.summary is None:
            return temporal
        known = torch.cat([encoded.pooled, torch.sigmoid(encoded.finding_logits)], dim=-1)
        summary = self.summary(known).unflatten(-1, (self.n_summary, -1))  # (b, s, h)
        return torch.cat([summary, temporal], dim=1)


def _summary(width: int, hidden: int, n_summary: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(
        nn.LayerNorm(width),
        nn.Linear(width, 2 * hidden),
        nn.GELU(),
        nn.Dropout(dropout),
        nn.Linear(2 * hidden, n_summary * hidden),
    )
