"""Requests to a model host that is started when it is needed and replaced when it has ended."""

from __future__ import annotations

import contextlib
import time
from typing import Final

from meit_core.drafting import wire
from meit_core.drafting.engine import DraftFinished
from meit_core.drafting.faults import NO_STUDY_HARMED
from meit_core.drafting.host_process import HostEnded, HostProcess
from meit_core.errors import Cancelled, UserError
from meit_core.jobs import JobContext

Question = wire.AskInfo | wire.AskDraft | wire.AskLook

SILENCE_LIMIT_S: Final = 300.0
"""Loading a large pack from a slow disk takes minutes; a host silent for longer hangs."""
LOOK_S: Final = 0.02
"""How often whoever waits looks whether the job was cancelled."""
SETTLE_S: Final = 30.0
"""A host that hasn't dropped a stopped draft after this long is replaced."""


class HostLine:
    """One host, one open question at a time; used by one thread, except for :meth:`close`."""

    def __init__(self, *, factory: str, pack: str | None, idle_s: float) -> None:
        self._factory = factory
        self._pack = pack
        self._idle_s = idle_s
        self._host: HostProcess | None = None
        self._ready = False
        self._open: Question | None = None
        self._heard = False
        self._stopped = False
        self._closing = False
        self._last_number = 0

    @property
    def pid(self) -> int | None:
        """Process id of the running host, if there is one."""
        host = self._host
        return host.pid if host is not None and host.is_alive else None

    def next_number(self) -> int:
        self._last_number += 1
        return self._last_number

    def ask(self, question: Question, job: JobContext) -> None:
        """Put a question, once the host has dropped the last one.

        Raises
        ------
        UserError
            If no host can be started.
        Cancelled
            If the job was stopped before.
        """
        self._closing = False
        self._settle(job)
        self._open, self._heard, self._stopped = question, False, False
        self._put()

    def reply(self, job: JobContext) -> wire.Reply | None:
        """Wait for the next reply to the open question; ``None`` as soon as the job is cancelled.

        Raises
        ------
        UserError
            What the host says failed, or that it died or hangs; the next question starts a new one.
        """
        deadline = time.monotonic() + SILENCE_LIMIT_S
        while not job.is_cancelled:
            if (reply := self.reply_within(LOOK_S)) is not None:
                return reply
            if time.monotonic() > deadline:
                self._end_host()
                raise UserError(
                    "The model has not answered for five minutes.",
                    f"{NO_STUDY_HARMED} Draft again: the model starts anew. A smaller pack answers sooner.",
                )
        return None

    def reply_within(self, timeout_s: float) -> wire.Reply | None:
        """Return the next reply to the open question, or ``None`` if there is none in time."""
        if self._host is None or self._open is None:
            return None
        try:
            message = self._host.receive(timeout_s)
            if isinstance(message, wire.Ready):
                self._ready = True
                self._host.send(self._open)
                return None
        except HostEnded as ended:
            if ended.exit_code == 0 and not self._heard and not self._stopped and not self._closing:
                self._end_host(keep_question=True)  # it had gone idle just before the question reached it
                self._put()
                return None
            self._end_host()
            raise Cancelled if self._closing else ended.in_plain_words() from None
        if not isinstance(message, wire.Reply) or message.number != self._open.number:
            return None
        self._heard = True
        if _is_last(message, self._open):
            self._open = None
        if isinstance(message, wire.Failed):
            raise message.fault
        return message

    def stop(self) -> None:
        """Ask the host to drop the open question; returns at once."""
        if self._host is None or self._open is None or self._stopped:
            return
        self._stopped = True
        if not self._ready:
            return  # it was never put
        with contextlib.suppress(HostEnded):
            self._host.send(wire.Stop(self._open.number))

    def close(self) -> None:
        """End the host in bounded time; who waits for a reply gets :class:`~meit_core.errors.Cancelled`."""
        self._closing = True
        if (host := self._host) is not None:
            host.end()

    def _settle(self, job: JobContext) -> None:
        self.stop()
        if not self._ready:
            self._open = None
        # A host that has not said anything yet is still loading: to start that anew would take longer.
        deadline = time.monotonic() + (SETTLE_S if self._heard else SILENCE_LIMIT_S)
        while self._open is not None and self._host is not None and time.monotonic() < deadline:
            job.check()
            with contextlib.suppress(UserError, Cancelled):
                self.reply_within(LOOK_S)
        if self._open is not None:
            self._end_host()

    def _put(self) -> None:
        """Send the open question, or start a host that takes it as soon as it reads."""
        if self._open is None:
            return
        if self._host is not None and self._host.is_alive:
            if not self._ready:
                return
            with contextlib.suppress(HostEnded):  # it ended unnoticed since the last question
                self._host.send(self._open)
                return
        self._end_host(keep_question=True)
        self._host = HostProcess(factory=self._factory, pack=self._pack, idle_s=self._idle_s)

    def _end_host(self, *, keep_question: bool = False) -> None:
        if not keep_question:
            self._open = None
        if self._host is not None:
            self._host.release()
            self._host = None
        self._ready = False


def _is_last(reply: wire.Reply, question: Question) -> bool:
    match reply:
        case wire.Info():
            return isinstance(question, wire.AskInfo)
        case wire.Event(_, event):
            return isinstance(event, DraftFinished)
    return True
