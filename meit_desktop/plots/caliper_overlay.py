"""A picture of the sheet held still while calipers move over it.

Painting twelve leads takes longer than a frame at 60 a second, and while a leg is dragged nothing but calipers changes:
the rest is painted once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from meit_desktop.plots.caliper_figures import CaliperFigure
from meit_desktop.plots.caliper_painting import MARGIN_PX, paint_figures
from meit_desktop.plots.caliper_shapes import Box, TimeShape
from meit_desktop.theme.tokens import Tokens

if TYPE_CHECKING:
    from meit_desktop.plots.sheet_canvas import SheetCanvas


class CaliperOverlay(QWidget):
    """Lies over the canvas while it is shown; the pointer goes through it."""

    def __init__(self, canvas: SheetCanvas) -> None:
        super().__init__(canvas.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Opaque, so that Qt doesn't paint the sheet beneath it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._canvas = canvas
        self._sheet = QPixmap()
        self._tokens: Tokens | None = None
        self._painted: dict[int, tuple[CaliperFigure, QRegion]] = {}
        self.hide()

    def freeze(self, tokens: Tokens) -> None:
        """Take the picture and lie over the sheet; nothing where it does already."""
        if not self.isHidden():
            return
        self._tokens = tokens
        self._canvas.calipers.hide()
        self._sheet = self._canvas.viewport().grab()
        self._painted = {}
        self.setGeometry(self._canvas.viewport().rect())
        self.show()
        self.raise_()

    def thaw(self) -> None:
        """Give the sheet back to the canvas."""
        if not self.isHidden():
            self.hide()
            self._sheet = QPixmap()
            self._canvas.calipers.show()

    def follow(self) -> None:
        """The calipers are elsewhere: paint what they left and where they are now."""
        if not self.isHidden():
            before, self._painted = self._painted, {}
            stale = QRegion()
            for figure in self._canvas.calipers.figures:
                stood, area = before.pop(figure.index, (None, QRegion()))
                if stood != figure:
                    stale += area
                    area = self._area(figure)
                    stale += area
                self._painted[figure.index] = (figure, area)
            for _, area in before.values():
                stale += area
            self.update(stale)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tokens is None:
            return
        painter = QPainter(self)
        ratio = self._sheet.devicePixelRatio()
        for part in event.region():
            if ratio == 1:
                painter.drawPixmap(part, self._sheet, part)  # a plain copy
            else:
                area = QRectF(part)
                painter.drawPixmap(area, self._sheet, QRectF(area.topLeft() * ratio, area.size() * ratio))
        paint_figures(painter, self._canvas.calipers.figures, self._to_px(), self._tokens)

    def _to_px(self) -> Callable[[float, float], QPointF]:
        camera = self._canvas.camera
        return lambda x_mm, y_mm: QPointF(*camera.to_view(x_mm, y_mm))

    def _area(self, figure: CaliperFigure) -> QRegion:
        """Pixels that a caliper covers."""
        to_px, area = self._to_px(), QRegion()
        for box in (figure.shape.box, figure.label, *_further_boxes(figure)):
            rect = QRectF(to_px(box.left, box.top), to_px(box.right, box.bottom))
            area += rect.adjusted(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX).toAlignedRect()
        return area


def _further_boxes(figure: CaliperFigure) -> tuple[Box, ...]:
    """Around the ring on the trace and around the repetitions."""
    boxes = []
    if figure.snapped_mm is not None:
        x_mm, y_mm = figure.snapped_mm
        boxes.append(Box(x_mm, y_mm, x_mm, y_mm))
    if isinstance(figure.shape, TimeShape) and figure.shape.ticks_mm:
        x, tops, bottoms = zip(*figure.shape.ticks_mm, strict=True)
        boxes.append(Box(min(x), min(tops), max(x), max(bottoms)))
    return tuple(boxes)
