"""Places everything before anything is drawn, since every page names the number of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from meit_core.domain.display_filter import UNFILTERED
from meit_core.domain.measurements import LeadQuality
from meit_core.exchange import measurements_line
from meit_core.exchange.document import PageSize, ReportDocument
from meit_core.exchange.ecg_sheet import draw_sheet
from meit_core.exchange.header_block import HeaderBlock
from meit_core.exchange.identity import JOINT, status_words
from meit_core.exchange.palette import BORDER, DANGER, HAIRLINE_MM, MUTED
from meit_core.exchange.pen import Pen
from meit_core.exchange.report_flow import TEXT_SIZES_PT, Line, compose, draw_lines, fill_page, notes_on
from meit_core.exchange.signature_block import SHORT_HASH, compose_signature
from meit_core.exchange.typeface import MEDIUM, Face
from meit_core.signal.display_filter import filtered_for_display
from meit_core.signal.sheet_geometry import lay_out_sheet

_MARGIN_MM: Final = 8.0
_FOOTER_MM: Final = 6.0
_CAPTION_MM: Final = 6.5
_SIGNATURE_WIDTH_MM: Final = 74.0
_GUTTER_MM: Final = 10.0
_SETTINGS: Final = Face(7.5, MEDIUM)
_FINE_PRINT: Final = Face(7, ink=MUTED)
_WATERMARK: Final = Face(96, MEDIUM, DANGER)


@dataclass(frozen=True, slots=True)
class _Page:
    """Text of one page and where it begins."""

    lines: list[Line]
    top_mm: float
    with_sheet: bool


class PageLayout:
    """The pages of one document, ready to be drawn in order."""

    def __init__(self, document: ReportDocument) -> None:
        self._document = document
        page_width_mm, self._page_height_mm = document.page_size.size_mm
        self._sheet = lay_out_sheet(
            filtered_for_display(document.record, document.display_filter),
            gain_mm_per_mv=document.gain_mm_per_mv,
            speed_mm_per_s=document.speed_mm_per_s,
            roomy=document.page_size is PageSize.A4,
        )
        self._width_mm = self._sheet.width_mm
        self._left_mm = (page_width_mm - self._width_mm) / 2
        self._right_mm = self._left_mm + self._width_mm
        self._header = HeaderBlock(document, self._left_mm, self._width_mm)
        self._header_end_mm = _MARGIN_MM + self._header.height_mm
        self._sheet_top_mm = self._header_end_mm + measurements_line.height_mm(document.measurements)
        self._text_width_mm = self._width_mm - _SIGNATURE_WIDTH_MM - _GUTTER_MM
        self._signature = compose_signature(document, _SIGNATURE_WIDTH_MM)
        self._pages = self._paginate()
        self._signature_page = next(number for number, page in enumerate(self._pages, start=1) if page.lines)

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def _paginate(self) -> list[_Page]:
        bottom_mm = self._page_height_mm - _MARGIN_MM - _FOOTER_MM
        top_mm = self._sheet_top_mm + self._sheet.height_mm + _CAPTION_MM
        notes = [*notes_on(self._document), *(f"Header, continued: {words}" for words in self._header.left_over)]
        rest = compose(self._document, notes, self._text_width_mm, TEXT_SIZES_PT[0])
        if top_mm + sum(line.advance_mm for line in self._signature) > bottom_mm:
            # Beneath a sheet this tall the signature has no room: report and signature go on together.
            pages = [_Page([], top_mm, with_sheet=True)]
        else:
            for text_pt in TEXT_SIZES_PT:
                lines = compose(self._document, notes, self._text_width_mm, text_pt)
                if sum(line.advance_mm for line in lines) <= bottom_mm - top_mm:
                    return [_Page(lines, top_mm, with_sheet=True)]
            here, rest = fill_page(rest, bottom_mm - top_mm)
            pages = [_Page(here, top_mm, with_sheet=True)]
        top_mm = self._header_end_mm + 2
        while rest:
            here, rest = fill_page(rest, bottom_mm - top_mm)
            pages.append(_Page(here, top_mm, with_sheet=False))
        return pages

    def draw(self, pen: Pen, number: int) -> None:
        """Draw page ``number``, counted from 1."""
        page = self._pages[number - 1]
        self._header.draw(pen, _MARGIN_MM)
        if page.with_sheet:
            self._draw_sheet(pen)
        draw_lines(pen, page.lines, self._left_mm, page.top_mm)
        if number == self._signature_page:
            draw_lines(pen, self._signature, self._right_mm - _SIGNATURE_WIDTH_MM, page.top_mm)
        if not self._document.confirmed:
            pen.watermark(self._left_mm + self._width_mm / 2, self._page_height_mm / 2, "UNCONFIRMED", _WATERMARK)
        self._draw_footer(pen, number)
        pen.end_page()

    def _draw_sheet(self, pen: Pen) -> None:
        measurements = self._document.measurements
        measurements_line.draw(pen, measurements, self._left_mm, self._width_mm, top_mm=self._header_end_mm)
        draw_sheet(pen, self._sheet, self._left_mm, self._sheet_top_mm)
        baseline_mm = self._sheet_top_mm + self._sheet.height_mm + 3.6
        pen.text(self._left_mm, baseline_mm, settings_words(self._document), _SETTINGS)
        pen.text_right(self._right_mm, baseline_mm, self._remarks(), Face(7.5, ink=MUTED))

    def _draw_footer(self, pen: Pen, number: int) -> None:
        baseline_mm = self._page_height_mm - _MARGIN_MM
        pen.lines([[(self._left_mm, baseline_mm - 4), (self._right_mm, baseline_mm - 4)]], BORDER, HAIRLINE_MM)
        _, warning = status_words(self._document)
        settings = settings_words(self._document) if number > 1 else ""
        draft = self._document.drafted_by
        continued = f"continued on page {number + 1}" if number < self.page_count else ""
        model = f"{draft.pack} {draft.pack_sha256[:SHORT_HASH]}" if draft else ""
        words = JOINT.join(part for part in (warning, settings, model, continued) if part)
        pen.text(self._left_mm, baseline_mm, words, _FINE_PRINT)
        pen.text_right(self._right_mm, baseline_mm, f"page {number} of {self.page_count}", _FINE_PRINT)

    def _remarks(self) -> str:
        poor = [
            f"{lead} {quality.value}"
            for lead, quality in self._document.measurements.quality.items()
            if quality not in (LeadQuality.GOOD, LeadQuality.MISSING)
        ]
        remarks = [
            f"quality: {', '.join(poor)}" if poor else "",
            f"beyond the paper: {', '.join(self._sheet.cut_leads)}" if self._sheet.cut_leads else "",
            self._sheet.shown,
            f"{self._document.record.fs_hz:g} Hz",
        ]
        return JOINT.join(remark for remark in remarks if remark)


def settings_words(document: ReportDocument) -> str:
    """Speed, gain and filter as printed on every page."""
    shown = document.display_filter
    words = "none (raw)" if shown == UNFILTERED else shown.words
    settings = (f"{document.speed_mm_per_s:g} mm/s", f"{document.gain_mm_per_mv:g} mm/mV", f"filter: {words}")
    return JOINT.join((*settings, shown.warning) if shown.warning else settings)
