"""LLaVA's way, for comparison: projected ECG tokens stand in the input sequence, before the text's embeddings.

Liu et al., Visual Instruction Tuning, NeurIPS 2023; "LLaVA" in the ablation of MEIT's paper (Table 5).
"""

from __future__ import annotations

from torch import Tensor, nn

from meit_core.model.fusion.seat import EcgContext


class ConcatFusion(nn.Module):
    """Has no weights of its own: ECG tokens take part in every layer like words, and the text's positions follow."""

    def in_sequence(self, tokens: Tensor) -> Tensor | None:
        """Return (b, p, h) embeddings that go before the text's."""
        return tokens

    def show(self, context: EcgContext | None) -> None:
        """Do nothing: the ECG is in the sequence."""
