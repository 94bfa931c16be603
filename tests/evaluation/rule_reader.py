"""A small real model for the benchmark's tests: it counts beats and writes what the rate and the intervals say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from meit_core.domain.draft import Finding
from meit_core.domain.record import Signal
from meit_core.evaluation.reading import Embedding
from meit_core.model.decoding.written import Written
from meit_core.model.ecg_input import DEFAULT_INPUT, MODEL_FS_HZ
from meit_core.signal.beats import detect_beats


class RuleReader:
    """Implements :class:`meit_core.evaluation.reading.ReportModel` with rules instead of weights."""

    default_prompt = "report"
    input = DEFAULT_INPUT
    hit_limit = False
    completion = None
    retold = None
    tokens = 0
    drawn = ()
    together = 8

    def statements_of_all(self, signals: Signal, _prompt: str | None) -> list[tuple[Finding, ...]]:
        return [self.findings(signal) for signal in signals]

    def findings(self, signal: Signal) -> tuple[Finding, ...]:
        rate, irregularity = self._rhythm(signal)
        found = {
            "SR": ("sinus rhythm", irregularity <= 0.1 and 60 <= rate <= 100),
            "STACH": ("sinus tachycardia", irregularity <= 0.1 and rate > 100),
            "SBRAD": ("sinus bradycardia", irregularity <= 0.1 and rate < 60),
            "AFIB": ("atrial fibrillation", irregularity > 0.1),
        }
        return tuple(Finding(code, label, 0.9 if yes else 0.05, yes) for code, (label, yes) in found.items())

    def stream(self, signal: Signal, prompt: str | None, _prefer: object) -> Iterator[str]:
        if prompt is not None:
            yield f"asked to {prompt}. "
        for finding in self.findings(signal):
            if finding.present:
                yield from (finding.label, ".")

    def findings_of_all(self, signals: Signal) -> list[tuple[Finding, ...]]:
        return [self.findings(signal) for signal in signals]

    def write(self, signals: Signal, prompt: str | None, prefer: list[object], *, batch: int) -> list[Written]:
        assert len(prefer) == len(signals) == batch
        texts = ["".join(self.stream(signal, prompt, None)) for signal in signals]
        return [Written(text, tokens=self.tokens) for text in texts]

    def embed(self, signal: Signal) -> Embedding:
        rate, irregularity = self._rhythm(signal)
        return np.asarray([1.0, rate / 50.0, 5.0 * irregularity], dtype=np.float32)

    def _rhythm(self, signal: Signal) -> tuple[float, float]:
        """Return the rate per minute and the relative spread of the RR intervals."""
        rr_s = np.diff(detect_beats(signal.astype(np.float64), MODEL_FS_HZ)) / MODEL_FS_HZ
        if rr_s.size < 2:
            return 0.0, 0.0
        return float(60 / rr_s.mean()), float(rr_s.std() / rr_s.mean())
