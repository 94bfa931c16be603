"""What calipers measure, and how they are moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Flag, auto


class Grip(Flag):
    """What the pointer has hold of."""

    NOTHING = 0
    START = auto()
    END = auto()
    TOP = auto()
    BOTTOM = auto()
    ALL = START | END | TOP | BOTTOM


@dataclass(frozen=True, slots=True)
class Caliper:
    """Two corners on the sheet, mm; ``start`` is where it was begun, which may be right of or below ``end``."""

    start_x_mm: float
    start_y_mm: float
    end_x_mm: float
    end_y_mm: float

    def interval_ms(self, speed_mm_per_s: float) -> float:
        return abs(self.end_x_mm - self.start_x_mm) / speed_mm_per_s * 1000

    def amplitude_mv(self, gain_mm_per_mv: float) -> float:
        return abs(self.end_y_mm - self.start_y_mm) / gain_mm_per_mv

    def grip_at(self, x_mm: float, y_mm: float, reach_mm: float) -> Grip:
        """The edges within reach; all of it from inside; nothing elsewhere."""
        left, right = sorted((self.start_x_mm, self.end_x_mm))
        top, bottom = sorted((self.start_y_mm, self.end_y_mm))
        if not (left - reach_mm <= x_mm <= right + reach_mm and top - reach_mm <= y_mm <= bottom + reach_mm):
            return Grip.NOTHING
        grip = Grip.NOTHING
        for edge, here, where in (
            (Grip.START, self.start_x_mm, x_mm),
            (Grip.END, self.end_x_mm, x_mm),
            (Grip.TOP, self.start_y_mm, y_mm),
            (Grip.BOTTOM, self.end_y_mm, y_mm),
        ):
            if abs(here - where) <= reach_mm:
                grip |= edge
        # A caliper narrower than the reach would be held by both sides at once: the one begun last is meant.
        if Grip.START | Grip.END in grip:
            grip &= ~Grip.START
        if Grip.TOP | Grip.BOTTOM in grip:
            grip &= ~Grip.TOP
        return grip or Grip.ALL

    def moved(self, grip: Grip, dx_mm: float, dy_mm: float) -> Caliper:
        """With the held edges moved."""
        return replace(
            self,
            start_x_mm=self.start_x_mm + (dx_mm if Grip.START in grip else 0),
            end_x_mm=self.end_x_mm + (dx_mm if Grip.END in grip else 0),
            start_y_mm=self.start_y_mm + (dy_mm if Grip.TOP in grip else 0),
            end_y_mm=self.end_y_mm + (dy_mm if Grip.BOTTOM in grip else 0),
        )


def caliper_words(caliper: Caliper, *, speed_mm_per_s: float, gain_mm_per_mv: float) -> str:
    """Interval, the rate it would be as a cycle, and amplitude, in words."""
    interval_ms = caliper.interval_ms(speed_mm_per_s)
    # Beyond these no heart beats; the number would only be in the way.
    rate = f"   {60_000 / interval_ms:.0f}/min" if 150 <= interval_ms <= 4000 else ""
    return f"{interval_ms:.0f} ms{rate}   {caliper.amplitude_mv(gain_mm_per_mv):.2f} mV"
