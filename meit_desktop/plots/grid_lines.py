"""Where the lines of millimetre paper fall, each on whole device pixels."""

from __future__ import annotations

import math
from typing import Final

_LEAST_FINE_PX: Final = 2.4
"""Device pixels per millimetre below which 1 mm lines would close to a tint."""

FULL_INK_PX: Final = 96 / 25.4
"""Device pixels per millimetre from which 1 mm lines have their full colour: true size on an ordinary screen."""


def grid_lines(px_per_mm: float, offset_px: float, extent_px: float, ratio: float) -> dict[bool, list[float]]:
    """Logical pixels at which the fine (False) and bold (True) lines of one direction start, on device pixels."""
    first = math.ceil(-offset_px / px_per_mm)
    last = math.floor((extent_px - offset_px) / px_per_mm)
    every = 1 if px_per_mm * ratio >= _LEAST_FINE_PX else 5
    lines: dict[bool, list[float]] = {False: [], True: []}
    for mm in range(first, last + 1):
        if mm % every == 0:
            lines[mm % 5 == 0].append(round((mm * px_per_mm + offset_px) * ratio) / ratio)
    return lines
