"""A view on the screen, and what its pixels say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from meit_core.domain.measurements import Measurements
from meit_desktop.plots import EcgView
from tests.desktop.plots.recordings import spikes

MakeView = Callable[..., EcgView]
PX_PER_MM = 4.0
"""What the views of these tests are calibrated to, so that no test depends on the screen it runs on."""


@pytest.fixture
def make_view(qtbot: QtBot) -> MakeView:
    """Open an empty view of a size in pixels."""

    def make(width: int = 1200, height: int = 700) -> EcgView:
        view = EcgView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_pixels_per_mm(PX_PER_MM)
        view.show()
        qtbot.waitExposed(view)
        return view

    return make


@pytest.fixture
def measuring(make_view: MakeView) -> EcgView:
    """Spikes once a second from 0.5 s on: sample 250, 750, 1250 ... at 500 Hz; measuring."""
    view = make_view(800, 600)
    view.show_record(spikes(offset_mv=1.5), Measurements(rr_ms=1000.0, r_peaks=tuple(range(250, 5000, 500))))
    view.toggle_calipers()
    return view


def pixels(view: EcgView) -> np.ndarray:
    """The canvas as painted: (height, width, 3), red, green, blue."""
    return as_array(view.prepare().grab().toImage())


def as_array(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def colour(name: str) -> np.ndarray:
    """``#rrggbb`` as an array to compare pixels with."""
    return np.array([int(name[start : start + 2], 16) for start in (1, 3, 5)], np.uint8)
