"""Draws a laid-out 12-lead sheet: paper, grid, traces, calibration pulses, lead names."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from meit_core.domain.record import LeadStatus
from meit_core.exchange.palette import (
    GRID_BOLD,
    GRID_BOLD_MM,
    GRID_FINE,
    GRID_FINE_MM,
    MUTED,
    PAPER,
    TRACE,
    TRACE_MM,
)
from meit_core.exchange.surface import Surface
from meit_core.exchange.typeface import MEDIUM, Face
from meit_core.signal.sheet_geometry import Segment, Sheet

_LABEL_ABOVE_MM = 8.5
_LABEL_SHARE = 0.4
"""Of the distance between rows: where they are close, a name must not reach into the row above."""
_ORIGIN_WORDS = {
    LeadStatus.DERIVED: "derived",
    LeadStatus.REPAIRED: "repaired",
    LeadStatus.MISSING: "not recorded",
}


def draw_sheet(pen: Surface, sheet: Sheet, x_mm: float, y_mm: float) -> None:
    """Draw ``sheet`` with its top left corner at (``x_mm``, ``y_mm``) of the page, at true scale."""
    pen.rectangle(x_mm, y_mm, sheet.width_mm, sheet.height_mm, fill=PAPER)
    pen.lines(_grid(sheet, x_mm, y_mm, bold=False), GRID_FINE, GRID_FINE_MM)
    pen.lines(_grid(sheet, x_mm, y_mm, bold=True), GRID_BOLD, GRID_BOLD_MM)
    pen.clip_to(x_mm, y_mm, sheet.width_mm, sheet.height_mm)
    corner_mm = np.array((x_mm, y_mm))
    for outline in sheet.pulses_mm:
        pen.lines([(outline + corner_mm).tolist()], TRACE, TRACE_MM)
    marks = [[(x_mm + x, y_mm + y - 6), (x_mm + x, y_mm + y - 4)] for x, y in sheet.column_marks_mm]
    pen.lines(marks, TRACE, TRACE_MM)
    for segment in sheet.segments:
        if segment.points_mm.size:
            pen.lines([(segment.points_mm + corner_mm).tolist()], TRACE, TRACE_MM)
    pen.unclip()
    above_mm = min(_LABEL_ABOVE_MM, _LABEL_SHARE * sheet.row_pitch_mm)
    for segment in sheet.segments:
        _label(pen, segment, x_mm, y_mm, above_mm)


def _grid(sheet: Sheet, x_mm: float, y_mm: float, *, bold: bool) -> Iterator[list[tuple[float, float]]]:
    """Every millimetre that is (``bold``) or isn't a fifth one."""
    for column in range(round(sheet.width_mm) + 1):
        if (column % 5 == 0) is bold:
            yield [(x_mm + column, y_mm), (x_mm + column, y_mm + sheet.height_mm)]
    for row in range(round(sheet.height_mm) + 1):
        if (row % 5 == 0) is bold:
            yield [(x_mm, y_mm + row), (x_mm + sheet.width_mm, y_mm + row)]


def _label(pen: Surface, segment: Segment, x_mm: float, y_mm: float, above_mm: float) -> None:
    left, baseline = x_mm + segment.x_mm + 1.5, y_mm + segment.baseline_mm - above_mm
    end = pen.text(left, baseline, segment.name, Face(9, MEDIUM, TRACE))
    if words := _ORIGIN_WORDS.get(segment.status):
        pen.text(end + 1.2, baseline, words, Face(6.5, ink=MUTED))
