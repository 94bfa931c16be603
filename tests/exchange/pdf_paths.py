"""Reads back from a PDF what was really drawn: stroked polylines in points, and the words of a page."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass(frozen=True)
class Stroke:
    """One stroked polyline: (n, 2) points in pt from the page's lower left corner, line width in pt, colour."""

    points: npt.NDArray[np.float64]
    width: float
    colour: tuple[float, ...]


def strokes(content: bytes, page: int = 0) -> list[Stroke]:
    """Polylines of a page; fails if anything but text moves the coordinate system."""
    reader = PdfReader(BytesIO(content))
    found: list[Stroke] = []
    lines: list[list[tuple[float, float]]] = []
    width, colour = 0.0, (0.0, 0.0, 0.0)
    in_watermark = False
    for operands, operator in ContentStream(reader.pages[page].get_contents(), reader).operations:
        numbers = [float(operand) for operand in operands if isinstance(operand, (int, float))]
        match operator:
            case b"cm":
                in_watermark = numbers != [1, 0, 0, 1, 0, 0]
            case b"w":
                width = numbers[0]
            case b"RG":
                colour = tuple(numbers)
            case b"m":
                lines.append([(numbers[0], numbers[1])])
            case b"l":
                assert not in_watermark
                lines[-1].append((numbers[0], numbers[1]))
            case b"S":
                found += [Stroke(np.array(line), width, colour) for line in lines]
                lines = []
            case b"n" | b"f" | b"f*":
                lines = []
            case b"Q":
                in_watermark = False
    return found


def words(content: bytes) -> list[str]:
    """Text of each page, white space collapsed."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]
