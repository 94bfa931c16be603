"""What a drafting engine is: one Protocol, in process for tests and scripts, in a child process for the desktop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from meit_core.domain.attention import SentenceAttention
from meit_core.domain.draft import Draft, DraftSentence
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.errors import UserError
from meit_core.jobs import JobContext


@dataclass(frozen=True, slots=True)
class TextAdded:
    """The model wrote ``text`` (a piece of a word up to several words)."""

    text: str


@dataclass(frozen=True, slots=True)
class SentenceFinished:
    """A sentence is complete and the guard has judged it."""

    sentence: DraftSentence


@dataclass(frozen=True, slots=True)
class DraftFinished:
    """Always the last event. After a cancel ``draft.complete`` is False and the draft holds what was there."""

    draft: Draft


DraftEvent = TextAdded | SentenceFinished | DraftFinished


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """Attributes: pack name, SHA-256 over the pack's checksums, device with the reason for its choice."""

    pack: str
    pack_sha256: str
    device: str


class DraftEngine(Protocol):
    """Turns a recording into a draft, event by event."""

    def draft(
        self,
        record: EcgRecord,
        *,
        prompt: str | None = None,
        measurements: Measurements | None = None,
        job: JobContext | None = None,
    ) -> Iterator[DraftEvent]:
        """Stream a draft; checks ``job`` before every token.

        Parameters
        ----------
        measurements
            What the guard judges by, where a reader has set something by hand; ``None`` measures the recording. The
            model itself sees the signal, and what is computed from it.

        Raises
        ------
        UserError
            If the recording can't be drafted or the model's process died; the next call works again.
        Cancelled
            If the job was stopped before the first word.
        """
        ...

    def look(self, *, job: JobContext | None = None) -> tuple[SentenceAttention, ...]:
        """Say where the model looked for each sentence of the last draft, and which leads the sentence hangs on.

        It takes up to a second or two, so it is asked for only where somebody wants to see it; it is stored nowhere.
        Empty where that isn't known: the draft was stopped, another engine wrote it, or the model can't tell.

        Raises
        ------
        UserError
            If the model's process died.
        Cancelled
            If the job was stopped and the answer can be left to itself.
        """
        ...

    def describe(self, *, job: JobContext | None = None) -> EngineInfo:
        """Name pack and device; loads the pack if that has not happened yet.

        Raises
        ------
        UserError
            If the pack can't be loaded.
        Cancelled
            If the job was stopped and loading can be left to itself, as it can where it happens in another process.
        """
        ...

    def close(self) -> None:
        """Release memory and end the child process, if there is one."""
        ...


class BatchEngine(DraftEngine, Protocol):
    """An engine that can also draft recordings side by side."""

    def draft_many(
        self,
        records: Iterable[EcgRecord],
        *,
        prompt: str | None = None,
        job: JobContext | None = None,
        total: int | None = None,
    ) -> Iterator[Draft | UserError]:
        """Draft recordings side by side, a few at a time; yields in their order what :meth:`draft` makes of each.

        A recording that can't be drafted yields the reason. A draft's ``seconds`` are its share of the time that the
        recordings drafted together took.

        Parameters
        ----------
        records
            Asked for the next ones when the last are drafted.
        job
            Looked at before every few recordings.
        total
            Number of recordings, for the progress.

        Raises
        ------
        UserError
            The pack can't be loaded, or the machine can't go on.
        Cancelled
            The job was stopped.
        """
        ...
