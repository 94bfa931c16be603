"""The three columns a study is read at: worklist, tracing, report."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from meit_core.domain.study import StudyDetail, StudyStatus
from meit_desktop.language import tr
from meit_desktop.theme.tokens import Tokens, TypeSize
from meit_desktop.widgets.banner import Banner
from meit_desktop.widgets.empty_state import EmptyState
from meit_desktop.widgets.measurement_line import MeasurementLine
from meit_desktop.widgets.patient_header import PatientHeader
from meit_desktop.widgets.worklist_panel import WorklistPanel

DRAWER_BELOW_PX: Final = 1200
"""Narrower than this the report lies over the tracing as a drawer."""
TWO_LINES_FROM_PX: Final = 1920
_WORKLIST_PX: Final = 240
_REPORT_PX: Final = 340
_WIDE_WORKLIST_PX: Final = 300
_WIDE_REPORT_PX: Final = 440
_NOT_CONFIRMED: Final = frozenset({StudyStatus.DRAFTED, StudyStatus.UNCONFIRMED})


class ReadingDesk(QWidget):
    """Arranges the parts; knows no studies beyond what it is told to show.

    Attributes
    ----------
    report_beside
        The reader wants the report beside the tracing wherever there is room for it.

    Signals
    -------
    columns_changed()
        The worklist or the report was shown or hidden.
    page_changed()
        Another page stands in the tracing's place.
    """

    columns_changed = Signal()
    page_changed = Signal()

    def __init__(
        self, worklist: WorklistPanel, trace: QWidget, report: QWidget, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.worklist, self.trace, self.report = worklist, trace, report
        self.header = PatientHeader(tokens)
        self.measurements = MeasurementLine(tokens)
        self.empty = EmptyState(tokens)
        self.reminder = Banner(tokens, closable=False)
        self._pages = QStackedWidget()
        self._centre = self._make_centre()
        self._report_column = self._make_report_column()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._splitter.setHandleWidth(1)
        for part in (worklist, self._centre, self._report_column):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 1)
        self._sized = False
        self._set_minimum_widths()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._drawer = False
        self._columns_before_drawer = QByteArray()
        self.report_beside = True
        self._lends_worklist = False
        self.header.worklist_toggled.connect(lambda: self.set_worklist_shown(not self.worklist_shown))
        self.header.report_toggled.connect(lambda: self.set_report_shown(not self.report_shown))

    @property
    def worklist_shown(self) -> bool:
        return not self.worklist.isHidden()

    @property
    def report_shown(self) -> bool:
        return not self._report_column.isHidden()

    @property
    def is_drawer(self) -> bool:
        return self._drawer

    @property
    def lends_worklist(self) -> bool:
        """The worklist is hidden for a page that needs its room, not because the reader wants it so."""
        return self._lends_worklist

    def set_worklist_shown(self, shown: bool) -> None:
        self._lends_worklist = False
        self.worklist.setVisible(shown)
        self.columns_changed.emit()

    def set_report_shown(self, shown: bool) -> None:
        """Show the report; as a drawer it takes the keyboard, so that Tab goes on inside it."""
        if not self._drawer:
            self.report_beside = shown
        self._report_column.setVisible(shown)
        if shown and self._drawer:
            self._place_drawer()
            self._report_column.raise_()
            self.report.setFocus()
        self.columns_changed.emit()

    @property
    def page(self) -> QWidget:
        """What stands in the tracing's place: the tracing itself, or a page that was put before it."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget | None = None, *, alone: bool = False) -> None:
        """Put a page in the tracing's place, or the tracing back; whoever asks last is seen.

        Parameters
        ----------
        alone
            Without the line of measurements, and where the window isn't wide in the worklist's room as well.
        """
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page or self.trace)
        self.measurements.setVisible(not alone)
        if alone and self.worklist_shown and self.width() < self._scaled(TWO_LINES_FROM_PX):
            self._lends_worklist = True
            self.worklist.hide()
        elif self._lends_worklist and not alone:
            self._lends_worklist = False
            self.worklist.show()
        self.page_changed.emit()

    def show_study(self, detail: StudyDetail | None) -> None:
        """Show one study's patient and measurements; the flows fill tracing and report."""
        self.header.show_study(detail)
        self.measurements.show_measurements(
            detail.measurements if detail else None, *([detail.record.patient.sex] if detail else [])
        )
        self._stack.setCurrentIndex(1 if detail else 0)
        self.show_reminder(detail.study.status if detail else None, has_draft=bool(detail and detail.drafts))

    def show_reminder(self, status: StudyStatus | None, *, has_draft: bool) -> None:
        """The banner stands over every AI draft until a physician has confirmed the report."""
        if has_draft and status in _NOT_CONFIRMED:
            self.reminder.show_message(tr("AI draft, not a medical device"), "warn")
        else:
            self.reminder.hide()

    def save_columns(self) -> QByteArray:
        return self._splitter.saveState()

    def restore_columns(self, state: QByteArray) -> None:
        self._sized = not state.isEmpty() and self._splitter.restoreState(state)

    def set_theme(self, tokens: Tokens) -> None:
        for part in (self.worklist, self.header, self.measurements, self.empty, self.reminder):
            part.set_theme(tokens)

    def _make_centre(self) -> QWidget:
        study = QWidget()
        column = QVBoxLayout(study)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.measurements)
        self._pages.addWidget(self.trace)
        column.addWidget(self._pages, 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(study)
        centre = QFrame()
        centre.setProperty("region", "surface")
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(holder, 1)
        return centre

    def _make_report_column(self) -> QFrame:
        column_frame = QFrame()
        column_frame.setProperty("region", "drawer")
        column = QVBoxLayout(column_frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reminder)
        column.addWidget(self.report, 1)
        return column_frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized:
            self._sized = True
            self._set_default_widths()
        self._adapt()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            # Not from within: Qt is going through the widgets, and moving one to another parent then crashes it.
            QTimer.singleShot(0, self, self._text_resized)

    def _text_resized(self) -> None:
        self._set_minimum_widths()
        self._adapt()

    def _adapt(self) -> None:
        """Fit the columns to the window; larger text makes a window narrower."""
        self.worklist.set_two_lines(self.width() >= self._scaled(TWO_LINES_FROM_PX))
        if (narrow := self.width() < self._scaled(DRAWER_BELOW_PX)) != self._drawer:
            self._set_drawer(narrow)
        elif self._drawer:
            self._place_drawer()

    def _scaled(self, px: int) -> int:
        """A width that was chosen for text of the usual size, for the text as it is."""
        return round(px * max(1.0, self.fontInfo().pixelSize() / TypeSize.BODY))

    def _set_minimum_widths(self) -> None:
        self._report_column.setMinimumWidth(self._scaled(300))
        self.worklist.setMinimumWidth(self._scaled(200))

    def _set_default_widths(self) -> None:
        wide = self.width() >= self._scaled(TWO_LINES_FROM_PX)
        worklist, report = (_WIDE_WORKLIST_PX, _WIDE_REPORT_PX) if wide else (_WORKLIST_PX, _REPORT_PX)
        self._splitter.setSizes([self._scaled(worklist), 10_000, self._scaled(report)])

    def _set_drawer(self, drawer: bool) -> None:
        self._drawer = drawer
        if drawer:
            self._columns_before_drawer = self._splitter.saveState() if self.isVisible() else QByteArray()
            self._report_column.setParent(self)
            self._report_column.hide()
            self._place_drawer()
        else:
            self._splitter.addWidget(self._report_column)
            self._set_default_widths()
            self._report_column.setVisible(self.report_beside)
            # A window that was narrow for a while has the reader's own widths again.
            self._splitter.restoreState(self._columns_before_drawer)
        self.columns_changed.emit()

    def _place_drawer(self) -> None:
        top = self.header.height()
        width = max(self._scaled(_REPORT_PX), self._report_column.minimumSizeHint().width())
        self._report_column.setGeometry(self.width() - width, top, width, self.height() - top)
