"""The paper's encoder as its text words it: Conv1d, batch normalisation, ReLU, average pooling (MEIT, section 3.2).

Shapes: b batch, l leads (12), t samples, n frames, c channels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from torch import Tensor, nn

from meit_core.domain.leads import LEADS
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder, EncoderConfig
from meit_core.model.encoders.framed import FrameReadout


@dataclass(frozen=True, slots=True)
class LightConvConfig(EncoderConfig):
    """Settings stored in the pack.

    Attributes
    ----------
    widths
        Channels of the blocks; each halves the time axis.
    """

    kind: ClassVar[str] = "light-conv"

    widths: tuple[int, ...] = (64, 128, 256, 256, 256)
    kernel: int = 7
    dropout: float = 0.1


class LightConv(Encoder):
    """(b, 12, t) -> :class:`Encoded`."""

    def __init__(self, config: LightConvConfig) -> None:
        super().__init__()
        blocks, width_in = [], len(LEADS)
        for width in config.widths:
            blocks.append(
                nn.Sequential(
                    nn.Conv1d(width_in, width, config.kernel, padding=config.kernel // 2, bias=False),
                    nn.BatchNorm1d(width),
                    nn.ReLU(),
                    nn.AvgPool1d(2),
                )
            )
            width_in = width
        self.blocks = nn.Sequential(*blocks)
        self.config = config
        self.width, self.pooled_width = width_in, 2 * width_in
        self.n_tokens, self.n_findings = config.n_tokens, config.n_findings
        self.readout = FrameReadout(
            width_in, n_tokens=config.n_tokens, n_findings=config.n_findings, dropout=config.dropout
        )

    def forward(self, signal_mv: Tensor) -> Encoded:
        encoded: Encoded = self.readout(self.blocks(signal_mv).transpose(1, 2))
        return encoded
