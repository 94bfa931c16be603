"""Two median beats over each other, R on R, lead by lead."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.leads import LEADS
from meit_core.domain.sheet_layout import INVERTED, LeadOrder, SheetLayout
from meit_desktop.language import marked, tr
from meit_desktop.plots.median_item import BeatScale, paint_paper, paint_traces
from meit_desktop.theme.tokens import LIGHT, Space, Tokens

_GAP_MM: Final = 5.0
_LEAST_ABOVE_MM: Final = 12.0
_LEAST_BELOW_MM: Final = 8.0
_BACKDROP_ALPHA: Final = 215
_SAMPLE_PX: Final = 48
"""Length of the piece of line in the legend."""
_NOT_USABLE: Final = {
    (True, False): marked("prior: not usable"),
    (False, True): marked("now: not usable"),
    (True, True): marked("prior and now: not usable"),
}
"""Whether a lead can't be used in the prior, and now."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One lead's place.

    Attributes
    ----------
    name
        As it is written beside the trace; turned round where Cabrera's order wants it.
    area
        Logical pixels.
    r_at
        Pixel of the R peak at 0 mV, the same for both beats.
    """

    name: str
    area: QRectF
    r_at: QPointF

    @property
    def lead(self) -> str:
        return self.name.removeprefix(INVERTED)

    @property
    def sign(self) -> int:
        return -1 if self.name.startswith(INVERTED) else 1


class SuperimposedBeats(QWidget):
    """Twelve leads in three rows: the prior's beat dashed, today's solid, both named in the legend above.

    Attributes
    ----------
    panels, scale
        How the beats lie at the moment.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: Tokens = LIGHT
        self._now: AveragedBeat | None = None
        self._prior: AveragedBeat | None = None
        self._words = ("", "")
        self._message = ""
        self._speed_mm_per_s, self._gain_mm_per_mv = 25.0, 10.0
        self._order = LeadOrder.STANDARD
        self.panels: tuple[Panel, ...] = ()
        self.scale = BeatScale(self._speed_mm_per_s, self._gain_mm_per_mv, 1.0)
        self.setAccessibleName(tr("Median beats, one over the other"))

    def show_beats(self, prior: AveragedBeat | None, now: AveragedBeat | None, words: tuple[str, str]) -> None:
        """Show two beats; ``words`` name the prior's and today's in the legend."""
        self._prior, self._now, self._words, self._message = prior, now, words, ""
        told = tr("Dashed: {prior}. Solid: {now}. R peak on R peak.")
        self.setAccessibleDescription(told.format(prior=words[0], now=words[1]))
        self._place()

    def show_message(self, message: str) -> None:
        """Say why there is nothing to lay over each other."""
        self._prior = self._now = None
        self.panels, self._message = (), message
        self.setAccessibleDescription(message)
        self.update()

    def set_scale(self, *, speed_mm_per_s: float, gain_mm_per_mv: float, order: LeadOrder) -> None:
        """Paper speed and gain of the beats, and the order of the limb leads."""
        self._speed_mm_per_s, self._gain_mm_per_mv, self._order = speed_mm_per_s, gain_mm_per_mv, order
        self._place()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    def _place(self) -> None:
        """Fit twelve windows into the room: as wide as the longer beat, as high as the taller one."""
        now, prior = self._now, self._prior
        if now is None or prior is None:
            return
        beats = (now, prior)
        before_s = max(beat.r_index / beat.fs_hz for beat in beats)
        after_s = max((beat.n_samples - 1 - beat.r_index) / beat.fs_hz for beat in beats)
        width_mm = (before_s + after_s) * self._speed_mm_per_s + _GAP_MM
        rows = SheetLayout.THREE_BY_FOUR_ONE_RHYTHM.rows_in(self._order)[:3]
        reach_mm = [self._reach_mm(names) for names in rows]
        height_mm = sum(above + below for above, below in reach_mm)
        columns = len(rows[0])
        room = QRectF(0, self._legend_px, self.width(), self.height() - self._legend_px)
        fitted = min(room.width() / (columns * width_mm), room.height() / height_mm)
        ratio = self.devicePixelRatioF()
        # A big square of whole device pixels, as on the sheet.
        px_per_mm = max(5, math.floor(fitted * 5 * ratio)) / 5 / ratio
        self.scale = BeatScale(self._speed_mm_per_s, self._gain_mm_per_mv, px_per_mm)
        spare_px = max(0.0, room.height() - height_mm * px_per_mm) / len(rows)
        left_px = max(0.0, room.width() - columns * width_mm * px_per_mm) / 2
        panels, top_px = [], room.top()
        for names, (above, below) in zip(rows, reach_mm, strict=True):
            row_px = (above + below) * px_per_mm + spare_px
            for column, name in enumerate(names):
                x_px = left_px + column * width_mm * px_per_mm
                r_x = round((x_px + (_GAP_MM / 2 + before_s * self._speed_mm_per_s) * px_per_mm) * ratio) / ratio
                r_y = round((top_px + spare_px / 2 + above * px_per_mm) * ratio) / ratio
                panels.append(Panel(name, QRectF(x_px, top_px, width_mm * px_per_mm, row_px), QPointF(r_x, r_y)))
            top_px += row_px
        self.panels = tuple(panels)
        self.update()

    def _reach_mm(self, names: tuple[str, ...]) -> tuple[float, float]:
        """How far the beats of a row go above and below their baseline, in whole big squares of a minimum."""
        up, down = 0.0, 0.0
        for name in names:
            for beat in (self._now, self._prior):
                if beat is not None and name.removeprefix(INVERTED) in beat.usable_leads:
                    shown = beat.signal_mv[LEADS.index(name.removeprefix(INVERTED))]
                    shown = -shown if name.startswith(INVERTED) else shown
                    up, down = max(up, float(shown.max())), max(down, -float(shown.min()))
        return (
            max(_LEAST_ABOVE_MM, up * self._gain_mm_per_mv + 2.0),
            max(_LEAST_BELOW_MM, down * self._gain_mm_per_mv + 2.0),
        )

    @property
    def _line_px(self) -> float:
        return self.fontMetrics().height() + Space.S

    @property
    def _legend_px(self) -> float:
        """Height of the legend: both words on one line where there is room."""
        return Space.S + self._line_px * (2 if self._legend_is_narrow else 1)

    @property
    def _legend_is_narrow(self) -> bool:
        samples = 2 * (_SAMPLE_PX + Space.S) + Space.XL + 2 * Space.M
        return samples + sum(self.fontMetrics().horizontalAdvance(word) for word in self._words) > self.width()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.surface))
        if not self.panels:
            painter.setPen(QColor(self._tokens.muted))
            inner = self.rect().adjusted(Space.XL, Space.XL, -Space.XL, -Space.XL)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)
            return
        paper = QRectF(0, self._legend_px, self.width(), self.height() - self._legend_px)
        paint_paper(painter, paper, self.panels[0].r_at, self.scale.px_per_mm, self._tokens)
        for panel in self.panels:
            # The prior first: where both are alike, today's solid line covers it and nothing seems to differ.
            for beat, colour, dash in self._lines():
                self._paint_beat(painter, panel, beat, colour, dash)
        self._paint_names(painter)
        self._paint_legend(painter)

    def _lines(self) -> tuple[tuple[AveragedBeat | None, str, Qt.PenStyle], ...]:
        return (
            (self._prior, self._tokens.accent, Qt.PenStyle.DashLine),
            (self._now, self._tokens.trace, Qt.PenStyle.SolidLine),
        )

    def _paint_beat(
        self, painter: QPainter, panel: Panel, beat: AveragedBeat | None, colour: str, dash: Qt.PenStyle
    ) -> None:
        if beat is None or panel.lead not in beat.usable_leads:
            return
        row = LEADS.index(panel.lead)
        paint_traces(
            painter,
            panel.area,
            panel.sign * beat.signal_mv[row : row + 1],
            beat.fs_hz,
            r_index=beat.r_index,
            r_at=panel.r_at,
            scale=self.scale,
            colour=colour,
            dash=dash,
        )

    def _paint_names(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        for panel in self.panels:
            missing = [beat is not None and panel.lead not in beat.usable_leads for beat in (self._prior, self._now)]
            text = f"{panel.name}   {tr(_NOT_USABLE[tuple(missing)])}" if any(missing) else panel.name
            box = QRectF(
                panel.area.left() + Space.S,
                panel.area.top() + Space.XS,
                metrics.horizontalAdvance(text),
                metrics.height(),
            )
            ground = QColor(self._tokens.paper)
            ground.setAlpha(_BACKDROP_ALPHA)
            painter.fillRect(box.adjusted(-2, 0, 2, 0), ground)
            painter.setFont(font)
            painter.setPen(QColor(self._tokens.trace))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, text)

    def _paint_legend(self, painter: QPainter) -> None:
        """A piece of each line, and the word for it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        left, middle = float(Space.M), (Space.S + self._line_px) / 2
        for word, (_, colour, dash) in zip(self._words, self._lines(), strict=True):
            painter.setPen(QPen(QColor(colour), 2.0, dash))
            painter.drawLine(QPointF(left, middle), QPointF(left + _SAMPLE_PX, middle))
            painter.setPen(QColor(self._tokens.text))
            painter.drawText(QPointF(left + _SAMPLE_PX + Space.S, middle + metrics.capHeight() / 2), word)
            if self._legend_is_narrow:
                middle += self._line_px
            else:
                left += _SAMPLE_PX + Space.S + metrics.horizontalAdvance(word) + Space.XL
        told = tr("R on R, not filtered")
        if not self._legend_is_narrow and left + metrics.horizontalAdvance(told) < self.width():
            painter.setPen(QColor(self._tokens.muted))
            painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), told)
