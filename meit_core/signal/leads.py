"""Limb leads that follow from two others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LIMB_LEADS

Samples = npt.NDArray[np.float64]

_FROM_I_AND_II: Final[Mapping[str, tuple[float, float]]] = {
    "I": (1.0, 0.0),
    "II": (0.0, 1.0),
    "III": (-1.0, 1.0),
    "aVR": (-0.5, -0.5),
    "aVL": (1.0, -0.5),
    "aVF": (-0.5, 1.0),
}


def complete_limb_leads(recorded: Mapping[str, Samples]) -> dict[str, Samples]:
    """Derive the limb leads that are absent from any two that are present.

    The six limb leads hold two independent signals: III = II - I (Einthoven 1913), aVR = -(I + II)/2,
    aVL = I - II/2 and aVF = II - I/2 (Goldberger 1942). Any two of them therefore give the other four.

    Parameters
    ----------
    recorded
        Samples in mV by standard lead name; chest leads are ignored.

    Returns
    -------
    dict
        Only the derived leads; empty where none is absent or fewer than two are present.
    """
    present = [name for name in LIMB_LEADS if name in recorded]
    if len(present) < 2 or len(present) == len(LIMB_LEADS):
        return {}
    first, second = present[:2]
    to_i_and_ii = np.linalg.inv(np.array([_FROM_I_AND_II[first], _FROM_I_AND_II[second]]))
    pair = to_i_and_ii @ np.stack([recorded[first], recorded[second]])
    return {name: np.array(_FROM_I_AND_II[name]) @ pair for name in LIMB_LEADS if name not in recorded}
