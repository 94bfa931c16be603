"""How large the sheet is drawn in the room there is, and how far apart its rows stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_view import SheetView
from meit_core.signal.sheet_geometry import Sheet, lay_out_view
from meit_desktop.plots.display_settings import ScaleMode

_ROW_PITCH_MM: Final = (20.0, 45.0)
_CROWDED_PITCH_MM: Final = 10.0
_CROWDED_ROWS: Final = 6
"""More rows than these may move closer together: overlap is the price of seeing twelve strips at once."""
_WELL_FILLED: Final = 0.6
"""Share of the window's width from which a sheet at true size isn't lost in it."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the sheet is fitted to.

    Attributes
    ----------
    width_px, height_px
        Of the view, in logical pixels.
    device_pixel_ratio
        Device pixels per logical pixel.
    true_px_per_mm
        Logical pixels of a true millimetre on this screen.
    """

    width_px: float
    height_px: float
    device_pixel_ratio: float
    true_px_per_mm: float


@dataclass(frozen=True, slots=True)
class FittedSheet:
    """A laid-out sheet and the scale to draw it at."""

    sheet: Sheet
    px_per_mm: float


def fit_sheet(record: EcgRecord, view: SheetView, room: Room, mode: ScaleMode) -> FittedSheet:
    """Lay a recording out for a view: rows spread over the height, the scale after the mode."""

    def lay_out(row_pitch_mm: float) -> Sheet:
        return lay_out_view(record, view, row_pitch_mm=row_pitch_mm)

    rows = view.rows
    least_mm = _ROW_PITCH_MM[0] if len(rows) <= _CROWDED_ROWS else _CROWDED_PITCH_MM
    smallest = lay_out(least_mm)
    fitted = min(room.width_px / smallest.width_mm, room.height_px / smallest.height_mm)
    px_per_mm = _scale(mode, fitted, smallest.width_mm, room)
    gaps = len(rows) - 1
    spread_mm = least_mm + (room.height_px / px_per_mm - smallest.height_mm) / gaps
    pitch_mm = math.floor(max(least_mm, min(_ROW_PITCH_MM[1], spread_mm)))
    if pitch_mm >= _ROW_PITCH_MM[0]:
        pitch_mm -= pitch_mm % 5  # every baseline on a bold line, as on paper
    # Rows further apart need less paper around tall complexes, never more: the sheet still fits.
    return FittedSheet(lay_out(pitch_mm) if pitch_mm > least_mm else smallest, px_per_mm)


def _scale(mode: ScaleMode, fitted: float, width_mm: float, room: Room) -> float:
    true = room.true_px_per_mm
    if mode is ScaleMode.TRUE_SIZE:
        return true
    if mode is ScaleMode.AUTO and true <= fitted and true * width_mm >= _WELL_FILLED * room.width_px:
        return true
    # A big square of a whole number of device pixels: the grid is then perfectly regular. At least one millimetre stays
    # larger than nothing where a splitter leaves no room.
    device_px = max(5, math.floor(fitted * 5 * room.device_pixel_ratio))
    return device_px / 5 / room.device_pixel_ratio
