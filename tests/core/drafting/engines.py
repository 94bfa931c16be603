"""Engines around a generator that follows a script: real in everything but the network. Named as host factories."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from meit_core.domain.draft import Finding
from meit_core.domain.record import Signal
from meit_core.drafting.engine import EngineInfo
from meit_core.drafting.loaded_model import LoadedModel
from meit_core.drafting.local_engine import LocalEngine
from meit_core.model.decoding.writing import CompletionConfig
from meit_core.model.decoding.written import Written
from meit_core.model.ecg_input import DEFAULT_INPUT

REPORT = "Sinus rhythm. Left bundle branch block. PR 0.16 s; ratio 2:1. Normal ECG."
FINDINGS = (
    Finding("SR", "sinus rhythm", 0.97, present=True),
    Finding("AFIB", "atrial fibrillation", 0.01, present=False),
)
INFO = EngineInfo("scripted", "0" * 64, "cpu (script)")
PATIENT = "Anna Smith"


class Script:
    """Writes ``text`` two characters at a time, as sub-word tokens do."""

    default_prompt = "Describe this ECG."
    input = DEFAULT_INPUT
    completion: CompletionConfig | None = None

    def __init__(self, text: str = REPORT, *, pause_s: float = 0.0, limit: int | None = None) -> None:
        self._text = text
        self._pause_s = pause_s
        self._limit = limit
        self.hit_limit = False
        self.retold: str | None = None
        self.tokens = 0
        self.drawn: tuple[str, ...] = ()

    def statements_of_all(self, signals: Signal, _prompt: str | None) -> list[tuple[Finding, ...]]:
        return [self.findings(signal) for signal in signals]

    def findings(self, signal: Signal) -> tuple[Finding, ...]:
        assert signal.shape == (12, 1000)
        return FINDINGS

    def attended(self, _signal: Signal, _prompt: str | None, sentences: Sequence[str]) -> list[tuple[float, ...]]:
        """The first half of the recording for every sentence."""
        return [(0.5, 0.5, 0.0, 0.0) for _ in sentences]

    def lead_effects(
        self, _signal: Signal, _prompt: str | None, sentences: Sequence[str], codes: Sequence[str]
    ) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
        """Lead II alone for every sentence, V1 alone for every finding."""
        ii, v1 = (0.0, 2.0, *(0.0,) * 10), (*(0.0,) * 6, 1.0, *(0.0,) * 5)
        return [ii for _ in sentences], [v1 for _ in codes]

    def stream(self, _signal: Signal, _prompt: str | None, _prefer: object) -> Iterator[str]:
        pieces = [self._text[start : start + 2] for start in range(0, len(self._text), 2)]
        self.hit_limit = self._limit is not None and len(pieces) > self._limit
        self.tokens = 0
        for piece in pieces[: self._limit]:
            self.tokens += 1
            yield piece
            time.sleep(self._pause_s)


class Batch(Script):
    """Writes the same text for several recordings at once; the waves it was asked for are kept."""

    together = 2

    def __init__(self, text: str = REPORT, **how: Any) -> None:
        super().__init__(text, **how)
        self.waves: list[int] = []

    def findings_of_all(self, signals: Signal) -> list[tuple[Finding, ...]]:
        return [self.findings(signal) for signal in signals]

    def write(self, signals: Signal, prompt: str | None, prefer: list[object], *, batch: int) -> list[Written]:
        self.waves.append(batch)
        asked = zip(signals, prefer, strict=True)
        texts = ["".join(self.stream(signal, prompt, preference)) for signal, preference in asked]
        return [Written(text, self.tokens, cut_off=self.hit_limit, drawn=self.drawn) for text in texts]


def local(script: object) -> LocalEngine:
    return LocalEngine(load=lambda _pack: LoadedModel(script, INFO))  # type: ignore[arg-type]


def quick(pack: str | None) -> LocalEngine:
    return local(Script())


def slow(pack: str | None) -> LocalEngine:
    return local(Script(REPORT * 20, pause_s=0.02))


def stuck(pack: str | None) -> LocalEngine:
    """Writes one piece and then computes on the next for longer than any test waits."""
    return local(Script(pause_s=600.0))


def loads_until_told(pack: str | None) -> LocalEngine:
    """Loads until the file that ``pack`` names is there."""
    while not Path(pack or "").exists():
        time.sleep(0.01)
    return local(Script())


def echo_prompt(pack: str | None) -> LocalEngine:
    class Echo(Script):
        def stream(self, signal: Signal, prompt: str | None, _prefer: object) -> Iterator[str]:
            yield f"Prompt {prompt}, pack {pack}, largest {signal.max():.3f} mV."

    return local(Echo())


def noisy(pack: str | None) -> LocalEngine:
    print("a library greets the user")
    os.write(1, b"and so does C code\n")
    print("and complains", file=sys.stderr)
    return local(Script())


def kills_itself_once(pack: str | None) -> LocalEngine:
    """The first host to come here dies in the middle of a draft; ``pack`` names a file that remembers it."""
    marker = Path(pack or "")

    class Mortal(Script):
        def stream(self, _signal: Signal, _prompt: str | None, _prefer: object) -> Iterator[str]:
            yield "Sinus "
            if not marker.exists():
                marker.touch()
                os._exit(3)
            yield "rhythm."

    return local(Mortal())


def without_torch(pack: str | None) -> LocalEngine:
    raise ModuleNotFoundError("No module named 'torch'", name="torch")


def without_memory(pack: str | None) -> LocalEngine:
    raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes.")


def with_bug(pack: str | None) -> LocalEngine:
    raise ZeroDivisionError(PATIENT)
