"""Intervals and axes between the boundaries on a median beat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.leads import LEADS
from meit_core.signal.axes import frontal_axis_deg

Array = npt.NDArray[np.float64]

_LEVEL_S: Final = 0.012
"""Before QRS: the level that areas are measured from."""


@dataclass(frozen=True, slots=True)
class BeatFigures:
    """Durations in ms and axes in degrees; ``None`` where a boundary isn't there or an axis has no direction."""

    p_ms: float | None = None
    pr_ms: float | None = None
    qrs_ms: float | None = None
    qt_ms: float | None = None
    p_axis_deg: float | None = None
    qrs_axis_deg: float | None = None
    t_axis_deg: float | None = None


def figures_between(
    signal_mv: Array, fs_hz: float, places: Places, *, usable_leads: tuple[str, ...] = LEADS
) -> BeatFigures:
    """Measure between boundaries, whoever has set them.

    Parameters
    ----------
    signal_mv
        (12, n_samples), the median beat in the standard order of leads.
    places
        Sample positions; QRS is there.
    usable_leads
        Axes need I and aVF among them.
    """
    step_ms = 1000 / fs_hz
    p_on, p_off, qrs_on, qrs_off, t_off = (places.get(mark) for mark in BeatMark)

    def between(start: int | None, end: int | None) -> float | None:
        return None if start is None or end is None else (end - start) * step_ms

    limb_leads = [LEADS.index("I"), LEADS.index("aVF")] if {"I", "aVF"} <= set(usable_leads) else []
    before_qrs = level(signal_mv, fs_hz, qrs_on)[limb_leads] if limb_leads else None

    def axis(start: int | None, end: int | None) -> float | None:
        if before_qrs is None or start is None or end is None or end <= start:
            return None
        wave = signal_mv[limb_leads, start : end + 1] - before_qrs
        return frontal_axis_deg(wave[0], wave[1], fs_hz)

    return BeatFigures(
        p_ms=between(p_on, p_off),
        pr_ms=between(p_on, qrs_on),
        qrs_ms=between(qrs_on, qrs_off),
        qt_ms=between(qrs_on, t_off),
        p_axis_deg=axis(p_on, p_off),
        qrs_axis_deg=axis(qrs_on, qrs_off),
        t_axis_deg=axis(qrs_off, t_off),
    )


def level(signal_mv: Array, fs_hz: float, qrs_onset: int | None) -> Array:
    """Mean of each lead over the 12 ms before QRS, (n_leads, 1): what is isoelectric where anything is."""
    end = 0 if qrs_onset is None else qrs_onset
    mean: Array = signal_mv[:, max(0, end - round(_LEVEL_S * fs_hz)) : end + 1].mean(axis=1, keepdims=True)
    return mean
