"""The marks across the median beat: a line through every panel, and a flag with the name on the superimposed leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from meit_core.domain.beat_marks import BeatMark
from meit_desktop.language import marked, tr
from meit_desktop.plots.median_layout import MedianLayout
from meit_desktop.theme.contrast import mixed
from meit_desktop.theme.icons import paint_icon
from meit_desktop.theme.tokens import Space, Tokens

_FLAG_ROWS: Final = {"p": 0, "qrs": 1, "t": 0}
"""P off and QRS on stand close together: their flags, which point at each other, need a line each."""
_ICON_SHARE: Final = 0.85
_INK_SHARE: Final = 0.7
"""Of a line that isn't chosen: seen on the grid, and behind the traces."""


_WORDS: Final[Mapping[BeatMark, str]] = {
    BeatMark.P_ONSET: marked("P on"),
    BeatMark.P_OFFSET: marked("P off"),
    BeatMark.QRS_ONSET: marked("QRS on"),
    BeatMark.QRS_OFFSET: marked("QRS off"),
    BeatMark.T_OFFSET: marked("T off"),
}


def mark_words(mark: BeatMark) -> str:
    """A mark's name, as short as a flag needs it."""
    return tr(_WORDS[mark])


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark as it is drawn.

    Attributes
    ----------
    manual
        Set by hand: a solid line, and a pencil in the flag. Computed ones are dashed.
    chosen
        The keyboard moves this one.
    """

    mark: BeatMark
    from_r_ms: float
    manual: bool
    chosen: bool


def marks_in_words(marks: Mapping[BeatMark, DrawnMark]) -> str:
    """As a screen reader says them: the one that keys move, then all."""
    first = [tr("chosen: {mark}").format(mark=mark_words(mark)) for mark, drawn in marks.items() if drawn.chosen]
    told = [
        tr("{mark} {from_r_ms} ms from R, manual" if drawn.manual else "{mark} {from_r_ms} ms from R, computed").format(
            mark=mark_words(mark), from_r_ms=f"{drawn.from_r_ms:.0f}"
        )
        for mark, drawn in marks.items()
    ]
    return "; ".join(first + told)


def columns_changed(
    layout: MedianLayout, before: Mapping[BeatMark, DrawnMark], now: Mapping[BeatMark, DrawnMark]
) -> set[int]:
    """Pixels from the left at which a line was drawn, or is to be, and isn't what it was."""
    moved = [mark for mark in BeatMark if before.get(mark) != now.get(mark)]
    drawn = [marks[mark] for mark in moved for marks in (before, now) if mark in marks]
    return {round(panel.x_of(each.from_r_ms)) for each in drawn for panel in layout.panels}


class MarkPainter:
    """Draws marks, and knows where their flags are."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self._font, self._tokens = font, tokens
        self._metrics = QFontMetricsF(font)

    @property
    def flags_px(self) -> float:
        """Room that two lines of flags take above the leads."""
        return 2 * self._row_px + Space.XS

    def paint(self, painter: QPainter, layout: MedianLayout, marks: Mapping[BeatMark, DrawnMark]) -> None:
        painter.save()
        painter.setFont(self._font)
        for drawn in sorted(marks.values(), key=lambda drawn: drawn.chosen):
            self._paint_lines(painter, layout, drawn)
        for drawn, flag in self._flags(layout, marks):
            self._paint_flag(painter, drawn, flag)
        painter.restore()

    def mark_at(
        self, at: QPointF, layout: MedianLayout, marks: Mapping[BeatMark, DrawnMark], reach_px: float
    ) -> BeatMark | None:
        """The mark whose flag or line is under a pixel; of two lines the nearer one."""
        for drawn, flag in self._flags(layout, marks):
            if flag.contains(at):
                return drawn.mark
        panel = next((panel for panel in layout.panels if panel.area.contains(at)), None)
        if panel is None:
            return None
        distances = {drawn.mark: abs(panel.x_of(drawn.from_r_ms) - at.x()) for drawn in marks.values()}
        nearest = min(distances, key=lambda mark: distances[mark], default=None)
        return nearest if nearest is not None and distances[nearest] <= reach_px else None

    @property
    def _row_px(self) -> float:
        return self._metrics.height() + Space.XS

    def _flags(self, layout: MedianLayout, marks: Mapping[BeatMark, DrawnMark]) -> Iterator[tuple[DrawnMark, QRectF]]:
        """Onsets point to the left of their line, offsets to the right, unless they would leave the paper."""
        panel, first = layout.everything, layout.leads[0]
        end = first.area.left() - first.label_px if first.label_px else panel.area.right() + Space.L
        for drawn in marks.values():
            line_px = panel.x_of(drawn.from_r_ms)
            width = self._width(drawn)
            left = line_px - width if drawn.mark.value.endswith("onset") else line_px
            left = max(Space.XS / 2, min(left, end - width))
            top = Space.XS / 2 + _FLAG_ROWS[drawn.mark.wave] * self._row_px
            yield drawn, QRectF(left, top, width, self._metrics.height() + 1)

    def _width(self, drawn: DrawnMark) -> float:
        icon = self._icon_px + Space.XS / 2 if drawn.manual else 0.0
        return self._metrics.horizontalAdvance(mark_words(drawn.mark)) + icon + Space.S

    @property
    def _icon_px(self) -> float:
        return self._metrics.height() * _ICON_SHARE

    def _paint_lines(self, painter: QPainter, layout: MedianLayout, drawn: DrawnMark) -> None:
        tokens = self._tokens
        colour = tokens.accent if drawn.chosen else mixed(tokens.paper, tokens.text, _INK_SHARE)
        style = Qt.PenStyle.SolidLine if drawn.manual else Qt.PenStyle.DashLine
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(colour), 2 if drawn.chosen else 1, style))
        first, last = layout.leads[0].area.top(), layout.leads[-1].area.bottom()
        columns = {panel.x_of(drawn.from_r_ms): (first, last) for panel in layout.leads}
        flag_px = Space.XS / 2 + _FLAG_ROWS[drawn.mark.wave] * self._row_px
        columns[layout.everything.x_of(drawn.from_r_ms)] = (flag_px, layout.everything.area.bottom())
        for x, (top, bottom) in columns.items():
            painter.drawLine(QPointF(round(x), top), QPointF(round(x), bottom))

    def _paint_flag(self, painter: QPainter, drawn: DrawnMark, flag: QRectF) -> None:
        tokens = self._tokens
        ground, ink = (tokens.accent, tokens.on_accent) if drawn.chosen else (tokens.surface, tokens.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if drawn.chosen else tokens.field_border), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(flag.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        left = flag.left() + Space.XS
        if drawn.manual:
            size = self._icon_px
            paint_icon(painter, "edit", ink, QRectF(left, flag.center().y() - size / 2, size, size))
            left += size + Space.XS / 2
        painter.setPen(QColor(ink))
        painter.drawText(
            QRectF(left, flag.top(), flag.right() - left, flag.height()),
            int(Qt.AlignmentFlag.AlignVCenter),
            mark_words(drawn.mark),
        )
