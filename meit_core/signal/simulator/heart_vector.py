"""The heart vector: Gaussian components in space and their projection to the leads.

Axes after Frank: x to the left, y to the feet, z to the back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

DOWER: Final[Array] = np.array(
    [
        [0.632, -0.235, 0.059],  # I
        [0.235, 1.066, -0.132],  # II
        [-0.397, 1.301, -0.191],  # III = II - I
        [-0.4335, -0.4155, 0.0365],  # aVR = -(I + II) / 2
        [0.5145, -0.768, 0.125],  # aVL = I - II / 2
        [-0.081, 1.1835, -0.1615],  # aVF = II - I / 2
        [-0.515, 0.157, -0.917],  # V1
        [0.044, 0.164, -1.387],  # V2
        [0.882, 0.098, -1.277],  # V3
        [1.213, 0.127, -0.601],  # V4
        [1.125, 0.127, -0.086],  # V5
        [0.831, 0.076, 0.230],  # V6
    ]
)
"""(12, 3) from heart vector to leads; I, II and V1 to V6 after Dower et al. (1980), the others by Einthoven."""

_REACH: Final = 4.5
"""Standard deviations after which a component is left out: 40 nV of a 1 mV wave."""


@dataclass(frozen=True, slots=True)
class Component:
    """One Gaussian of a wave.

    Attributes
    ----------
    at_ms
        Its peak, from the reference point of its wave.
    rise_ms, fall_ms
        Standard deviation before and after the peak.
    vector_mv
        (x, y, z) at the peak.
    """

    at_ms: float
    rise_ms: float
    fall_ms: float
    vector_mv: tuple[float, float, float]


def vector_at(components: Sequence[Component], times_ms: Array) -> Array:
    """Heart vector of a wave, (3, n) in mV, at times from its reference point."""
    total = np.zeros((3, times_ms.size))
    for component in components:
        distance = times_ms - component.at_ms
        width = np.where(distance < 0, component.rise_ms, component.fall_ms)
        total += np.outer(component.vector_mv, np.exp(-0.5 * (distance / width) ** 2))
    return total


def add_wave(heart: Array, components: Sequence[Component], reference_s: float, fs_hz: float, scale: float) -> None:
    """Add a wave to the heart vector (3, n_samples) in place, its reference point at ``reference_s``."""
    start_ms = min(part.at_ms - _REACH * part.rise_ms for part in components)
    end_ms = max(part.at_ms + _REACH * part.fall_ms for part in components)
    first = max(0, int(np.floor((reference_s + start_ms / 1000) * fs_hz)))
    last = min(heart.shape[1], int(np.ceil((reference_s + end_ms / 1000) * fs_hz)) + 1)
    if first < last:
        times_ms = 1000 * (np.arange(first, last) / fs_hz - reference_s)
        heart[:, first:last] += scale * vector_at(components, times_ms)


def rotate_frontal(vectors: Array, angle_deg: float) -> Array:
    """Turn (3, n) vectors about the front-to-back axis; positive angles turn left towards the feet."""
    angle = np.deg2rad(angle_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    turned: Array = turn @ vectors
    return turned


def frontal_axis_deg(vector: Array) -> float:
    """Frontal axis of a (3,) vector as the limb leads show it: from I and aVF, in (-180, 180].

    aVF is an augmented lead, 2/sqrt(3) times too small beside I in Einthoven's triangle.
    """
    lead_i, avf = float(DOWER[0] @ vector), float(DOWER[5] @ vector)
    return float(np.rad2deg(np.arctan2(2 / np.sqrt(3) * avf, lead_i)))
