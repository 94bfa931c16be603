"""MEIT's own projection: one pooled vector of a head's width, tiled over the heads of the language model.

Shapes: b batch, d pooled width, h hidden size, s head size.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from meit_core.model.encoders.encoded import Encoded


class PaperProjector(nn.Module):
    """:class:`Encoded` -> (b, 1, h).

    As in MEIT's released code: two linear layers with batch normalisation, then an L2-normalised vector that is
    repeated for every head, so that each layer's key and value projections see it as a hidden state.

    Parameters
    ----------
    head_width
        s; must divide h.
    batch_norm
        Left out in MEIT's code for GPT-NeoX, which it trained with few recordings per card.
    """

    def __init__(self, *, pooled_width: int, head_width: int, hidden: int, batch_norm: bool = True) -> None:
        super().__init__()
        if hidden % head_width:
            raise ValueError(f"a width of {hidden} is no multiple of {head_width}")
        self.tiles = hidden // head_width
        inner = nn.Linear(pooled_width, pooled_width)
        outer = nn.Linear(pooled_width, head_width)
        self.layers = (
            nn.Sequential(inner, nn.BatchNorm1d(pooled_width), nn.ReLU(), outer, nn.BatchNorm1d(head_width))
            if batch_norm
            else nn.Sequential(inner, nn.ReLU(), outer)
        )

    def forward(self, encoded: Encoded) -> Tensor:
        unit = functional.normalize(self.layers(encoded.pooled), dim=-1)  # (b, s)
        return unit.repeat(1, self.tiles)[:, None]
