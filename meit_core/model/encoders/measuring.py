"""The convolutional encoder beside experts that judge what the engine measured.

Shapes: b batch, l leads (12), t samples, c columns of the page, z its numbers, o opinions, f findings, r readers,
u phrases, s statements.

Voltages, intervals and axes are what criteria are made of. A network that has seen 3,363 recordings finds them less
well than the engine: two small perceptrons on the page alone separate PTB-XL's codes as well as the encoder does on the
samples, and the mean of both opinions is better than either (resources/training/LOG.md).

Beside them may sit readers: perceptrons on the same page that guess the words of the report and what it states. Each
of them learnt without one part of the patients, so that the language model can be shown what is guessed of a recording
that wasn't seen.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, Final

import torch
from torch import Tensor, nn

from meit_core.errors import UserError
from meit_core.model.encoders.conv_transformer import ConvTransformer, ConvTransformerConfig
from meit_core.model.encoders.encoded import Encoded
from meit_core.model.encoders.encoder import Encoder
from meit_core.signal.beat_page import BEAT_COLUMNS, LEAD_COLUMNS, N_SHARED, PAGE_COLUMNS

_LEADS: Final = 12
_FARTHEST: Final = 3.0
"""Standard deviations from the mean: a wild measurement must not count for more."""
_JITTER: Final = 0.1
"""Standard deviation of what is added to the numbers while learning: measurements have errors."""
_LOST: Final = 0.1
"""Share of the recordings of which nothing is known while learning, and of those that lack a lead."""


@dataclass(frozen=True, slots=True)
class MeasuringConfig(ConvTransformerConfig):
    """Sizes of the encoder; stored in the pack.

    Attributes
    ----------
    components
        Principal components of the median beat.
    experts, expert_width
        How many perceptrons judge the page, and how wide they are. Several of them agree on less that is chance.
    expert_dropout
        Of their hidden layers.
    readers, phrases, statements
        How many perceptrons guess how many phrases of the report, and how many statements; 0 for none. They are as
        wide as the experts.
    """

    kind: ClassVar[str] = "conv-transformer-measuring"
    measured_columns: ClassVar[int] = PAGE_COLUMNS

    components: int = 60
    experts: int = 4
    expert_width: int = 256
    expert_dropout: float = 0.4
    readers: int = 0
    phrases: int = 0
    statements: int = 0

    def __post_init__(self) -> None:
        ConvTransformerConfig.__post_init__(self)
        if bool(self.readers) != bool(self.phrases) or (self.readers and not self.n_findings):
            raise UserError("Readers guess phrases, beside a findings head.", "Set both numbers, or neither.")
        if self.statements and not self.readers:
            raise UserError("Statements are guessed by readers.", "Set encoder.readers as well, or statements = 0.")

    @property
    def of_samples(self) -> ConvTransformerConfig:
        """The settings of the part that sees the samples."""
        return ConvTransformerConfig(**{each.name: getattr(self, each.name) for each in fields(ConvTransformerConfig)})


class Page(nn.Module):
    """(b, l, c) page -> (b, z) numbers of about unit size; 0 where nothing is known.

    The beat is told by its principal components, because 900 samples have far fewer ways to differ; directions, means
    and deviations are those of the recordings it was made acquainted with.
    """

    beat_mean: Tensor
    directions: Tensor
    mean: Tensor
    deviation: Tensor

    def __init__(self, components: int) -> None:
        super().__init__()
        n_values = _LEADS * (LEAD_COLUMNS - 1) + N_SHARED
        self.width = components + 2 * n_values
        self.register_buffer("beat_mean", torch.zeros(_LEADS * BEAT_COLUMNS))
        self.register_buffer("directions", torch.randn(_LEADS * BEAT_COLUMNS, components) / BEAT_COLUMNS)
        self.register_buffer("mean", torch.zeros(n_values))
        self.register_buffer("deviation", torch.ones(n_values))

    @torch.no_grad()
    def acquaint(self, page: Tensor) -> None:
        """Take means, deviations and principal components of (n, l, c) pages."""
        beats = page[..., :BEAT_COLUMNS].flatten(1)
        beats = beats[beats.any(dim=1)].double()
        values, known = (each.double() for each in _values(page))
        n_known = known.sum(0).clamp(min=1)
        mean = (values * known).sum(0) / n_known
        deviation = ((values - mean).square() * known).sum(0).div(n_known).sqrt().clamp(min=1e-3)
        self.mean.copy_(mean)
        self.deviation.copy_(deviation)
        if len(beats) < 2:
            return
        centre = beats.mean(0)
        _, sizes, ways = torch.linalg.svd(beats - centre, full_matrices=False)
        n = min(self.directions.shape[1], len(sizes))
        scale = sizes[:n].clamp(min=1e-3) / (len(beats) - 1) ** 0.5
        self.beat_mean.copy_(centre)
        self.directions.zero_()[:, :n] = (ways[:n].T / scale).float()

    def forward(self, page: Tensor) -> Tensor:
        beat = page[..., :BEAT_COLUMNS].flatten(1)
        there = beat.any(dim=1, keepdim=True)
        components = ((beat - self.beat_mean) @ self.directions).clamp(-_FARTHEST, _FARTHEST) * there
        values, known = _values(page)
        scaled = ((values - self.mean) / self.deviation).clamp(-_FARTHEST, _FARTHEST) * known
        return torch.cat([components, scaled, known], dim=1)


class Experts(nn.Module):
    """(b, l, c) page -> (o, b, f) logits, one opinion each; while they learn, pages have gaps and errors."""

    def __init__(self, config: MeasuringConfig) -> None:
        super().__init__()
        self.page = Page(config.components)
        self.members = nn.ModuleList(
            [_perceptron(self.page.width, config, config.n_findings) for _ in range(config.experts)]
        )

    def forward(self, page: Tensor) -> Tensor:
        numbers = self.numbers(page, disturbed=self.training)
        return torch.stack([member(numbers) for member in self.members])

    def numbers(self, page: Tensor, *, disturbed: bool) -> Tensor:
        """Return (b, z) numbers of a page, with gaps and errors where they are to be disturbed."""
        if not disturbed:
            numbers: Tensor = self.page(page)
            return numbers
        numbers = self.page(_with_gaps(page))
        return numbers + _JITTER * torch.randn_like(numbers)


class Readers(nn.Module):
    """(b, z) numbers of a page -> (r, b, u + s) logits of phrases and statements."""

    def __init__(self, width: int, config: MeasuringConfig) -> None:
        super().__init__()
        outputs = config.phrases + config.statements
        self.members = nn.ModuleList([_perceptron(width, config, outputs) for _ in range(config.readers)])

    def forward(self, numbers: Tensor) -> Tensor:
        return torch.stack([member(numbers) for member in self.members])


class MeasuringEncoder(Encoder):
    """(b, 12, t + c): millivolt, and the page of :func:`~meit_core.signal.beat_page.beat_page` -> :class:`Encoded`.

    Tokens and embedding are those of the samples: handed over to the language model as well, the numbers of the page
    helped it to know recordings by heart. It learns of them by the findings.
    """

    def __init__(self, config: MeasuringConfig) -> None:
        super().__init__()
        self.config: MeasuringConfig = config
        self.samples = ConvTransformer(config.of_samples)
        self.experts = Experts(config) if config.n_findings else None
        self.readers = Readers(self.experts.page.width, config) if self.experts and config.readers else None
        self.n_phrases, self.n_statements = config.phrases, config.statements
        self.width = self.samples.width
        self.pooled_width = self.samples.pooled_width
        self.n_tokens = config.n_tokens
        self.n_findings = config.n_findings

    def acquaint(self, signals: Tensor) -> None:
        if self.experts is not None:
            self.experts.page.acquaint(signals[..., -PAGE_COLUMNS:])

    def forward(self, signal: Tensor) -> Encoded:
        seen: Encoded = self.samples(signal[..., :-PAGE_COLUMNS].contiguous())
        if self.experts is None:
            return seen
        page = signal[..., -PAGE_COLUMNS:]
        judged = self.experts(page)
        opinions = torch.cat([seen.finding_logits[None], judged])
        findings = together(seen.finding_logits, judged, page)
        if self.readers is None:
            return Encoded(seen.tokens, seen.pooled, findings, opinions)
        phrases, statements = self.read(page).mean(0).split([self.config.phrases, self.config.statements], dim=-1)
        return Encoded(seen.tokens, seen.pooled, findings, opinions, phrases, statements)

    def read(self, page: Tensor, *, disturbed: bool = False) -> Tensor:
        """Return what each reader guesses of (b, l, c) pages, (r, b, u + s).

        Raises
        ------
        UserError
            If there are none.
        """
        if self.experts is None or self.readers is None:
            raise UserError("This encoder has no readers of the report's words.", "Set encoder.readers and phrases.")
        guessed: Tensor = self.readers(self.experts.numbers(page, disturbed=disturbed))
        return guessed


def together(seen: Tensor, judged: Tensor, page: Tensor) -> Tensor:
    """Return the mean of what is seen in the samples, (b, f), and what the experts say, (o, b, f).

    Where nothing is known of a recording the experts have no say.
    """
    known = page.flatten(1).any(dim=1)[:, None]
    return (seen + torch.where(known, judged.mean(0), seen)) / 2


def _values(page: Tensor) -> tuple[Tensor, Tensor]:
    """Return (b, v) values of leads and recording, 0 where unknown, and (b, v) whether they are known, as 0 and 1.

    Where two recordings were mixed, a value that only one of them has is that one's, and known in its share.
    """
    leads = page[..., BEAT_COLUMNS : BEAT_COLUMNS + LEAD_COLUMNS]
    of_leads, usable = leads[..., :-1], leads[..., -1:]
    shared = page[..., BEAT_COLUMNS + LEAD_COLUMNS :].flatten(1)
    values = torch.cat([of_leads.flatten(1), shared[:, :N_SHARED]], dim=1)
    known = torch.cat([usable.expand_as(of_leads).flatten(1), shared[:, N_SHARED : 2 * N_SHARED]], dim=1)
    return values / torch.where(known > 0, known, 1.0), known


def _with_gaps(page: Tensor) -> Tensor:
    """Return a copy in which some recordings lost all that was measured, and some a lead."""
    b = len(page)
    kept = (torch.rand(b, 1, 1, device=page.device) >= _LOST).to(page.dtype)
    out = page * kept
    hit = torch.rand(b, device=page.device) < _LOST
    lead = torch.randint(_LEADS, (b,), device=page.device)
    out[torch.arange(b, device=page.device)[hit], lead[hit], : BEAT_COLUMNS + LEAD_COLUMNS] = 0.0
    return out


def _perceptron(width: int, config: MeasuringConfig, outputs: int) -> nn.Sequential:
    hidden, dropout = config.expert_width, config.expert_dropout
    return nn.Sequential(
        nn.Linear(width, hidden),
        nn.GELU(),
        nn.Dropout(dropout),
        nn.Linear(hidden, hidden),
        nn.GELU(),
        nn.Dropout(dropout),
        nn.Linear(hidden, outputs),
    )
