"""Where the parts of the median beat page stand: all leads superimposed on the left, each by itself on the right.

One sheet of paper lies under all of it; R peaks and baselines stand on its bold lines where there is room for that.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.leads import CHEST_LEADS, LEADS, LIMB_LEADS
from meit_desktop.plots.median_item import BeatScale

ALL_SPEED_MM_PER_S: Final = 100.0
LEAD_SPEED_MM_PER_S: Final = 50.0
_ALL_GAINS: Final = (40.0, 20.0, 10.0, 5.0, 2.5)
_LEAD_GAINS: Final = (10.0, 5.0, 2.5)
_MARGIN_MM: Final = 3.0
"""Before the first column, and at least after each."""
_LEAST_HEIGHT_MM: Final = 100.0
_LEAD_ROWS: Final = 6
_OVERLAP: Final = 2.0
"""How many rows a single lead may reach over before its gain is halved, as tall complexes do on the sheet."""
_WELL_FILLED: Final = 0.6
"""Share of the view's width from which a sheet at true size isn't lost in it, as for the tracing."""
_ON_BOLD_LINES_MM: Final = 15
"""From this pitch on rows stand a whole number of big squares apart."""
_BASELINE_SHARE: Final = 0.6
"""Where the baseline stands in a row: R waves reach up further than S waves down."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A stretch of the paper on which leads are drawn.

    Attributes
    ----------
    rows
        Rows of the beat's signal.
    label
        Name of the lead; empty where all are superimposed.
    label_px
        Room in front of the trace that is the name's alone; none where the name fits above the trace.
    r_at
        Pixel of the R peak at 0 mV.
    """

    rows: tuple[int, ...]
    label: str
    area: QRectF
    r_at: QPointF
    scale: BeatScale
    label_px: float = 0.0

    def x_of(self, from_r_ms: float) -> float:
        return self.r_at.x() + from_r_ms * self.scale.px_per_ms

    def ms_at(self, x_px: float) -> float:
        """Time from the R peak under a pixel."""
        return (x_px - self.r_at.x()) / self.scale.px_per_ms


@dataclass(frozen=True, slots=True)
class MedianLayout:
    """Attributes
    ----------
    everything
        The panel with all leads superimposed.
    leads
        Twelve panels with one lead each.
    origin
        A crossing of bold lines.
    """

    everything: Panel
    leads: tuple[Panel, ...]
    origin: QPointF
    px_per_mm: float

    @property
    def panels(self) -> tuple[Panel, ...]:
        return (self.everything, *self.leads)


def lay_out_median(
    beat: AveragedBeat,
    width_px: float,
    height_px: float,
    *,
    flags_px: float,
    label_px: tuple[float, float],
    true_px_per_mm: float,
    ratio: float,
) -> MedianLayout:
    """Fit the panels into a view.

    Parameters
    ----------
    flags_px
        Room for the names of the marks above the superimposed leads.
    label_px
        Width and height of the longest name of a lead.
    true_px_per_mm
        Logical pixels of a true millimetre on this screen; used where the sheet fits at it and isn't lost in the view.
    ratio
        Device pixels per logical pixel.
    """
    before_ms, after_ms = beat.r_index * beat.step_ms, (beat.n_samples - 1 - beat.r_index) * beat.step_ms
    speeds = (ALL_SPEED_MM_PER_S, LEAD_SPEED_MM_PER_S, LEAD_SPEED_MM_PER_S)
    columns = [_Column.of(before_ms, after_ms, speed) for speed in speeds]
    width_mm = _MARGIN_MM + sum(column.pitch_mm for column in columns)
    fitted = min(width_px / width_mm, height_px / _LEAST_HEIGHT_MM)
    px = _scale(fitted, true_px_per_mm, well_filled=true_px_per_mm * width_mm >= _WELL_FILLED * width_px, ratio=ratio)
    room = _Room(height_px, flags_px, px, ratio)
    gutter_mm = _gutter_mm(label_px, width_px / px - width_mm, room)
    width_mm += 2 * gutter_mm
    starts = [math.floor((width_px - width_mm * px) / 2 * ratio) / ratio + _MARGIN_MM * px]
    for column in columns[:-1]:
        starts.append(starts[-1] + (column.pitch_mm + gutter_mm) * px)
    everything = _superimposed(beat, columns[0], starts[0], room)
    leads = [
        panel
        for column, start, names in zip(columns[1:], starts[1:], (LIMB_LEADS, CHEST_LEADS), strict=True)
        for panel in _single(beat, column, start, names, room, label_px=gutter_mm * px)
    ]
    return MedianLayout(everything, tuple(leads), everything.r_at, px)


@dataclass(frozen=True, slots=True)
class _Room:
    """Height of the view and of the flags in logical pixels, and the scale."""

    height_px: float
    flags_px: float
    px_per_mm: float
    ratio: float

    def on_pixel(self, at_px: float) -> float:
        return round(at_px * self.ratio) / self.ratio

    @property
    def row_pitch_mm(self) -> float:
        """Height of a single lead's row."""
        pitch_mm = math.floor(self.height_px / self.px_per_mm / _LEAD_ROWS)
        return pitch_mm - pitch_mm % 5 if pitch_mm >= _ON_BOLD_LINES_MM else pitch_mm


@dataclass(frozen=True, slots=True)
class _Column:
    """How far a column reaches before and after R."""

    speed_mm_per_s: float
    before_mm: float
    after_mm: float

    @classmethod
    def of(cls, before_ms: float, after_ms: float, speed_mm_per_s: float) -> _Column:
        per_ms = speed_mm_per_s / 1000
        return cls(speed_mm_per_s, 5 * math.ceil(before_ms * per_ms / 5), math.ceil(after_ms * per_ms))

    @property
    def width_mm(self) -> float:
        return self.before_mm + self.after_mm

    @property
    def pitch_mm(self) -> float:
        """To the next column: whole big squares, so that every R peak stands on a bold line."""
        return 5 * math.ceil((self.width_mm + _MARGIN_MM) / 5)


def _scale(fitted: float, true: float, *, well_filled: bool, ratio: float) -> float:
    if true <= fitted and well_filled:
        return true
    # A big square of a whole number of device pixels makes a regular grid.
    return max(5, math.floor(fitted * 5 * ratio)) / 5 / ratio


def _superimposed(beat: AveragedBeat, column: _Column, left_px: float, room: _Room) -> Panel:
    """The largest gain at which every usable lead is seen whole."""
    px = room.px_per_mm
    rows = tuple(LEADS.index(lead) for lead in beat.usable_leads)
    shown = beat.signal_mv[list(rows)]
    highest, lowest = float(shown.max()), float(shown.min())
    free_px = room.height_px - room.flags_px - 2 * px
    gain = next((gain for gain in _ALL_GAINS if (highest - lowest) * gain * px <= free_px), _ALL_GAINS[-1])
    spare_px = free_px - (highest - lowest) * gain * px
    baseline_px = room.on_pixel(room.flags_px + px + spare_px / 2 + highest * gain * px)
    r_at = QPointF(room.on_pixel(left_px + column.before_mm * px), baseline_px)
    area = QRectF(left_px, 0, column.width_mm * px, room.height_px)
    return Panel(rows, "", area, r_at, BeatScale(column.speed_mm_per_s, gain, px))


def _gutter_mm(label_px: tuple[float, float], spare_mm: float, room: _Room) -> float:
    """Room in front of each column of single leads, where their names are too large to stand above the traces.

    Whole big squares, as far as the paper has them to spare.
    """
    width_px, height_px = label_px
    if height_px <= _BASELINE_SHARE * room.row_pitch_mm * room.px_per_mm:
        return 0.0
    wanted = math.ceil(width_px / room.px_per_mm / 5)
    return 5.0 * max(0, min(wanted, math.floor(spare_mm / 2 / 5)))


def _single(
    beat: AveragedBeat, column: _Column, left_px: float, names: tuple[str, ...], room: _Room, *, label_px: float
) -> list[Panel]:
    px, pitch_mm = room.px_per_mm, room.row_pitch_mm
    top_px = (room.height_px - pitch_mm * _LEAD_ROWS * px) / 2
    tallest = float(np.max(np.ptp(beat.signal_mv, axis=1)))
    gain = next((gain for gain in _LEAD_GAINS if tallest * gain <= _OVERLAP * pitch_mm), _LEAD_GAINS[-1])
    panels = []
    for row, name in enumerate(names):
        top = top_px + row * pitch_mm * px
        r_at = QPointF(
            room.on_pixel(left_px + column.before_mm * px), room.on_pixel(top + _BASELINE_SHARE * pitch_mm * px)
        )
        area = QRectF(left_px, top, column.width_mm * px, pitch_mm * px)
        scale = BeatScale(column.speed_mm_per_s, gain, px)
        panels.append(Panel((LEADS.index(name),), name, area, r_at, scale, label_px))
    return panels
