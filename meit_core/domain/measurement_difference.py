"""How far the measurements of two recordings lie apart, and whether that is more than measuring twice explains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from meit_core.domain.measurements import Measurements, MeasurementSource

TOLERANCES: Final[Mapping[str, float]] = {
    "p_ms": 36.0,
    "pr_ms": 24.0,
    "qrs_ms": 26.0,
    "qt_ms": 56.0,
    "p_axis_deg": 30.0,
    "qrs_axis_deg": 13.0,
    "t_axis_deg": 46.0,
}
"""Differences up to these are within tolerance; ms and degrees.

IEC 60601-2-25:2011 judges an interval by the mean and standard deviation of its error against experts. Two independent
measurements with the standard deviation s differ by less than 2 * sqrt(2) * s in 95 % of all pairs. With s of this
program's engine against LUDB's experts (Kalyakulina et al., IEEE Access 8:186181, 2020; 87 to 100 recordings) that is
29 ms for P, 19 for PR, 25 for QRS and 54 for QT.

That leaves out what the heart itself does from minute to minute, so the two halves of 500 recordings of PTB-XL were
measured, too. In 95 % they differ by at most 36 ms (P), 24 (PR), 8 (QRS), 21 (QT), and by less than 30, 13 and 46
degrees (axes of P, QRS and T). The larger of both figures counts, rounded up to a sample of the engine (2 ms) or to a
degree. ``tests/benchmarks/bench_serial.py`` measures them anew: a better engine deserves tighter ones. The limits of
the standard itself (SD 15, 10, 10 and 30 ms) would give 42, 28, 28 and 85 ms.
"""

_RATE_SHARE: Final = 0.10
_RATE_LEAST_BPM: Final = 5.0
"""A tenth or 5/min, whichever is more: what ANSI/AAMI EC13:2002 (4.2.7) allows a heart rate meter."""

_TURNED_FROM_DEG: Final = 150.0
"""From here on neither direction around the circle is plainly the shorter one."""

CORRECTIONS: Final[Mapping[str, str]] = {
    "bazett": "QTcB",
    "fridericia": "QTcF",
    "framingham": "QTcFra",
    "hodges": "QTcH",
}
"""Names of the QT corrections in :class:`~meit_core.domain.measurements.QtCorrected`, and what they are called."""


class Standing(StrEnum):
    """What a difference amounts to."""

    WITHIN = "within tolerance"
    BEYOND = "beyond tolerance"
    REFUSED = "not comparable"


@dataclass(frozen=True, slots=True)
class Difference:
    """One quantity in two recordings.

    Attributes
    ----------
    name
        Field of :class:`~meit_core.domain.measurements.Measurements`.
    label
        What readers call it.
    unit
        ``/min``, ``ms`` or ``°``.
    before, now
        In whole units, as they are shown; ``None`` where refused.
    difference
        ``now - before`` of the values shown; for an axis the shorter way round, -180 (exclusive) to 180 degrees,
        negative to the left. ``None`` where one of both was refused.
    tolerance
        Differences up to this count as none; ``None`` where there is no difference.
    wording
        The difference in words: ``within tolerance``, ``longer by 40 ms``, or why there is no number.
    """

    name: str
    label: str
    unit: str
    before: int | None
    now: int | None
    difference: int | None
    tolerance: int | None
    standing: Standing
    wording: str


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    label: str
    unit: str
    more: str
    less: str


_RATE: Final = _Kind("heart_rate_bpm", "Rate", "/min", "faster", "slower")
_INTERVALS: Final = tuple(
    _Kind(name, label, "ms", "longer", "shorter")
    for name, label in (("pr_ms", "PR"), ("p_ms", "P"), ("qrs_ms", "QRS"), ("qt_ms", "QT"))
)
_AXES: Final = tuple(
    _Kind(name, label, "°", "more rightward", "more leftward")
    for name, label in (("p_axis_deg", "P axis"), ("qrs_axis_deg", "QRS axis"), ("t_axis_deg", "T axis"))
)


def compare_measurements(
    before: Measurements, now: Measurements, *, correction: str = "fridericia"
) -> tuple[Difference, ...]:
    """Compare two recordings of one patient, quantity by quantity.

    Nothing here says that a patient's ECG has become another: a difference beyond its tolerance is told with its size,
    one within is called that.

    Parameters
    ----------
    correction
        The corrected QT in use, a key of :data:`CORRECTIONS`.

    Raises
    ------
    ValueError
        There is no such correction.
    """
    if correction not in CORRECTIONS:
        raise ValueError(f"correction must be one of {', '.join(CORRECTIONS)}, not {correction!r}")
    compared = [
        _compared(kind, getattr(before, kind.name), getattr(now, kind.name), before, now)
        for kind in (_RATE, *_INTERVALS, *_AXES)
    ]
    kind = _Kind("qtc_ms", CORRECTIONS[correction], "ms", "longer", "shorter")
    corrected = _compared(kind, getattr(before.qtc_ms, correction), getattr(now.qtc_ms, correction), before, now)
    place = 1 + len(_INTERVALS)
    return (*compared[:place], corrected, *compared[place:])


def axis_difference_deg(before_deg: float, now_deg: float) -> float:
    """Return the shorter way from one axis to the other, -180 (exclusive) to 180 degrees, positive to the right."""
    return 180.0 - (180.0 - (now_deg - before_deg)) % 360.0


def source_note(before: Measurements, now: Measurements) -> str:
    """Say which values the tolerances weren't found for: those this program hasn't measured. Empty where it has all."""
    told = [
        f"{whose} {', '.join(labels)} {_ORIGINS[source]}"
        for whose, measured in (("the prior's", before), ("today's", now))
        for source in _ORIGINS
        if (labels := _labels_from(source, measured))
    ]
    if not told:
        return ""
    joined = "; ".join(told)
    return f"{joined[0].upper()}{joined[1:]}: the tolerances were found for values that the program measures."


_ORIGINS: Final = {
    MeasurementSource.DEVICE: "by the recording device",
    MeasurementSource.MANUAL: "set by hand",
}


def _labels_from(source: MeasurementSource, measured: Measurements) -> list[str]:
    """What is compared and comes from there."""
    kinds = (_RATE, *_INTERVALS, *_AXES)
    labels = {kind.name: kind.label for kind in kinds if getattr(measured, kind.name) is not None}
    if measured.qtc_ms.fridericia is not None:
        labels["qtc_ms"] = "QTc"
    return [label for name, label in labels.items() if measured.source_of(name).source is source]


def _compared(
    kind: _Kind, was: float | None, now_is: float | None, before: Measurements, now: Measurements
) -> Difference:
    before_value, now_value = _whole(was), _whole(now_is)
    if before_value is None or now_value is None:
        told = _why_not(kind.name, before if was is None else None, now if now_is is None else None)
        return Difference(kind.name, kind.label, kind.unit, before_value, now_value, None, None, Standing.REFUSED, told)
    is_axis = kind.unit == "°"
    apart = round(axis_difference_deg(before_value, now_value)) if is_axis else now_value - before_value
    tolerance = round(_tolerance(kind.name, before_value, before, now))
    within = abs(apart) <= tolerance
    return Difference(
        name=kind.name,
        label=kind.label,
        unit=kind.unit,
        before=before_value,
        now=now_value,
        difference=apart,
        tolerance=tolerance,
        standing=Standing.WITHIN if within else Standing.BEYOND,
        wording=Standing.WITHIN.value if within else _size(kind, apart),
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _size(kind: _Kind, apart: int) -> str:
    if kind.unit != "°":
        unit = kind.unit if kind.unit.startswith("/") else f" {kind.unit}"
        return f"{kind.more if apart > 0 else kind.less} by {abs(apart)}{unit}"
    if abs(apart) >= _TURNED_FROM_DEG:
        return f"turned by {abs(apart)} degrees"
    return f"{kind.more if apart > 0 else kind.less} by {abs(apart)} degrees"


def _tolerance(name: str, before_value: float, before: Measurements, now: Measurements) -> float:
    if name == "heart_rate_bpm":
        return max(_RATE_LEAST_BPM, _RATE_SHARE * before_value)
    if name == "qtc_ms":
        # A correction stretches the QT's error as it stretches the QT.
        return TOLERANCES["qt_ms"] * max(1.0, _stretch(before), _stretch(now))
    return TOLERANCES[name]


def _stretch(measured: Measurements) -> float:
    """By how much Fridericia's correction lengthens the QT."""
    qt, qtc = measured.qt_ms, measured.qtc_ms.fridericia
    return qtc / qt if qt and qtc else 1.0


def _why_not(name: str, before: Measurements | None, now: Measurements | None) -> str:
    reasons = {
        when: _reason(measured, name) for when, measured in (("before", before), ("now", now)) if measured is not None
    }
    if len(set(reasons.values())) < len(reasons):
        return f"Not measured in either: {reasons['now']}"
    return " ".join(f"Not measured {when}: {reason}" for when, reason in reasons.items())


def _reason(measured: Measurements, name: str) -> str:
    told = measured.reasons.get(name) or (measured.reasons.get("qt_ms", "") if name == "qtc_ms" else "")
    told = told.removeprefix("Not measured: ") or "no reason was kept."
    return f"{told[0].lower()}{told[1:]}"
