"""Each screen has its own millimetres: the tracing takes those of the screen that the window is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from meit_desktop.appearance import Appearance
from meit_desktop.dialogs.calibration import CalibrationDialog
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.plots import EcgView
from meit_desktop.plots.screen_calibration import Calibrations


class CalibratingFlow(QObject):
    """Attributes: calibrations, what was measured on each screen."""

    def __init__(self, stage: Stage, trace: EcgView, appearance: Appearance) -> None:
        super().__init__()
        self._stage, self._trace, self._appearance = stage, trace, appearance
        self.calibrations = Calibrations(stage.settings)
        self.calibrations.changed.connect(self.apply)
        window = stage.window
        window.winId()  # a window that was never shown has no handle yet
        window.windowHandle().screenChanged.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Draw at the scale of the window's screen."""
        self._trace.set_pixels_per_mm(self.calibrations.px_per_mm(self._stage.window.screen()))

    def ask(self) -> None:
        """Open the dialog on the window's screen."""
        dialog = CalibrationDialog(self.calibrations, self._appearance.tokens, self._stage.window)
        dialog.saved.connect(self._saved)
        dialog.reset.connect(self._reset)
        dialog.open()

    @Slot(str)
    def _saved(self, screen: str) -> None:
        self._stage.window.notice.show_message(
            tr("Calibrated: {screen}. True size is now as measured.").format(screen=screen), "ok"
        )

    @Slot(str)
    def _reset(self, screen: str) -> None:
        self._stage.window.notice.show_message(
            tr("Calibration removed: {screen}. True size is as the screen reports.").format(screen=screen)
        )
