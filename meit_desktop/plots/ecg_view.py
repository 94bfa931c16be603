"""The 12-lead tracing: the widget that the rest of the application sees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from meit_core.domain.display_filter import DisplayFilter
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_layout import SheetLayout
from meit_core.domain.sheet_view import SheetView
from meit_core.signal.display_filter import filtered_for_display
from meit_desktop.language import tr
from meit_desktop.plots import caliper_keys
from meit_desktop.plots.caliper_desk import CaliperDesk
from meit_desktop.plots.display_bar import DisplayBar, Shown
from meit_desktop.plots.display_settings import DisplaySettings, ScaleMode
from meit_desktop.plots.display_words import (
    filter_words,
    gain_words,
    sample_words,
    scale_words,
    speed_words,
    stretch_words,
)
from meit_desktop.plots.enlarged_lead import EnlargedLead, arranged, arrangement_words, next_enlargement, next_lead
from meit_desktop.plots.focus_ring import FocusRing
from meit_desktop.plots.sample_lookup import sample_at, segment_at
from meit_desktop.plots.screen_scale import ScreenScale, screen_scale
from meit_desktop.plots.sheet_fit import Room, fit_sheet
from meit_desktop.plots.sheet_keys import act_on
from meit_desktop.theme.tokens import LIGHT, Space, Tokens

if TYPE_CHECKING:
    # pyqtgraph takes half a second to import: the window is on the screen before it is needed.
    from meit_desktop.plots.sheet_canvas import SheetCanvas

_KEY_ZOOM: Final = 1.25


class EcgView(QWidget):
    """A passive view of one recording on millimetre paper, with the strip that says how it is shown.

    Settings stay when the recording changes; magnification, calipers and an enlarged lead don't.

    Attributes
    ----------
    settings
        Speed, gain, filter, layout, scale.
    record
        What is shown; ``None`` while a message is.
    calipers
        Those that are set on the recording, and their strip.

    Signals
    -------
    hovered
        Lead, time in s and raw value in mV of the sample under the pointer.
    hover_ended
        The pointer is no longer near a trace.
    display_changed
        The new :class:`DisplaySettings`.
    """

    hovered = Signal(str, float, float)
    hover_ended = Signal()
    display_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = DisplaySettings()
        self.record: EcgRecord | None = None
        self._drawn: EcgRecord | None = None
        self._measurements: Measurements | None = None
        self._enlarged: EnlargedLead | None = None
        self._pointed_lead: str | None = None
        self._start_s = 0.0
        self._calibrated_px_per_mm: float | None = None
        self._tokens: Tokens = LIGHT
        self._canvas: SheetCanvas | None = None
        self.calipers = CaliperDesk(self)
        self._message = QLabel()
        self._message.setProperty("role", "secondary")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self._bar = DisplayBar()
        self._bar.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._stack, self.calipers.bar, self._bar):
            layout.addWidget(widget, int(widget is self._stack))
        self._focus_ring = FocusRing(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("12-lead ECG"))
        self._connect()

    # What is shown -------------------------------------------------------------------------------------------------

    def show_record(self, record: EcgRecord, measurements: Measurements | None = None) -> None:
        """Show a recording, with the quality of its leads and its beats where it has been measured."""
        self.record = record
        self._drawn = filtered_for_display(record, self.settings.filter)
        self._measurements = measurements
        self._enlarged = None
        self._start_s = 0.0
        self.calipers.begin(record, measurements)
        self._end_hover()
        self._stack.setCurrentWidget(self.prepare())
        self._bar.show()
        self._refit(keep_view=False)

    def clear(self, message: str = "") -> None:
        """Show a sentence instead of a recording."""
        self.record = self._drawn = None
        self._measurements = None
        self.calipers.begin(None, None)
        self._end_hover()
        self._message.setText(message)
        self._stack.setCurrentWidget(self._message)
        self._bar.hide()
        self.setAccessibleDescription(message)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._bar.set_theme(tokens)
        self.calipers.set_theme(tokens)
        self._focus_ring.set_theme(tokens)
        if self._canvas is not None:
            self._canvas.set_theme(tokens)

    def prepare(self) -> SheetCanvas:
        """Load the plotting library and make the canvas, once; done by itself soon after the first show."""
        if self._canvas is None:
            from meit_desktop.plots.sheet_canvas import SheetCanvas
            from meit_desktop.plots.sheet_pointer import SheetPointer

            self._canvas = SheetCanvas()
            self._canvas.set_theme(self._tokens)
            self._canvas.resized.connect(self._refit)
            self._canvas.camera_moved.connect(self._show_state)
            self._stack.addWidget(self._canvas)
            self.calipers.attach(self._canvas)
            pointer = SheetPointer(self._canvas, self.calipers.tool)
            pointer.pointed.connect(self._hover)
            pointer.left.connect(self._end_hover)
            pointer.double_clicked.connect(self._toggle_enlarged)
        return self._canvas

    def settle(self) -> None:
        """Everything that shall be seen together is there: have it painted in one go."""
        if self._canvas is not None:
            self._canvas.settle()

    # How it is shown -----------------------------------------------------------------------------------------------

    def apply_settings(self, settings: DisplaySettings) -> None:
        """Show the same recording in another way."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        keeps_view = (settings.rows, settings.scale_mode) == (before.rows, before.scale_mode)
        if self.record is not None and settings.filter != before.filter:
            self._drawn = filtered_for_display(self.record, settings.filter)
        self._refit(keep_view=keeps_view)
        self.display_changed.emit(settings)

    def set_speed_mm_per_s(self, speed_mm_per_s: float) -> None:
        self.apply_settings(replace(self.settings, speed_mm_per_s=float(speed_mm_per_s)))

    def set_gain_mm_per_mv(self, gain_mm_per_mv: float) -> None:
        self.apply_settings(replace(self.settings, gain_mm_per_mv=float(gain_mm_per_mv)))

    def set_filter(self, wanted: DisplayFilter) -> None:
        """Filter what is drawn; the readout and all that measures keep to the recording."""
        self.apply_settings(replace(self.settings, filter=wanted))

    def set_layout(self, layout: SheetLayout) -> None:
        self.apply_settings(replace(self.settings, layout=SheetLayout(layout)))

    def set_scale_mode(self, mode: ScaleMode) -> None:
        self.apply_settings(replace(self.settings, scale_mode=ScaleMode(mode)))

    def set_beat_ticks_visible(self, visible: bool) -> None:
        self.apply_settings(replace(self.settings, beat_ticks=visible))

    def set_pixels_per_mm(self, px_per_mm: float | None) -> None:
        """Calibrate: logical pixels per true millimetre on this screen, ``None`` for what the screen reports."""
        self._calibrated_px_per_mm = px_per_mm
        self._refit(keep_view=False)

    def cycle_speed(self) -> None:
        self.apply_settings(self.settings.with_next_speed())

    def cycle_gain(self) -> None:
        self.apply_settings(self.settings.with_next_gain())

    def cycle_filter(self) -> None:
        self.set_filter(self.settings.filter.with_next_band())

    def cycle_mains_notch(self) -> None:
        self.set_filter(self.settings.filter.with_next_mains())

    def cycle_lead_order(self) -> None:
        self._enlarged = None
        self.apply_settings(self.settings.with_next_order())

    def cycle_layout(self) -> None:
        """The next layout; from an enlarged lead, the whole sheet first."""
        self._enlarged = None
        self.apply_settings(self.settings.with_next_layout())

    def toggle_true_size(self) -> None:
        """From true size to fitted, from anything else to true size."""
        is_true = self._canvas is not None and self._canvas.home.px_per_mm == self.screen_scale.px_per_mm
        self._enlarged = None
        self.set_scale_mode(ScaleMode.FIT if is_true else ScaleMode.TRUE_SIZE)

    def toggle_calipers(self) -> None:
        """Measure by dragging, or stop measuring; the keyboard comes to the tracing."""
        self.calipers.toggle()
        self.setFocus()

    @property
    def calipers_active(self) -> bool:
        return self.calipers.active

    @property
    def enlarged_lead(self) -> str | None:
        return self._enlarged.name if self._enlarged else None

    @property
    def sheet_view(self) -> SheetView | None:
        """How the recording stands on the sheet, for paper and pictures; ``None`` without one."""
        return arranged(self.settings, self.record, self._enlarged, self._start_s) if self.record else None

    @property
    def screen_scale(self) -> ScreenScale:
        """Pixels of a true millimetre on the screen that the view is on."""
        return screen_scale(self.screen(), self._calibrated_px_per_mm)

    @property
    def scale_factor(self) -> float:
        """How large a millimetre of the sheet is drawn, against a true one; 1 without a recording."""
        return self._canvas.camera.px_per_mm / self.screen_scale.px_per_mm if self._canvas and self.record else 1.0

    # Moving about --------------------------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        if self._canvas is not None:
            self._canvas.zoom(_KEY_ZOOM)

    def zoom_out(self) -> None:
        if self._canvas is not None:
            self._canvas.zoom(1 / _KEY_ZOOM)

    def enlarge_lead(self, lead: str | None) -> None:
        """Show one lead alone over two lines, or the whole sheet again."""
        self._show_enlarged(EnlargedLead(lead) if lead else None)

    def cycle_enlarged(self) -> None:
        """The lead under the pointer alone, then its whole recording where that is longer, then all leads again."""
        if self.record is not None:
            self._show_enlarged(next_enlargement(self._enlarged, self._pointed_lead, self.settings, self.record))
            self.setFocus()  # the arrows go from lead to lead

    def show_next_lead(self, step: int) -> None:
        """From an enlarged lead to another one."""
        if self._enlarged is not None:
            name = next_lead(self._enlarged.name, self.settings.order, step)
            self._show_enlarged(replace(self._enlarged, name=name))

    def show_whole_sheet(self) -> None:
        """Undo magnification and enlargement."""
        self._enlarged = None
        self._refit(keep_view=False)

    def show_next_stretch(self) -> None:
        """Turn to the seconds after those on the sheet."""
        self._turn(1)

    def show_previous_stretch(self) -> None:
        self._turn(-1)

    def step_back(self) -> bool:
        """Undo the last of calipers, magnification, enlargement; False where there is nothing to undo (for Escape)."""
        if self.calipers.step_back():
            return True
        if self._canvas is not None and self._canvas.is_zoomed:
            self._refit(keep_view=False)
        elif self._enlarged is not None:
            self.enlarge_lead(None)
        else:
            return False
        return True

    # Inner workings ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, calipers = self._bar, self.calipers
        calipers.shown_changed.connect(lambda: bar.show_calipers(calipers.active, len(calipers.calipers.placed)))
        bar.speed_wanted.connect(self.cycle_speed)
        bar.gain_wanted.connect(self.cycle_gain)
        bar.filter_wanted.connect(self.cycle_filter)
        bar.layout_wanted.connect(self.cycle_layout)
        bar.scale_wanted.connect(self.toggle_true_size)
        bar.calipers_wanted.connect(calipers.tool.set_active)
        bar.previous_wanted.connect(self.show_previous_stretch)
        bar.next_wanted.connect(self.show_next_stretch)
        bar.whole_sheet_wanted.connect(self.show_whole_sheet)

    def _refit(self, *, keep_view: bool = True) -> None:
        if self.record is None or self._drawn is None or self._canvas is None:
            return
        width_px, height_px = self._canvas.size_px
        room = Room(width_px, height_px, self._canvas.devicePixelRatioF(), self.screen_scale.px_per_mm)
        view = arranged(self.settings, self.record, self._enlarged, self._start_s)
        fitted = fit_sheet(self._drawn, view, room, ScaleMode.FIT if self._enlarged else self.settings.scale_mode)
        self._canvas.show_sheet(fitted.sheet, self.record, self._measurements)
        self._canvas.beat_ticks.setVisible(self.settings.beat_ticks)
        (self._canvas.stay if keep_view else self._canvas.go_home)(fitted.px_per_mm)
        self.calipers.lay_on(self.settings)
        self._show_state()

    def _show_state(self) -> None:
        if self.record is None or self._canvas is None or self._canvas.sheet is None:
            return
        sheet, scale = self._canvas.sheet, self.screen_scale
        zoomed = self._canvas.is_zoomed
        end_s = sheet.start_s + sheet.page_s
        has_next = end_s < self.record.duration_s - 1 / self.record.fs_hz
        whole = sheet.start_s == 0 and not has_next
        shown = Shown(
            scale=scale_words(self.scale_factor, zoomed=zoomed, source=scale.source),
            scale_hint=scale.explanation,
            stretch="" if whole else stretch_words(sheet.start_s, end_s, self.record.duration_s),
            has_previous=sheet.start_s > 0,
            has_next=has_next,
            changed_view=zoomed or self._enlarged is not None,
            arrangement=arrangement_words(self.settings, self._enlarged),
        )
        self._bar.show_settings(self.settings, shown)
        self.setAccessibleDescription(
            ", ".join(
                (
                    shown.arrangement,
                    speed_words(self.settings.speed_mm_per_s),
                    gain_words(self.settings.gain_mm_per_mv),
                    filter_words(self.settings.filter),
                    shown.scale,
                    *(badge.text for badge in self._canvas.badges if badge.marks),
                )
            )
        )

    def _turn(self, pages: int) -> None:
        sheet = self._canvas.sheet if self._canvas else None
        if self.record is None or sheet is None:
            return
        start_s = max(0.0, min(sheet.start_s + pages * sheet.page_s, self.record.duration_s - sheet.page_s))
        if start_s != sheet.start_s:
            self._start_s = start_s
            self._refit()

    def _hover(self, x_mm: float, y_mm: float) -> None:
        if self.record is None or self._canvas is None or self._canvas.sheet is None:
            return
        sample = sample_at(self._canvas.sheet, self.record, x_mm, y_mm)
        segment = segment_at(self._canvas.sheet, x_mm, y_mm)
        self._pointed_lead = segment.name if segment else None
        if sample is None:
            self._end_hover()
            return
        self._canvas.hover.set_point((sample.x_mm, sample.y_mm))
        self._bar.show_readout(sample_words(sample))
        self.hovered.emit(sample.lead, sample.time_s, sample.value_mv)

    def _end_hover(self) -> None:
        self._bar.show_readout("")
        if self._canvas is not None:
            self._canvas.hover.set_point(None)
        self.hover_ended.emit()

    def _show_enlarged(self, enlarged: EnlargedLead | None) -> None:
        if enlarged != self._enlarged and self.record is not None:
            self._enlarged = enlarged
            self._refit(keep_view=False)

    def _toggle_enlarged(self, x_mm: float, y_mm: float) -> None:
        if self._canvas is None or self._canvas.sheet is None:
            return
        segment = segment_at(self._canvas.sheet, x_mm, y_mm)
        self.enlarge_lead(segment.name if segment and self._enlarged is None else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the first paint of the window, not before it.
        QTimer.singleShot(0, self, self.prepare)
        if window := self.window().windowHandle():
            window.screenChanged.connect(self._refit, Qt.ConnectionType.UniqueConnection)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._refit()
        if event.type() is QEvent.Type.ShortcutOverride and caliper_keys.wants(self.calipers, event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802 Qt's name
        """Tab goes from leg to leg and past the last one on to the next control."""
        return self.calipers.choose_next(1 if forwards else -1) or super().focusNextPrevChild(forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A reader who clicked knows where the keyboard is; one who came by Tab doesn't.
        self._focus_ring.setVisible(
            event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(caliper_keys.act_on(self.calipers, event) or act_on(self, event.key()))
