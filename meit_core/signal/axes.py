"""Frontal axes from net areas."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

SMALLEST_MV_MS: Final = 0.4
"""Net area below which a direction says nothing: 10 µV over 40 ms."""


def frontal_axis_deg(lead_i_mv: npt.ArrayLike, avf_mv: npt.ArrayLike, fs_hz: float) -> float | None:
    """Axis of a wave in degrees, (-180, 180], from its samples in I and aVF above their baseline.

    aVF is an augmented lead, 2/sqrt(3) times too small beside I in Einthoven's triangle. ``None`` where the net areas
    are too small to have a direction.
    """
    area_i = float(np.sum(lead_i_mv)) / fs_hz * 1000
    area_avf = 2 / np.sqrt(3) * float(np.sum(avf_mv)) / fs_hz * 1000
    if np.hypot(area_i, area_avf) < SMALLEST_MV_MS:
        return None
    return float(np.rad2deg(np.arctan2(area_avf, area_i)))
