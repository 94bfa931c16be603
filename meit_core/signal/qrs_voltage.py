"""How high the QRS complexes are in the limb leads and in the chest leads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.measured_facts import QrsVoltage

Array = npt.NDArray[np.float64]

_N_LIMB = 6


def qrs_voltage(signal_mv: Array, onset: int, offset: int, rows: Sequence[int]) -> QrsVoltage:
    """Measure the largest complex of the median beat, peak to peak.

    A group of leads of which one can't be read has no value: the largest complex could be the one that isn't seen.

    Parameters
    ----------
    signal_mv
        (12, n_samples), the median beat in the standard order of leads.
    onset, offset
        Of QRS.
    rows
        Leads good enough to measure on.
    """
    heights = np.ptp(signal_mv[:, onset : offset + 1], axis=1)
    limb, chest = set(range(_N_LIMB)), set(range(_N_LIMB, len(LEADS)))
    return QrsVoltage(
        limb_mv=float(heights[:_N_LIMB].max()) if limb <= set(rows) else None,
        chest_mv=float(heights[_N_LIMB:].max()) if chest <= set(rows) else None,
    )
