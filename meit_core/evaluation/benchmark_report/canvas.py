"""A drawing as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

INK: Final = "#1b2430"
FAINT: Final = "#566270"
RULE: Final = "#dfe4ea"
OWN: Final = "#1f5fa8"
COLOURS: Final = (OWN, "#c2571a", "#2d8a6e", "#8a4fa3", "#8c6d1f", "#59636e")
"""Told apart with the common kinds of colour blindness; the model in question has the first."""
OTHERS: Final = ("#59636e", "#8f99a4", "#b9783f")

_FONT: Final = "Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"


class Canvas:
    """Collects shapes; all lengths in pixels of a drawing that is ``width`` wide."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self._size = (width, height)
        self._title = title
        self._shapes: list[str] = []

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, colour: str = RULE, width: float = 1, dashed: bool = False
    ) -> None:
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        self._shapes.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width:g}"{dash}/>'
        )

    def path(self, points: Sequence[tuple[float, float]], *, colour: str, width: float = 2) -> None:
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._shapes.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>')

    def area(self, points: Sequence[tuple[float, float]], *, colour: str) -> None:
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._shapes.append(f'<polygon points="{joined}" fill="{colour}" fill-opacity="0.13"/>')

    def dot(self, x: float, y: float, *, colour: str, radius: float = 3.5) -> None:
        self._shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{colour}"/>')

    def bar(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        self._shapes.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" fill="{colour}"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        colour: str = INK,
        size: float = 12,
        bold: bool = False,
    ) -> None:
        weight = ' font-weight="600"' if bold else ""
        self._shapes.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size:g}"{weight}>'
            f"{escape(words)}</text>"
        )

    def svg(self) -> str:
        width, height = self._size
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" role="img" font-family="{_FONT}">\n<title>{escape(self._title)}</title>\n'
            + "\n".join(self._shapes)
            + "\n</svg>"
        )
