"""Beat shapes: the components of P, QRS, ST and T for each morphology.

Sizes and directions follow the activation sequence as textbooks describe it (septum, free wall, base)
and were set by looking at the projected leads; they are not fitted to any recording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from meit_core.signal.simulator.case import Morphology
from meit_core.signal.simulator.heart_vector import Component

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class BeatShape:
    """Components of one beat.

    Attributes
    ----------
    qrs
        From QRS onset.
    st
        From the J point (QRS offset).
    t
        From the T wave's peak, which the QT interval places.
    """

    qrs: tuple[Component, ...]
    t: tuple[Component, ...]
    st: tuple[Component, ...] = ()


def _even(at_ms: float, width_ms: float, x: float, y: float, z: float) -> Component:
    return Component(at_ms, width_ms, width_ms, (x, y, z))


def _t_wave(x: float, y: float, z: float, rise_ms: float = 46.0, fall_ms: float = 31.0) -> tuple[Component, ...]:
    return (Component(0.0, rise_ms, fall_ms, (x, y, z)),)


SINUS_P: Final = (_even(32, 13, 0.055, 0.10, -0.065), _even(66, 15, 0.075, 0.055, 0.06))
"""From P onset: right atrium (right, down, forwards), then left atrium (left, backwards)."""
ECTOPIC_P: Final = (_even(30, 12, 0.06, -0.05, 0.03), _even(58, 13, 0.05, -0.07, 0.04))
"""From a low atrial focus: inverted in the inferior leads."""

_SEPTUM: Final = _even(15, 6, -0.13, -0.04, -0.24)
_FREE_WALL: Final = _even(38, 10.5, 1.05, 0.72, 0.14)
_POSTERIOR: Final = _even(57, 10, 0.04, 0.06, 0.70)
_BASE: Final = _even(75, 6, -0.13, -0.10, 0.12)
_NORMAL_QRS: Final = (_SEPTUM, _FREE_WALL, _POSTERIOR, _BASE)
_NORMAL_T: Final = _t_wave(0.28, 0.18, -0.13)

SHAPES: Final[Mapping[Morphology, BeatShape]] = {
    Morphology.NORMAL: BeatShape(qrs=_NORMAL_QRS, t=_NORMAL_T),
    Morphology.LBBB: BeatShape(
        qrs=(
            _even(22, 9, 0.16, 0.08, -0.08),
            _even(60, 18, 0.80, 0.28, 0.70),
            _even(101, 16, 0.74, 0.08, 0.86),
            _even(134, 8, 0.16, -0.05, 0.25),
        ),
        st=(Component(25, 30, 70, (-0.10, -0.02, -0.17)),),
        t=_t_wave(-0.34, -0.06, -0.34, 55, 36),
    ),
    Morphology.RBBB: BeatShape(
        qrs=(
            _SEPTUM,
            _FREE_WALL,
            _even(57, 9, 0.10, 0.06, 0.42),
            _even(90, 12, -0.42, -0.02, -0.46),
            _even(116, 11, -0.50, -0.12, -0.50),
        ),
        t=_t_wave(0.26, 0.18, 0.14),
    ),
    Morphology.LVH_STRAIN: BeatShape(
        qrs=(
            _even(16, 6, -0.14, -0.02, -0.26),
            _even(43, 12, 1.80, 0.45, 0.50),
            _even(64, 11, 0.25, -0.10, 1.30),
            _even(84, 6, -0.10, -0.10, 0.20),
        ),
        st=(Component(35, 30, 60, (-0.11, 0.0, -0.12)),),
        t=_t_wave(-0.26, 0.02, -0.26, 62, 27),
    ),
    Morphology.ANTERIOR_STEMI: BeatShape(
        qrs=(
            _even(20, 8, 0.05, -0.05, 0.22),
            _even(40, 9, 0.85, 0.50, 0.30),
            _even(56, 9, 0.05, 0.05, 0.45),
            _even(74, 6, -0.08, -0.08, 0.10),
        ),
        st=(Component(25, 25, 110, (0.10, -0.12, -0.28)),),
        t=_t_wave(0.20, -0.04, -0.34, 70, 33),
    ),
    Morphology.INFERIOR_STEMI: BeatShape(
        qrs=(_even(16, 7, -0.05, -0.20, -0.20), *_NORMAL_QRS[1:]),
        st=(Component(25, 25, 110, (-0.09, 0.27, 0.08)),),
        t=_t_wave(0.06, 0.28, -0.02, 70, 33),
    ),
    Morphology.LATERAL_STEMI: BeatShape(
        qrs=(_even(16, 7, -0.26, 0.02, -0.20), _even(38, 9, 0.95, 0.55, 0.14), _POSTERIOR, _BASE),
        st=(Component(25, 25, 110, (0.24, -0.12, 0.07)),),
        t=_t_wave(0.34, -0.04, 0.02, 70, 33),
    ),
    Morphology.OLD_INFERIOR_INFARCT: BeatShape(
        qrs=(_even(22, 9, -0.04, -0.36, -0.18), _even(48, 9, 1.05, 0.34, 0.12), _even(65, 9, 0.05, 0.02, 0.68), _BASE),
        t=_t_wave(0.28, -0.05, -0.12),
    ),
}

VENTRICULAR_EXTRASYSTOLE: Final = BeatShape(
    qrs=(_even(30, 12, 0.10, 0.30, 0.10), _even(62, 18, 0.42, 0.85, 0.50), _even(105, 19, 0.50, 0.80, 0.85)),
    st=(Component(30, 30, 70, (-0.06, -0.12, -0.10)),),
    t=_t_wave(-0.30, -0.42, -0.36, 55, 40),
)
"""From the right ventricular outflow tract: left bundle branch block pattern with an inferior axis."""

VENTRICULAR_ESCAPE: Final = BeatShape(
    qrs=(_even(26, 11, -0.05, 0.10, -0.20), _even(60, 16, 0.55, -0.35, -0.35), _even(104, 17, -0.55, -0.60, -0.50)),
    t=_t_wave(0.22, 0.30, 0.22, 55, 38),
)
"""From the left ventricle: right bundle branch block pattern with a superior axis."""

PACED: Final = BeatShape(
    qrs=(_even(34, 13, 0.30, -0.25, 0.20), _even(76, 22, 0.45, -0.62, 0.60), _even(116, 18, 0.34, -0.50, 0.70)),
    st=(Component(30, 30, 70, (-0.06, 0.10, -0.13)),),
    t=_t_wave(-0.28, 0.36, -0.34, 55, 40),
)
"""From the right ventricular apex: left bundle branch block pattern with a superior axis."""

PACING_SPIKE: Final = (Component(-6.0, 0.7, 0.7, (0.4, -0.8, 0.7)),)
"""About 2 ms wide as recorders show it, just before QRS onset."""
