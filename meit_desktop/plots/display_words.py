"""How the tracing's settings and scale are put into words."""

from __future__ import annotations

from typing import Final

from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.sheet_layout import LeadOrder, SheetLayout
from meit_desktop.language import tr
from meit_desktop.plots.sample_lookup import SampleAt
from meit_desktop.plots.screen_scale import ScaleSource

_TRUE_WITHIN: Final = 0.005
"""Closer to 1 than a reader could measure on the screen: 0.05 mm in 10."""


def speed_words(speed_mm_per_s: float) -> str:
    return f"{speed_mm_per_s:g} mm/s"


def gain_words(gain_mm_per_mv: float) -> str:
    return f"{gain_mm_per_mv:g} mm/mV"


def layout_words(layout: SheetLayout, order: LeadOrder = LeadOrder.STANDARD) -> str:
    words = layout.value.replace("x", "×").replace("+", " + ")
    return words if order is LeadOrder.STANDARD else f"{words} Cabrera"


def filter_words(shown: DisplayFilter) -> str:
    """What is taken out of the tracing: a pass band, a notch at the mains frequency, or nothing."""
    band = tr("no filter") if shown.band is Band.RECORDED else shown.band.value
    if not shown.mains_hz:
        return band
    notch = tr("{mains_hz} Hz notch").format(mains_hz=shown.mains_hz)
    return notch if shown.band is Band.RECORDED else f"{band} + {notch}"


def stretch_words(start_s: float, end_s: float, whole_s: float) -> str:
    """Which seconds of a recording are on the sheet."""
    told = tr("{start} to {end} s of {whole} s")
    return told.format(start=f"{start_s:.3g}", end=f"{end_s:.3g}", whole=f"{whole_s:.3g}")


def scale_words(factor: float, *, zoomed: bool, source: ScaleSource) -> str:
    """What a millimetre of the sheet is on the screen, said without flattery.

    Screens report their size in whole centimetres, some wrongly: only a calibrated one is called true.
    """
    if abs(factor - 1) < _TRUE_WITHIN:
        return tr("true size, calibrated" if source is ScaleSource.CALIBRATED else "about true size")
    told = tr("zoomed {factor}×" if zoomed else "fitted {factor}×, not true mm")
    return told.format(factor=f"{factor:.2f}")


def sample_words(sample: SampleAt) -> str:
    sign = "−" if sample.value_mv < 0 else ""
    return f"{sample.lead}   {sample.time_s:.3f} s   {sign}{abs(sample.value_mv):.3f} mV"
