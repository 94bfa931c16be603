"""How a tracing is filtered for the eye; what is measured and drafted is always the tracing as recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class Band(StrEnum):
    """Pass bands readers know; the value is the name they use.

    Kligfield et al., Circulation 2007;115:1306 (AHA/ACC/HRS Part I): 0.05 Hz below, or 0.67 Hz where the filter has no
    phase distortion, and 150 Hz above for adults; 40 Hz falsifies amplitudes and hides notches.
    """

    RECORDED = "no filter"
    DIAGNOSTIC = "0.05–150 Hz"
    STEADY = "0.67–150 Hz"
    SMOOTH = "0.67–40 Hz"

    @property
    def low_hz(self) -> float | None:
        """Lower edge; ``None`` where nothing is taken away."""
        return {Band.RECORDED: None, Band.DIAGNOSTIC: 0.05}.get(self, 0.67)

    @property
    def high_hz(self) -> float | None:
        """Upper edge; ``None`` where nothing is taken away."""
        return {Band.RECORDED: None, Band.SMOOTH: 40.0}.get(self, 150.0)


MAINS_HZ: Final = (0, 50, 60)
"""Mains frequencies that can be taken out; 0 for none."""

_SMOOTH_WARNING: Final = "40 Hz makes QRS complexes and pacing spikes smaller and hides notches."


@dataclass(frozen=True, slots=True)
class DisplayFilter:
    """Attributes: the band that is left, and the mains frequency that is taken out (0 for none)."""

    band: Band = Band.RECORDED
    mains_hz: int = 0

    def __post_init__(self) -> None:
        if self.mains_hz not in MAINS_HZ:
            raise ValueError(f"the mains frequency must be one of {MAINS_HZ}, not {self.mains_hz}")

    @property
    def words(self) -> str:
        """What stands on the screen and in print."""
        if not self.mains_hz:
            return self.band.value
        notch = f"{self.mains_hz} Hz notch"
        return notch if self.band is Band.RECORDED else f"{self.band.value} + {notch}"

    @property
    def warning(self) -> str:
        """What a reader must know who looks at this tracing; empty where it is diagnostic."""
        return _SMOOTH_WARNING if self.band is Band.SMOOTH else ""

    def with_next_band(self) -> DisplayFilter:
        bands = tuple(Band)
        return replace(self, band=bands[(bands.index(self.band) + 1) % len(bands)])

    def with_next_mains(self) -> DisplayFilter:
        return replace(self, mains_hz=MAINS_HZ[(MAINS_HZ.index(self.mains_hz) + 1) % len(MAINS_HZ)])


UNFILTERED: Final = DisplayFilter()
