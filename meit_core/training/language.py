"""Second stage of a pack that writes from its heads: the language model learns reports from what the heads say.

Shapes: n reports, b batch, f + k outputs of findings and context head, t text tokens, v vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import torch
from torch import Tensor
from torch.nn import functional

from meit_core.jobs import JobContext
from meit_core.model.meit import MeitModel
from meit_core.model.projector import LOGIT_LIMIT, LOGIT_SCALE, HeadsProjector
from meit_core.model.prompt import IGNORED, PromptTokenizer
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.texts import ReportBatches, TextBatch


@dataclass(frozen=True, slots=True)
class LanguageConfig:
    """How the language model is trained.

    Attributes
    ----------
    noise
        Standard deviation of what is added to the heads' scaled outputs: they are never quite the same twice.
    unvalidated, unrecorded
        Weight of a report that no physician has confirmed, and of one whose recording is lent from another.
    known_site
        Share of reports whose site is told for sure instead of as the encoder guesses it, so that a site can be chosen
        when drafting.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=8, evaluate_from=3, weight_decay=0.05))
    batch: int = 48
    learning_rate: float = 1.5e-3
    label_smoothing: float = 0.05
    noise: float = 0.08
    unvalidated: float = 0.2
    unrecorded: float = 0.3
    known_site: float = 0.5
    seed: int = 11


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report and where its ECG tokens come from.

    Attributes
    ----------
    lenders
        Rows of the heads' outputs; one of them is taken anew each time.
    """

    text: str
    lenders: tuple[int, ...]
    weight: float


def learn_language(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    how: LanguageConfig,
    *,
    instructions: Sequence[str],
    known: Tensor,
    sites: Tensor,
    site_columns: slice,
    reports: Sequence[WrittenReport],
    evaluate: Callable[[MeitModel], dict[str, float]],
    folder: Path,
    job: JobContext | None = None,
) -> dict[str, float]:
    """Train projection and decoder; see :func:`~meit_core.training.loop.run_stage`.

    Parameters
    ----------
    known
        (n, f + k), what the heads say of the recordings.
    sites
        (n,), class of the site, negative where it is none of those the heads tell apart.
    site_columns
        Where in ``known`` the sites are.
    evaluate
        Averaged model -> scores with ``selection`` among them.
    """
    projector = cast("HeadsProjector", model.projector)
    chance = torch.Generator()
    batches = ReportBatches(tokenizer, instructions, [each.text for each in reports], batch=how.batch, seed=how.seed)
    weights = torch.tensor([each.weight for each in reports])

    def epoch_batches(epoch: int) -> list[TextBatch]:
        chance.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same lenders and noise
        return batches.epoch(epoch)

    def loss(batch: TextBatch) -> Tensor:
        draws = torch.rand(len(batch.rows), generator=chance).numpy()
        lenders = [reports[int(row)].lenders for row in batch.rows]
        rows = torch.tensor([each[int(draw * len(each))] for each, draw in zip(lenders, draws, strict=True)])
        said = known[rows] + how.noise * torch.randn(len(rows), known.shape[1], generator=chance)
        told = torch.rand(len(rows), generator=chance) < how.known_site
        said = with_site(said, sites[rows].masked_fill(~told, -1), site_columns)
        logits = model.write(projector.project(said), batch.input_ids, batch.attention_mask)
        return weighted_report_loss(logits, batch.labels, weights[batch.rows], how.label_smoothing)

    groups = [([*model.projector.parameters(), *model.decoder.parameters()], how.learning_rate)]
    return run_stage(Stage("language", model, groups, epoch_batches, loss, evaluate), how.loop, folder=folder, job=job)


def with_site(known: Tensor, sites: Tensor, columns: slice) -> Tensor:
    """Return (b, f + k) with the site told for sure in the rows whose class in (b,) isn't negative."""
    width = columns.stop - columns.start
    if width == 0:
        return known
    sure = (functional.one_hot(sites.clamp_min(0), width) * 2.0 - 1.0) * LOGIT_LIMIT / LOGIT_SCALE
    out = known.clone()
    out[:, columns] = torch.where(sites[:, None] >= 0, sure.to(known.dtype), known[:, columns])
    return out


def weighted_report_loss(logits: Tensor, labels: Tensor, weights: Tensor, smoothing: float) -> Tensor:
    """Return the cross-entropy of (b, t, v) next-token predictions over the labelled tokens of (b, t), each token
    weighted as its report, (b,)."""
    wanted = labels[:, 1:] != IGNORED
    each = functional.cross_entropy(
        logits[:, :-1][wanted], labels[:, 1:][wanted], label_smoothing=smoothing, reduction="none"
    )
    weight = weights[:, None].expand_as(wanted)[wanted]
    return (each * weight).sum() / weight.sum()
