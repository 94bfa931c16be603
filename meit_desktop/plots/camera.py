"""Which part of the sheet is in view, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

MOST_PX_PER_MM: Final = 60.0
"""Closer than this shows nothing new: 0.1 mm, or 4 ms at 25 mm/s, is then 6 pixels wide."""


@dataclass(frozen=True, slots=True)
class Camera:
    """The view's top left corner on the sheet and its scale; y grows downwards.

    Attributes
    ----------
    px_per_mm
        Logical pixels per millimetre of the sheet.
    left_mm, top_mm
        Point of the sheet at the view's top left corner.
    """

    px_per_mm: float
    left_mm: float = 0.0
    top_mm: float = 0.0

    def to_sheet(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Point of the sheet, mm, under a pixel of the view."""
        return self.left_mm + x_px / self.px_per_mm, self.top_mm + y_px / self.px_per_mm

    def to_view(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Pixel of the view over a point of the sheet."""
        return (x_mm - self.left_mm) * self.px_per_mm, (y_mm - self.top_mm) * self.px_per_mm

    def panned(self, dx_px: float, dy_px: float) -> Camera:
        """As if the paper had been dragged by so many pixels."""
        return replace(self, left_mm=self.left_mm - dx_px / self.px_per_mm, top_mm=self.top_mm - dy_px / self.px_per_mm)

    def zoomed(self, factor: float, x_px: float, y_px: float, *, least_px_per_mm: float) -> Camera:
        """Larger by ``factor`` within bounds, with what lies under (``x_px``, ``y_px``) staying there."""
        x_mm, y_mm = self.to_sheet(x_px, y_px)
        px_per_mm = max(least_px_per_mm, min(max(MOST_PX_PER_MM, least_px_per_mm), self.px_per_mm * factor))
        return Camera(px_per_mm, x_mm - x_px / px_per_mm, y_mm - y_px / px_per_mm)

    def kept_on(self, sheet_mm: tuple[float, float], view_px: tuple[float, float]) -> Camera:
        """Moved so that the sheet fills the view, or stands in its middle where it is the smaller."""
        left_mm, top_mm = (
            _kept(start, size_mm, extent_px / self.px_per_mm)
            for start, size_mm, extent_px in zip((self.left_mm, self.top_mm), sheet_mm, view_px, strict=True)
        )
        return replace(self, left_mm=left_mm, top_mm=top_mm)

    def on_pixels(self, device_pixel_ratio: float) -> Camera:
        """Moved by less than a pixel, so that the sheet's corner lies on a device pixel.

        Else a regular grid would fall half way between pixels and be rounded now to this one, now to that.
        """
        device_px_per_mm = self.px_per_mm * device_pixel_ratio
        return replace(
            self,
            left_mm=round(self.left_mm * device_px_per_mm) / device_px_per_mm,
            top_mm=round(self.top_mm * device_px_per_mm) / device_px_per_mm,
        )


def _kept(start_mm: float, size_mm: float, extent_mm: float) -> float:
    spare_mm = extent_mm - size_mm
    return -spare_mm / 2 if spare_mm >= 0 else max(0.0, min(start_mm, -spare_mm))
