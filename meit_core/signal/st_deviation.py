"""ST segments that stand too high or too low in neighbouring leads."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.leads import LEADS
from meit_core.domain.record import PatientInfo, Sex
from meit_core.signal.beat_figures import level

Array = npt.NDArray[np.float64]

NEIGHBOURS: Final = (("II", "aVF", "III"), ("aVL", "I"), ("V1", "V2", "V3", "V4", "V5", "V6"))
"""Contiguous leads: inferior, high lateral, and the chest leads in their order."""
ELEVATION_MV: Final = 0.1
"""J point in all leads but V2 and V3 (Thygesen et al., Fourth Universal Definition of Myocardial Infarction,
Circulation 138:e618, 2018)."""
DEPRESSION_MV: Final = -0.05
YOUNG_MAN_YEARS: Final = 40.0
WIDE_QRS_MS: Final = 140.0
"""From here on ST follows QRS."""
LVH_SOKOLOW_MV: Final = 3.5
LVH_CORNELL_MV: Final = {Sex.MALE: 2.8, Sex.FEMALE: 2.0, Sex.UNKNOWN: 2.8}
"""From these on raised ST segments in V1 to V3 belong to the deep S waves of a hypertrophy, low ones to its strain."""
_STAYS: Final = 0.8
"""Share of the limit that must be left 60 ms after J: a steep end of QRS isn't an ST segment."""
_J_S: Final = 0.012
_LATER_S: Final = 0.06


def st_deviation(
    signal_mv: Array, fs_hz: float, qrs: tuple[int, int], rows: Sequence[int], patient: PatientInfo
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return J points in mV by lead, of those raised and of those lowered in two or more neighbouring leads.

    J is the mean of the 12 ms after QRS, from the level before it. Nothing is said of wide complexes, nor of the leads
    that a left ventricular hypertrophy changes.

    Parameters
    ----------
    signal_mv
        (12, n_samples), the median beat in the standard order of leads.
    qrs
        Onset and offset.
    rows
        Leads good enough to measure on.
    """
    onset, offset = qrs
    if (offset - onset) * 1000 / fs_hz >= WIDE_QRS_MS or offset + round(_LATER_S * fs_hz) >= signal_mv.shape[1]:
        return {}, {}
    above = signal_mv - level(signal_mv, fs_hz, onset)
    j = above[:, offset : offset + round(_J_S * fs_hz)].mean(axis=1)
    later = above[:, offset + round(_LATER_S * fs_hz)]
    usable = {LEADS[row] for row in rows}
    if _is_hypertrophied(above[:, onset : offset + 1], usable, patient.sex):
        usable -= {"V1", "V2", "V3"}
        lowered = usable & {"II", "III", "aVF"}
    else:
        lowered = usable
    limit = np.array([_limit_mv(lead, patient) for lead in LEADS])
    raised = {LEADS[row] for row in np.flatnonzero((j >= limit) & (later >= _STAYS * limit))} & usable
    low = {LEADS[row] for row in np.flatnonzero((j <= DEPRESSION_MV) & (later <= DEPRESSION_MV))} & lowered
    value = dict(zip(LEADS, j.tolist(), strict=True))
    return {lead: value[lead] for lead in _together(raised)}, {lead: value[lead] for lead in _together(low)}


def _limit_mv(lead: str, patient: PatientInfo) -> float:
    """V2 and V3 have limits of their own; what isn't known of the patient is taken as what asks for more."""
    if lead not in ("V2", "V3"):
        return ELEVATION_MV
    if patient.sex is Sex.FEMALE:
        return 0.15
    return 0.2 if patient.age_years is not None and patient.age_years >= YOUNG_MAN_YEARS else 0.25


def _is_hypertrophied(qrs_mv: Array, usable: set[str], sex: Sex) -> bool:
    height, depth = (dict(zip(LEADS, values.tolist(), strict=True)) for values in (qrs_mv.max(1), -qrs_mv.min(1)))
    sokolow_lyon = depth["V1"] + max(height["V5"], height["V6"])
    cornell = height["aVL"] + depth["V3"]
    return ({"V1", "V5", "V6"} <= usable and sokolow_lyon >= LVH_SOKOLOW_MV) or (
        {"aVL", "V3"} <= usable and cornell > LVH_CORNELL_MV[sex]
    )


def _together(leads: Iterable[str]) -> list[str]:
    """Those with a neighbour among them, in the standard order."""
    chosen = set(leads)
    pairs = ({one, other} for row in NEIGHBOURS for one, other in itertools.pairwise(row))
    kept: set[str] = set().union(*(pair for pair in pairs if pair <= chosen))
    if len({"II", "III", "aVF"} & chosen) >= 2:
        kept |= {"II", "III", "aVF"} & chosen
    return [lead for lead in LEADS if lead in kept]
