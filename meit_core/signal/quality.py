"""Can a lead be used?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import LeadQuality
from meit_core.domain.record import EcgRecord, LeadStatus, Signal
from meit_core.signal.filtering import high_pass

FLAT_MV: Final = 0.03
"""Peak to peak; IEC 60601-2-25 allows an electrocardiograph as much noise."""
NOISE_MV: Final = 0.06
"""Robust standard deviation above 35 Hz; at 10 mm/mV more than a line's width of fuzz."""
NOISE_FOR_ALL: Final = 3.0
"""Where noise is everywhere a lead is measured on up to this many times the noise of the third quietest. A fixed limit
alone would leave the three or four leads that happen to lie below it, and the median beat of twelve noisy leads tells
more than that of three: with muscle noise 10 dB below the signal the SD of QRS's change falls from 22.8 to 14.1 ms on
LUDB's first 60 recordings and from 9.9 to 7.2 ms on the other 40. Where only some leads are noisy the third quietest
is quiet and nothing changes."""
CLIPPED_RUN_MS: Final = 16.0
"""No wave's peak stays on exactly the same extreme value for as long."""
CLIPPED_LEVEL_MV: Final = 1.0
_FEWEST: Final = 3


def lead_quality(record: EcgRecord) -> dict[str, LeadQuality]:
    """Judge every lead; the first that holds of missing, flat, clipped, noisy, else good."""
    noise_mv = _noise_mv(record)
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


def usable_rows(record: EcgRecord, quality: Mapping[str, LeadQuality]) -> list[int]:
    """Rows to measure on: the good leads, those hardly noisier than the quietest, or with fewer than three of them all
    that carry a signal.

    Parameters
    ----------
    quality
        As :func:`lead_quality` has judged the record.
    """
    good = [row for row, name in enumerate(LEADS) if quality[name] is LeadQuality.GOOD]
    if len(good) < _FEWEST:
        return rows_with_signal(quality)
    noise_mv = _noise_mv(record)
    whole = [row for row, name in enumerate(LEADS) if quality[name] in (LeadQuality.GOOD, LeadQuality.NOISY)]
    most_mv = max(NOISE_MV, NOISE_FOR_ALL * float(np.sort(noise_mv[whole])[_FEWEST - 1]))
    return [row for row in whole if noise_mv[row] <= most_mv]


def rows_with_signal(quality: Mapping[str, LeadQuality]) -> list[int]:
    """Rows that hold anything at all, good or bad."""
    return [row for row, name in enumerate(LEADS) if quality[name] not in (LeadQuality.MISSING, LeadQuality.FLAT)]


def _noise_mv(record: EcgRecord) -> npt.NDArray[np.floating]:
    """Robust standard deviation of each lead above 35 Hz, (12,)."""
    high = high_pass(record.signal_mv, 35.0, record.fs_hz)
    noise_mv: npt.NDArray[np.floating] = np.median(np.abs(high), axis=1) / 0.6745
    return noise_mv


def _is_clipped(samples: Signal, run: int) -> bool:
    for extreme in (samples.max(), samples.min()):
        if abs(float(extreme) - float(np.median(samples))) < CLIPPED_LEVEL_MV:
            continue
        edges = np.flatnonzero(np.diff(np.concatenate(([0], (samples == extreme).astype(np.int8), [0]))))
        if np.max(edges[1::2] - edges[::2]) >= run:
            return True
    return False
