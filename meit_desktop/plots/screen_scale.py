"""How many pixels a millimetre takes on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QScreen

from meit_desktop.language import marked, tr

MM_PER_INCH: Final = 25.4
_PLAUSIBLE_DPI: Final = (50.0, 400.0)
"""Outside of these a screen's own data is wrong: projectors and remote desktops report 0 or the size of a stamp."""
_ASSUMED_DPI: Final = 96.0


class ScaleSource(StrEnum):
    CALIBRATED = "calibrated"
    SCREEN = "screen"
    ASSUMED = "assumed"


_EXPLANATIONS: Final = {
    ScaleSource.CALIBRATED: marked("1 mm is {pixels} pixels, as calibrated for this screen."),
    ScaleSource.SCREEN: marked("1 mm is {pixels} pixels, from the size that this screen reports."),
    ScaleSource.ASSUMED: marked(
        "1 mm is {pixels} pixels, assuming {dots} dots per inch: this screen doesn't report its size."
    ),
}


@dataclass(frozen=True, slots=True)
class ScreenScale:
    """Logical pixels per true millimetre, and who says so."""

    px_per_mm: float
    source: ScaleSource

    def __post_init__(self) -> None:
        if not self.px_per_mm > 0:
            raise ValueError(f"pixels per millimetre must be positive, not {self.px_per_mm}")

    @property
    def explanation(self) -> str:
        pixels = f"{self.px_per_mm:.2f}"
        return tr(_EXPLANATIONS[self.source]).format(pixels=pixels, dots=f"{_ASSUMED_DPI:.0f}")


def screen_scale(screen: QScreen | None, calibrated_px_per_mm: float | None = None) -> ScreenScale:
    """The calibrated scale if there is one, else the screen's own, else that of 96 dots per inch."""
    if calibrated_px_per_mm is not None:
        return ScreenScale(calibrated_px_per_mm, ScaleSource.CALIBRATED)
    dpi = screen.physicalDotsPerInch() if screen else 0.0
    if _PLAUSIBLE_DPI[0] <= dpi <= _PLAUSIBLE_DPI[1]:
        return ScreenScale(dpi / MM_PER_INCH, ScaleSource.SCREEN)
    return ScreenScale(_ASSUMED_DPI / MM_PER_INCH, ScaleSource.ASSUMED)
