"""Amplitudes of P, Q, R, S, J+60 ms and T in each lead of the median beat."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.lead_amplitudes import LeadAmplitudes, WaveAmplitudes
from meit_core.domain.leads import LEADS

Array = npt.NDArray[np.float64]

SMALLEST_MV: Final = 0.02
"""Deflections below it are no wave: a fifth of a millimetre at 10 mm/mV."""
_J_DELAY_S: Final = 0.06


def lead_amplitudes(beat: AveragedBeat) -> LeadAmplitudes:
    """Measure the median beat's waves lead by lead, between its boundaries; leads that can't be read are left out."""
    return LeadAmplitudes(
        {lead: _of_lead(beat.signal_mv[LEADS.index(lead)], beat.places, beat.fs_hz) for lead in beat.usable_leads}
    )


def _of_lead(lead_mv: Array, places: Places, fs_hz: float) -> WaveAmplitudes:
    onset, offset = places[BeatMark.QRS_ONSET], places[BeatMark.QRS_OFFSET]
    qrs = lead_mv[onset : offset + 1]
    r = int(np.argmax(qrs))
    has_r = qrs[r] >= SMALLEST_MV
    j60 = offset + round(_J_DELAY_S * fs_hz)
    t_end = places.get(BeatMark.T_OFFSET)
    return WaveAmplitudes(
        p_mv=_largest(lead_mv, places.get(BeatMark.P_ONSET), places.get(BeatMark.P_OFFSET)),
        q_mv=_deepest(qrs[:r]) if has_r else None,
        r_mv=float(qrs[r]) if has_r else None,
        s_mv=_deepest(qrs[r:]) if has_r else _deepest(qrs),
        j60_mv=float(lead_mv[j60]) if j60 < lead_mv.size else None,
        t_mv=_largest(lead_mv, j60, t_end),
    )


def _deepest(wave: Array) -> float | None:
    if not wave.size or wave.min() > -SMALLEST_MV:
        return None
    return float(wave.min())


def _largest(lead_mv: Array, start: int | None, end: int | None) -> float | None:
    """Return the deflection farthest from the level, either way."""
    if start is None or end is None or end <= start:
        return None
    wave = lead_mv[start : end + 1]
    found = float(wave[int(np.argmax(np.abs(wave)))])
    return found if abs(found) >= SMALLEST_MV else None
