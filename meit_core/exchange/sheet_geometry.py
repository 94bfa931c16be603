"""Where every stretch of trace lies on the printed sheet, in true millimetres.

Three rows of four columns (Einthoven, Goldberger, V1-V3, V4-V6) over a rhythm strip of lead II: the common format of
AHA/ACC/HRS Part I (Kligfield et al., Circulation 2007;115:1306), each column continuing in time where the last ended.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.record import EcgRecord, LeadStatus

ROWS: Final = (("I", "aVR", "V1", "V4"), ("II", "aVL", "V2", "V5"), ("III", "aVF", "V3", "V6"))
RHYTHM_LEAD: Final = "II"
TRACE_WIDTH_MM: Final = 250.0
ROW_PITCH_MM: Final = 25.0
ABOVE_MM: Final = 15.0
BELOW_MM: Final = 10.0
"""Paper above the first and below the last baseline; grows by whole squares where a tall lead needs it."""
PULSE_WIDTH_MM: Final = 5.0
_MOST_EXTRA_MM: Final = 35.0
_COLUMN_MM: Final = TRACE_WIDTH_MM / 4


@dataclass(frozen=True, slots=True)
class Segment:
    """One lead in one column.

    Attributes
    ----------
    points_mm
        (n, 2) x and y from the sheet's top left corner; empty where the lead was not recorded.
    """

    lead: str
    status: LeadStatus
    x_mm: float
    baseline_mm: float
    points_mm: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out 12-lead sheet.

    Attributes
    ----------
    pulses_mm
        (6, 2) outlines of the 1 mV calibration pulses, one for each row.
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
    shown: str
    cut_leads: tuple[str, ...]


def lay_out_sheet(record: EcgRecord, *, gain_mm_per_mv: float, speed_mm_per_s: float, roomy: bool = True) -> Sheet:
    """Place a recording on the sheet.

    Parameters
    ----------
    roomy
        Leave a margin of paper around the traces (A4); False for a page only just wide enough (Letter).

    Notes
    -----
    Each segment is centred on its own median, which moves it on the paper and changes no amplitude or interval.
    """
    lead_in_mm, tail_mm = (15.0, 5.0) if roomy else (10.0, 0.0)
    column_s = _COLUMN_MM / speed_mm_per_s
    page_s = TRACE_WIDTH_MM / speed_mm_per_s
    # A recording a little short of the page still runs on from column to column; a much shorter one would leave whole
    # leads empty, so there every column starts at the beginning.
    running = record.duration_s >= page_s - column_s / 2

    placed = [
        (
            row,
            lead,
            lead_in_mm + column * _COLUMN_MM,
            _stretch(record, lead, column * column_s if running else 0, column_s),
        )
        for row, leads in enumerate(ROWS)
        for column, lead in enumerate(leads)
    ]
    placed.append((len(ROWS), RHYTHM_LEAD, lead_in_mm, _stretch(record, RHYTHM_LEAD, 0, page_s)))

    above_mm = max(gain_mm_per_mv * float(y.max(initial=0)) - row * ROW_PITCH_MM for row, _, _, y in placed)
    below_mm = max(
        -gain_mm_per_mv * float(y.min(initial=0)) - (len(ROWS) - row) * ROW_PITCH_MM for row, _, _, y in placed
    )
    top_mm, bottom_mm = _edge(above_mm, ABOVE_MM), _edge(below_mm, BELOW_MM)
    height_mm = top_mm + len(ROWS) * ROW_PITCH_MM + bottom_mm

    segments, cut = [], []
    for row, lead, x_mm, signal_mv in placed:
        baseline_mm = top_mm + row * ROW_PITCH_MM
        x = x_mm + np.arange(signal_mv.size) * (speed_mm_per_s / record.fs_hz)
        y = baseline_mm - signal_mv * gain_mm_per_mv
        if signal_mv.size and (y.min() < 0 or y.max() > height_mm) and lead not in cut:
            cut.append(lead)
        status = record.lead_status[LEADS.index(lead)]
        segments.append(Segment(lead, status, x_mm, baseline_mm, np.column_stack((x, y))))
    baselines = [top_mm + row * ROW_PITCH_MM for row in range(len(ROWS) + 1)]
    return Sheet(
        width_mm=lead_in_mm + TRACE_WIDTH_MM + tail_mm,
        height_mm=height_mm,
        segments=tuple(segments),
        pulses_mm=tuple(_pulse(lead_in_mm, baseline, gain_mm_per_mv) for baseline in baselines),
        column_marks_mm=tuple(
            (lead_in_mm + column * _COLUMN_MM, baseline) for baseline in baselines[:-1] for column in (1, 2, 3)
        ),
        shown=_shown(record.duration_s, page_s, column_s, running),
        cut_leads=tuple(cut),
    )


def _stretch(record: EcgRecord, lead: str, start_s: float, length_s: float) -> npt.NDArray[np.float64]:
    if record.lead_status[LEADS.index(lead)] is LeadStatus.MISSING:
        return np.empty(0)
    start = round(start_s * record.fs_hz)
    # One sample more than the stretch holds, so that the line reaches the next column's first sample.
    signal = record.lead(lead)[start : round((start_s + length_s) * record.fs_hz) + 1].astype(np.float64)
    return signal - np.median(signal) if signal.size else signal


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


def _shown(duration_s: float, page_s: float, column_s: float, running: bool) -> str:
    if not running:
        return f"each lead from 0 s, recording {duration_s:.3g} s"
    if duration_s > page_s + column_s / 2:
        return f"first {page_s:g} s of {duration_s:.3g} s"
    return f"{duration_s:.3g} s"
