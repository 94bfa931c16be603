"""A page as it is drawn: words, blocks and lines in millimetres, before any printer, picture or file is chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm from the page's top left corner."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text in Roboto; ``y_mm`` is its baseline, ``colour`` is ``#rrggbb``."""

    x_mm: float
    y_mm: float
    text: str
    size_pt: float
    colour: str
    medium: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A filled rectangle."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Polylines with round ends, each (n, 2) in mm; nothing is seen outside of ``clip``."""

    lines: tuple[npt.NDArray[np.float64], ...]
    colour: str
    width_mm: float
    clip: Box | None = None


Shape = Words | Block | Lines


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Shapes in the order of drawing, on white paper of a size."""

    width_mm: float
    height_mm: float
    shapes: tuple[Shape, ...]
