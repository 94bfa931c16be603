"""How the tracing is shown, remembered from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from meit_desktop.plots import DisplaySettings, EcgView, SheetLayout
from meit_desktop.settings import GAIN, LAYOUT, SPEED, Settings


class DisplayFlow(QObject):
    """Keeps speed, gain and layout in the settings."""

    def __init__(self, trace: EcgView, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        names = {layout.value for layout in SheetLayout}
        chosen = settings.get(LAYOUT)
        trace.apply_settings(
            DisplaySettings(
                speed_mm_per_s=float(settings.get(SPEED)),
                gain_mm_per_mv=float(settings.get(GAIN)),
                layout=SheetLayout(chosen) if chosen in names else SheetLayout.THREE_BY_FOUR_ONE_RHYTHM,
            )
        )
        trace.display_changed.connect(self._remember)

    @Slot(object)
    def _remember(self, shown: DisplaySettings) -> None:
        self._settings.set(SPEED, round(shown.speed_mm_per_s))
        self._settings.set(GAIN, round(shown.gain_mm_per_mv))
        self._settings.set(LAYOUT, shown.layout.value)
