"""Findings that can be measured outright, each with the values that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from meit_core.domain.av_block import AvBlock

LOW_LIMB_MV = 0.5
LOW_CHEST_MV = 1.0
"""Below these, peak to peak, in every limb lead and in every chest lead, QRS voltage is low (Madias, J Electrocardiol
41:498, 2008)."""


@dataclass(frozen=True, slots=True)
class AtrialExtrasystoles:
    """Early beats of the usual QRS shape whose P wave is another one, or hidden.

    Attributes
    ----------
    n_early, n_beats
        How many of how many.
    earliest_percent, latest_percent
        By how much their cycles are shorter than those around them.
    """

    n_early: int
    n_beats: int
    earliest_percent: float
    latest_percent: float


@dataclass(frozen=True, slots=True)
class VentricularExtrasystoles:
    """Beats of another shape that are wide.

    Attributes
    ----------
    n_ventricular, n_beats
        How many of how many.
    """

    n_ventricular: int
    n_beats: int


@dataclass(frozen=True, slots=True)
class QrsVoltage:
    """Largest QRS complex, peak to peak in mV; ``None`` where one of the leads can't be read."""

    limb_mv: float | None = None
    chest_mv: float | None = None

    @property
    def is_low_in_limb_leads(self) -> bool:
        return self.limb_mv is not None and self.limb_mv < LOW_LIMB_MV

    @property
    def is_low_in_chest_leads(self) -> bool:
        return self.chest_mv is not None and self.chest_mv < LOW_CHEST_MV


@dataclass(frozen=True, slots=True)
class MeasuredFacts:
    """What was looked for and found.

    Attributes
    ----------
    av_block
        Of second or third degree; ``None`` where there is none, or none that can be told.
    atrial_extrasystoles
        ``None`` where there are none, or where they can't be told from the rhythm.
    ventricular_extrasystoles
        ``None`` where there are none, or where the usual beats can't be told from the others.
    all_cycles_alike
        No beat comes early: every cycle lies near the median one.
    voltage
        ``None`` without a median beat.
    st_elevation_mv, st_depression_mv
        Lead -> J point, where neighbouring leads reach the limits; empty where they don't, or where QRS explains it.
    """

    av_block: AvBlock | None = None
    atrial_extrasystoles: AtrialExtrasystoles | None = None
    all_cycles_alike: bool = False
    voltage: QrsVoltage | None = None
    st_elevation_mv: Mapping[str, float] = field(default_factory=dict)
    st_depression_mv: Mapping[str, float] = field(default_factory=dict)
    ventricular_extrasystoles: VentricularExtrasystoles | None = None
