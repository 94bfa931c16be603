"""A strip for long work: what is going on, how far, and a way to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from meit_desktop.language import said, tr
from meit_desktop.theme.tokens import Space

SHOW_AFTER_MS: Final = 300
"""Shorter work needs no words."""


class WorkStrip(QFrame):
    """Signals: stop_requested()."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "banner")
        self._text = QLabel()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(tr("Progress"))
        self.stop = QPushButton(tr("Stop"))
        self.stop.clicked.connect(self._stop)
        self._late = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._late.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.M)
        row.addWidget(self._text)
        row.addWidget(self._progress, 1)
        row.addWidget(self.stop)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def begin(self, text: str) -> None:
        """Announce work; the strip appears if it lasts."""
        self._text.setText(text)
        self._progress.setRange(0, 0)
        self.stop.setEnabled(True)
        self._late.start()

    def show_progress(self, fraction: float | None, text: str) -> None:
        if text:
            self._text.setText(said(text))
        if fraction is None:
            self._progress.setRange(0, 0)
        else:
            self._progress.setRange(0, 1000)
            self._progress.setValue(round(1000 * fraction))

    def end(self) -> None:
        self._late.stop()
        self.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._text.setText(tr("Stopping…"))
        self.stop_requested.emit()
