"""The drafting engine in this process: model, measurements and guard together."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.drafting.confidence import ConfidenceCurve
from meit_core.drafting.device import Device, device_plans, thread_count
from meit_core.drafting.engine import DraftEvent, DraftFinished, EngineInfo
from meit_core.drafting.fallback import on_first_that_fits
from meit_core.drafting.faults import explain, pack_does_not_load
from meit_core.drafting.loaded_model import Generator, LoadedModel
from meit_core.drafting.under_way import DraftUnderWay
from meit_core.errors import BugError, UserError
from meit_core.jobs import JobContext

OFFLINE: Final = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""Hugging Face's libraries read these once, when they are imported: no network, and no bars on somebody's terminal."""


class LocalEngine:
    """Implements :class:`~meit_core.drafting.engine.BatchEngine`; loads the pack at the first use.

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
        self._last: DraftUnderWay | None = None

    def describe(self, *, job: JobContext | None = None) -> EngineInfo:
        """Name pack and device; ``job`` is looked at before the pack is loaded, not while."""
        if job is not None:
            job.check()
        return self._loaded().info

    def close(self) -> None:
        self._model, self._last = None, None

    def draft(
        self,
        record: EcgRecord,
        *,
        prompt: str | None = None,
        measurements: Measurements | None = None,
        job: JobContext | None = None,
    ) -> Iterator[DraftEvent]:
        """Stream a draft, see :class:`~meit_core.drafting.engine.DraftEngine`."""
        model = self._loaded()
        with _in_plain_words():
            self._last = DraftUnderWay(model, record, prompt, measurements)
            yield from self._last.stream(job or JobContext())

    def look(self, *, job: JobContext | None = None) -> tuple[SentenceAttention, ...]:
        """Say where the model looked, see :class:`~meit_core.drafting.engine.DraftEngine`."""
        if job is not None:
            job.check()
        return () if self._last is None else self._last.looked()

    def draft_many(
        self,
        records: Iterable[EcgRecord],
        *,
        prompt: str | None = None,
        job: JobContext | None = None,
        total: int | None = None,
    ) -> Iterator[Draft | UserError]:
        """Draft recordings side by side, see :class:`~meit_core.drafting.engine.BatchEngine`."""
        job = job or JobContext()
        model = self._loaded()
        waiting, done = iter(records), 0
        while wave := list(islice(waiting, model.generator.together)):
            job.progress(done / total if total else None, f"{done} drafted")
            with _in_plain_words():
                drafted = _draft_together(model, wave, prompt)
            yield from drafted
            done += len(drafted)

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
    from meit_core.model.packs.pack import find_pack

    found = find_pack(pack)  # before torch, which takes seconds to import
    os.environ.update(OFFLINE)
    import torch

    from meit_core.model.decoding.generator import load_generator
    from meit_core.model.sizing.need import need_of

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


def _draft_together(model: LoadedModel, records: Sequence[EcgRecord], prompt: str | None) -> list[Draft | UserError]:
    started = time.perf_counter()
    under_way = [DraftUnderWay(model, record, prompt) for record in records]
    legible = [draft for draft in under_way if not draft.illegible]
    ends = {id(draft): draft.refuse() for draft in under_way if draft.illegible}
    if legible:
        signals = np.stack([draft.signal for draft in legible])
        findings = model.generator.findings_of_all(signals)
        likely = model.generator.statements_of_all(signals, legible[0].prompt)
        prefer = [draft.prefer(*known) for draft, *known in zip(legible, findings, likely, strict=True)]
        written = model.generator.write(signals, legible[0].prompt, prefer, batch=len(legible))
        ends |= {id(draft): draft.finish(text) for draft, text in zip(legible, written, strict=True)}
    drafted = [_last(ends[id(draft)]) for draft in under_way]
    seconds = (time.perf_counter() - started) / len(records)
    return [each if isinstance(each, UserError) else replace(each, seconds=seconds) for each in drafted]


def _last(events: Iterator[DraftEvent]) -> Draft | UserError:
    try:
        *_, last = events
    except UserError as fault:
        return fault
    if not isinstance(last, DraftFinished):
        raise BugError("a draft ended without its last event")
    return last.draft


@contextlib.contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except Exception as fault:  # the border between the model's libraries and the product
        known = explain(fault)
        if known is None or known is fault:
            raise
        raise known from fault
