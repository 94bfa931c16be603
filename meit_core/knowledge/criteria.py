"""What must be measured for a statement to hold, which statements exclude each other, and where that is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_core.resources import resource_path

_UNITS = {"heart_rate_bpm": "/min", "qrs_axis_deg": "°"}
_NAMES = {
    "heart_rate_bpm": "heart rate",
    "rhythm_regular": "RR intervals",
    "p_ms": "P duration",
    "pr_ms": "PR",
    "qrs_ms": "QRS",
    "qrs_axis_deg": "QRS axis",
    "qtc_ms.framingham": "QTc (Framingham)",
    "qtc_ms.bazett": "QTc (Bazett)",
}


class Outcome(StrEnum):
    MET = "met"
    BROKEN = "broken"
    UNDECIDED = "undecided"
    """Not measured, or within the tolerance of a limit."""


class Role(StrEnum):
    """What an outcome proves, see ``about`` in ``resources/knowledge/criteria.json``."""

    DEFINING = "defining"
    NECESSARY = "necessary"
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True)
class Checked:
    """One condition against one recording: the outcome, value and limit in words, and who has set the value by hand."""

    outcome: Outcome
    value: str
    limit: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """One measurement with its limits.

    Attributes
    ----------
    low, high
        Limits in the measurement's unit by sex; for the axis the ends of an arc, counted upwards.
    below, above
        Tolerance under the low and over the high limit.
    """

    measurement: str
    low: Mapping[Sex, float] | None
    high: Mapping[Sex, float] | None
    below: float
    above: float
    equals: bool | None
    absent: bool

    def check(self, measurements: Measurements, sex: Sex, leniency: float) -> Checked | None:
        """Compare; ``leniency`` widens the tolerance. ``None`` where the measurement is missing."""
        checked = self._compared(_read(measurements, self.measurement), sex, leniency)
        source = measurements.source_of(self.measurement.partition(".")[0])
        return replace(checked, by=source.by) if checked is not None and source.is_manual else checked

    def _compared(self, value: float | None, sex: Sex, leniency: float) -> Checked | None:
        name = _NAMES[self.measurement]
        if self.absent:
            if value is None:
                return None
            return Checked(Outcome.BROKEN, f"a P wave {value:.0f} ms before the QRS", "no P waves")
        if value is None:
            return None
        if self.equals is not None:
            outcome = Outcome.MET if bool(value) is self.equals else Outcome.BROKEN
            return Checked(outcome, f"{_regularity(bool(value))} {name}", f"{_regularity(self.equals)} {name}")
        unit = _UNITS.get(self.measurement, " ms")
        shown = f"{name} {value:+.0f}{unit}" if unit == "°" else f"{name} {value:.0f}{unit}"
        broken = self._leaves_arc(value, leniency) if unit == "°" else self._leaves_limits(value, sex, leniency)
        outcome = {None: Outcome.MET, False: Outcome.UNDECIDED, True: Outcome.BROKEN}[broken]
        return Checked(outcome, shown, self._limit(unit, sex))

    def _leaves_limits(self, value: float, sex: Sex, leniency: float) -> bool | None:
        """Say whether a value outside the limits is beyond the tolerance too; ``None`` inside.

        For unknown sex only what lies outside both sexes' limits is outside.
        """
        under = 0.0 if self.low is None else _limit(self.low, sex, lower=True) - value
        over = 0.0 if self.high is None else value - _limit(self.high, sex, lower=False)
        if under <= 0 and over <= 0:
            return None
        return under > self.below * leniency or over > self.above * leniency

    def _leaves_arc(self, degrees: float, leniency: float) -> bool | None:
        """Do the same for an axis, which is beyond the tolerance if it is so from both ends of the arc."""
        assert self.low is not None and self.high is not None
        start, end = self.low[Sex.UNKNOWN], self.high[Sex.UNKNOWN]
        if (degrees - start) % 360 <= end - start:
            return None
        return (start - degrees) % 360 > self.below * leniency and (degrees - end) % 360 > self.above * leniency

    def _limit(self, unit: str, sex: Sex) -> str:
        sign = "+" if unit == "°" else ""
        low = None if self.low is None else f"{_limit(self.low, sex, lower=True):{sign}.0f}"
        high = None if self.high is None else f"{_limit(self.high, sex, lower=False):{sign}.0f}"
        if low and high:
            return f"{low} to {high}{unit}"
        return f"more than {low}{unit}" if low else f"less than {high}{unit}"


@dataclass(frozen=True, slots=True)
class Criterion:
    """The conditions of one statement.

    Attributes
    ----------
    needs_all
        Whether every condition must hold; else one is enough, and only all of them broken break it.
    source, reference
        Short and full citation.
    """

    role: Role
    needs_all: bool
    conditions: tuple[Condition, ...]
    source: str
    reference: str

    def check(
        self, measurements: Measurements, sex: Sex = Sex.UNKNOWN, leniency: float = 1.0
    ) -> tuple[Outcome, tuple[Checked, ...]]:
        """Return the outcome with the conditions that decided it."""
        checked = [result for condition in self.conditions if (result := condition.check(measurements, sex, leniency))]
        met = tuple(result for result in checked if result.outcome is Outcome.MET)
        broken = tuple(result for result in checked if result.outcome is Outcome.BROKEN)
        complete = len(checked) == len(self.conditions)
        if self.needs_all:
            if broken:
                return Outcome.BROKEN, broken
            return (Outcome.MET, met) if complete and len(met) == len(checked) else (Outcome.UNDECIDED, ())
        if met:
            return Outcome.MET, met
        return (Outcome.BROKEN, broken) if complete and len(broken) == len(checked) else (Outcome.UNDECIDED, ())


@dataclass(frozen=True, slots=True)
class Criteria:
    """Attributes: criterion by code, pairs of code groups that exclude each other, related findings by code."""

    by_code: Mapping[str, Criterion]
    conflicts: tuple[tuple[frozenset[str], frozenset[str]], ...]
    findings_that_count: Mapping[str, tuple[str, ...]]

    def conflict(self, one: str, other: str) -> bool:
        """Whether two statements can't both hold for one recording."""
        return any((one in a and other in b) or (one in b and other in a) for a, b in self.conflicts)


@cache
def load_criteria() -> Criteria:
    """Read ``resources/knowledge/criteria.json``."""
    document: dict[str, Any] = json.loads(resource_path("knowledge", "criteria.json").read_text(encoding="utf-8"))
    return Criteria(
        by_code={code: _criterion(entry) for code, entry in document["criteria"].items()},
        conflicts=tuple((frozenset(one), frozenset(other)) for one, other in document["conflicts"]),
        findings_that_count={code: tuple(others) for code, others in document["findings_that_count"].items()},
    )


def _criterion(entry: Mapping[str, Any]) -> Criterion:
    return Criterion(
        role=Role(entry["role"]),
        needs_all=entry["needs"] == "all",
        conditions=tuple(_condition(condition) for condition in entry["conditions"]),
        source=entry["source"],
        reference=entry["reference"],
    )


def _condition(entry: Mapping[str, Any]) -> Condition:
    tolerance = entry.get("tolerance", 0.0)
    below, above = tolerance if isinstance(tolerance, list) else (tolerance, tolerance)
    return Condition(
        measurement=entry["measurement"],
        low=_by_sex(entry.get("above", entry.get("from"))),
        high=_by_sex(entry.get("below", entry.get("to"))),
        below=float(below),
        above=float(above),
        equals=entry.get("equals"),
        absent=bool(entry.get("absent", False)),
    )


def _by_sex(limit: float | Mapping[str, float] | None) -> Mapping[Sex, float] | None:
    if limit is None:
        return None
    if isinstance(limit, Mapping):
        return {Sex(sex): float(value) for sex, value in limit.items()}
    return {Sex.UNKNOWN: float(limit)}


def _limit(limits: Mapping[Sex, float], sex: Sex, *, lower: bool) -> float:
    """The limit for a sex; where the sex is unknown the one that is harder to break."""
    for key in (sex, Sex.UNKNOWN):
        if key in limits:
            return limits[key]
    return min(limits.values()) if lower else max(limits.values())


def _read(measurements: Measurements, name: str) -> float | None:
    value: Any = measurements
    for part in name.split("."):
        value = getattr(value, part)
    return None if value is None else float(value)


def _regularity(regular: bool) -> str:
    return "regular" if regular else "irregular"
