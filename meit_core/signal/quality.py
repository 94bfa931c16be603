"""Can a lead be used?"""

from __future__ import annotations

from typing import Final

import numpy as np

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import LeadQuality
from meit_core.domain.record import EcgRecord, LeadStatus, Signal
from meit_core.signal.filtering import high_pass

FLAT_MV: Final = 0.03
"""Peak to peak; IEC 60601-2-25 allows an electrocardiograph as much noise."""
NOISE_MV: Final = 0.06
"""Robust standard deviation above 35 Hz; at 10 mm/mV more than a line's width of fuzz."""
CLIPPED_RUN_MS: Final = 16.0
"""No wave's peak stays on exactly the same extreme value for as long."""
CLIPPED_LEVEL_MV: Final = 1.0


def lead_quality(record: EcgRecord) -> dict[str, LeadQuality]:
    """Judge every lead; the first that holds of missing, flat, clipped, noisy, else good."""
    high = high_pass(record.signal_mv, 35.0, record.fs_hz)
    noise_mv = np.median(np.abs(high), axis=1) / 0.6745
    run = max(3, round(CLIPPED_RUN_MS * record.fs_hz / 1000))
    quality = {}
    for row, name in enumerate(LEADS):
        samples = record.signal_mv[row]
        if record.lead_status[row] is LeadStatus.MISSING:
            quality[name] = LeadQuality.MISSING
        elif np.ptp(samples) < FLAT_MV:
            quality[name] = LeadQuality.FLAT
        elif _is_clipped(samples, run):
            quality[name] = LeadQuality.CLIPPED
        else:
            quality[name] = LeadQuality.NOISY if noise_mv[row] > NOISE_MV else LeadQuality.GOOD
    return quality


def usable_rows(quality: dict[str, LeadQuality]) -> list[int]:
    """Rows to measure on: the good leads, or with fewer than three of them all that carry a signal."""
    good = [row for row, name in enumerate(LEADS) if quality[name] is LeadQuality.GOOD]
    if len(good) >= 3:
        return good
    return [row for row, name in enumerate(LEADS) if quality[name] not in (LeadQuality.MISSING, LeadQuality.FLAT)]


def _is_clipped(samples: Signal, run: int) -> bool:
    for extreme in (samples.max(), samples.min()):
        if abs(float(extreme) - float(np.median(samples))) < CLIPPED_LEVEL_MV:
            continue
        edges = np.flatnonzero(np.diff(np.concatenate(([0], (samples == extreme).astype(np.int8), [0]))))
        if np.max(edges[1::2] - edges[::2]) >= run:
            return True
    return False
