"""What can be drawn upon in millimetres: a PDF's page, or a drawing that is put on something later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from meit_core.domain.drawing import Block, Box, Drawing, Lines, Shape, Words
from meit_core.exchange.palette import Ink
from meit_core.exchange.typeface import MEDIUM, Face, printable, width_mm


class Surface(Protocol):
    """Positions in mm from the top left corner; y grows downwards as the eye reads."""

    def text(self, x_mm: float, y_mm: float, text: str, face: Face) -> float:
        """Write with the baseline at ``y_mm``; returns the x where the text ends."""

    def text_right(self, x_mm: float, y_mm: float, text: str, face: Face) -> None:
        """Write so that the text ends at ``x_mm``."""

    def rectangle(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, *, fill: Ink) -> None:
        """Fill a rectangle."""

    def lines(self, lines: Iterable[Iterable[tuple[float, float]]], ink: Ink, width_mm: float) -> None:
        """Stroke polylines."""

    def clip_to(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> None:
        """Confine drawing to a rectangle until :meth:`unclip`."""

    def unclip(self) -> None:
        """Draw everywhere again."""


class Recorder:
    """A surface that keeps what is drawn; :meth:`drawing` hands it out."""

    def __init__(self) -> None:
        self._shapes: list[Shape] = []
        self._clip: Box | None = None

    def text(self, x_mm: float, y_mm: float, text: str, face: Face) -> float:
        shown = printable(text, face.font)
        if shown:
            medium = face.font == MEDIUM
            self._shapes.append(Words(x_mm, y_mm, shown, face.size_pt, _code(face.ink), medium))
        return x_mm + width_mm(shown, face)

    def text_right(self, x_mm: float, y_mm: float, text: str, face: Face) -> None:
        self.text(x_mm - width_mm(printable(text, face.font), face), y_mm, text, face)

    def rectangle(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, *, fill: Ink) -> None:
        self._shapes.append(Block(Box(x_mm, y_mm, width_mm, height_mm), _code(fill)))

    def lines(self, lines: Iterable[Iterable[tuple[float, float]]], ink: Ink, width_mm: float) -> None:
        kept = tuple(np.asarray(list(line), dtype=np.float64) for line in lines)
        if kept:
            self._shapes.append(Lines(kept, _code(ink), width_mm, self._clip))

    def clip_to(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> None:
        self._clip = Box(x_mm, y_mm, width_mm, height_mm)

    def unclip(self) -> None:
        self._clip = None

    def drawing(self, width_mm: float, height_mm: float) -> Drawing:
        """Everything drawn so far, on paper of a size."""
        return Drawing(width_mm, height_mm, tuple(self._shapes))


def _code(ink: Ink) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in ink)
