"""Second stage: instruction tuning, report for report, with the encoder learning on more slowly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.model.decoding.greedy import greedy_rows
from meit_core.model.encoders import Encoded
from meit_core.model.language.checkpointing import enable_checkpointing
from meit_core.model.meit import MeitModel
from meit_core.model.prompt import IGNORED, PromptTokenizer
from meit_core.training.borrowing import Told
from meit_core.training.disturbed import WithCopies, with_copies
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.processes import ALONE, Processes, Share
from meit_core.training.signals import Augmentation, Signals, as_signals
from meit_core.training.texts import ReportBatches, TextBatch

_UNSAID: Final = 0.35
"""How often a report with a house style is asked for without it."""

Score = Callable[[Sequence[str]], dict[str, float]]
"""Drafts of the validation recordings, in order -> scores with ``selection`` among them."""


@dataclass(frozen=True, slots=True)
class TuneConfig:
    """How the whole is tuned.

    Attributes
    ----------
    encoder_rate, language_rate
        Peak learning rates of the pre-trained encoder, and of projection, fusion and decoder. An encoder whose rate is
        0 stays exactly as it is, with its findings.
    decoder_rate
        Of the decoder or its low-rank adapters, where they shall learn at another rate; 0 for ``language_rate``.
    precision
        ``fp32``, or ``bf16`` for mixed precision in the language model; encoder and weights stay in single precision.
    checkpointing
        Compute the decoder's layers again in the backward pass instead of keeping what they computed.
    findings_weight
        Weight of the findings head's own loss, which keeps it right while the encoder learns to speak.
    label_smoothing
        Szegedy et al., CVPR 2016: one report has many right wordings.
    unconfirmed
        How likely an epoch tells a report that no physician confirmed.
    borrowed
        Reports without a recording for each report with one, told of recordings with nearly the same findings; see
        :mod:`~meit_core.training.borrowing`.
    least_in_style
        Reports that a house style must have to be learnt; 0 for none.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=18, evaluate_from=6, evaluate_every=2))
    batch: int = 32
    encoder_rate: float = 1.5e-4
    language_rate: float = 1e-3
    decoder_rate: float = 0.0
    precision: str = "fp32"
    checkpointing: bool = False
    findings_weight: float = 1.0
    label_smoothing: float = 0.05
    unconfirmed: float = 1.0
    borrowed: float = 0.0
    least_in_style: int = 0
    seed: int = 11
    augmentation: Augmentation = field(default_factory=Augmentation)


@dataclass(frozen=True, slots=True)
class TuneData:
    """Recordings with reports.

    Attributes
    ----------
    signals
        (n, 12, 1000) mV; they may have disturbed copies.
    findings
        (n, f) of 0 and 1.
    confirmed
        (n,) of 0 and 1; all are where it isn't given.
    guessed
        (n, u) logits of phrases, by readers that haven't seen the patient, and those of the copies behind them; where
        the encoder has readers.
    further_reports, further_findings
        m reports without a recording, and (m, f).
    styles
        (n, k) house style of each report, see :class:`~meit_core.model.house_styles.HouseStyles`; where there are any.
    """

    signals: npt.NDArray[np.float32] | Signals | WithCopies
    findings: npt.NDArray[np.float32]
    reports: Sequence[str]
    confirmed: npt.NDArray[np.float32] | None = None
    guessed: Tensor | None = None
    further_reports: Sequence[str] = ()
    further_findings: npt.NDArray[np.float32] | None = None
    styles: Tensor | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """Recordings whose drafts choose the epoch: n of them, and in which house style each is asked for, as above."""

    signals: npt.NDArray[np.float32] | Signals
    styles: Tensor | None = None


@dataclass(frozen=True, slots=True)
class _Ready:
    """What a step needs, on the device.

    Attributes: (b, 12, samples) disturbed, the reports, (b, f) findings, (b, u) guesses, (b, k) house styles.
    """

    signals: Tensor
    reports: TextBatch
    findings: Tensor
    guessed: Tensor | None
    styles: Tensor | None


def tune(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    how: TuneConfig,
    *,
    instructions: Sequence[str],
    training: TuneData,
    validation: Checks,
    prompt: str,
    max_new_tokens: int,
    score: Score,
    folder: Path,
    job: JobContext | None = None,
    processes: Processes = ALONE,
) -> dict[str, float]:
    """Train encoder, projection and decoder together; see :func:`~meit_core.training.loop.run_stage`."""
    device = device_of(model)
    signals, findings = with_copies(training.signals), torch.from_numpy(training.findings).to(device)
    told = _told(training, how)
    batches = ReportBatches(
        tokenizer,
        instructions,
        [*training.reports, *training.further_reports],
        batch=how.batch,
        seed=how.seed,
        among=told.among,
    )
    noise = torch.Generator()
    learns = how.encoder_rate > 0
    for weight in model.encoder.parameters():
        weight.requires_grad_(learns)

    def epoch_batches(epoch: int) -> Sequence[TextBatch]:
        noise.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same disturbances
        return batches.epoch(epoch)

    measured_columns = model.encoder.config.measured_columns
    own_styles = None
    if training.styles is not None:  # reports without a recording are of houses that nobody knows
        unknown = training.styles.new_zeros(len(training.further_reports), training.styles.shape[1])
        own_styles = torch.cat([training.styles, unknown])

    def prepare(batch: TextBatch, share: Share) -> _Ready:
        recordings = told.recordings(batch.rows, noise)
        rows = signals.drawn(recordings, noise)
        disturbed = share.of(how.augmentation.apply(signals[rows], noise, measured_columns))
        guessed = None if training.guessed is None else training.guessed[share.of(rows)].to(device)
        known = findings[share.of(recordings).to(device)]
        styles = None if own_styles is None else share.of(_said(own_styles[batch.rows], noise)).to(device)
        return _Ready(disturbed.to(device), batch.share(share).to(device), known, guessed, styles)

    def loss(ready: _Ready) -> Tensor:
        if not learns:
            model.encoder.eval()  # its batch statistics and dropout, too, are no matter of this stage
        encoded = model.encoder(ready.signals)
        if ready.guessed is not None:
            encoded = encoded._replace(phrases=ready.guessed)
        if ready.styles is not None:
            encoded = model.projector.asked(encoded, ready.styles)
        report = report_loss(model, model.projected(encoded), ready.reports, how)
        if not learns or not how.findings_weight or not model.encoder.n_findings:
            return report
        heads = functional.binary_cross_entropy_with_logits(encoded.finding_logits, ready.findings)
        return report + how.findings_weight * heads

    checked = as_signals(validation.signals)

    def drafted(averaged: MeitModel, rows: Tensor) -> list[str]:
        styles = None if validation.styles is None else validation.styles[rows]
        return write_reports(
            averaged, tokenizer, checked[rows], styles=styles, prompt=prompt, max_new_tokens=max_new_tokens
        )

    def evaluate(averaged: MeitModel) -> dict[str, float]:
        with mixed(how.precision, device):
            drafts = processes.each_its_part(lambda rows: drafted(averaged, rows), torch.arange(len(checked)))
        return score(drafts)

    if how.checkpointing:
        enable_checkpointing(model.decoder)

    stage = Stage(
        "tune",
        model,
        _groups(model, how),
        epoch_batches,
        loss,
        evaluate,
        prepare=prepare,
        generators=(noise,),
        shardable=True,
    )
    return run_stage(stage, how.loop, folder=folder, job=job, processes=processes)


def learn_to_write(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    how: TuneConfig,
    *,
    instructions: Sequence[str],
    findings: npt.NDArray[np.float32],
    reports: Sequence[str],
    folder: Path,
    job: JobContext | None = None,
    processes: Processes = ALONE,
) -> dict[str, float]:
    """Teach the decoder report English from findings alone, where reports without recordings are at hand.

    The projection sees the findings as sure and the encoder's embedding as zero; the last epoch is kept.
    """
    device = device_of(model)
    known = torch.from_numpy(findings).to(device)
    batches = ReportBatches(tokenizer, instructions, reports, batch=how.batch, seed=how.seed)
    encoder = model.encoder

    def prepare(batch: TextBatch, share: Share) -> TextBatch:
        return batch.share(share).to(device)

    def loss(batch: TextBatch) -> Tensor:
        logits = (known[batch.rows.to(device)] * 2 - 1) * 5.0
        b = len(logits)
        encoded = Encoded(
            logits.new_zeros(b, encoder.n_tokens, encoder.width),
            logits.new_zeros(b, encoder.pooled_width),
            logits,
            phrases=model.projector.impression.mean.expand(b, -1) if encoder.n_phrases else None,
        )
        return report_loss(model, model.projected(encoded), batch, how)

    stage = Stage(
        "write",
        model,
        _language_groups(model, how),
        batches.epoch,
        loss,
        lambda _: {"selection": 0.0},
        prepare=prepare,
        keeps_last=True,
    )
    return run_stage(stage, how.loop, folder=folder, job=job, processes=processes)


def report_loss(model: MeitModel, tokens: Tensor, batch: TextBatch, how: TuneConfig) -> Tensor:
    """Return the mean cross-entropy of the next-token predictions over the labelled tokens behind (b, p, h) ECGs.

    It is weighted where the batch is a share of one, see :class:`~meit_core.training.texts.TextBatch`.
    """
    wanted = torch.zeros_like(batch.labels, dtype=torch.bool)
    wanted[:, :-1] = batch.labels[:, 1:] != IGNORED
    with mixed(how.precision, tokens.device):
        logits = model.write(tokens, batch.input_ids, batch.attention_mask, wanted=wanted)
    mean = functional.cross_entropy(
        logits.float(), batch.labels[:, 1:][wanted[:, :-1]], label_smoothing=how.label_smoothing
    )
    return mean if batch.weight == 1.0 else mean * batch.weight


def device_of(model: MeitModel) -> torch.device:
    """Return the device on which a model lies."""
    return next(model.parameters()).device


def mixed(precision: str, device: torch.device) -> AbstractContextManager[Any]:
    """Return the context in which a language model computes at a precision, ``fp32`` or ``bf16``.

    Raises
    ------
    UserError
        If it is neither.
    """
    if precision not in ("fp32", "bf16"):
        raise UserError(f"The training precision {precision} isn't known.", "Choose fp32 or bf16.")
    return torch.autocast(device.type, dtype=torch.bfloat16) if precision == "bf16" else nullcontext()


@torch.inference_mode()
def write_reports(
    model: MeitModel,
    tokenizer: PromptTokenizer,
    signals: npt.NDArray[np.float32] | Signals,
    *,
    prompt: str,
    max_new_tokens: int,
    styles: Tensor | None = None,
    batch: int = 96,
) -> list[str]:
    """Draft greedily for (n, 12, 1000) mV, many at a time, each in the house style that is asked for, if any is."""
    model.eval()
    device = device_of(model)
    ids = torch.tensor([tokenizer.prompt_ids(prompt)], device=device)
    drafts: list[str] = []
    for part in as_signals(signals).split(batch):
        encoded = model.encoder(part.to(device))
        if styles is not None:
            encoded = model.projector.asked(encoded, styles[len(drafts) :][: len(part)].to(device))
        tokens = model.projected(encoded)
        rows = greedy_rows(model, tokens, ids, end_id=tokenizer.end_id, max_new_tokens=max_new_tokens)
        drafts += [tokenizer.text(row) for row in rows]
    return drafts


def _said(styles: Tensor, dice: torch.Generator) -> Tensor:
    """Return (b, k) house styles, some of them unsaid: the model must know what to write without, too."""
    return styles * (torch.rand(len(styles), 1, generator=dice) >= _UNSAID)


def _told(training: TuneData, how: TuneConfig) -> Told:
    confirmed = training.confirmed if training.confirmed is not None else np.ones(len(training.reports), np.float32)
    others = training.further_findings
    return Told(
        np.where(confirmed > 0, 1.0, how.unconfirmed).astype(np.float32),
        training.findings,
        training.findings[:0] if others is None else others,
        share=how.borrowed,
        seed=how.seed,
    )


def _groups(model: MeitModel, how: TuneConfig) -> list[tuple[list[nn.Parameter], float]]:
    if not how.encoder_rate:
        return _language_groups(model, how)
    return [(list(model.encoder.parameters()), how.encoder_rate), *_language_groups(model, how)]


def _language_groups(model: MeitModel, how: TuneConfig) -> list[tuple[list[nn.Parameter], float]]:
    bridge = [*model.projector.parameters(), *model.fusion.parameters()]
    decoder = [parameter for parameter in model.decoder.parameters() if parameter.requires_grad]
    return [(bridge, how.language_rate), (decoder, how.decoder_rate or how.language_rate)]
