"""From the encoder's output to ECG tokens in the language model's width (the paper's non-linear projection).

Shapes: b batch, p temporal tokens, s summary tokens, c channels, f findings, k context outputs, h hidden size.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn

from meit_core.model.encoder import Encoded

LOGIT_SCALE: Final = 3.0
LOGIT_LIMIT: Final = 7.0
"""Head outputs are divided by the one after being cut at the other: beyond, a finding is as good as sure."""


class EcgProjector(nn.Module):
    """:class:`Encoded` -> (b, s + p, h), from the embedding.

    The summary tokens carry the pooled embedding and the findings' probabilities, so that what the findings head knows
    is before the language model in one place; the temporal tokens carry where in the recording it is.
    """

    def __init__(self, *, width: int, n_findings: int, hidden: int, n_summary: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.n_summary = n_summary
        self.temporal = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, hidden)
        )
        summary_width = 2 * width + n_findings
        self.summary = nn.Sequential(
            nn.LayerNorm(summary_width),
            nn.Linear(summary_width, 2 * hidden),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(2 * hidden, n_summary * hidden),
        )

    def forward(self, encoded: Encoded) -> Tensor:
        known = torch.cat([encoded.pooled, torch.sigmoid(encoded.finding_logits)], dim=-1)
        summary = self.summary(known).unflatten(-1, (self.n_summary, -1))  # (b, s, h)
        return torch.cat([summary, self.temporal(encoded.tokens)], dim=1)


class HeadsProjector(nn.Module):
    """:class:`Encoded` -> (b, s, h), from what the heads say and nothing else.

    On its own training recordings an encoder is surer than on new ones, and a language model that sees its embedding
    learns to trust it too much. What the heads say can be had from an encoder that has *not* seen the recording
    (:mod:`meit_core.training.crossfit`): then the language model meets in training the doubt that it meets later.
    """

    def __init__(self, *, n_known: int, hidden: int, n_summary: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.n_summary = n_summary
        self.summary = nn.Sequential(
            nn.Linear(n_known, 2 * hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(2 * hidden, n_summary * hidden)
        )

    def forward(self, encoded: Encoded) -> Tensor:
        return self.project(known_by_heads(encoded))

    def project(self, known: Tensor) -> Tensor:
        """Take (b, f + k) of :func:`known_by_heads`."""
        tokens: Tensor = self.summary(known).unflatten(-1, (self.n_summary, -1))
        return tokens


def known_by_heads(encoded: Encoded) -> Tensor:
    """Return findings' logits and context, (b, f + k), scaled to about one."""
    known = torch.cat([encoded.finding_logits, encoded.context], dim=-1)
    return known.clamp(-LOGIT_LIMIT, LOGIT_LIMIT) / LOGIT_SCALE
