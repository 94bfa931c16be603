"""From the encoder's output to ECG tokens in the language model's width (the paper's non-linear projection).

Shapes: b batch, p temporal tokens, s summary tokens, c channels, f findings, u phrases, h hidden size.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn

from meit_core.model.encoders.encoded import Encoded
from meit_core.model.house_styles import PARTS
from meit_core.model.projectors.house import House

_DIRECTIONS: Final = 96
"""Principal components of what readers guess: thousands of phrases vary in far fewer ways."""
_DOUBT: Final = 0.3
"""Standard deviation of what is added to the first component, of unit size, and to the others while learning."""


class EcgProjector(nn.Module):
    """:class:`Encoded` -> (b, s + p, h).

    The summary tokens carry the pooled embedding and the findings' probabilities, so that what the findings head knows
    is before the language model in one place; the temporal tokens carry where in the recording it is.
    Where readers guess the report's phrases, as many tokens again carry those; two more say whose report is asked for,
    where the model knows house styles.

    Parameters
    ----------
    n_summary
        Of embedding and findings; 0 for temporal tokens alone.
    n_house
        Parts of the names of house styles, see :class:`~meit_core.model.house_styles.HouseStyles`; 0 for none.

    Attributes
    ----------
    n_summary
        s: all tokens that stand before the temporal ones.
    """

    def __init__(
        self,
        *,
        width: int,
        pooled_width: int,
        n_findings: int,
        hidden: int,
        n_summary: int,
        dropout: float = 0.0,
        n_phrases: int = 0,
        n_statements: int = 0,
        n_house: int = 0,
    ) -> None:
        super().__init__()
        heard = n_phrases if n_summary else 0
        self.n_summary = n_summary * (2 if heard else 1) + (PARTS if n_house else 0)
        self.house = House(n_house, hidden, n_phrases + n_statements) if n_house else None
        self.impression = Impression(heard, hidden, n_summary, dropout) if heard else None
        self.temporal = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, hidden)
        )
        self.summary = _summary(pooled_width + n_findings, hidden, n_summary, dropout) if n_summary else None

    def forward(self, encoded: Encoded) -> Tensor:
        temporal: Tensor = self.temporal(encoded.tokens)
        tokens = []
        if self.house is not None:
            tokens.append(self.house(_styles(encoded)))
        if self.summary is not None:
            known = torch.cat([encoded.pooled, torch.sigmoid(encoded.finding_logits)], dim=-1)
            tokens.append(self.summary(known).unflatten(-1, (-1, temporal.shape[-1])))
        if self.impression is not None:
            tokens.append(self.impression(_guessed(encoded)))
        return torch.cat([*tokens, temporal], dim=1)

    def asked(self, encoded: Encoded, styles: Tensor) -> Encoded:
        """Return what an encoder says, with (b, k) house styles that are asked for; as it is where none is known."""
        if self.house is None:
            return encoded
        if encoded.phrases is None or encoded.statements is None:
            return encoded._replace(styles=styles)
        phrases, statements = self.house.worded(encoded.phrases, encoded.statements, styles)
        return encoded._replace(styles=styles, phrases=phrases, statements=statements)


class Impression(nn.Module):
    """(b, u) logits of phrases -> (b, s, h), by their principal components over the training recordings."""

    mean: Tensor
    directions: Tensor

    def __init__(self, n_phrases: int, hidden: int, n_tokens: int, dropout: float) -> None:
        super().__init__()
        self.n_tokens = n_tokens
        self.register_buffer("mean", torch.zeros(n_phrases))
        self.register_buffer("directions", torch.zeros(n_phrases, _DIRECTIONS))
        self.tokens = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(_DIRECTIONS, 2 * hidden),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(2 * hidden, n_tokens * hidden),
        )

    @torch.no_grad()
    def acquaint(self, guessed: Tensor) -> None:
        """Take mean and components of (n, u) logits; the first component gets unit size, the others less."""
        values = guessed.double()
        mean, scale = values.mean(0), values.std(0) + 0.3  # a phrase that is never expected says nothing
        _, sizes, ways = torch.linalg.svd((values - mean) / scale, full_matrices=False)
        n = min(_DIRECTIONS, len(sizes))
        size = sizes[:n].clamp(min=1e-6)
        unit = (len(values) / (size * sizes[0].clamp(min=1e-6))).sqrt()
        self.mean.copy_(mean)
        self.directions.zero_()[:, :n] = (ways[:n].T * unit / scale[:, None]).float()

    def forward(self, guessed: Tensor) -> Tensor:
        components = (guessed - self.mean) @ self.directions
        if self.training:
            components = components + _DOUBT * torch.randn_like(components)
        tokens: Tensor = self.tokens(components)
        return tokens.unflatten(-1, (self.n_tokens, -1))


def _guessed(encoded: Encoded) -> Tensor:
    if encoded.phrases is None:
        raise ValueError("this projection was made for an encoder with readers")
    return encoded.phrases


def _styles(encoded: Encoded) -> Tensor:
    if encoded.styles is not None:
        return encoded.styles
    return torch.zeros(len(encoded.tokens), PARTS, dtype=torch.long, device=encoded.tokens.device)


def _summary(width: int, hidden: int, n_summary: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(
        nn.LayerNorm(width),
        nn.Linear(width, 2 * hidden),
        nn.GELU(),
        nn.Dropout(dropout),
        nn.Linear(2 * hidden, n_summary * hidden),
    )
