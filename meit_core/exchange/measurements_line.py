"""The measurements in one line: label above, value, unit smaller and lighter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.measurements import Measurements
from meit_core.exchange.palette import MUTED
from meit_core.exchange.pen import Pen
from meit_core.exchange.typeface import MEDIUM, Face, width_mm

HEIGHT_MM: Final = 10.0
_LABEL: Final = Face(6.5, ink=MUTED)
_VALUE: Final = Face(11, MEDIUM)
_UNIT: Final = Face(7.5, ink=MUTED)
_UNIT_GAP_MM: Final = 0.8
_ABSENT: Final = "\N{EN DASH}"


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
    """Values in reading order; a dash stands for what can't be measured."""
    m = measurements
    qtc, axes = m.qtc_ms, (m.p_axis_deg, m.qrs_axis_deg, m.t_axis_deg)
    return (
        Quantity("Rate", _number(m.heart_rate_bpm), "bpm"),
        Quantity("RR", _number(m.rr_ms), "ms"),
        Quantity("P", _number(m.p_ms), "ms"),
        Quantity("PR", _number(m.pr_ms), "ms"),
        Quantity("QRS", _number(m.qrs_ms), "ms"),
        Quantity("QT", _number(m.qt_ms), "ms"),
        Quantity("QTc Bazett / Fridericia", f"{_number(qtc.bazett)} / {_number(qtc.fridericia)}", "ms"),
        Quantity("Axis P / QRS / T", " / ".join(_number(axis, "\N{DEGREE SIGN}") for axis in axes), ""),
    )


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


def _number(value: float | None, sign: str = "") -> str:
    if value is None:
        return _ABSENT
    return f"{value:.0f}".replace("-", "\N{MINUS SIGN}") + sign
