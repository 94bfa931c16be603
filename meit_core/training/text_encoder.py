"""A small reader of reports for contrastive training; it is thrown away once the encoder has learnt.

Shapes: b batch, t text tokens, c width.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from meit_core.model.prompt import PromptTokenizer


class TextEncoder(nn.Module):
    """(b, t) token ids -> (b, c): self-attention over learnt embeddings, then the mean over the tokens.

    Parameters
    ----------
    longest
        Tokens for which there are positions.
    pad_id
        Token that is no part of the text.
    """

    def __init__(
        self, *, vocabulary: int, pad_id: int, width: int, layers: int, heads: int, longest: int, dropout: float
    ) -> None:
        super().__init__()
        self.pad_id = pad_id
        self.tokens = nn.Embedding(vocabulary, width, padding_idx=pad_id)
        self.position = nn.Parameter(torch.randn(1, longest, width) * 0.02)
        layer = nn.TransformerEncoderLayer(
            width, heads, 2 * width, dropout=dropout, activation="gelu", batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.norm = nn.LayerNorm(width)

    def forward(self, ids: Tensor) -> Tensor:
        padding = ids == self.pad_id
        x = self.tokens(ids) + self.position[:, : ids.shape[1]]
        x = self.norm(self.layers(x, src_key_padding_mask=padding))
        real = (~padding)[..., None].to(x.dtype)
        mean: Tensor = (x * real).sum(1) / real.sum(1)
        return mean


def report_ids(tokenizer: PromptTokenizer, reports: Sequence[str], longest: int) -> Tensor:
    """Return (m, t) ids, padded on the right; each report ends with the end token, so that none is empty."""
    rows = [
        [*tokenizer.tokenizer.encode(report, add_special_tokens=False).ids[: longest - 1], tokenizer.end_id]
        for report in reports
    ]
    ids = torch.full((len(rows), max(map(len, rows))), tokenizer.pad_id)
    for index, row in enumerate(rows):
        ids[index, : len(row)] = torch.tensor(row)
    return ids
