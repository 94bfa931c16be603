"""The median beat on paper with its marks: a passive view that says what the reader does with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark, Places
from meit_core.domain.leads import LEADS
from meit_desktop.language import tr
from meit_desktop.plots.focus_ring import FocusRing
from meit_desktop.plots.median_ground import paint_ground, paint_lead
from meit_desktop.plots.median_layout import MedianLayout, Panel, lay_out_median
from meit_desktop.plots.median_marks import DrawnMark, MarkPainter, columns_changed, marks_in_words
from meit_desktop.plots.screen_scale import ScreenScale, screen_scale
from meit_desktop.theme.tokens import LIGHT, Space, Tokens

_STRIP_PX: Final = 3
"""Either side of a line, more than its ink."""
_REACH_PX: Final = 5.0
"""How near to a line the pointer must be to take hold of it."""
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MORE: Final = 10


class MedianView(QWidget):
    """All leads of a median beat superimposed, each by itself, and marks across them.

    Tab goes from mark to mark and after the last one on to the next control.

    Signals
    -------
    mark_chosen(object)
        A :class:`BeatMark` by pointer or Tab, or ``None``.
    mark_dragged(BeatMark, int)
        A mark is wanted at this sample.
    drag_ended()
        The button was let go.
    nudge_wanted(BeatMark, int)
        A mark is wanted so many samples further.
    take_away_wanted(BeatMark)
        There is no such wave, the reader says.
    fitted()
        The scale may have changed.
    """

    mark_chosen = Signal(object)
    mark_dragged = Signal(object, int)
    drag_ended = Signal()
    nudge_wanted = Signal(object, int)
    take_away_wanted = Signal(object)
    fitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beat: AveragedBeat | None = None
        self.fit: MedianLayout | None = None
        self.chosen: BeatMark | None = None
        self.px_per_mm: float | None = None
        self._places: Places = {}
        self._manual: frozenset[BeatMark] = frozenset()
        self._dragged: BeatMark | None = None
        self._held_px = 0.0
        self._fitted = QSize()
        self._lead = ""
        self._ground: QPixmap | None = None
        self._tokens: Tokens = LIGHT
        self._ring = FocusRing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Median beat"))
        self.setMinimumHeight(160)

    # What is shown -------------------------------------------------------------------------------------------------

    def show_beat(self, beat: AveragedBeat | None) -> None:
        """Show a beat without marks; they come with :meth:`show_marks`."""
        self.beat = beat
        self.chosen = self._dragged = None
        self._places = {}
        self._refit()

    def show_marks(self, places: Places, manual: frozenset[BeatMark]) -> None:
        """Draw marks at these samples; ``manual`` are those that were set by hand."""
        before = self._drawn_marks()
        self._places, self._manual = places, manual
        if self.chosen not in places:
            self.chosen = None
        self._describe()
        self._repaint_changed(before)

    def choose(self, mark: BeatMark | None) -> None:
        """Make a mark the one that keys move."""
        chosen = mark if mark in self._places else None
        if chosen is not self.chosen:
            before = self._drawn_marks()
            self.chosen = chosen
            self._describe()
            self._repaint_changed(before)
            self.mark_chosen.emit(chosen)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._ring.set_theme(tokens)
        self._ground = None
        self.update()

    @property
    def screen_scale(self) -> ScreenScale:
        return screen_scale(self.screen(), self.px_per_mm)

    @property
    def scale_factor(self) -> float:
        """How large a millimetre of the paper is drawn, against a true one."""
        return self.fit.px_per_mm / self.screen_scale.px_per_mm if self.fit else 1.0

    def place_at(self, panel: Panel, x_px: float) -> int:
        """Sample under a pixel of a panel, within the beat's window."""
        assert self.beat is not None
        return self.beat.place_at(panel.ms_at(x_px))

    # Painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.beat is None or self.fit is None:
            painter.fillRect(event.rect(), QColor(self._tokens.paper))
            return
        ground, ratio = self._painted_ground(), self.devicePixelRatioF()
        for part in event.region():
            painter.drawPixmap(part, ground, QRect(part.topLeft() * ratio, part.size() * ratio))
        if self._lead:
            paint_lead(painter, self._lead, self.beat, self.fit, self._tokens)
        self._mark_painter.paint(painter, self.fit, self._drawn_marks())

    def _repaint_changed(self, before: Mapping[BeatMark, DrawnMark]) -> None:
        """Ask only for the paper that marks have left or come to: a drag paints little else."""
        if self.fit is None:
            self.update()
            return
        for x in columns_changed(self.fit, before, self._drawn_marks()):
            self.update(x - _STRIP_PX, 0, 2 * _STRIP_PX + 1, self.height())
        self.update(0, 0, self.width(), round(self._mark_painter.flags_px) + 1)

    def _painted_ground(self) -> QPixmap:
        """Paper and traces, which stay while marks move."""
        if self._ground is None:
            assert self.beat is not None
            assert self.fit is not None
            ratio = self.devicePixelRatioF()
            self._ground = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
            self._ground.setDevicePixelRatio(ratio)
            painter = QPainter(self._ground)
            painter.setFont(self.font())
            paint_ground(painter, QRectF(self.rect()), self.beat, self.fit, self._tokens)
            painter.end()
        return self._ground

    @property
    def _mark_painter(self) -> MarkPainter:
        return MarkPainter(self.font(), self._tokens)

    def _drawn_marks(self) -> dict[BeatMark, DrawnMark]:
        beat = self.beat
        if beat is None:
            return {}
        return {
            mark: DrawnMark(mark, beat.from_r_ms(place), mark in self._manual, mark is self.chosen)
            for mark, place in self._places.items()
        }

    # Pointer and keys ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._dragged = self._mark_under(at)
        self.choose(self._dragged)
        if self._dragged is not None:
            line_px = self._panel_for(at).x_of(self._drawn_marks()[self._dragged].from_r_ms)
            self._held_px = line_px - at.x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._dragged is not None:
            panel = self._panel_for(at)
            self.mark_dragged.emit(self._dragged, self.place_at(panel, at.x() + self._held_px))
            return
        over = self._mark_under(at)
        self.setCursor(Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.SplitHCursor)
        self._set_lead(self._lead_under(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._dragged is not None:
            self._dragged = None
            self.drag_ended.emit()
            if self._fitted != self.size():
                self._refit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_lead("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mark = event.key(), self.chosen
        if mark is not None and key in _STEPS:
            many = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.nudge_wanted.emit(mark, _STEPS[key] * (_MORE if many else 1))
        elif mark is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_away_wanted.emit(mark)
        elif key == Qt.Key.Key_Escape and mark is not None:
            self.choose(None)
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        """Tab: the next mark, and after the last one the next control."""
        marks = [mark for mark in BeatMark if mark in self._places]
        at = marks.index(self.chosen) if self.chosen in marks else (-1 if forward else len(marks))
        following = at + (1 if forward else -1)
        if 0 <= following < len(marks):
            self.choose(marks[following])
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        marks = [mark for mark in BeatMark if mark in self._places]
        if event.reason() is Qt.FocusReason.TabFocusReason and marks:
            self.choose(marks[0])
        elif event.reason() is Qt.FocusReason.BacktabFocusReason and marks:
            self.choose(marks[-1])
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ring.setVisible(by_tab)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.hide()

    def _panel_for(self, at: QPointF) -> Panel:
        """The panel that a drag is measured in: the one under the pointer, or the nearest beside it."""
        assert self.fit is not None
        within = [panel for panel in self.fit.panels if panel.area.left() <= at.x() <= panel.area.right()]
        return within[0] if within else min(self.fit.panels, key=lambda panel: abs(panel.area.center().x() - at.x()))

    def _mark_under(self, at: QPointF) -> BeatMark | None:
        if self.fit is None or self.beat is None:
            return None
        return self._mark_painter.mark_at(at, self.fit, self._drawn_marks(), _REACH_PX)

    def _lead_under(self, at: QPointF) -> str:
        leads = self.fit.leads if self.fit else ()
        return next((panel.label for panel in leads if panel.area.contains(at)), "")

    def _set_lead(self, lead: str) -> None:
        if lead != self._lead:
            self._lead = lead
            self.update()

    # Fitting -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is measured by dragging may need more room beside the beat: under the hand nothing may move.
        if self._dragged is None:
            self._refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._refit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._refit()
        return super().event(event)

    def _refit(self) -> None:
        self._ground = None
        self.fit, self._fitted = None, self.size()
        if self.beat is not None and self.width() > 0 and self.height() > 0:
            self.fit = lay_out_median(
                self.beat,
                self.width(),
                self.height(),
                flags_px=self._mark_painter.flags_px,
                label_px=self._label_px,
                true_px_per_mm=self.screen_scale.px_per_mm,
                ratio=self.devicePixelRatioF(),
            )
        self.update()
        self.fitted.emit()

    @property
    def _label_px(self) -> tuple[float, float]:
        metrics = QFontMetricsF(self.font())
        return max(metrics.horizontalAdvance(lead) for lead in LEADS) + Space.S, metrics.height()

    def _describe(self) -> None:
        self.setAccessibleDescription(marks_in_words(self._drawn_marks()))
