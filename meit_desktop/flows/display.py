"""How the tracing is shown, remembered from one start to the next."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.sheet_layout import LeadOrder
from meit_desktop.plots import DisplaySettings, EcgView, ScaleMode, SheetLayout
from meit_desktop.settings import BAND, GAIN, LAYOUT, LEAD_ORDER, MAINS_NOTCH, SCALE, SPEED, Settings

Choice = TypeVar("Choice", bound=StrEnum)


class DisplayFlow(QObject):
    """Keeps speed, gain, filter and layout in the settings.

    A filter that falsifies the tracing is never remembered: tomorrow's reader may not know that it was on.
    """

    def __init__(self, trace: EcgView, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        trace.apply_settings(
            DisplaySettings(
                speed_mm_per_s=float(settings.get(SPEED)),
                gain_mm_per_mv=float(settings.get(GAIN)),
                filter=DisplayFilter(_known(settings.get(BAND), Band.RECORDED), settings.get(MAINS_NOTCH)),
                layout=_known(settings.get(LAYOUT), SheetLayout.THREE_BY_FOUR_ONE_RHYTHM),
                order=_known(settings.get(LEAD_ORDER), LeadOrder.STANDARD),
                scale_mode=_known(settings.get(SCALE), ScaleMode.AUTO),
            )
        )
        trace.display_changed.connect(self._remember)

    @Slot(object)
    def _remember(self, shown: DisplaySettings) -> None:
        self._settings.set(SPEED, round(shown.speed_mm_per_s))
        self._settings.set(GAIN, round(shown.gain_mm_per_mv))
        self._settings.set(MAINS_NOTCH, shown.filter.mains_hz)
        self._settings.set(LAYOUT, shown.layout.value)
        self._settings.set(LEAD_ORDER, shown.order.value)
        self._settings.set(SCALE, shown.scale_mode.value)
        if not shown.filter.warning:
            self._settings.set(BAND, shown.filter.band.value)


def _known(stored: str, default: Choice) -> Choice:
    """The choice of that name, or the default for a name of another version."""
    return next((choice for choice in type(default) if choice.value == stored), default)
