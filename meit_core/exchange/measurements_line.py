"""The measurements in one line: label above, value, unit smaller and lighter.

Below it what must be known of them: exchanged electrodes, and what a reader has set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.measurements import ARMS_EXCHANGED, Measurements
from meit_core.exchange.identity import JOINT, clock
from meit_core.exchange.palette import DANGER, MUTED
from meit_core.exchange.pen import Pen
from meit_core.exchange.typeface import MEDIUM, Face, shrink_to_fit, width_mm

_HEIGHT_MM: Final = 10.0
_REMARK_MM: Final = 2.8
"""More for each line below."""
_LABEL: Final = Face(6.5, ink=MUTED)
_VALUE: Final = Face(11, MEDIUM)
_UNIT: Final = Face(7.5, ink=MUTED)
_UNIT_GAP_MM: Final = 0.8
_WARNING: Final = Face(6.5, MEDIUM, DANGER)
_BY_HAND: Final = Face(6.5, ink=MUTED)
_SMALLEST_PT: Final = 4.0
_ABSENT: Final = "\N{EN DASH}"
_NAMES: Final = {
    "p_ms": "P",
    "pr_ms": "PR",
    "qrs_ms": "QRS",
    "qt_ms": "QT",
    "qtc_ms": "QTc",
    "p_axis_deg": "P axis",
    "qrs_axis_deg": "QRS axis",
    "t_axis_deg": "T axis",
}
"""Values that a reader may set on the median beat."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured value as printed; an empty unit where the value carries its own sign."""

    label: str
    value: str
    unit: str

    @property
    def width_mm(self) -> float:
        unit_mm = _UNIT_GAP_MM + width_mm(self.unit, _UNIT) if self.unit else 0
        return max(width_mm(self.label, _LABEL), width_mm(self.value, _VALUE) + unit_mm)


def quantities(measurements: Measurements) -> tuple[Quantity, ...]:
    """Values in reading order; a dash stands for what can't be measured, and a word beside the label for a hand."""
    m = measurements
    qtc, axes = m.qtc_ms, (m.p_axis_deg, m.qrs_axis_deg, m.t_axis_deg)

    def one(label: str, value: str, unit: str, *names: str) -> Quantity:
        manual = any(m.source_of(name).is_manual for name in names)
        return Quantity(f"{label} (manual)" if manual else label, value, unit)

    return (
        one("Rate", _number(m.heart_rate_bpm), "bpm"),
        one("RR", _number(m.rr_ms), "ms"),
        one("P", _number(m.p_ms), "ms", "p_ms"),
        one("PR", _number(m.pr_ms), "ms", "pr_ms"),
        one("QRS", _number(m.qrs_ms), "ms", "qrs_ms"),
        one("QT", _number(m.qt_ms), "ms", "qt_ms"),
        one("QTc Bazett / Fridericia", f"{_number(qtc.bazett)} / {_number(qtc.fridericia)}", "ms", "qtc_ms"),
        one(
            "Axis P / QRS / T",
            " / ".join(_number(axis, "\N{DEGREE SIGN}") for axis in axes),
            "",
            *("p_axis_deg", "qrs_axis_deg", "t_axis_deg"),
        ),
    )


def by_hand(measurements: Measurements) -> str:
    """Say which values a reader has set, who and when; empty where all are computed."""
    values: dict[str, list[str]] = {}
    for name, label in _NAMES.items():
        source = measurements.source_of(name)
        if source.is_manual:
            when = f", {clock(source.at)}" if source.at else ""
            values.setdefault(f"{source.by}{when}", []).append(label)
    told = (f"{', '.join(labels)} by {who}" for who, labels in values.items())
    return f"Set by hand: {JOINT.join(told)}" if values else ""


def height_mm(measurements: Measurements) -> float:
    """Room that the line takes."""
    return _HEIGHT_MM + _REMARK_MM * len(_remarks(measurements))


def draw(pen: Pen, measurements: Measurements, left_mm: float, width_mm: float, *, top_mm: float) -> None:
    """One row of labelled values with equal gaps, from edge to edge."""
    items = quantities(measurements)
    gap_mm = (width_mm - sum(item.width_mm for item in items)) / (len(items) - 1)
    x_mm = left_mm
    for item in items:
        pen.text(x_mm, top_mm + 2.6, item.label, _LABEL)
        end_mm = pen.text(x_mm, top_mm + 7.4, item.value, _VALUE)
        pen.text(end_mm + _UNIT_GAP_MM, top_mm + 7.4, item.unit, _UNIT)
        x_mm += item.width_mm + gap_mm
    for number, (told, face) in enumerate(_remarks(measurements)):
        fitting = shrink_to_fit(told, face, _SMALLEST_PT, width_mm)
        pen.text(left_mm, top_mm + 11.0 + number * _REMARK_MM, told, fitting)


def _remarks(measurements: Measurements) -> list[tuple[str, Face]]:
    warnings = [(ARMS_EXCHANGED, _WARNING)] if measurements.arms_exchanged else []
    told = by_hand(measurements)
    return [*warnings, (told, _BY_HAND)] if told else warnings


def _number(value: float | None, sign: str = "") -> str:
    if value is None:
        return _ABSENT
    return f"{value:.0f}".replace("-", "\N{MINUS SIGN}") + sign
