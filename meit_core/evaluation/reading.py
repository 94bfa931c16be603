"""Puts recordings before a model: its report, its findings and where its encoder places them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from meit_core.domain.draft import Finding
from meit_core.domain.record import Signal
from meit_core.drafting.local_engine import Generator
from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import model_input
from meit_core.training.ptbxl import Case

Embedding = npt.NDArray[np.float32]


class ReportModel(Generator, Protocol):
    """What the benchmark asks of a model beyond what drafting asks."""

    def embed(self, signal: Signal) -> Embedding:
        """Return the encoder's embedding, (d,)."""
        ...


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a model made of one recording.

    Attributes
    ----------
    seconds
        From the signal to the last token.
    """

    case: Case
    text: str
    findings: tuple[Finding, ...]
    embedding: Embedding
    cut_off: bool
    seconds: float


def draft_cases(
    model: ReportModel, cases: Sequence[Case], job: JobContext, *, prompt: str | None = None
) -> tuple[list[Drafted], list[str]]:
    """Draft every recording; also returns the ``ecg_id`` of those that can't be read.

    Raises
    ------
    UserError
        If none can be read.
    """
    drafted, unreadable = [], []
    for number, case in enumerate(cases, start=1):
        job.progress(number / len(cases), f"drafting {number} of {len(cases)}")
        signal = _signal(case)
        if signal is None:
            unreadable.append(case.ecg_id)
            continue
        started = time.perf_counter()
        text = "".join(_checked(model.stream(signal, prompt), job)).strip()
        seconds = time.perf_counter() - started
        drafted.append(Drafted(case, text, model.findings(signal), model.embed(signal), model.hit_limit, seconds))
    if not drafted:
        raise UserError("None of the recordings can be read.", "Check that the records are beside the tables.")
    return drafted, unreadable


def embed_cases(
    model: ReportModel, cases: Sequence[Case], job: JobContext
) -> tuple[list[tuple[Case, Embedding]], list[str]]:
    """Embed every recording; also returns the ``ecg_id`` of those that can't be read.

    Raises
    ------
    UserError
        If none can be read.
    """
    embedded, unreadable = [], []
    for number, case in enumerate(cases, start=1):
        job.progress(number / len(cases), f"comparing with training recording {number} of {len(cases)}")
        signal = _signal(case)
        if signal is None:
            unreadable.append(case.ecg_id)
        else:
            embedded.append((case, model.embed(signal)))
    if not embedded:
        raise UserError("None of the training recordings can be read.", "Check --train-root.")
    return embedded, unreadable


def _signal(case: Case) -> Signal | None:
    try:
        return model_input(read_record(case.record_path))
    except UserError:
        return None


def _checked(pieces: Iterator[str], job: JobContext) -> Iterator[str]:
    for piece in pieces:
        job.check()
        yield piece
