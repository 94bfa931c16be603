"""An engine that can be made to show every state on demand; for pictures and tests, never for reports.

Measurements, guard and events are the real ones; only the words come from here instead of from a model.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from typing import Final

from meit_core.domain.draft import Finding
from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord, Signal
from meit_core.drafting.engine import DraftEvent, EngineInfo
from meit_core.drafting.loaded_model import DEFAULT_INPUT, LoadedModel
from meit_core.drafting.local_engine import LocalEngine
from meit_core.errors import UserError
from meit_core.jobs import JobContext

INFO: Final = EngineInfo("rehearsal", "0" * 64, "cpu (pictures)")
_PIECE: Final = re.compile(r"\s*\S+")
_LONGEST_HOLD_S: Final = 20.0


_STRETCHES: Final = 20


def _looking_at(stretch: int) -> tuple[float, ...]:
    """Half of the attention on two stretches of half a second, the rest spread evenly."""
    looked = {stretch % _STRETCHES, (stretch + 1) % _STRETCHES}
    return tuple(0.25 if index in looked else 0.5 / (_STRETCHES - 2) for index in range(_STRETCHES))


def _effects(**leads: float) -> tuple[float, ...]:
    return tuple(leads.get(lead, 0.02) for lead in LEADS)


class Script:
    """What the engine shall write and where it shall pause; set by the GUI thread, read by the model lane.

    Attributes
    ----------
    text
        The draft.
    findings
        What the findings head shall say.
    hold_after
        Pieces after which the writing waits for :meth:`go_on`.
    fault
        Raised instead of writing.
    """

    def __init__(self) -> None:
        self.text = ""
        self.findings: tuple[Finding, ...] = ()
        self.hold_after: int | None = None
        self.fault: UserError | None = None
        self.holding = threading.Event()
        self._gate = threading.Event()

    def go_on(self) -> None:
        self._gate.set()

    def hold(self, job: JobContext | None = None) -> None:
        """Wait for :meth:`go_on` or a cancel, with a bound."""
        self.holding.set()
        for _ in range(int(_LONGEST_HOLD_S / 0.02)):
            if self._gate.wait(0.02) or (job is not None and job.is_cancelled):
                break
        self.holding.clear()
        self._gate.clear()


class RehearsedEngine(LocalEngine):
    """A :class:`DraftEngine` in this process that follows a script."""

    def __init__(self, script: Script, *, slow_start: bool = False) -> None:
        super().__init__(load=lambda _pack: LoadedModel(_ScriptedGenerator(self), INFO))
        self.script = script
        self.slow_start = slow_start
        self.job: JobContext | None = None

    def describe(self, *, job: JobContext | None = None) -> EngineInfo:
        if self.slow_start:
            self.script.hold()
        return super().describe(job=job)

    def draft(
        self,
        record: EcgRecord,
        *,
        prompt: str | None = None,
        measurements: Measurements | None = None,
        job: JobContext | None = None,
    ) -> Iterator[DraftEvent]:
        self.job = job
        return super().draft(record, prompt=prompt, measurements=measurements, job=job)


class _ScriptedGenerator:
    """What :class:`LocalEngine` asks of a model."""

    default_prompt = "Write the report of this ECG."
    input = DEFAULT_INPUT
    hit_limit = False
    completion = None
    retold = None
    drawn = ()

    def __init__(self, engine: RehearsedEngine) -> None:
        self._engine = engine
        self.tokens = 0

    def statements_of_all(self, signals: Signal, _prompt: str | None) -> list[tuple[Finding, ...]]:
        return [self.findings(signal) for signal in signals]

    def findings(self, _signal: Signal) -> tuple[Finding, ...]:
        return self._engine.script.findings

    def attended(self, _signal: Signal, _prompt: str | None, sentences: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """Each sentence looks at a second of its own, the last at all of it alike."""
        even = (1 / _STRETCHES,) * _STRETCHES
        return (*(_looking_at(2 * number + 1) for number in range(len(sentences) - 1)), even)[: len(sentences)]

    def lead_effects(
        self, _signal: Signal, _prompt: str | None, sentences: Sequence[str], codes: Sequence[str]
    ) -> tuple[tuple[tuple[float, ...], ...], tuple[tuple[float, ...], ...]]:
        """The first sentence hangs on II and V1, the last on no lead more than on others; a finding on V5 and V6."""
        rhythm = _effects(II=1.2, V1=0.8)
        flat = _effects(II=0.1)
        found = [_effects(V5=1.5, V6=1.0) for _ in codes]
        return (*[rhythm] * (len(sentences) - 1), flat)[: len(sentences)], tuple(found)

    def stream(self, _signal: Signal, _prompt: str | None, _prefer: object) -> Iterator[str]:
        script = self._engine.script
        self.tokens = 0
        if script.fault is not None:
            raise script.fault
        for piece in _PIECE.findall(script.text):
            if self.tokens == script.hold_after:
                script.hold(self._engine.job)
            self.tokens += 1
            yield piece
