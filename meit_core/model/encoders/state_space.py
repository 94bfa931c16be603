"""A state-space encoder: long convolutions whose kernels are damped oscillations (S4D, Gu et al., NeurIPS 2022).

Shapes: b batch, l leads (12), t samples, n frames, c channels, s states.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.domain.leads import LEADS
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder, EncoderConfig
from meit_core.model.encoders.framed import FrameReadout


@dataclass(frozen=True, slots=True)
class StateSpaceConfig(EncoderConfig):
    """Settings stored in the pack.

    Attributes
    ----------
    states
        Damped oscillations of each channel and direction.
    stride
        Samples of one frame; the convolutions run over frames.
    """

    kind: ClassVar[str] = "state-space"

    width: int = 192
    layers: int = 4
    states: int = 32
    stride: int = 4
    dropout: float = 0.1


class DiagonalStateSpace(nn.Module):
    """(b, c, n) -> (b, c, n): y = K * x + D x with K[k] = 2 Re sum_s C_s (exp(dA_s) - 1) / A_s exp(dA_s k).

    Zero-order hold and the S4D-Lin initialisation A_s = -1/2 + i pi s (equations 3 and 9 of the paper).
    """

    def __init__(self, width: int, states: int) -> None:
        super().__init__()
        self.log_step = nn.Parameter(torch.empty(width).uniform_(math.log(1e-3), math.log(1e-1)))
        self.log_decay = nn.Parameter(torch.full((width, states), math.log(0.5)))
        self.frequency = nn.Parameter(math.pi * torch.arange(states).float().repeat(width, 1))
        self.output = nn.Parameter(torch.randn(width, states, 2) * math.sqrt(0.5))
        self.direct = nn.Parameter(torch.randn(width))

    def kernel(self, n: int) -> Tensor:
        """Return the (c, n) impulse response.

        Position k is written as i * m + j with m near the square root of n: exp(dA k) then is a product of two, and the
        sum over states a small matrix product instead of (c, s, n) exponentials.
        """
        a = torch.complex(-self.log_decay.exp(), self.frequency)  # (c, s)
        step = a * self.log_step.exp()[:, None]
        gain = torch.view_as_complex(self.output.contiguous()) * (step.exp() - 1) / a
        m = math.isqrt(n - 1) + 1
        within = torch.exp(step[..., None] * torch.arange(m, device=step.device))  # (c, s, j)
        starts = torch.exp(step[..., None] * torch.arange(0, n, m, device=step.device))  # (c, s, i)
        response = (gain[..., None] * starts).transpose(1, 2) @ within  # (c, i, j)
        return 2 * response.flatten(1)[:, :n].real

    def forward(self, x: Tensor) -> Tensor:
        n = x.shape[-1]
        spectrum = torch.fft.rfft(self.kernel(n), 2 * n) * torch.fft.rfft(x, 2 * n)  # padded: no wrap-around
        return torch.fft.irfft(spectrum, 2 * n)[..., :n] + self.direct[:, None] * x


class StateSpaceBlock(nn.Module):
    """Both directions of time, mixed by a gated linear layer around a residual."""

    def __init__(self, config: StateSpaceConfig) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(config.width)
        self.onward = DiagonalStateSpace(config.width, config.states)
        self.backward_in_time = DiagonalStateSpace(config.width, config.states)
        self.mix = nn.Linear(2 * config.width, 2 * config.width)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x: Tensor) -> Tensor:
        y = self.norm(x).transpose(1, 2)  # (b, c, n)
        both = torch.cat([self.onward(y), self.backward_in_time(y.flip(-1)).flip(-1)], dim=1)
        mixed = functional.glu(self.mix(functional.gelu(both).transpose(1, 2)), dim=-1)
        out: Tensor = x + self.dropout(mixed)
        return out


class StateSpace(Encoder):
    """(b, 12, t) -> :class:`Encoded`."""

    def __init__(self, config: StateSpaceConfig) -> None:
        super().__init__()
        self.frames = nn.Conv1d(
            len(LEADS), config.width, 2 * config.stride, stride=config.stride, padding=config.stride // 2
        )
        self.blocks = nn.Sequential(*(StateSpaceBlock(config) for _ in range(config.layers)))
        self.config = config
        self.width, self.pooled_width = config.width, 2 * config.width
        self.n_tokens, self.n_findings = config.n_tokens, config.n_findings
        self.readout = FrameReadout(
            config.width, n_tokens=config.n_tokens, n_findings=config.n_findings, dropout=config.dropout
        )

    def forward(self, signal_mv: Tensor) -> Encoded:
        encoded: Encoded = self.readout(self.blocks(self.frames(signal_mv).transpose(1, 2)))
        return encoded
