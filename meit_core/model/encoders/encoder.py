"""What all encoders have in common, whatever is inside.

Shapes: b batch, l leads (12), t samples, c token width, d pooled width.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar, Self

from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.model.encoders.encoded import Encoded


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """Settings that every kind of encoder has; a kind adds its own. Stored in the pack.

    Attributes
    ----------
    kind
        Its name in packs and recipes.
    n_tokens
        Temporal tokens handed to the language model.
    n_findings
        Outputs of the findings head; 0 for none.
    measured_columns
        How many columns of what it is given are measurements.
    """

    kind: ClassVar[str]
    measured_columns: ClassVar[int] = 0

    n_tokens: int = 21
    n_findings: int = 60

    @property
    def longest(self) -> int | None:
        """Samples of the longest recording it takes; ``None`` for any."""
        return None

    def to_dict(self) -> dict[str, Any]:
        """Return what a pack says of it: ``kind`` and the kind's own settings."""
        return {"kind": self.kind, **asdict(self)}

    def with_findings(self, n_findings: int) -> Self:
        """Return the same with a findings head of another size."""
        return replace(self, n_findings=n_findings)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Read settings whose lists came from a file as such."""
        settings: dict[str, Any] = {
            n: tuple(value) if isinstance(value, list) else value for n, value in values.items()
        }
        return cls(**settings)


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
    n_phrases: int = 0
    n_statements: int = 0

    def acquaint(self, signals: Tensor) -> None:
        """Look at (n, 12, columns) training recordings before anything is learnt; most encoders needn't."""

    def forward(self, signal: Tensor) -> Encoded:
        """Encode a batch of recordings, see :func:`~meit_core.model.ecg_input.model_input`."""
        raise NotImplementedError
