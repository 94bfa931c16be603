"""The process that measures is made ready while the reader looks at a study: the first median beat comes at once."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Slot

from meit_desktop.flows.stage import Stage
from meit_desktop.operations import marking as operations

PREPARE_AFTER_MS: Final = 1000
"""Who goes quickly from study to study, or has just signed in, isn't held up by a program that starts."""


class ReadyToMeasure:
    """Starts the process once the reader stays with a study, and again where it has ended since."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pause = QTimer(stage.window, singleShot=True, interval=PREPARE_AFTER_MS)  # ends with the window
        self._pause.timeout.connect(self._prepare)

    def study_shown(self) -> None:
        self._pause.start()

    def clear(self) -> None:
        self._pause.stop()

    @Slot()
    def _prepare(self) -> None:
        if self._stage.current is not None:
            operations.prepare_measuring(lanes=self._stage.lanes, session=self._stage.session)
