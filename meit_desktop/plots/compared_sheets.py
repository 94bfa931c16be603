"""Two tracings at one scale, beside or above each other; where one is magnified or dragged, the other follows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from meit_core.domain.serial_comparison import SerialComparison
from meit_core.domain.sheet_view import SheetView
from meit_desktop.language import tr
from meit_desktop.plots.display_settings import DisplaySettings
from meit_desktop.plots.display_words import layout_words, sample_words
from meit_desktop.plots.sample_lookup import SampleAt
from meit_desktop.plots.sheet_canvas import SheetCanvas
from meit_desktop.plots.sheet_pane import SheetPane
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.study_date import study_date

_KEY_ZOOM: Final = 1.25
_PAN_PX: Final = 60.0


class ComparedSheets(QWidget):
    """The prior on the left or above, today's recording on the right or below: in order of time.

    Attributes
    ----------
    prior, now
        The two panes.

    Signals
    -------
    scaled()
        Another scale, or magnified: see :attr:`px_per_mm` and :attr:`is_zoomed`.
    read(str)
        What stands under the pointer, in words; empty beside the traces.
    """

    scaled = Signal()
    read = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prior, self.now = SheetPane(tr("Prior")), SheetPane(tr("Now"))
        self._settings = DisplaySettings()
        self._true_px_per_mm = 1.0
        self._splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._splitter.setHandleWidth(1)
        for number, pane in enumerate(self.panes):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(number, 1)
            pane.canvas.resized.connect(self._later)
            pane.canvas.camera_moved.connect(lambda pane=pane: self._moved(pane.canvas))
            pane.pointed.connect(lambda sample, pane=pane: self._point(pane, sample))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        # Both panes are resized one after the other: they are fitted together, once.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)

    @property
    def panes(self) -> tuple[SheetPane, SheetPane]:
        return self.prior, self.now

    @property
    def px_per_mm(self) -> float:
        return self.now.canvas.camera.px_per_mm

    @property
    def is_zoomed(self) -> bool:
        return self.now.canvas.is_zoomed

    def show_comparison(self, comparison: SerialComparison) -> None:
        """Show two recordings."""
        for pane, detail in ((self.prior, comparison.prior), (self.now, comparison.now)):
            pane.show_record(detail.record, detail.measurements, study_date(detail.study))
        self.fit()

    def apply_settings(self, settings: DisplaySettings, true_px_per_mm: float) -> None:
        """Show both with this speed, gain, filter and layout."""
        self._settings, self._true_px_per_mm = settings, true_px_per_mm
        self.fit()

    def set_stacked(self, stacked: bool) -> None:
        """One above the other, or side by side."""
        self._splitter.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self._splitter.setSizes([10_000, 10_000])
        self._later()

    def zoom_in(self) -> None:
        self.now.canvas.zoom(_KEY_ZOOM)

    def zoom_out(self) -> None:
        self.now.canvas.zoom(1 / _KEY_ZOOM)

    def pan(self, right: int, down: int) -> None:
        """Look a step to the right or left, down or up."""
        self.now.canvas.pan(-right * _PAN_PX, -down * _PAN_PX)

    def fit(self) -> None:
        """Lay both out anew: the same scale and the same distance of rows, small enough for either."""
        if any(pane.record is None for pane in self.panes):
            return
        view = sheet_view(self._settings)
        fitted = [pane.fit(view, self._settings.scale_mode, self._true_px_per_mm) for pane in self.panes]
        for pane in self.panes:
            pane.draw(
                view,
                row_pitch_mm=min(one.sheet.row_pitch_mm for one in fitted),
                px_per_mm=min(one.px_per_mm for one in fitted),
                beat_ticks=self._settings.beat_ticks,
            )
        self.scaled.emit()

    def set_theme(self, tokens: Tokens) -> None:
        for pane in self.panes:
            pane.set_theme(tokens)

    def _later(self) -> None:
        self._fitting.start()

    def _moved(self, moved: SheetCanvas) -> None:
        for pane in self.panes:
            if pane.canvas is not moved:
                pane.canvas.follow(moved.camera)
        self.scaled.emit()

    def _point(self, pane: SheetPane, sample: SampleAt | None) -> None:
        self.read.emit(f"{pane.word}   {sample_words(sample)}" if sample else "")


def sheet_view(settings: DisplaySettings) -> SheetView:
    """The settings as a view of a whole sheet from its beginning."""
    return SheetView(
        rows=settings.rows,
        arrangement=layout_words(settings.layout, settings.order),
        speed_mm_per_s=settings.speed_mm_per_s,
        gain_mm_per_mv=settings.gain_mm_per_mv,
        filter=settings.filter,
    )
