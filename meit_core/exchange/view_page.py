"""One page with the tracing as it is being looked at, and no word of a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from meit_core.domain.display_filter import UNFILTERED
from meit_core.domain.drawing import Drawing
from meit_core.domain.measurements import LeadQuality
from meit_core.domain.sheet_view import SheetView
from meit_core.errors import UserError
from meit_core.exchange.document import ReportDocument
from meit_core.exchange.ecg_sheet import draw_sheet
from meit_core.exchange.identity import JOINT, clock, identify
from meit_core.exchange.palette import DANGER, MUTED
from meit_core.exchange.surface import Recorder
from meit_core.exchange.typeface import MEDIUM, Face, printable, shrink_to_fit, width_mm
from meit_core.signal.display_filter import filtered_for_display
from meit_core.signal.sheet_geometry import Sheet, lay_out_view

WITHHELD: Final = "Name withheld"
_MARGIN_MM: Final = 8.0
_TITLE_MM: Final = 12.0
_CAPTION_MM: Final = 9.5
_NAME: Final = Face(13, MEDIUM)
_BODY: Final = Face(9)
_QUIET: Final = Face(9, ink=MUTED)
_SETTINGS: Final = Face(7.5, MEDIUM)
_FINE: Final = Face(7, ink=MUTED)
_PITCHES_MM: Final = (40.0, 35.0, 30.0, 25.0, 20.0, *(float(pitch) for pitch in range(19, 4, -1)))
"""Distances between baselines that are tried, widest first: whole big squares where they fit."""
_PICTURE_PITCH_MM: Final = {4: 30.0, 12: 15.0}
"""Distance on a picture, which is as high as it needs to be; 25 mm for other numbers of rows."""


def draw_view(
    document: ReportDocument, view: SheetView, *, with_name: bool = True, page_mm: tuple[float, float] | None = None
) -> Drawing:
    """Draw the tracing at true scale: title line, sheet, how it is shown.

    Nothing of a report is on the page, so no state of a report is either.

    Parameters
    ----------
    document
        Recording, measurements and patient; its text, gain, speed and filter aren't used.
    with_name
        False leaves out name, id, date of birth and the file's name; age, sex and date of the recording stay.
    page_mm
        Width and height of the paper; ``None`` for a picture that ends a margin beyond the sheet.

    Raises
    ------
    UserError
        The sheet is larger than the paper.
    """
    record = filtered_for_display(document.record, view.filter)

    def lay_out(pitch_mm: float, roomy: bool) -> Sheet:
        return lay_out_view(record, view, row_pitch_mm=pitch_mm, roomy=roomy)

    if page_mm is None:
        sheet = lay_out(_PICTURE_PITCH_MM.get(len(view.rows), 25.0), True)
        width = sheet.width_mm + 2 * _MARGIN_MM
        page_mm = (width, sheet.height_mm + 2 * _MARGIN_MM + _TITLE_MM + _CAPTION_MM)
    else:
        sheet = _fitting(lay_out, page_mm)
    left_mm = (page_mm[0] - sheet.width_mm) / 2
    recorder = Recorder()
    _draw_title(recorder, document, left_mm, sheet.width_mm, with_name=with_name)
    draw_sheet(recorder, sheet, left_mm, _MARGIN_MM + _TITLE_MM)
    _draw_caption(recorder, document, view, sheet, left_mm)
    return recorder.drawing(*page_mm)


def _fitting(lay_out: Callable[[float, bool], Sheet], page_mm: tuple[float, float]) -> Sheet:
    """The sheet with the widest rows that the paper has room for."""
    room_mm = (page_mm[0] - 2 * _MARGIN_MM, page_mm[1] - 2 * _MARGIN_MM - _TITLE_MM - _CAPTION_MM)
    for pitch_mm in _PITCHES_MM:
        for roomy in (True, False):
            sheet = lay_out(pitch_mm, roomy)
            if sheet.width_mm <= room_mm[0] and sheet.height_mm <= room_mm[1]:
                return sheet
    raise UserError(
        "The tracing is larger than this paper at true scale.",
        "Choose A4 or Letter in landscape, or a smaller gain or a layout with fewer rows.",
    )


def _draw_title(
    recorder: Recorder, document: ReportDocument, left_mm: float, wide_mm: float, *, with_name: bool
) -> None:
    who = identify(document)
    if not with_name:
        who = replace(who, name=WITHHELD, patient_id="", birth_date=None)
    right_mm = left_mm + wide_mm
    recorded = f"Recorded {clock(who.acquired_at)}" if who.acquired_at else "Recording time not given"
    simulated = "SIMULATED RECORDING, no real patient" if who.simulated else ""
    marked = Face(9, MEDIUM, DANGER) if simulated else _BODY
    room_mm = wide_mm - max(width_mm(printable(words), marked) for words in (recorded, simulated)) - 6
    name = printable(who.name)
    recorder.text(left_mm, _MARGIN_MM + 4.2, name, shrink_to_fit(name, _NAME, 6, room_mm))
    person = printable(who.person)
    recorder.text(left_mm, _MARGIN_MM + 9.0, person, shrink_to_fit(person, _QUIET, 5, room_mm))
    recorder.text_right(right_mm, _MARGIN_MM + 4.2, recorded, _BODY)
    second = simulated or who.device
    recorder.text_right(right_mm, _MARGIN_MM + 9.0, second, marked if simulated else _QUIET)


def _draw_caption(recorder: Recorder, document: ReportDocument, view: SheetView, sheet: Sheet, left_mm: float) -> None:
    top_mm = _MARGIN_MM + _TITLE_MM + sheet.height_mm
    right_mm = left_mm + sheet.width_mm
    filtered = "none (raw)" if view.filter == UNFILTERED else view.filter.words
    settings = [f"{view.speed_mm_per_s:g} mm/s", f"{view.gain_mm_per_mv:g} mm/mV", f"filter: {filtered}"]
    settings.append(view.arrangement)
    recorder.text(left_mm, top_mm + 4.0, JOINT.join(settings), _SETTINGS)
    poor = [
        f"{lead} {quality.value}"
        for lead, quality in document.measurements.quality.items()
        if quality not in (LeadQuality.GOOD, LeadQuality.MISSING)
    ]
    remarks = [
        f"quality: {', '.join(poor)}" if poor else "",
        f"beyond the paper: {', '.join(sheet.cut_leads)}" if sheet.cut_leads else "",
        sheet.shown,
        f"{document.record.fs_hz:g} Hz",
    ]
    recorder.text_right(right_mm, top_mm + 4.0, JOINT.join(words for words in remarks if words), _FINE)
    if view.filter.warning:
        recorder.text(left_mm, top_mm + 8.0, view.filter.warning, Face(7.5, MEDIUM, DANGER))
    note = "Tracing only, without report. True scale when printed at 100 %."
    recorder.text_right(right_mm, top_mm + 8.0, note, _FINE)
