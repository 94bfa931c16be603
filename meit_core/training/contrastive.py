"""Signal-text contrastive learning: a recording shall lie near its report (Radford et al., CLIP, ICML 2021).

Shapes: b batch, n recordings, m different reports, t text tokens, d pooled width, e width of the shared space.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.model.prompt import PromptTokenizer
from meit_core.training.text_encoder import TextEncoder, report_ids
from meit_core.training.texts import train_tokenizer

HIGHEST_SCALE = 100.0
"""CLIP's bound on the inverse temperature: above it single pairs decide the gradient."""


@dataclass(frozen=True, slots=True)
class ContrastiveConfig:
    """How recordings and reports are brought together.

    Attributes
    ----------
    width
        Of the space they share.
    temperature
        Divides the cosine similarities at first; it is learnt.
    weight
        Of this loss where the encoder learns labels as well.
    vocabulary, longest
        Tokens that the reader of reports knows, and how many of a report it reads.
    text_width, text_layers, text_heads, dropout
        Sizes of the reader.
    """

    width: int = 128
    temperature: float = 0.07
    weight: float = 0.2
    vocabulary: int = 1200
    longest: int = 128
    text_width: int = 128
    text_layers: int = 1
    text_heads: int = 4
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """The reports of n recordings, each wording once.

    Attributes
    ----------
    ids
        (m, t) tokens of the different reports.
    which
        (n,) index of each recording's report among them.
    """

    ids: Tensor
    which: Tensor

    @classmethod
    def of(cls, reports: Sequence[str], tokenizer: PromptTokenizer, longest: int) -> ReportTexts:
        different = {report: index for index, report in enumerate(dict.fromkeys(reports))}
        which = torch.tensor([different[report] for report in reports])
        return cls(report_ids(tokenizer, list(different), longest), which)

    def same(self, rows: Tensor) -> Tensor:
        """Return (b, b), 1 where two recordings have the same report, else 0."""
        which = self.which[rows]
        return (which[:, None] == which[None]).float()


def _as_they_are(rows: Tensor) -> Tensor:
    return rows


class SignalText(nn.Module):
    """Both sides of the shared space, and the temperature.

    Parameters
    ----------
    pooled_width
        d of the encoder.
    tokenizer
        Made the ids of the reports.
    """

    def __init__(self, pooled_width: int, config: ContrastiveConfig, tokenizer: PromptTokenizer) -> None:
        super().__init__()
        self.signal = nn.Sequential(nn.LayerNorm(pooled_width), nn.Linear(pooled_width, config.width))
        self.reader = TextEncoder(
            vocabulary=tokenizer.vocabulary,
            pad_id=tokenizer.pad_id,
            width=config.text_width,
            layers=config.text_layers,
            heads=config.text_heads,
            longest=config.longest,
            dropout=config.dropout,
        )
        self.text = nn.Linear(config.text_width, config.width)
        self.log_scale = nn.Parameter(torch.tensor(-math.log(config.temperature)))

    def signals(self, pooled: Tensor) -> Tensor:
        """(b, d) -> (b, e) unit vectors."""
        return functional.normalize(self.signal(pooled), dim=-1)

    def texts(self, ids: Tensor) -> Tensor:
        """(b, t) -> (b, e) unit vectors."""
        return functional.normalize(self.text(self.reader(ids)), dim=-1)

    def forward(
        self, pooled: Tensor, ids: Tensor, belonging: Tensor, everyone: Callable[[Tensor], Tensor] = _as_they_are
    ) -> Tensor:
        """Return :func:`contrastive_loss` of a batch: (b, d) recordings, (b, t) reports, (b, b) what belongs.

        Where several processes share the batch, ``everyone`` adds the others' rows: each recording is told apart from
        all reports of the batch.
        """
        scale = self.log_scale.exp().clamp(max=HIGHEST_SCALE)
        return contrastive_loss(everyone(self.signals(pooled)), everyone(self.texts(ids)), belonging, scale)

    @torch.no_grad()
    def retrieval(self, pooled: Tensor, texts: ReportTexts, batch: int = 256) -> dict[str, float]:
        """Look for each recording's report among all different ones; see :func:`retrieval_scores`."""
        device = self.log_scale.device
        found = torch.cat([self.texts(part.to(device)) for part in texts.ids.split(batch)])
        return retrieval_scores((self.signals(pooled.to(device)) @ found.T).cpu(), texts.which)


def tokenizer_for(reports: Sequence[str], config: ContrastiveConfig) -> PromptTokenizer:
    """Fit the reader's own tokenizer: what an encoder learns shall not depend on the language model that follows."""
    return train_tokenizer(reports, vocabulary=config.vocabulary)


def contrastive_loss(signals: Tensor, texts: Tensor, belonging: Tensor, scale: Tensor) -> Tensor:
    """Return the mean cross-entropy of finding the report by the recording and the recording by the report.

    InfoNCE (van den Oord et al. 2018) with several right answers: the target is spread over all pairs that belong
    together, as in supervised contrastive learning (Khosla et al., NeurIPS 2020). Reports repeat ("sinus rhythm. normal
    ecg."), and the same words must not be pushed away from their like.

    Parameters
    ----------
    signals, texts
        (b, e) unit vectors.
    belonging
        (b, b) weights from 0 to 1, rows are recordings; every row and column has a positive one.
    scale
        Inverse temperature.
    """
    logits = scale * signals @ texts.T
    return (_spread(logits, belonging) + _spread(logits.T, belonging.T)) / 2


def _spread(logits: Tensor, belonging: Tensor) -> Tensor:
    share = belonging / belonging.sum(-1, keepdim=True)
    return functional.cross_entropy(logits, share)


def retrieval_scores(similarity: Tensor, which: Tensor) -> dict[str, float]:
    """Score how early each recording's own report comes up; ties count as half before it.

    Parameters
    ----------
    similarity
        (n, m) of recordings to different reports.
    which
        (n,) index of the right one.

    Returns
    -------
    ``mrr``, the mean reciprocal rank, and ``recall_at_10``, the share within the first ten.
    """
    own = similarity.gather(1, which[:, None])
    before = (similarity > own).sum(1)
    tied = (similarity == own).sum(1) - 1
    rank = 1 + before + 0.5 * tied
    return {"mrr": float((1 / rank).mean()), "recall_at_10": float((rank <= 10).float().mean())}
