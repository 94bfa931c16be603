"""How one recording is being looked at: enough to put the same sheet on paper."""

from __future__ import annotations

from dataclasses import dataclass

from meit_core.domain.display_filter import UNFILTERED, DisplayFilter
from meit_core.domain.sheet_layout import Rows, SheetLayout


@dataclass(frozen=True, slots=True)
class SheetView:
    """Arrangement, scale and filter of a tracing.

    Attributes
    ----------
    rows
        Which leads stand where.
    arrangement
        The same in words, as it is named beside the sheet.
    trace_width_mm
        Width of a row; speed and width give the seconds in it.
    rows_run_on
        Each row goes on in time where the one above it ended.
    start_s
        First second of the recording on the sheet.
    """

    rows: Rows = SheetLayout.THREE_BY_FOUR_ONE_RHYTHM.rows
    arrangement: str = SheetLayout.THREE_BY_FOUR_ONE_RHYTHM.value
    trace_width_mm: float = 250.0
    rows_run_on: bool = False
    start_s: float = 0.0
    speed_mm_per_s: float = 25.0
    gain_mm_per_mv: float = 10.0
    filter: DisplayFilter = UNFILTERED
