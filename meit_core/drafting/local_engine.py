"""The drafting engine in this process: model, measurements and guard together."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Protocol

import numpy as np

from meit_core.domain.draft import Draft, DraftSentence, Finding, Support
from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, Signal
from meit_core.drafting.confidence import ConfidenceCurve, agreement
from meit_core.drafting.device import Device, device_plans, thread_count
from meit_core.drafting.engine import DraftEvent, DraftFinished, EngineInfo, SentenceFinished, TextAdded
from meit_core.drafting.fallback import on_first_that_fits
from meit_core.drafting.faults import NO_STUDY_HARMED, explain, pack_does_not_load
from meit_core.drafting.guard import judge
from meit_core.drafting.legibility import ILLEGIBLE, why_illegible
from meit_core.drafting.limits import limits_of
from meit_core.drafting.preference import preference
from meit_core.drafting.sentences import closed_sentences, with_cut_off
from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext
from meit_core.knowledge.casing import sentence_case
from meit_core.knowledge.parser import split_sentences
from meit_core.model.consensus import Prefer
from meit_core.model.ecg_input import InputConfig, model_input
from meit_core.signal.measure import measure

OFFLINE: Final = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""Hugging Face's libraries read these once, when they are imported: no network, and no bars on somebody's terminal."""


class Generator(Protocol):
    """What drafting needs of a loaded model; ``signal`` is :func:`~meit_core.model.ecg_input.model_input`'s array."""

    @property
    def default_prompt(self) -> str: ...

    @property
    def input(self) -> InputConfig:
        """How it is given a recording."""
        ...

    @property
    def hit_limit(self) -> bool:
        """Whether the last stream ended at the length limit."""
        ...

    @property
    def tokens(self) -> int:
        """Tokens of the last stream so far."""
        ...

    @property
    def drawn(self) -> Sequence[str]:
        """Drafts that the last stream chose from; empty where it drew only one."""
        ...

    def findings(self, signal: Signal) -> tuple[Finding, ...]: ...

    def stream(self, signal: Signal, prompt: str | None, prefer: Prefer | None) -> Iterator[str]:
        """Yield the report piece by piece, one token computed for each; a piece may be empty.

        ``prefer`` says what speaks for a draft where the model chooses from several.
        """
        ...


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A generator with where it comes from, where it runs and how far it can be believed."""

    generator: Generator
    info: EngineInfo
    confidence: ConfidenceCurve = field(default_factory=ConfidenceCurve)


class LocalEngine:
    """Implements :class:`~meit_core.drafting.engine.DraftEngine`; loads the pack at the first use.

    Parameters
    ----------
    pack
        Name or folder of a model pack; ``None`` for the bundled one.
    load
        Makes the model from that; tests pass a small one.
    """

    def __init__(
        self, pack: str | Path | None = None, *, load: Callable[[str | Path | None], LoadedModel] | None = None
    ) -> None:
        self._pack = pack
        self._load = load or load_pack
        self._model: LoadedModel | None = None

    def describe(self, *, job: JobContext | None = None) -> EngineInfo:
        """Name pack and device; ``job`` is looked at before the pack is loaded, not while."""
        if job is not None:
            job.check()
        return self._loaded().info

    def close(self) -> None:
        self._model = None

    def draft(
        self, record: EcgRecord, *, prompt: str | None = None, job: JobContext | None = None
    ) -> Iterator[DraftEvent]:
        """Stream a draft, see :class:`~meit_core.drafting.engine.DraftEngine`."""
        model = self._loaded()
        with _in_plain_words():
            yield from _Drafting(model, record, prompt, job or JobContext()).events()

    def _loaded(self) -> LoadedModel:
        if self._model is None:
            try:
                self._model = self._load(self._pack)
            except Exception as fault:  # a pack can be intact and still not fit this program, in any number of ways
                raise explain(fault) or pack_does_not_load() from fault
        return self._model


def load_pack(pack: str | Path | None) -> LoadedModel:
    """Verify and load a model pack on the device this machine offers, and run it once.

    Raises
    ------
    UserError
        The pack is missing or has been changed.
    """
    from meit_core.model.pack import find_pack

    found = find_pack(pack)  # before torch, which takes seconds to import
    os.environ.update(OFFLINE)
    import torch

    from meit_core.model.generator import load_generator
    from meit_core.model.need import need_of

    def loaded_on(device: Device) -> Generator:
        generator = load_generator(found, device.name, device.precision)
        silence = np.zeros((len(LEADS), generator.input.n_samples), dtype=np.float32)
        generator.findings(silence)
        # torch sets itself up in the first pass; the first draft needn't wait
        next(generator.stream(silence, None, None), None)
        return generator

    torch.set_num_threads(thread_count())
    generator, device = on_first_that_fits(device_plans(need_of(found)), loaded_on)
    curve = ConfidenceCurve(**found.manifest["generation"].get("confidence", {}))
    return LoadedModel(generator, EngineInfo(found.name, found.sha256, str(device)), curve)


class _Drafting:
    """One draft on its way."""

    def __init__(self, model: LoadedModel, record: EcgRecord, prompt: str | None, job: JobContext) -> None:
        self._model = model
        self._record = record
        self._prompt = prompt
        self._job = job
        self._started = time.perf_counter()
        self._measurements = measure(record)
        self._signal = model_input(record, model.generator.input)
        self._findings: tuple[Finding, ...] = ()
        self._text = ""
        self._sentences: tuple[DraftSentence, ...] = ()

    def events(self) -> Iterator[DraftEvent]:
        generator = self._model.generator
        unreadable = why_illegible(self._record, self._measurements)
        if unreadable:
            yield from self._refuse(unreadable)
            return
        self._findings = generator.findings(self._signal)
        prefer = preference(self._findings, self._measurements, self._record.patient.sex)
        pieces = generator.stream(self._signal, self._prompt, prefer)
        # The job is asked before the next token is computed, so a stop costs at most the token under way.
        while not self._job.is_cancelled and (piece := next(pieces, None)) is not None:
            yield from self._take(piece)
        stopped = self._job.is_cancelled
        complete = not stopped and not generator.hit_limit
        if not self._text.strip():
            if stopped:
                raise Cancelled
            raise UserError(
                "The model wrote nothing for this recording.", f"{NO_STUDY_HARMED} Write the report yourself."
            )
        if complete:
            yield from self._judge(split_sentences(self._text))
        self._weigh(generator.drawn)
        yield DraftFinished(self._draft(complete=complete, tokens=generator.tokens))

    def _refuse(self, why: str) -> Iterator[DraftEvent]:
        """Draft that there is nothing to report on: a model that must write something would invent it."""
        self._text = ILLEGIBLE
        self._sentences = (DraftSentence(ILLEGIBLE, Support.SUPPORTED, why),)
        yield TextAdded(ILLEGIBLE)
        yield SentenceFinished(self._sentences[0])
        yield DraftFinished(self._draft(complete=True, tokens=0))

    def _take(self, piece: str) -> Iterator[DraftEvent]:
        if not self._text:
            piece = piece.lstrip()
        if not piece:
            return
        self._text += piece
        yield TextAdded(piece)
        yield from self._judge(closed_sentences(self._text))

    def _judge(self, closed: tuple[str, ...]) -> Iterator[DraftEvent]:
        """Judge the new sentences; the guard sees the earlier ones too, because they may exclude each other."""
        n_judged = len(self._sentences)
        if len(closed) == n_judged:
            return
        self._sentences = judge(
            [sentence_case(sentence) for sentence in closed],
            findings=self._findings,
            measurements=self._measurements,
            sex=self._record.patient.sex,
        )
        yield from (SentenceFinished(sentence) for sentence in self._sentences[n_judged:])

    def _weigh(self, drawn: Sequence[str]) -> None:
        """Say of each sentence how far it can be believed, once all drafts are there."""
        shares = [agreement(sentence.text, drawn) for sentence in self._sentences]
        curve = self._model.confidence
        self._sentences = tuple(
            sentence if share is None else _with_confidence(sentence, curve.probability(share))
            for sentence, share in zip(self._sentences, shares, strict=True)
        )

    def _draft(self, *, complete: bool, tokens: int) -> Draft:
        info = self._model.info
        sentences = self._sentences if complete else with_cut_off(self._text, self._sentences)
        return Draft(
            text=" ".join(sentence.text for sentence in sentences),
            sentences=sentences,
            findings=self._findings,
            pack=info.pack,
            pack_sha256=info.pack_sha256,
            prompt=self._model.generator.default_prompt if self._prompt is None else self._prompt,
            device=info.device,
            seconds=time.perf_counter() - self._started,
            tokens=tokens,
            complete=complete,
            limits=limits_of(self._record, self._measurements),
        )


def _with_confidence(sentence: DraftSentence, probability: float) -> DraftSentence:
    evidence = f"{sentence.evidence} Confidence {probability:.0%}.".lstrip()
    return replace(sentence, evidence=evidence, confidence=round(probability, 4))


@contextlib.contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except Exception as fault:  # the border between the model's libraries and the product
        known = explain(fault)
        if known is None or known is fault:
            raise
        raise known from fault
