"""How high the waves of each lead are, and the voltages that hypertrophy is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WaveAmplitudes:
    """One lead's waves in mV from the level before QRS, with their sign; ``None`` for a wave that isn't there.

    Attributes
    ----------
    q_mv
        Deepest point before R, below the level. A complex without R has no Q: its depth is S.
    s_mv
        Deepest point after R.
    j60_mv
        60 ms after the end of QRS.
    """

    p_mv: float | None = None
    q_mv: float | None = None
    r_mv: float | None = None
    s_mv: float | None = None
    j60_mv: float | None = None
    t_mv: float | None = None


@dataclass(frozen=True, slots=True)
class LeadAmplitudes:
    """Amplitudes of the median beat.

    Attributes
    ----------
    leads
        By name; leads that can't be read are not in it.
    """

    leads: Mapping[str, WaveAmplitudes] = field(default_factory=dict)

    @property
    def sokolow_lyon_mv(self) -> float | None:
        """S in V1 plus the higher R of V5 and V6 (Sokolow and Lyon, Am Heart J 37:161, 1949): 3.5 mV or more speaks for
        left ventricular hypertrophy."""
        lateral = [height for lead in ("V5", "V6") if (height := self._height(lead, "r_mv")) is not None]
        return _sum(self._depth("V1"), max(lateral) if len(lateral) == 2 else None)

    @property
    def cornell_mv(self) -> float | None:
        """R in aVL plus S in V3 (Casale et al., J Am Coll Cardiol 6:572, 1985): more than 2.8 mV in men and 2.0 mV in
        women speaks for left ventricular hypertrophy."""
        return _sum(self._height("aVL", "r_mv"), self._depth("V3"))

    def _height(self, lead: str, wave: str) -> float | None:
        if lead not in self.leads:
            return None
        height: float | None = getattr(self.leads[lead], wave)
        return height or 0.0

    def _depth(self, lead: str) -> float | None:
        depth = self._height(lead, "s_mv")
        return None if depth is None else abs(depth)


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other
