"""Where every stretch of trace lies on a 12-lead sheet, in true millimetres: one geometry for paper and screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus
from meit_core.domain.sheet_layout import INVERTED, Rows, SheetLayout
from meit_core.domain.sheet_view import SheetView

TRACE_WIDTH_MM: Final = 250.0
ROW_PITCH_MM: Final = 25.0
ABOVE_MM: Final = 15.0
BELOW_MM: Final = 10.0
"""Paper above the first and below the last baseline; grows by whole squares where a tall lead needs it."""
PULSE_WIDTH_MM: Final = 5.0
_MOST_EXTRA_MM: Final = 35.0


@dataclass(frozen=True, slots=True)
class Segment:
    """One lead in one column.

    Attributes
    ----------
    lead
        As recorded.
    inverted
        Drawn upside down.
    row
        Row of the sheet, 0 for the topmost.
    x_mm, width_mm
        Left edge and width of the column.
    start_s
        Time in the recording at ``x_mm``.
    first_sample
        Index in the recording of the first of ``points_mm``.
    points_mm
        (n, 2) x and y from the sheet's top left corner; empty where the lead was not recorded.
    """

    lead: str
    status: LeadStatus
    row: int
    x_mm: float
    width_mm: float
    baseline_mm: float
    start_s: float
    first_sample: int
    points_mm: npt.NDArray[np.float64]
    inverted: bool = False

    @property
    def name(self) -> str:
        """What stands beside the trace."""
        return f"{INVERTED}{self.lead}" if self.inverted else self.lead


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out 12-lead sheet.

    Attributes
    ----------
    pulses_mm
        (6, 2) outlines of the 1 mV calibration pulses, one for each row.
    column_marks_mm
        Where a row passes from one lead to the next.
    row_pitch_mm
        From one baseline to the next.
    start_s, page_s
        First second of the recording on the sheet, and how many seconds it holds.
    shown
        Which seconds of the recording are on the sheet, in words.
    cut_leads
        Leads whose trace leaves even the enlarged sheet.
    """

    width_mm: float
    height_mm: float
    segments: tuple[Segment, ...]
    pulses_mm: tuple[npt.NDArray[np.float64], ...]
    column_marks_mm: tuple[tuple[float, float], ...]
    row_pitch_mm: float
    start_s: float
    page_s: float
    shown: str
    cut_leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Samples of one lead and the place they go to."""

    row: int
    lead: str
    inverted: bool
    x_mm: float
    width_mm: float
    start_s: float
    first_sample: int
    signal_mv: npt.NDArray[np.float64]


def lay_out_sheet(
    record: EcgRecord,
    *,
    gain_mm_per_mv: float,
    speed_mm_per_s: float,
    roomy: bool = True,
    rows: Rows = SheetLayout.THREE_BY_FOUR_ONE_RHYTHM.rows,
    row_pitch_mm: float = ROW_PITCH_MM,
    trace_width_mm: float = TRACE_WIDTH_MM,
    start_s: float = 0.0,
    rows_run_on: bool = False,
) -> Sheet:
    """Place a recording on the sheet.

    Parameters
    ----------
    roomy
        Leave a margin of paper around the traces (A4); False for a page only just wide enough (Letter).
    rows
        Which leads stand where; a name after :data:`~meit_core.domain.sheet_layout.INVERTED` is drawn upside down.
    row_pitch_mm
        From one baseline to the next.
    start_s
        Where the sheet begins in the recording; moved back where less than a full sheet would follow.
    rows_run_on
        Each row continues in time where the one above it ended, for one lead on several lines; else all rows begin at
        the same moment.

    Notes
    -----
    Each segment is centred on its own median, which moves it on the paper and changes no amplitude or interval.
    """
    lead_in_mm, tail_mm = (15.0, 5.0) if roomy else (10.0, 0.0)
    row_s = trace_width_mm / speed_mm_per_s
    page_s = row_s * len(rows) if rows_run_on else row_s
    start_s = max(0.0, min(start_s, record.duration_s - page_s))
    # A recording a little short of the page still runs on from column to column; a much shorter one would leave whole
    # leads empty, so there every column starts at the beginning.
    longest_row = max(len(leads) for leads in rows)
    running = record.duration_s >= page_s - row_s / longest_row / 2

    placed = []
    for row, leads in enumerate(rows):
        width_mm = trace_width_mm / len(leads)
        row_start_s = start_s + (row * row_s if rows_run_on else 0.0)
        for column, name in enumerate(leads):
            lead, inverted = name.removeprefix(INVERTED), name.startswith(INVERTED)
            column_start_s = row_start_s + (column * row_s / len(leads) if running else 0.0)
            first, signal_mv = _samples(record, lead, column_start_s, row_s / len(leads))
            x_mm = lead_in_mm + column * width_mm
            shown_mv = -signal_mv if inverted else signal_mv
            placed.append(_Stretch(row, lead, inverted, x_mm, width_mm, column_start_s, first, shown_mv))

    last = len(rows) - 1
    above_mm = max(gain_mm_per_mv * float(item.signal_mv.max(initial=0)) - item.row * row_pitch_mm for item in placed)
    below_mm = max(
        -gain_mm_per_mv * float(item.signal_mv.min(initial=0)) - (last - item.row) * row_pitch_mm for item in placed
    )
    top_mm = _edge(above_mm, ABOVE_MM)
    height_mm = top_mm + last * row_pitch_mm + _edge(below_mm, BELOW_MM)

    segments, cut = [], []
    for item in placed:
        baseline_mm = top_mm + item.row * row_pitch_mm
        x = item.x_mm + np.arange(item.signal_mv.size) * (speed_mm_per_s / record.fs_hz)
        y = baseline_mm - item.signal_mv * gain_mm_per_mv
        if item.signal_mv.size and (y.min() < 0 or y.max() > height_mm) and item.lead not in cut:
            cut.append(item.lead)
        segments.append(
            Segment(
                lead=item.lead,
                status=record.lead_status[LEADS.index(item.lead)],
                row=item.row,
                x_mm=item.x_mm,
                width_mm=item.width_mm,
                baseline_mm=baseline_mm,
                start_s=item.start_s,
                first_sample=item.first_sample,
                points_mm=np.column_stack((x, y)),
                inverted=item.inverted,
            )
        )
    baselines = [top_mm + row * row_pitch_mm for row in range(len(rows))]
    return Sheet(
        width_mm=lead_in_mm + trace_width_mm + tail_mm,
        height_mm=height_mm,
        segments=tuple(segments),
        pulses_mm=tuple(_pulse(lead_in_mm, baseline, gain_mm_per_mv) for baseline in baselines),
        column_marks_mm=tuple(
            (lead_in_mm + column * trace_width_mm / len(leads), baselines[row])
            for row, leads in enumerate(rows)
            for column in range(1, len(leads))
        ),
        row_pitch_mm=row_pitch_mm,
        start_s=start_s,
        page_s=page_s,
        shown=_shown(record.duration_s, start_s, page_s, row_s / longest_row, running),
        cut_leads=tuple(cut),
    )


def _samples(record: EcgRecord, lead: str, start_s: float, length_s: float) -> tuple[int, npt.NDArray[np.float64]]:
    start = round(start_s * record.fs_hz)
    if record.lead_status[LEADS.index(lead)] is LeadStatus.MISSING:
        return start, np.empty(0)
    # One sample more than the stretch holds, so that the line reaches the next column's first sample.
    signal = record.lead(lead)[start : round((start_s + length_s) * record.fs_hz) + 1].astype(np.float64)
    return start, signal - np.median(signal) if signal.size else signal


def _edge(needed_mm: float, least_mm: float) -> float:
    extra_mm = math.ceil(max(0.0, needed_mm - least_mm) / 5) * 5.0
    return least_mm + min(extra_mm, _MOST_EXTRA_MM)


def _pulse(lead_in_mm: float, baseline_mm: float, gain_mm_per_mv: float) -> npt.NDArray[np.float64]:
    left = lead_in_mm - 3.0 - PULSE_WIDTH_MM
    right = left + PULSE_WIDTH_MM
    top = baseline_mm - gain_mm_per_mv
    return np.array(
        [
            (left - 2.0, baseline_mm),
            (left, baseline_mm),
            (left, top),
            (right, top),
            (right, baseline_mm),
            (right + 2.0, baseline_mm),
        ]
    )


def _shown(duration_s: float, start_s: float, page_s: float, column_s: float, running: bool) -> str:
    if not running:
        return f"each lead from 0 s, recording {duration_s:.3g} s"
    if start_s > 0:
        return f"{start_s:.3g} to {start_s + page_s:.3g} s of {duration_s:.3g} s"
    if duration_s > page_s + column_s / 2:
        return f"first {page_s:g} s of {duration_s:.3g} s"
    return f"{duration_s:.3g} s"


def lay_out_view(record: EcgRecord, view: SheetView, *, row_pitch_mm: float, roomy: bool = True) -> Sheet:
    """Place a recording on the sheet as it is looked at, see :func:`lay_out_sheet`."""
    return lay_out_sheet(
        record,
        gain_mm_per_mv=view.gain_mm_per_mv,
        speed_mm_per_s=view.speed_mm_per_s,
        rows=view.rows,
        row_pitch_mm=row_pitch_mm,
        trace_width_mm=view.trace_width_mm,
        start_s=view.start_s,
        rows_run_on=view.rows_run_on,
        roomy=roomy,
    )
