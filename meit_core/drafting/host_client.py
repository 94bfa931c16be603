"""The drafting engine as the desktop uses it: same Protocol, model in another process. Never imports torch."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft, DraftSentence
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.drafting import wire
from meit_core.drafting.engine import DraftEvent, DraftFinished, EngineInfo, SentenceFinished, TextAdded
from meit_core.drafting.host_line import HostLine
from meit_core.drafting.sentences import with_cut_off
from meit_core.errors import BugError, Cancelled, UserError
from meit_core.jobs import JobContext

LOCAL_ENGINE: Final = "meit_core.drafting.local_engine:LocalEngine"
IDLE_S: Final = 600.0
"""The host gives its memory back after this long without a request; the next one starts it again."""

_STOP_GRACE_S: Final = 0.1
"""After a stop the host's own last event is waited for this long: it knows the findings. Escape may take 0.2 s."""


class HostClient:
    """Implements :class:`~meit_core.drafting.engine.DraftEngine` through a child process.

    The process is started at the first request, and again after it died or went idle. One draft at a time; its job may
    be cancelled from any thread, and takes effect at once: what the host still does is dropped.

    Parameters
    ----------
    pack
        Name or folder of a model pack; ``None`` for the bundled one.
    factory
        ``module:function`` that makes the engine in the child.
    """

    def __init__(self, pack: str | Path | None = None, *, factory: str = LOCAL_ENGINE, idle_s: float = IDLE_S) -> None:
        self._line = HostLine(factory=factory, pack=None if pack is None else str(pack), idle_s=idle_s)
        self._info: EngineInfo | None = None
        self._busy = threading.Lock()

    @property
    def host_pid(self) -> int | None:
        """Process id of the running host, if there is one."""
        return self._line.pid

    def describe(self, *, job: JobContext | None = None) -> EngineInfo:
        """Name pack and device; starts the host and loads the pack if that has not happened yet.

        A cancelled ``job`` ends the wait, not the loading: the next draft finds the host as far as it came.
        """
        if self._info is None or self._line.pid is None:
            with self._busy:
                self._info = self._ask_info(job or JobContext())
        return self._info

    def draft(
        self,
        record: EcgRecord,
        *,
        prompt: str | None = None,
        measurements: Measurements | None = None,
        job: JobContext | None = None,
    ) -> Iterator[DraftEvent]:
        """Stream a draft, see :class:`~meit_core.drafting.engine.DraftEngine`."""
        if not self._busy.acquire(blocking=False):
            raise UserError("The model is busy with another draft.", "Wait for it or stop it, then draft again.")
        try:
            question = wire.AskDraft(self._line.next_number(), record, prompt, measurements)
            yield from self._events(question, job or JobContext())
        finally:
            self._line.stop()  # where the caller lost interest and closed this generator
            self._busy.release()

    def look(self, *, job: JobContext | None = None) -> tuple[SentenceAttention, ...]:
        """Say where the model looked, see :class:`~meit_core.drafting.engine.DraftEngine`.

        A host that has ended since the draft isn't started for it: it knows nothing of it.
        """
        with self._busy:
            return () if self._line.pid is None else self._ask_look(job or JobContext())

    def close(self) -> None:
        """End the host in bounded time; a draft under way in another thread ends as cancelled."""
        self._line.close()

    def _ask_info(self, job: JobContext) -> EngineInfo:
        self._line.ask(wire.AskInfo(self._line.next_number()), job)
        match self._line.reply(job):
            case wire.Info(_, info):
                return info
            case None:
                raise Cancelled
            case other:
                raise BugError(f"the model host answered a question for its name with {type(other).__name__}")

    def _ask_look(self, job: JobContext) -> tuple[SentenceAttention, ...]:
        self._line.ask(wire.AskLook(self._line.next_number()), job)
        match self._line.reply(job):
            case wire.Looked(_, sentences):
                return sentences
            case None:
                raise Cancelled
            case other:
                raise BugError(f"the model host answered where it looked with {type(other).__name__}")

    def _events(self, question: wire.AskDraft, job: JobContext) -> Iterator[DraftEvent]:
        started = time.perf_counter()
        written = _Written()
        self._line.ask(question, job)
        while (reply := self._line.reply(job)) is not None:
            yield from self._take(reply, written)
            if written.finished:
                return
        self._line.stop()
        deadline = time.monotonic() + _STOP_GRACE_S
        with contextlib.suppress(UserError):  # whatever goes wrong now concerns nobody
            while (left_s := deadline - time.monotonic()) > 0:
                if (reply := self._line.reply_within(left_s)) is not None:
                    yield from self._take(reply, written)
                if written.finished:
                    return
        yield DraftFinished(written.stopped_draft(self._info, question.prompt, time.perf_counter() - started))

    def _take(self, reply: wire.Reply, written: _Written) -> Iterator[DraftEvent]:
        match reply:
            case wire.Info(_, info):
                self._info = info
            case wire.Event(_, event):
                written.add(event)
                yield event
            case wire.Dropped():
                raise Cancelled


class _Written:
    """What the host has written so far, for the case that it doesn't finish in time after a stop."""

    def __init__(self) -> None:
        self.finished = False
        self._pieces: list[str] = []
        self._sentences: tuple[DraftSentence, ...] = ()

    def add(self, event: DraftEvent) -> None:
        match event:
            case TextAdded(text):
                self._pieces.append(text)
            case SentenceFinished(sentence):
                self._sentences += (sentence,)
            case DraftFinished():
                self.finished = True

    def stopped_draft(self, info: EngineInfo | None, prompt: str | None, seconds: float) -> Draft:
        """Make the draft without the findings, which only the host knows."""
        text = "".join(self._pieces).strip()
        if not text or info is None:
            raise Cancelled
        return Draft(
            text=text,
            sentences=with_cut_off(text, self._sentences),
            findings=(),
            pack=info.pack,
            pack_sha256=info.pack_sha256,
            prompt=prompt or "",
            device=info.device,
            seconds=seconds,
            tokens=len(self._pieces),
            complete=False,
        )
