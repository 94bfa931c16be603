"""What is known of the house whose report is asked for.

Shapes: b batch, w hidden size, u phrases, s statements, h parts of house styles' names, k parts of one name.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

_SMALL = 0.02
"""Standard deviation of the tokens at first, as a language model's own."""


class House(nn.Module):
    """House styles, by the numbers of :class:`~meit_core.model.house_styles.HouseStyles`.

    Two readers who see the same in a recording say it in other words, and each house leaves other things unsaid. A part
    of a style's name has a token of its own beside the ECG's, and a bias for each phrase and each statement that
    readers guess.
    """

    wording: Tensor

    def __init__(self, n_parts: int, hidden: int, n_guessed: int) -> None:
        super().__init__()
        self.token = nn.Embedding(n_parts + 1, hidden)
        nn.init.normal_(self.token.weight, std=_SMALL)
        self.register_buffer("wording", torch.zeros(n_parts + 1, n_guessed))

    @torch.no_grad()
    def acquaint(self, wording: Tensor) -> None:
        """Take (h + 1, u + s) biases; the first, of an unknown part, is zero."""
        self.wording.copy_(wording)

    def forward(self, styles: Tensor) -> Tensor:
        """Return the tokens of (b, k) parts, (b, k, w)."""
        tokens: Tensor = self.token(styles)
        return tokens

    def worded(self, phrases: Tensor, statements: Tensor, styles: Tensor) -> tuple[Tensor, Tensor]:
        """Return (b, u) and (b, s) logits of phrases and statements as each house would use and make them."""
        of_phrases, of_statements = self.wording[styles].sum(1).split([phrases.shape[1], statements.shape[1]], dim=1)
        return phrases + of_phrases, statements + of_statements
