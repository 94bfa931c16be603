"""A median beat on millimetre paper, drawn with a painter alone: no plotting library, no scene.

Whoever lays beats over each other puts their R peaks on the same pixel (``r_at``), each in its own colour and dash.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from meit_desktop.plots.grid_lines import FULL_INK_PX, grid_lines
from meit_desktop.theme.contrast import mixed
from meit_desktop.theme.tokens import Tokens

_WIDTH_MM: Final = 0.25
_WIDTH_PX: Final = (1.1, 2.0)
"""As on the sheet: ink of a printed trace, between what the eye follows and what hides a notch."""


@dataclass(frozen=True, slots=True)
class BeatScale:
    """How a beat is drawn: paper speed and gain in millimetres of the paper, and how large a millimetre is.

    Attributes
    ----------
    px_per_mm
        Logical pixels per millimetre of the paper.
    """

    speed_mm_per_s: float
    gain_mm_per_mv: float
    px_per_mm: float

    @property
    def px_per_ms(self) -> float:
        return self.speed_mm_per_s * self.px_per_mm / 1000

    @property
    def px_per_mv(self) -> float:
        return self.gain_mm_per_mv * self.px_per_mm

    @property
    def ink_px(self) -> float:
        """Width of a trace."""
        return max(_WIDTH_PX[0], min(_WIDTH_PX[1], _WIDTH_MM * self.px_per_mm))


def paint_paper(painter: QPainter, area: QRectF, origin: QPointF, px_per_mm: float, tokens: Tokens) -> None:
    """Fill a rectangle with paper; a bold line crosses ``origin`` in both directions."""
    ratio = painter.device().devicePixelRatioF()
    share = min(1.0, px_per_mm * ratio / FULL_INK_PX)  # lines closer together than at true size are paler
    across = grid_lines(px_per_mm, origin.x() - area.left(), area.width(), ratio)
    down = grid_lines(px_per_mm, origin.y() - area.top(), area.height(), ratio)
    with _clipped(painter, area):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(area, QColor(tokens.paper))
        fine, bold = QColor(mixed(tokens.paper, tokens.grid_1mm, share)), QColor(tokens.grid_5mm)
        for is_bold, colour in ((False, fine), (True, bold)):
            width = (max(1, round(ratio)) if is_bold else 1) / ratio
            for start in across[is_bold]:
                painter.fillRect(QRectF(area.left() + start, area.top(), width, area.height()), colour)
            for start in down[is_bold]:
                painter.fillRect(QRectF(area.left(), area.top() + start, area.width(), width), colour)


def paint_traces(
    painter: QPainter,
    area: QRectF,
    signal_mv: npt.NDArray[np.float64],
    fs_hz: float,
    *,
    r_index: int,
    r_at: QPointF,
    scale: BeatScale,
    colour: str,
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Draw leads over each other, cut at ``area``.

    Parameters
    ----------
    signal_mv
        (n_leads, n_samples).
    r_index
        Sample of the R peak; it falls on ``r_at`` where the trace is at 0 mV.
    """
    x_px = r_at.x() + (np.arange(signal_mv.shape[1]) - r_index) * 1000 / fs_hz * scale.px_per_ms
    pen = QPen(QColor(colour), scale.ink_px, dash)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    with _clipped(painter, area):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for lead in signal_mv:
            y_px = r_at.y() - lead * scale.px_per_mv
            points = (QPointF(x, y) for x, y in zip(x_px.tolist(), y_px.tolist(), strict=True))
            painter.drawPolyline(QPolygonF(list(points)))


@contextmanager
def _clipped(painter: QPainter, area: QRectF) -> Iterator[None]:
    painter.save()
    painter.setClipRect(area)
    yield
    painter.restore()
