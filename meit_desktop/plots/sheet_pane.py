"""One of several tracings that are looked at together: a sheet under a caption."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meit_core.domain.display_filter import DisplayFilter
from meit_core.domain.measurements import Measurements
from meit_core.domain.record import EcgRecord
from meit_core.domain.sheet_view import SheetView
from meit_core.signal.display_filter import filtered_for_display
from meit_core.signal.sheet_geometry import Sheet, lay_out_sheet
from meit_desktop.language import tr
from meit_desktop.plots.display_settings import ScaleMode
from meit_desktop.plots.sample_lookup import SampleAt, sample_at
from meit_desktop.plots.sheet_canvas import SheetCanvas
from meit_desktop.plots.sheet_fit import FittedSheet, Room, fit_sheet
from meit_desktop.plots.sheet_hand import SheetHand
from meit_desktop.theme.tokens import Space, Tokens


class SheetPane(QFrame):
    """Draws one recording as it is told; zooming and dragging move it and are said aloud.

    Attributes
    ----------
    word
        Which of the tracings this is.
    canvas
        The sheet.

    Signals
    -------
    pointed(object)
        The :class:`SampleAt` under the pointer, or ``None``.
    """

    pointed = Signal(object)

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "surface")
        self.word = word
        self.record: EcgRecord | None = None
        self._drawn: EcgRecord | None = None
        self._filter: DisplayFilter | None = None
        self._measurements: Measurements | None = None
        self._word = QLabel(word)
        self._word.setProperty("role", "caption")
        self._date = QLabel()
        self._date.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.canvas = SheetCanvas()
        self.canvas.setAccessibleName(tr("{word} ECG").format(word=word))
        hand = SheetHand(self.canvas)
        hand.pointed.connect(self._point)
        hand.left.connect(lambda: self._show_point(None))
        caption = QHBoxLayout()
        caption.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        caption.setSpacing(Space.S)
        caption.addWidget(self._word)
        caption.addWidget(self._date, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(caption)
        column.addWidget(self.canvas, 1)

    @property
    def caption(self) -> str:
        return f"{self._word.text()} {self._date.text()}"

    def show_record(self, record: EcgRecord, measurements: Measurements, date: str) -> None:
        """Take a recording; :meth:`draw` puts it on the canvas."""
        self.record, self._measurements = record, measurements
        self._drawn = self._filter = None
        self._date.setText(date)
        self.canvas.setAccessibleDescription(f"{self.word}, {date}")

    def fit(self, view: SheetView, mode: ScaleMode, true_px_per_mm: float) -> FittedSheet:
        """How the sheet would stand in this pane alone."""
        width_px, height_px = self.canvas.size_px
        room = Room(width_px, height_px, self.canvas.devicePixelRatioF(), true_px_per_mm)
        return fit_sheet(self._filtered(view.filter), view, room, mode)

    def draw(self, view: SheetView, *, row_pitch_mm: float, px_per_mm: float, beat_ticks: bool) -> None:
        """Show the recording at a scale."""
        assert self.record is not None
        self.canvas.show_sheet(self._laid_out(view, row_pitch_mm), self.record, self._measurements)
        self.canvas.beat_ticks.setVisible(beat_ticks)
        self.canvas.go_home(px_per_mm)

    def set_theme(self, tokens: Tokens) -> None:
        self.canvas.set_theme(tokens)

    def _laid_out(self, view: SheetView, row_pitch_mm: float) -> Sheet:
        return lay_out_sheet(
            self._filtered(view.filter),
            gain_mm_per_mv=view.gain_mm_per_mv,
            speed_mm_per_s=view.speed_mm_per_s,
            rows=view.rows,
            row_pitch_mm=row_pitch_mm,
            trace_width_mm=view.trace_width_mm,
        )

    def _filtered(self, wanted: DisplayFilter) -> EcgRecord:
        assert self.record is not None
        if self._drawn is None or wanted != self._filter:
            self._drawn, self._filter = filtered_for_display(self.record, wanted), wanted
        return self._drawn

    def _point(self, x_mm: float, y_mm: float) -> None:
        sheet, record = self.canvas.sheet, self.record
        self._show_point(sample_at(sheet, record, x_mm, y_mm) if sheet and record else None)

    def _show_point(self, sample: SampleAt | None) -> None:
        self.canvas.hover.set_point((sample.x_mm, sample.y_mm) if sample else None)
        self.pointed.emit(sample)
