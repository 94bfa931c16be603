"""An ECG and an earlier one of the same patient: tracings, median beats, measurements, reports."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from meit_core.domain.serial_comparison import SerialComparison
from meit_desktop.language import said, tr
from meit_desktop.plots.compared_sheets import ComparedSheets, sheet_view
from meit_desktop.plots.display_bar import DisplayBar, Shown
from meit_desktop.plots.display_settings import DisplaySettings
from meit_desktop.plots.display_words import scale_words
from meit_desktop.plots.focus_ring import FocusRing
from meit_desktop.plots.screen_scale import ScreenScale
from meit_desktop.plots.superimposed_beats import SuperimposedBeats
from meit_desktop.theme.tokens import Space, Tokens, TypeSize
from meit_desktop.widgets.compare_bar import Arrangement, CompareBar
from meit_desktop.widgets.compared_reports import ComparedReports
from meit_desktop.widgets.difference_table import DifferenceTable
from meit_desktop.widgets.report_labels import scrolled, wrapped_label
from meit_desktop.widgets.study_date import study_date

_FACTS_PX = 430


class ComparePage(QFrame):
    """Stands where the tracing stands. A passive view: it shows a comparison and says what is wished.

    Signals
    -------
    prior_wanted(object)
        Compare with the study of this id.
    back_wanted()
        The reader has seen enough.
    """

    prior_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "surface")
        self.setAccessibleName(tr("Comparison with a prior ECG"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.comparison: SerialComparison | None = None
        self.arrangement = Arrangement.SIDE_BY_SIDE
        self._settings = DisplaySettings()
        self._scale: ScreenScale | None = None
        self.bar = CompareBar(tokens)
        self.sheets = ComparedSheets()
        self.beats = SuperimposedBeats()
        self.display = DisplayBar()
        self.display.calipers.hide()
        self.table = DifferenceTable(tokens)
        self.note = wrapped_label(role="secondary")
        self.reports = ComparedReports()
        self._lay_out()
        self._connect()
        self._focus_ring = FocusRing(self._tracings)
        self.set_theme(tokens)

    # What is shown

    def show_comparison(self, comparison: SerialComparison, today: str) -> None:
        """Show two studies; ``today`` is today's report as it stands on the screen."""
        self.comparison = comparison
        now, prior = comparison.now.study, comparison.prior.study
        self.bar.show_priors(comparison.now.priors, prior.study_id)
        self.sheets.show_comparison(comparison)
        if comparison.no_beats:
            self.beats.show_message(said(comparison.no_beats))
        else:
            words = f"{tr('Prior')} {study_date(prior)}", f"{tr('Now')} {study_date(now)}"
            self.beats.show_beats(comparison.prior_beat, comparison.now_beat, words)
        self.table.show_differences(comparison.differences)
        self.note.setText(said(comparison.note))
        self.note.setVisible(bool(comparison.note))
        self.reports.show_prior(comparison.prior_report, study_date(prior))
        self.reports.show_today(today)
        self.setAccessibleDescription(
            tr("{arrangement}: prior {before}, now {now}").format(
                arrangement=self.arrangement.words, before=study_date(prior), now=study_date(now)
            )
        )
        self._show_state()

    def show_report(self, today: str) -> None:
        """Today's report has been worked on."""
        if self.comparison is not None:
            self.reports.show_today(today)

    def apply_settings(self, settings: DisplaySettings, scale: ScreenScale) -> None:
        """Show both recordings with this speed, gain, filter, layout and size."""
        self._settings, self._scale = settings, scale
        self.sheets.apply_settings(settings, scale.px_per_mm)
        self.beats.set_scale(
            speed_mm_per_s=settings.speed_mm_per_s,
            gain_mm_per_mv=settings.gain_mm_per_mv,
            order=settings.order,
        )
        self._show_state()

    def arrange(self, arrangement: Arrangement) -> None:
        """Lay the recordings beside, above or over each other; the facts take the side that is left."""
        self.arrangement = arrangement
        self.bar.show_arrangement(arrangement)
        overlaid = arrangement is Arrangement.MEDIAN_BEATS
        self._stack.setCurrentWidget(self.beats if overlaid else self.sheets)
        beside = arrangement is Arrangement.SIDE_BY_SIDE
        self._splitter.setOrientation(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal)
        self._facts.layout().setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._facts.layout().setStretch(0, 3 if beside else 0)
        self._facts.layout().setStretch(1, 2 if beside else 1)
        self.table.set_narrow(not beside)
        # The page may just have been shown: how much room there is to share is known only after its layout.
        QTimer.singleShot(0, self, self._share_room)
        if not overlaid:
            self.sheets.set_stacked(arrangement is Arrangement.STACKED)
        self._show_state()

    def next_arrangement(self) -> None:
        self.arrange(self.arrangement.following)

    def step_back(self) -> bool:
        """Undo a magnification; False where there is nothing to undo."""
        if self._stack.currentWidget() is self.sheets and self.sheets.is_zoomed:
            self.sheets.fit()
            return True
        return False

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.bar, self.sheets, self.beats, self.display, self.table, self._focus_ring):
            part.set_theme(tokens)

    # How it hangs together

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheets)
        self._stack.addWidget(self.beats)
        self._tracings = QWidget()
        tracings = QVBoxLayout(self._tracings)
        tracings.setContentsMargins(0, 0, 0, 0)
        tracings.setSpacing(0)
        tracings.addWidget(self._stack, 1)
        tracings.addWidget(self.display)
        measured = QWidget()
        values = QVBoxLayout(measured)
        values.setContentsMargins(0, Space.XS, 0, 0)
        values.setSpacing(0)
        values.addWidget(self.table)
        self.note.setContentsMargins(Space.M, 0, Space.M, Space.XS)
        values.addWidget(self.note)
        values.addStretch(1)
        self._facts = QWidget()
        facts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setSpacing(0)
        facts.addWidget(measured)
        facts.addWidget(self.reports)
        self._splitter = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._splitter.setHandleWidth(1)
        self._splitter.setProperty("region", "surface")
        self._splitter.addWidget(self._tracings)
        self._splitter.addWidget(scrolled(self._facts))
        self._splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.bar.arrangement_wanted.connect(self.arrange)
        self.bar.prior_wanted.connect(self.prior_wanted)
        self.bar.back_wanted.connect(self.back_wanted)
        self.sheets.scaled.connect(self._show_state)
        self.sheets.read.connect(self.display.show_readout)
        self.display.whole_sheet_wanted.connect(self.sheets.fit)

    def _share_room(self) -> None:
        """Give the facts what they need and the tracings the rest; the reader can move the border."""
        if self.arrangement is Arrangement.SIDE_BY_SIDE:
            facts_px = min(self._facts.heightForWidth(self.width()), self.height() // 2)
        else:
            facts_px = round(_FACTS_PX * max(1.0, self.fontInfo().pixelSize() / TypeSize.BODY))
        self._splitter.setSizes([10_000, facts_px])

    def _show_state(self) -> None:
        if self._scale is None:
            return
        overlaid = self._stack.currentWidget() is self.beats
        px_per_mm = self.beats.scale.px_per_mm if overlaid else self.sheets.px_per_mm
        zoomed = not overlaid and self.sheets.is_zoomed
        shown = Shown(
            arrangement=sheet_view(self._settings).arrangement,
            scale=scale_words(px_per_mm / self._scale.px_per_mm, zoomed=zoomed, source=self._scale.source),
            scale_hint=self._scale.explanation,
            changed_view=zoomed,
        )
        self.display.show_settings(self._settings, shown)
        # Median beats are what was measured: never filtered, and in one arrangement only.
        self.display.filter.setVisible(not overlaid)
        self.display.layout_choice.setVisible(not overlaid)

    def _step_prior(self, older: int) -> None:
        wanted = self.bar.step(older)
        if wanted is not None:
            self.prior_wanted.emit(wanted)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focus_ring.setVisible(event.reason() in reasons)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)
        self._focus_ring.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        act = {
            Qt.Key.Key_PageUp: lambda: self._step_prior(1),
            Qt.Key.Key_PageDown: lambda: self._step_prior(-1),
            Qt.Key.Key_Plus: self.sheets.zoom_in,
            Qt.Key.Key_Minus: self.sheets.zoom_out,
            Qt.Key.Key_0: self.sheets.fit,
            Qt.Key.Key_Left: lambda: self.sheets.pan(-1, 0),
            Qt.Key.Key_Right: lambda: self.sheets.pan(1, 0),
            Qt.Key.Key_Up: lambda: self.sheets.pan(0, -1),
            Qt.Key.Key_Down: lambda: self.sheets.pan(0, 1),
        }.get(key)
        if act is not None:
            act()
        else:
            event.ignore()  # Escape among them: the window hands it to whoever leads the way back
