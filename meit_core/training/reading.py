"""Readers: perceptrons that guess words and statements of a report from the measurements.

Each learns without a part of the patients.

A language model that is shown what an encoder says of the very recordings it learnt from learns to believe it too much.
What a reader guesses of patients it never saw is as uncertain as it will be of a new one.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from meit_core.errors import UserError
from meit_core.jobs import JobContext
from meit_core.knowledge.parser import stated_codes
from meit_core.knowledge.statements import statements_by_code
from meit_core.model.decoding.phrases import Phrase, phrases_in
from meit_core.model.encoders.measuring import MeasuringEncoder
from meit_core.signal.beat_page import PAGE_COLUMNS
from meit_core.training.disturbed import WithCopies, with_copies
from meit_core.training.loop import LoopConfig, Stage, run_stage
from meit_core.training.pretrain import mixed_up
from meit_core.training.processes import ALONE, Processes, Share
from meit_core.training.signals import Signals

_AT_ONCE: Final = 128
_STATEMENT: Final = 4.0
"""Weight of a statement against a phrase: there are a thirtieth as many of them."""
_LOSS_SCALE: Final = 4.0
"""Adam is indifferent to it, the clipping of gradients isn't; what meit-mini 0.5 was trained with."""


@dataclass(frozen=True, slots=True)
class ReadingConfig:
    """How readers learn.

    Attributes
    ----------
    readers
        How many; the patients are divided into as many parts.
    least
        Reports that must hold a phrase, or make a statement, for it to be guessed.
    """

    loop: LoopConfig = field(default_factory=lambda: LoopConfig(epochs=22))
    readers: int = 8
    least: int = 10
    batch: int = 64
    learning_rate: float = 1.5e-3
    mixup: float = 0.2
    seed: int = 5


@dataclass(frozen=True, slots=True)
class ReadingData:
    """Attributes: n recordings, of 12 leads and columns, their reports, and (n,) what each counts, 0 to 1."""

    signals: npt.NDArray[np.float32] | Signals | WithCopies
    reports: Sequence[str]
    weights: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Guesses:
    """What readers guess.

    Attributes
    ----------
    phrases, statements
        u and s of them.
    unseen
        (n, u + s) logits, see :func:`teach_readers`.
    """

    phrases: tuple[Phrase, ...]
    statements: tuple[str, ...]
    unseen: Tensor

    @property
    def unseen_phrases(self) -> Tensor:
        """(n, u)."""
        return self.unseen[:, : len(self.phrases)]

    def held(self, reports: Sequence[str]) -> Tensor:
        """Return (n, u + s) of bool: what is guessed and is in each report."""
        return _held(reports, self.phrases, self.statements)


def common_phrases(reports: Sequence[str], least: int) -> tuple[Phrase, ...]:
    """Return the phrases that at least so many reports hold, in alphabetical order.

    Raises
    ------
    UserError
        If there are none.
    """
    held = Counter(phrase for report in reports for phrase in phrases_in(report))
    common = tuple(sorted(phrase for phrase, count in held.items() if count >= least))
    if not common:
        raise UserError(f"No phrase is in {least} reports.", "Lower reading.least, or train on more reports.")
    return common


def common_statements(reports: Sequence[str], least: int) -> tuple[str, ...]:
    """Return the codes of the library's statements that at least so many reports make, in alphabetical order."""
    made = Counter(code for report in reports for code in stated_codes(report))
    library = statements_by_code()
    return tuple(sorted(code for code, count in made.items() if count >= least and code in library))


def parts_by_patient(patients: Sequence[str], parts: int, seed: int) -> npt.NDArray[np.int64]:
    """Return (n,) which part each recording is in; a patient is in one."""
    different = sorted(set(patients))
    random.Random(seed).shuffle(different)
    place = {patient: index % parts for index, patient in enumerate(different)}
    return np.array([place[patient] for patient in patients], dtype=np.int64)


def with_readers(encoder: MeasuringEncoder, readers: int, phrases: int, statements: int = 0) -> MeasuringEncoder:
    """Return the encoder with readers beside it that have learnt nothing yet."""
    config = replace(encoder.config, readers=readers, phrases=phrases, statements=statements)
    widened = MeasuringEncoder(config)
    widened.samples.load_state_dict(encoder.samples.state_dict())
    if widened.experts is not None and encoder.experts is not None:
        widened.experts.load_state_dict(encoder.experts.state_dict())
    return widened


def teach_readers(
    encoder: MeasuringEncoder,
    how: ReadingConfig,
    *,
    data: ReadingData,
    phrases: Sequence[Phrase],
    statements: Sequence[str] = (),
    parts: npt.NDArray[np.int64],
    folder: Path,
    job: JobContext | None = None,
    processes: Processes = ALONE,
) -> Tensor:
    """Teach them and return (n, u + s): of every recording what the reader guesses that hasn't seen its patient.

    Where the recordings have copies, these follow, as :class:`~meit_core.training.disturbed.WithCopies` has them.

    Raises
    ------
    UserError
        If the encoder has no readers.
    """
    if encoder.experts is None or encoder.readers is None:
        raise UserError("An encoder without readers can't learn to read.", "Set encoder.kind to one with measurements.")
    torch.manual_seed(how.seed)
    encoder.eval()
    readers, dice = encoder.readers, torch.Generator()
    signals = with_copies(data.signals)
    pages = torch.cat([part[..., -PAGE_COLUMNS:] for part in signals.split(_AT_ONCE)])
    held = _held(data.reports, phrases, statements)
    counts, own = torch.from_numpy(data.weights), torch.from_numpy(parts)
    weight = torch.cat([torch.ones(len(phrases)), torch.full((len(statements),), _STATEMENT)])
    _begin_at_frequencies(readers, held, counts)

    def batches(epoch: int) -> list[Tensor]:
        dice.manual_seed(how.seed * 10_000 + epoch)  # a resumed run meets the same order
        order = torch.randperm(signals.n, generator=dice)
        return list(order[: len(order) // how.batch * how.batch].split(how.batch))

    def prepare(rows: Tensor, share: Share) -> tuple[Tensor, Tensor, Tensor]:
        unseen = functional.one_hot(own[rows], how.readers).float()
        weighed = torch.cat([held[rows].float(), counts[rows, None], unseen], dim=1)
        x, y = mixed_up(pages[signals.drawn(rows, dice)], weighed, how.mixup, dice)
        goals, count, unseen = y.split([held.shape[1], 1, how.readers], dim=1)
        return share.of(x), share.of(goals), share.of(count * (unseen == 0))

    def loss(ready: tuple[Tensor, Tensor, Tensor]) -> Tensor:
        page, goals, counted = ready
        guessed = encoder.read(page, disturbed=True)
        wrong = functional.binary_cross_entropy_with_logits(guessed, goals.expand_as(guessed), reduction="none")
        return ((wrong * weight).mean(-1) * counted.T).mean() * len(guessed) * _LOSS_SCALE

    stage = Stage(
        "readers",
        readers,
        [(readers.parameters(), how.learning_rate)],
        batches,
        loss,
        lambda _: {"selection": 0.0},
        prepare=prepare,
        generators=(dice,),
        keeps_last=True,
    )
    run_stage(stage, how.loop, folder=folder, job=job, processes=processes)
    encoder.eval()
    return _unseen(encoder, pages, signals.of_each(own))


@torch.no_grad()
def _unseen(encoder: MeasuringEncoder, pages: Tensor, own: Tensor) -> Tensor:
    guessed = []
    for page, part in zip(pages.split(_AT_ONCE), own.split(_AT_ONCE), strict=True):
        guessed.append(encoder.read(page)[part, torch.arange(len(page))])
    return torch.cat(guessed)


def _held(reports: Sequence[str], phrases: Sequence[Phrase], statements: Sequence[str]) -> Tensor:
    return torch.cat([_phrased(reports, phrases), _stated(reports, statements)], dim=1)


def _phrased(reports: Sequence[str], phrases: Sequence[Phrase]) -> Tensor:
    """Return (n, u) of bool: which phrases each report holds."""
    places = {phrase: place for place, phrase in enumerate(phrases)}
    held = torch.zeros(len(reports), len(phrases), dtype=torch.bool)
    for row, report in enumerate(reports):
        known = [places[phrase] for phrase in phrases_in(report) if phrase in places]
        held[row, known] = True
    return held


def _stated(reports: Sequence[str], statements: Sequence[str]) -> Tensor:
    """Return (n, s) of bool."""
    made = [stated_codes(report) for report in reports] if statements else []
    return torch.tensor([[code in codes for code in statements] for codes in made], dtype=torch.bool).reshape(
        len(reports), len(statements)
    )


@torch.no_grad()
def _begin_at_frequencies(readers: nn.Module, held: Tensor, counts: Tensor) -> None:
    share = (held * counts[:, None]).sum(0) / counts.sum().clamp(min=1e-6)
    for member in readers.members:  # type: ignore[union-attr]
        member[-1].bias.copy_(torch.logit(share, eps=1e-4))
