"""What of the median beat page stays while marks move: paper, traces and the leads' names."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.leads import LEADS
from meit_desktop.language import tr
from meit_desktop.plots.median_item import paint_paper, paint_traces
from meit_desktop.plots.median_layout import MedianLayout, Panel
from meit_desktop.theme.tokens import Space, Tokens


def paint_ground(painter: QPainter, whole: QRectF, beat: AveragedBeat, layout: MedianLayout, tokens: Tokens) -> None:
    """Draw the sheet in the painter's font."""
    paint_paper(painter, whole, layout.origin, layout.px_per_mm, tokens)
    for panel in layout.panels:
        usable = not panel.label or panel.label in beat.usable_leads
        colour = tokens.trace if usable else tokens.muted
        # A single lead may reach into its neighbours' rows, as on the sheet.
        area = QRectF(panel.area.left(), 0, panel.area.width(), whole.height()) if panel.label else panel.area
        _paint_leads(painter, beat, panel, area, colour)
        if panel.label:
            painter.setPen(QColor(colour))
            words = panel.label if usable else f"{panel.label}  {tr('not measured on')}"
            place = panel.area.adjusted(Space.XS / 2 - panel.label_px, 0, 0, 0)
            # In front of its trace a name stands on the trace's line, else above it.
            where = Qt.AlignmentFlag.AlignVCenter if panel.label_px else Qt.AlignmentFlag.AlignTop
            painter.drawText(place, int(where), words)


def paint_lead(painter: QPainter, lead: str, beat: AveragedBeat, layout: MedianLayout, tokens: Tokens) -> None:
    """Let one lead stand out among the superimposed ones, if it is among them."""
    whole, row = layout.everything, LEADS.index(lead)
    if row in whole.rows:
        _paint_leads(painter, beat, Panel((row,), "", whole.area, whole.r_at, whole.scale), whole.area, tokens.accent)


def _paint_leads(painter: QPainter, beat: AveragedBeat, panel: Panel, area: QRectF, colour: str) -> None:
    paint_traces(
        painter,
        area,
        beat.signal_mv[list(panel.rows)],
        beat.fs_hz,
        r_index=beat.r_index,
        r_at=panel.r_at,
        scale=panel.scale,
        colour=colour,
    )
