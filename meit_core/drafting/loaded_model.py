"""What drafting needs of a loaded model pack. Free of torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from meit_core.domain.draft import Finding
from meit_core.domain.record import Signal
from meit_core.drafting.confidence import ConfidenceCurve
from meit_core.drafting.engine import EngineInfo
from meit_core.model.decoding.consensus import Prefer
from meit_core.model.decoding.writing import CompletionConfig
from meit_core.model.decoding.written import Written
from meit_core.model.ecg_input import DEFAULT_INPUT, InputConfig

__all__ = ["DEFAULT_INPUT", "Generator", "LoadedModel"]  # the desktop, which may not ask the model, asks here


class Generator(Protocol):
    """What drafting needs of a loaded model; ``signal`` is :func:`~meit_core.model.ecg_input.model_input`'s array."""

    @property
    def default_prompt(self) -> str: ...

    @property
    def input(self) -> InputConfig:
        """How it is given a recording."""
        ...

    @property
    def completion(self) -> CompletionConfig | None:
        """When findings that its text leaves out are added; ``None`` for never."""
        ...

    @property
    def hit_limit(self) -> bool:
        """Whether the last stream ended at the length limit."""
        ...

    @property
    def retold(self) -> str | None:
        """The report, where the last stream showed more than belongs to it; else ``None``."""
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

    def lead_effects(
        self, signal: Signal, prompt: str | None, sentences: Sequence[str], codes: Sequence[str]
    ) -> tuple[Sequence[tuple[float, ...]], Sequence[tuple[float, ...]]]:
        """Return what each lead does to each sentence of a report, and to each finding; empty where that takes long."""
        ...

    def attended(self, signal: Signal, prompt: str | None, sentences: Sequence[str]) -> Sequence[tuple[float, ...]]:
        """Return for each sentence of a report how its attention is spread over :attr:`input`'s window.

        Shares of equal stretches of time; nothing where the model can't tell.
        """
        ...

    @property
    def together(self) -> int:
        """How many recordings are best written side by side."""
        ...

    def findings_of_all(self, signals: Signal) -> Sequence[tuple[Finding, ...]]:
        """Return the findings of each of (n, 12, samples) recordings."""
        ...

    def statements_of_all(self, signals: Signal, prompt: str | None) -> Sequence[tuple[Finding, ...]]:
        """Return what a report of each of them is likely to state: the findings, or what is known better."""
        ...

    def write(
        self, signals: Signal, prompt: str | None, prefer: Sequence[Prefer | None], *, batch: int
    ) -> Sequence[Written]:
        """Write the reports of (n, 12, samples) recordings, ``batch`` at a time, as they are streamed one by one."""
        ...


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A generator with where it comes from, where it runs and how far it can be believed."""

    generator: Generator
    info: EngineInfo
    confidence: ConfidenceCurve = field(default_factory=ConfidenceCurve)
