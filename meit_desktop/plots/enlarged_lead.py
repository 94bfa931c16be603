"""One lead over the whole sheet: which, on how many lines, and which one is next."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import INVERTED, LeadOrder
from meit_core.domain.sheet_view import SheetView
from meit_core.signal.sheet_geometry import TRACE_WIDTH_MM
from meit_desktop.language import marked, tr
from meit_desktop.plots.display_settings import DisplaySettings
from meit_desktop.plots.display_words import layout_words

FIRST_LEAD: Final = "II"
"""Enlarged when none is pointed at: the usual rhythm strip."""
_LINES: Final = 2
_MOST_LINES: Final = 12
_CHEST: Final = ("V1", "V2", "V3", "V4", "V5", "V6")
_WHOLE: Final = marked("{lead}, whole recording")
_ALONE: Final = marked("{lead} alone")


@dataclass(frozen=True, slots=True)
class EnlargedLead:
    """Attributes: the lead's name as it stands beside the trace; the whole recording instead of a sheet's length."""

    name: str
    whole_recording: bool = False

    @property
    def words(self) -> str:
        """For print, which is English."""
        return self.template.format(lead=self.name)

    @property
    def template(self) -> str:
        return _WHOLE if self.whole_recording else _ALONE


def arrangement_words(settings: DisplaySettings, enlarged: EnlargedLead | None) -> str:
    """What stands on the sheet, for the screen."""
    if enlarged is None:
        return layout_words(settings.layout, settings.order)
    return tr(enlarged.template).format(lead=enlarged.name)


def arranged(settings: DisplaySettings, record: EcgRecord, enlarged: EnlargedLead | None, start_s: float) -> SheetView:
    """How a recording stands on the sheet: in its layout, or one lead on lines that run on.

    One lead stands on two lines of half a sheet's width, so that they are drawn twice as large as the rows of a sheet;
    a whole recording takes as many full lines as it needs, at most twelve.
    """
    rows, words, width_mm = settings.rows, layout_words(settings.layout, settings.order), TRACE_WIDTH_MM
    if enlarged is not None:
        lines, words = _LINES, enlarged.words
        if enlarged.whole_recording:
            needed = math.ceil(record.duration_s * settings.speed_mm_per_s / TRACE_WIDTH_MM)
            lines = max(_LINES, min(_MOST_LINES, needed))
        else:
            width_mm = TRACE_WIDTH_MM / _LINES
        rows = ((enlarged.name,),) * lines
    return SheetView(
        rows=rows,
        arrangement=words,
        trace_width_mm=width_mm,
        rows_run_on=enlarged is not None,
        start_s=start_s,
        speed_mm_per_s=settings.speed_mm_per_s,
        gain_mm_per_mv=settings.gain_mm_per_mv,
        filter=settings.filter,
    )


def next_lead(name: str, order: LeadOrder, step: int) -> str:
    """The lead ``step`` places on in the order of the sheet; after the last comes the first."""
    leads = (*order.limb_leads, *_CHEST)
    recorded = [lead.removeprefix(INVERTED) for lead in leads]
    return leads[(recorded.index(name.removeprefix(INVERTED)) + step) % len(leads)]


def next_enlargement(
    enlarged: EnlargedLead | None, pointed: str | None, settings: DisplaySettings, record: EcgRecord
) -> EnlargedLead | None:
    """What the key leads to: one lead, then its whole recording where that is longer, then all leads again."""
    if enlarged is None:
        return EnlargedLead(pointed or FIRST_LEAD)
    longer = record.duration_s * settings.speed_mm_per_s > TRACE_WIDTH_MM * 1.01
    return EnlargedLead(enlarged.name, True) if longer and not enlarged.whole_recording else None
