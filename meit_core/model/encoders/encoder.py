"""What all encoders have in common, whatever is inside.

Shapes: b batch, l leads (12), t samples, c token width, d pooled width.
"""

from __future__ import annotations

from typing import Any, Protocol

from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.model.encoders.encoded import Encoded


class EncoderConfig(Protocol):
    """Settings of one kind of encoder."""

    @property
    def kind(self) -> str: ...

    @property
    def n_tokens(self) -> int: ...

    @property
    def n_findings(self) -> int: ...

    @property
    def longest(self) -> int | None:
        """Samples of the longest recording it takes; ``None`` for any."""
        ...

    def to_dict(self) -> dict[str, Any]:
        """Return what a pack says of it: ``kind`` and the kind's own settings."""
        ...

    def with_findings(self, n_findings: int) -> EncoderConfig:
        """Return the same with a findings head of another size."""
        ...


def require_whole_heads(width: int, heads: int) -> None:
    """Check that attention heads divide a width.

    Raises
    ------
    UserError
        If they don't.
    """
    if heads < 1 or width % heads:
        raise UserError(
            f"The encoder's {heads} attention heads don't divide its width of {width}.", "Choose other numbers."
        )


class Encoder(nn.Module):
    """(b, 12, t) -> :class:`Encoded`, one module for each kind; declares and does nothing.

    Attributes
    ----------
    width, pooled_width
        c of a token, and d.
    """

    config: EncoderConfig
    width: int
    pooled_width: int
    n_tokens: int
    n_findings: int

    def forward(self, signal: Tensor) -> Encoded:
        """Encode a batch of recordings, see :func:`~meit_core.model.ecg_input.model_input`."""
        raise NotImplementedError
