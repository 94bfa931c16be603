"""Drawing in millimetres from the top left corner, over a reportlab canvas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from meit_core.exchange.palette import Ink
from meit_core.exchange.typeface import Face, printable, width_mm

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PT_PER_MM: Final = 72 / 25.4
_WATERMARK_ALPHA: Final = 0.09
"""Seen from across a desk, yet a P wave under it stays readable."""


class Pen:
    """One page's drawing surface; y grows downwards as the eye reads, numbers are millimetres."""

    def __init__(self, canvas: Canvas, height_mm: float) -> None:
        self._canvas = canvas
        self._height_mm = height_mm

    def _point(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        return x_mm * PT_PER_MM, (self._height_mm - y_mm) * PT_PER_MM

    def text(self, x_mm: float, y_mm: float, text: str, face: Face) -> float:
        """Write with the baseline at ``y_mm``; returns the x where the text ends."""
        shown = printable(text, face.font)
        self._canvas.setFont(face.font, face.size_pt)
        self._canvas.setFillColorRGB(*face.ink)
        self._canvas.drawString(*self._point(x_mm, y_mm), shown)
        return x_mm + width_mm(shown, face)

    def text_right(self, x_mm: float, y_mm: float, text: str, face: Face) -> None:
        """Write so that the text ends at ``x_mm``."""
        self.text(x_mm - width_mm(printable(text, face.font), face), y_mm, text, face)

    def rectangle(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, *, fill: Ink) -> None:
        self._canvas.setFillColorRGB(*fill)
        left, bottom = self._point(x_mm, y_mm + height_mm)
        self._canvas.rect(left, bottom, width_mm * PT_PER_MM, height_mm * PT_PER_MM, stroke=0, fill=1)

    def lines(self, lines: Iterable[Iterable[tuple[float, float]]], ink: Ink, width_mm: float) -> None:
        """Stroke polylines as one path, each given as points in mm."""
        path = self._canvas.beginPath()
        for line in lines:
            draw = path.moveTo
            for x_mm, y_mm in line:
                draw(*self._point(x_mm, y_mm))
                draw = path.lineTo
        self._canvas.setStrokeColorRGB(*ink)
        self._canvas.setLineWidth(width_mm * PT_PER_MM)
        self._canvas.setLineJoin(1)
        self._canvas.setLineCap(1)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def watermark(self, x_mm: float, y_mm: float, text: str, face: Face) -> None:
        """Write large, slanting and translucent around a centre, leaving what is beneath readable."""
        self._canvas.saveState()
        self._canvas.setFillColorRGB(*face.ink)
        self._canvas.setFillAlpha(_WATERMARK_ALPHA)
        self._canvas.setFont(face.font, face.size_pt)
        self._canvas.translate(*self._point(x_mm, y_mm))
        self._canvas.rotate(20)
        self._canvas.drawCentredString(0, -face.size_pt * 0.36, text)
        self._canvas.restoreState()

    def clip_to(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> None:
        """Confine drawing to a rectangle until :meth:`unclip`."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        left, bottom = self._point(x_mm, y_mm + height_mm)
        path.rect(left, bottom, width_mm * PT_PER_MM, height_mm * PT_PER_MM)
        self._canvas.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        self._canvas.restoreState()

    def end_page(self) -> None:
        self._canvas.showPage()
