"""Puts recordings before a model: its report, its findings and where its encoder places them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from meit_core.datasets.dataset import Case
from meit_core.domain.draft import Draft, DraftSentence, Finding
from meit_core.domain.record import EcgRecord, Signal
from meit_core.drafting.engine import EngineInfo
from meit_core.drafting.loaded_model import Generator, LoadedModel
from meit_core.drafting.local_engine import LocalEngine
from meit_core.errors import UserError
from meit_core.formats import read_record
from meit_core.jobs import JobContext
from meit_core.model.ecg_input import model_input
from meit_core.model.house_styles import HouseStyles
from meit_core.model.prompt import in_style
from meit_core.signal.measure import measure

NO_STYLES: Final = HouseStyles()

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
        From the recording to the last token, measurements and guard included; its share where several were drafted
        side by side.
    """

    case: Case
    text: str
    sentences: tuple[DraftSentence, ...]
    findings: tuple[Finding, ...]
    embedding: Embedding
    cut_off: bool
    seconds: float
    heart_rate_bpm: float | None


def draft_cases(
    model: ReportModel,
    cases: Sequence[Case],
    job: JobContext,
    *,
    prompt: str | None = None,
    change: Callable[[EcgRecord], EcgRecord] | None = None,
    styles: HouseStyles = NO_STYLES,
) -> tuple[list[Drafted], list[str]]:
    """Draft every recording; also returns the ``ecg_id`` of those that can't be read.

    Parameters
    ----------
    change
        Done to each recording before it is drafted.
    styles
        House styles of the model: where the data set names one that it knows, the report is asked for in it.

    Raises
    ------
    UserError
        If none can be read.
    """
    engine = LocalEngine(load=lambda _: LoadedModel(model, EngineInfo(pack="", pack_sha256="", device="")))
    under_way: deque[tuple[Case, EcgRecord]] = deque()
    unreadable: list[str] = []

    def readable(some: Sequence[Case]) -> Iterator[EcgRecord]:
        for case in some:
            record = _record(case)
            if record is None:
                unreadable.append(case.ecg_id)
                continue
            under_way.append((case, record if change is None else change(record)))
            yield under_way[-1][1]

    asked: dict[str, list[Case]] = {}
    for case in cases:
        asked.setdefault(case.style if styles.knows(case.style) else "", []).append(case)
    drafted = [
        _drafted(model, *under_way.popleft(), ended)
        for style, some in asked.items()
        for ended in engine.draft_many(
            readable(some),
            prompt=in_style(prompt or model.default_prompt, style) if style else prompt,
            job=job,
            total=len(some),
        )
    ]
    order = {case.ecg_id: place for place, case in enumerate(cases)}
    drafted.sort(key=lambda done: order[done.case.ecg_id])
    if not drafted:
        raise UserError("None of the recordings can be read.", "Check that the records are beside the tables.")
    return drafted, unreadable


def _drafted(model: ReportModel, case: Case, record: EcgRecord, ended: Draft | UserError) -> Drafted:
    """Keep what is scored of a draft made as the product makes it, with measurements and guard."""
    signal = model_input(record, model.input)
    rate = measure(record).heart_rate_bpm
    if isinstance(ended, UserError):  # nothing was written: an empty report is scored
        return Drafted(case, "", (), model.findings(signal), model.embed(signal), False, 0.0, rate)
    findings = ended.findings or model.findings(signal)
    text = ended.text.lower()  # the capitals are the screen's; models and references write without
    embedding = model.embed(signal)
    return Drafted(case, text, ended.sentences, findings, embedding, not ended.complete, ended.seconds, rate)


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
        record = _record(case)
        if record is None:
            unreadable.append(case.ecg_id)
        else:
            embedded.append((case, model.embed(model_input(record, model.input))))
    if not embedded:
        raise UserError("None of the training recordings can be read.", "Check --train-root.")
    return embedded, unreadable


def _record(case: Case) -> EcgRecord | None:
    try:
        return read_record(case.record_path)
    except UserError:
        return None
