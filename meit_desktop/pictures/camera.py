"""Takes the pictures: waits until the screen is ready, draws window and dialogs into one image."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_POLL_MS: Final = 15
_PATIENCE_S: Final = 120.0


class PictureMissing(Exception):
    """A state could not be reached; the message names it."""


class Camera:
    """Writes numbered PNGs into one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.names: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def wait_for(self, what: str, ready: Callable[[], bool]) -> None:
        """Let the application work until it is where the picture needs it.

        Raises
        ------
        PictureMissing
            It didn't get there in time.
        """
        until_s = time.monotonic() + _PATIENCE_S
        while not ready():
            if time.monotonic() > until_s:
                raise PictureMissing(what)
            loop = QEventLoop()
            QTimer.singleShot(_POLL_MS, loop, loop.quit)
            loop.exec()
        self.settle()

    def settle(self) -> None:
        """Let layouts and paints that are due happen."""
        for _ in range(4):
            QApplication.processEvents()

    def shoot(self, name: str, window: QWidget) -> None:
        """Write the window as it is, with what stands before it."""
        self.settle()
        picture = window.grab()
        for dialog in _standing_before(window):
            _draw_before(picture, dialog, window)
        self.names.append(name)
        picture.save(str(self._folder / f"{len(self.names):02d}-{name}.png"))


def _standing_before(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget is not window and widget.isVisible()
    ]


def _draw_before(picture: QPixmap, dialog: QWidget, window: QWidget) -> None:
    """A dialog where it stands, over a veil, with the hairline a window manager would draw."""
    ratio = picture.devicePixelRatio()
    area = QRect(QPoint(), window.size())
    front = dialog.grab()
    corner = dialog.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
    # Without a window manager a dialog stands anywhere; a popup stands where we put it.
    if dialog.windowType() is not Qt.WindowType.Popup:
        corner = area.center() - QPoint(dialog.width() // 2, dialog.height() // 2)
    painter = QPainter(picture)
    painter.fillRect(area, QColor(0, 0, 0, 70))
    painter.drawPixmap(corner, front)
    painter.setPen(QPen(QColor(128, 128, 128, 160), 1 / ratio))  # seen on light and on dark
    painter.drawRect(QRect(corner, dialog.size()))
    painter.end()
