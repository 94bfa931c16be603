"""Draws calipers with a painter alone, so that the sheet and the picture held while dragging show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication

from meit_desktop.plots.caliper_list import Part
from meit_desktop.plots.caliper_shapes import TimeShape
from meit_desktop.theme.tokens import Space, Tokens, TypeSize

if TYPE_CHECKING:
    from meit_desktop.plots.caliper_figures import CaliperFigure

ToPx = Callable[[float, float], QPointF]
"""From mm of the sheet to pixels of the view."""

_TINT_ALPHA: Final = 22
_LINE_PX: Final = 1.2
_CHOSEN_PX: Final = 1.6
_HELD_PX: Final = 2.6
_HANDLE_PX: Final = 7.0
_RING_PX: Final = 4.0
_DIVISION_PX: Final = 5.0
_PADDING_PX: Final = Space.S
MARGIN_PX: Final = 8.0
"""How far lines, handles and rings reach beyond the shapes they belong to."""


def label_font() -> QFont:
    """Of every reading."""
    font = QFont(QApplication.font())
    font.setPixelSize(int(TypeSize.BODY))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def label_size_px(lines: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of a reading with its padding."""
    metrics = QFontMetricsF(label_font())
    # Figures change while a leg is dragged: in steps, so that the reading doesn't tremble.
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PADDING_PX
    return 4 * round(width / 4 + 0.5), len(lines) * metrics.height() + Space.XS


def paint_figures(painter: QPainter, figures: Iterable[CaliperFigure], to_px: ToPx, tokens: Tokens) -> None:
    """Draw all calipers; the painter's coordinates are the view's pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for figure in figures:
        if isinstance(figure.shape, TimeShape):
            _paint_time(painter, figure, figure.shape, to_px, tokens)
        else:
            _paint_amplitude(painter, figure, to_px, tokens)
        if figure.snapped_mm is not None:
            painter.setPen(QPen(QColor(tokens.accent), 1.8))
            painter.setBrush(QColor(tokens.paper))
            painter.drawEllipse(to_px(*figure.snapped_mm), _RING_PX, _RING_PX)
        _paint_label(painter, figure, to_px, tokens)


def _paint_time(painter: QPainter, figure: CaliperFigure, shape: TimeShape, to_px: ToPx, tokens: Tokens) -> None:
    top, bottom = to_px(0, shape.top_mm).y(), to_px(0, shape.bottom_mm).y()
    start, end = to_px(shape.start_mm, 0).x(), to_px(shape.end_mm, 0).x()
    bar = to_px(0, figure.bar_mm).y()
    if figure.chosen is not None:
        _tint(painter, QRectF(QPointF(start, top), QPointF(end, bottom)).normalized(), tokens)
    painter.setPen(QPen(QColor(tokens.accent), 1.0))
    for x_mm, tick_top, tick_bottom in shape.ticks_mm:
        painter.drawLine(QLineF(to_px(x_mm, tick_top), to_px(x_mm, tick_bottom)))
    painter.setPen(_pen(tokens, figure.chosen is not None))
    painter.drawLine(QLineF(start, bar, end, bar))
    for x_mm in shape.divisions_mm:
        x = to_px(x_mm, 0).x()
        painter.drawLine(QLineF(x, bar - _DIVISION_PX, x, bar + _DIVISION_PX))
    for part, x in ((Part.START, start), (Part.END, end)):
        _paint_leg(painter, QLineF(x, top, x, bottom), figure, part, tokens)


def _paint_amplitude(painter: QPainter, figure: CaliperFigure, to_px: ToPx, tokens: Tokens) -> None:
    shape = figure.shape
    box = shape.box
    left, right = to_px(box.left, 0).x(), to_px(box.right, 0).x()
    start, end = to_px(0, shape.start_mm).y(), to_px(0, shape.end_mm).y()
    bar = (left + right) / 2
    if figure.chosen is not None:
        _tint(painter, QRectF(QPointF(left, start), QPointF(right, end)).normalized(), tokens)
    painter.setPen(_pen(tokens, figure.chosen is not None))
    painter.drawLine(QLineF(bar, start, bar, end))
    for part, y in ((Part.START, start), (Part.END, end)):
        _paint_leg(painter, QLineF(left, y, right, y), figure, part, tokens)


def _paint_leg(painter: QPainter, line: QLineF, figure: CaliperFigure, part: Part, tokens: Tokens) -> None:
    """The part that the keys move is thicker and has handles: not told by colour."""
    held = figure.chosen in (part, Part.WHOLE)
    pen = _pen(tokens, figure.chosen is not None)
    if held:
        pen.setWidthF(_HELD_PX)
    painter.setPen(pen)
    painter.drawLine(line)
    if held:
        painter.setBrush(QColor(tokens.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        for end in (line.p1(), line.p2()):
            painter.drawRect(QRectF(end.x() - _HANDLE_PX / 2, end.y() - _HANDLE_PX / 2, _HANDLE_PX, _HANDLE_PX))


def _paint_label(painter: QPainter, figure: CaliperFigure, to_px: ToPx, tokens: Tokens) -> None:
    box = QRectF(to_px(figure.label.left, figure.label.top), to_px(figure.label.right, figure.label.bottom))
    chosen = figure.chosen is not None
    painter.setPen(QPen(QColor(tokens.accent), 1.0))
    painter.setBrush(QColor(tokens.accent if chosen else tokens.paper))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(label_font())
    painter.setPen(QColor(tokens.on_accent if chosen else tokens.accent))
    height = (box.height() - Space.XS) / len(figure.lines)
    for number, line in enumerate(figure.lines):
        row = QRectF(box.left(), box.top() + Space.XS / 2 + number * height, box.width(), height)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


def _tint(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    tint = QColor(tokens.accent)
    tint.setAlpha(_TINT_ALPHA)
    # On whole pixels: smoothing the edges of a surface is what takes longest of all that is drawn here.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(box.toRect(), tint)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _pen(tokens: Tokens, chosen: bool) -> QPen:
    return QPen(QColor(tokens.accent), _CHOSEN_PX if chosen else _LINE_PX)
