"""Are the electrodes of the arms exchanged?"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.leads import LEADS
from meit_core.signal.median_beat import MedianBeat

Array = npt.NDArray[np.float64]

_SMALLEST_P_MV_S: Final = 0.0008
"""Net area of P that has a direction: 10 µV over 80 ms."""
_OPPOSITE: Final = -0.3
"""Correlation of QRS in I and V6 from which one is the other upside down."""
_BEFORE_QRS_S: Final = 0.016


def arms_exchanged(beat: MedianBeat, places: Places, usable: list[int]) -> bool:
    """Tell whether P and QRS are upside down in I while V6 looks as usual.

    I and V6 see the heart from the left alike, and exchanged arm electrodes turn I over and leave the chest leads
    alone; where the heart itself lies on the right, V6 has a small R (Batchvarov et al., Europace 9:1081, 2007). Of
    1,561 recordings of LUDB and PTB-XL none is suspected; with the electrodes exchanged afterwards 419 of 502 with P.

    Parameters
    ----------
    places
        Boundaries of the beat; without a P wave nothing is told.
    usable
        Rows of the leads that can be measured on.
    """
    lead_i, v6 = LEADS.index("I"), LEADS.index("V6")
    marks = (BeatMark.P_ONSET, BeatMark.P_OFFSET, BeatMark.QRS_ONSET, BeatMark.QRS_OFFSET)
    if lead_i not in usable or v6 not in usable or any(mark not in places for mark in marks):
        return False
    p_onset, p_offset, onset, offset = (places[mark] for mark in marks)
    level_mv = np.median(beat.signal_mv[:, max(0, onset - round(_BEFORE_QRS_S * beat.fs_hz)) : onset + 1], axis=1)
    above_mv = beat.signal_mv - level_mv[:, None]
    qrs_i, qrs_v6 = above_mv[lead_i, onset : offset + 1], above_mv[v6, onset : offset + 1]
    if _p_area_mv_s(above_mv[lead_i, p_onset : p_offset + 1], beat.fs_hz) > -_SMALLEST_P_MV_S:
        return False
    is_turned = qrs_i.sum() < 0 and float(np.corrcoef(qrs_i, qrs_v6)[0, 1]) < _OPPOSITE
    return bool(is_turned and qrs_v6.max() > -qrs_v6.min())


def _p_area_mv_s(p_mv: Array, fs_hz: float) -> float:
    """Net area above the line from its beginning to its end."""
    return float(np.sum(p_mv - np.linspace(p_mv[0], p_mv[-1], p_mv.size))) / fs_hz
