"""The plotting surface: a laid-out sheet under a camera."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip, QWidget

from meit_core.domain.leads import LEADS
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.signal.sheet_geometry import Sheet
from meit_desktop.language import tr
from meit_desktop.plots.attention_item import AttentionCaption, AttentionItem
from meit_desktop.plots.badge_item import BadgeItem
from meit_desktop.plots.beat_ticks_item import BeatTicksItem
from meit_desktop.plots.caliper_item import CaliperItem
from meit_desktop.plots.caliper_shapes import Box
from meit_desktop.plots.camera import Camera
from meit_desktop.plots.hover_item import HoverItem
from meit_desktop.plots.lead_state import lead_marks
from meit_desktop.plots.marks_item import MarksItem
from meit_desktop.plots.paper_item import PaperItem
from meit_desktop.plots.trace_item import TraceItem
from meit_desktop.theme.tokens import LIGHT, Tokens

_POINTS: Final = 24_000
"""Points drawn without thinning, about 10 ms; ten seconds in 3x4 at 500 Hz are 20,000."""
_WIDEST_COLUMN_PX: Final = 2.0
"""Device pixels that share a minimum and a maximum where there are more points; no wider than the line is there."""

Item = TypeVar("Item", TraceItem, BadgeItem)


class SheetCanvas(pg.GraphicsView):
    """Draws a sheet through a camera.

    Attributes
    ----------
    sheet
        What is drawn; ``None`` before the first.
    camera
        What of it is in view.
    home
        The camera that shows the sheet as it was fitted; zooming out ends there.

    Signals
    -------
    resized
        The view has another size: whoever fitted the sheet fits it again.
    camera_moved
        The reader zoomed or dragged.
    """

    resized = Signal()
    camera_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # Set before the base class starts: its constructor already resizes the view.
        self.sheet: Sheet | None = None
        self.camera = Camera(1.0)
        self.home = Camera(1.0)
        super().__init__(parent, background=None)
        self._tokens: Tokens = LIGHT
        # Pan and zoom move everything, so one full repaint is cheaper than finding out what else changed.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setMouseTracking(True)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0.0)
        self.setCentralItem(self._box)
        self._paper = PaperItem()
        self._marks = MarksItem()
        self.attention, self.attention_caption = AttentionItem(), AttentionCaption()
        self.beat_ticks = BeatTicksItem()
        self.hover = HoverItem()
        self.calipers = CaliperItem()
        self._fixed_items = (
            *(self._paper, self.attention, self._marks, self.beat_ticks, self.hover, self.attention_caption),
            self.calipers,
        )
        for item in self._fixed_items:
            self._box.addItem(item, ignoreBounds=True)
        self.traces: list[TraceItem] = []
        self.badges: list[BadgeItem] = []
        self._matched_px_per_mm = 0.0
        self._lead_shares: Mapping[str, float] = {}

    @property
    def is_zoomed(self) -> bool:
        return self.camera.px_per_mm > self.home.px_per_mm

    @property
    def size_px(self) -> tuple[float, float]:
        """Width and height of the view in logical pixels."""
        return float(self.width()), float(self.height())

    def show_sheet(self, sheet: Sheet, record: EcgRecord, measurements: Measurements | None) -> None:
        """Replace what is drawn; a camera must be set afterwards."""
        self.sheet = sheet
        quality = measurements.quality if measurements else {}
        # Those of the sheet before are used again: making 26 items and telling the scene takes longer than to draw.
        drawn = [segment for segment in sheet.segments if segment.points_mm.size]
        for trace, segment in zip(self.traces, drawn, strict=False):
            trace.show_segment(segment)
        self._set_count(self.traces, len(drawn), lambda index: TraceItem(drawn[index]))
        marked = [
            (segment, lead_marks(record.lead_status[LEADS.index(segment.lead)], quality.get(segment.lead)))
            for segment in sheet.segments
        ]
        for badge, (segment, marks) in zip(self.badges, marked, strict=False):
            badge.show_segment(segment, marks)
        self._set_count(self.badges, len(marked), lambda index: BadgeItem(*marked[index]))
        self._share_leads()
        self._marks.set_sheet(sheet)
        self.attention.set_sheet(sheet, record.fs_hz)
        self.beat_ticks.set_beats(sheet, measurements or Measurements())
        self.hover.set_point(None)
        for badge in self.badges:
            badge.set_theme(self._tokens)
        self._matched_px_per_mm = 0.0

    def show_attention(
        self, stretches_s: Sequence[tuple[float, float]], lead_shares: Mapping[str, float], caption: str
    ) -> None:
        """Tint these seconds and emphasise these leads, under a caption; all of it stays with the next layout."""
        if lead_shares != self._lead_shares:  # a share makes its badge wider
            self._lead_shares = lead_shares
            self._share_leads()
            self._match_scale()
        self.attention.show_stretches(stretches_s)
        self.attention_caption.say(caption)

    def _share_leads(self) -> None:
        for badge in self.badges:
            badge.show_share(self._lead_shares.get(badge.segment.lead, 0.0))

    def _set_count(self, items: list[Item], count: int, make: Callable[[int], Item]) -> None:
        while len(items) > count:
            self._box.removeItem(items.pop())
        while len(items) < count:
            items.append(make(len(items)))
            self._box.addItem(items[-1], ignoreBounds=True)

    def settle(self) -> None:
        """Have Qt paint now what has changed on the sheet.

        The scene would ask for it later, and where the window is painted before that, the sheet is painted twice.
        """
        QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)

    def badge_boxes(self) -> tuple[Box, ...]:
        """Where the leads' names stand, in mm of the sheet."""
        px_per_mm = self.camera.px_per_mm
        boxes = []
        for badge in self.badges:
            left, bottom = badge.anchor_mm
            size = badge.rect_px(QPointF(0.0, 0.0)).size() / px_per_mm
            boxes.append(Box(left, bottom - size.height(), left + size.width(), bottom))
        return tuple(boxes)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for item in (*self._fixed_items, *self.badges):
            item.set_theme(tokens)
        self._match_scale()

    def go_home(self, px_per_mm: float) -> None:
        """Show the whole sheet at a scale, from its top left corner where it is larger than the view."""
        if self.sheet is None:
            return
        self.home = self._kept(Camera(px_per_mm))
        self._look_through(self.home)

    def stay(self, px_per_mm: float) -> None:
        """Take a new home scale, keeping what is in view as far as it goes."""
        if not self.is_zoomed or self.camera.px_per_mm <= px_per_mm:
            self.go_home(px_per_mm)
        elif self.sheet is not None:
            self.home = self._kept(Camera(px_per_mm))
            self._look_through(self._kept(self.camera))

    def zoom(self, factor: float, at_px: QPointF | None = None) -> None:
        """Magnify around a pixel, by default the view's middle."""
        if self.sheet is None:
            return
        width_px, height_px = self.size_px
        at = at_px if at_px is not None else QPointF(width_px / 2, height_px / 2)
        self._move(self.camera.zoomed(factor, at.x(), at.y(), least_px_per_mm=self.home.px_per_mm))

    def pan(self, dx_px: float, dy_px: float) -> None:
        """Drag the paper; it stops at its edges."""
        if self.sheet is not None:
            self._move(self.camera.panned(dx_px, dy_px))

    def follow(self, camera: Camera) -> None:
        """Look through another canvas's camera, as far as this sheet goes, and tell nobody."""
        if self.sheet is not None:
            self._look_through(self._kept(camera))

    def explain(self, event: QHelpEvent) -> None:
        """Say what the mark under the pointer means, where there is one."""
        mark = self.beat_ticks.mark_at(*self.camera.to_sheet(event.pos().x(), event.pos().y()))
        QToolTip.showText(event.globalPos(), tr(mark.told) if mark else "", self.viewport())

    def _move(self, camera: Camera) -> None:
        kept = self._kept(camera)
        if kept != self.camera:
            self._look_through(kept)
            self.camera_moved.emit()

    def _kept(self, camera: Camera) -> Camera:
        """On the sheet and on whole device pixels."""
        assert self.sheet is not None
        sheet_mm = (self.sheet.width_mm, self.sheet.height_mm)
        return camera.kept_on(sheet_mm, self.size_px).on_pixels(self.devicePixelRatioF())

    def _look_through(self, camera: Camera) -> None:
        self.camera = camera
        width_px, height_px = self.size_px
        self._box.setRange(
            xRange=(camera.left_mm, camera.left_mm + width_px / camera.px_per_mm),
            yRange=(camera.top_mm, camera.top_mm + height_px / camera.px_per_mm),
            padding=0,
        )
        # pyqtgraph would place the sheet while painting, and Qt then paint everything once more.
        self._box.updateMatrix()
        self._match_view()

    def _match_view(self) -> None:
        if self.sheet is None:
            return
        camera = self.camera
        right_mm = camera.left_mm + self.width() / camera.px_per_mm
        total_mm = sum(trace.segment.width_mm for trace in self.traces)
        for trace in self.traces:
            share = trace.segment.width_mm / total_mm
            width_px = trace.segment.width_mm * camera.px_per_mm * self.devicePixelRatioF()
            columns = max(_POINTS * share / 2, width_px / _WIDEST_COLUMN_PX)
            trace.set_view(camera.left_mm, right_mm, round(columns))
        if camera.px_per_mm != self._matched_px_per_mm:
            self._matched_px_per_mm = camera.px_per_mm
            self._match_scale()

    def _match_scale(self) -> None:
        """What depends on the scale alone: dragging needn't do it again."""
        if self.sheet is None:
            return
        for trace in self.traces:
            trace.set_ink(self._tokens.trace, self.camera.px_per_mm)
        for badge in self.badges:
            badge.place(self.sheet.segments, self.sheet.row_pitch_mm, self.camera.px_per_mm)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        # pyqtgraph's constructor calls this without an event, before there is anything to fit.
        if event is not None:
            self.resized.emit()
