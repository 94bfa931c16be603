"""Comparing the study on the screen with an earlier one of the same patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from meit_core.domain.serial_comparison import NO_PRIOR, SerialComparison, default_prior
from meit_core.domain.study import StudyId
from meit_core.errors import UserError
from meit_desktop.flows.reading import SAY_AFTER_MS, ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import said, tr
from meit_desktop.operations import comparing as operations
from meit_desktop.plots import DisplaySettings, EcgView
from meit_desktop.tasks.tokens import Token
from meit_desktop.theme.tokens import Tokens

if TYPE_CHECKING:
    # It draws with the plotting library, which takes half a second to import: only who compares waits for it.
    from meit_desktop.widgets.compare_page import ComparePage


class CompareFlow(QObject):
    """Shows the comparison where the tracing stands, and goes back to it."""

    def __init__(self, stage: Stage, reading: ReadingFlow, trace: EcgView, tokens: Tokens) -> None:
        super().__init__()
        self._stage, self._reading, self._trace, self._tokens = stage, reading, trace, tokens
        self._token = Token()
        self.page: ComparePage | None = None
        self._slow = QTimer(self, singleShot=True, interval=SAY_AFTER_MS)
        self._slow.timeout.connect(lambda: stage.window.footer.show_work(tr("Opening the prior ECG…")))
        stage.desk.header.compare_requested.connect(self.compare)
        stage.desk.report.review.changed.connect(self._report_changed)
        trace.display_changed.connect(self._show_settings)

    @property
    def is_comparing(self) -> bool:
        return self.page is not None and self._stage.desk.page is self.page

    @property
    def why_not(self) -> str:
        """Why the study on the screen can't be compared; empty where it can, or where there is none."""
        detail = self._reading.detail
        return said(NO_PRIOR) if detail is not None and not detail.priors else ""

    @Slot()
    def compare(self) -> None:
        """Begin with the prior that is likeliest meant; while comparing, lay the recordings in the next way."""
        detail = self._reading.detail
        if self.is_comparing:
            self.page.next_arrangement()
        elif detail is not None and (prior := default_prior(detail.priors)) is not None:
            self.compare_with(prior.study_id)

    @Slot(object)
    def compare_with(self, prior_id: StudyId) -> None:
        """Fetch and show one prior."""
        study_id, number = self._reading.study_id, self._token.renew()
        if study_id is None:
            return
        self._slow.start()
        task = operations.compare_studies(
            lanes=self._stage.lanes, session=self._stage.session, study_id=study_id, prior_id=prior_id
        )
        task.done.connect(lambda comparison: self._show(comparison, number))
        task.failed.connect(lambda fault: self._refused(fault, number))

    @Slot()
    def leave(self) -> None:
        """Back to the tracing."""
        self._token.renew()
        self._arrived()
        if self.is_comparing:
            self._stage.desk.show_page()
            self._trace.setFocus()

    def step_back(self) -> bool:
        """Undo a magnification, or go back to the tracing; False where nothing is compared (for Escape)."""
        if not self.is_comparing:
            return False
        if not self.page.step_back():
            self.leave()
        return True

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self.page is not None:
            self.page.set_theme(tokens)

    def _show(self, comparison: SerialComparison, number: int) -> None:
        if not self._token.is_current(number):
            return
        self._arrived()
        if comparison.now.study.study_id != self._reading.study_id:
            return
        page = self._prepared()
        page.show_comparison(comparison, self._stage.desk.report.text)
        if not self.is_comparing:
            if self._stage.desk.is_drawer:  # it would lie over the later of both recordings
                self._stage.desk.set_report_shown(False)
            self._stage.desk.show_page(page, alone=True)
            page.apply_settings(self._trace.settings, self._trace.screen_scale)
            page.arrange(page.arrangement)
            page.setFocus()

    def _prepared(self) -> ComparePage:
        if self.page is None:
            from meit_desktop.widgets.compare_page import ComparePage

            self.page = ComparePage(self._tokens)
            for part in (self.page.bar, self.page.display):
                part.show_keys(self._stage.window.actions_table.key)
            self.page.back_wanted.connect(self.leave)
            self.page.prior_wanted.connect(self.compare_with)
            bar, trace = self.page.display, self._trace
            bar.speed_wanted.connect(trace.cycle_speed)
            bar.gain_wanted.connect(trace.cycle_gain)
            bar.filter_wanted.connect(trace.cycle_filter)
            bar.layout_wanted.connect(trace.cycle_layout)
            bar.scale_wanted.connect(trace.toggle_true_size)
        return self.page

    def _refused(self, fault: UserError, number: int) -> None:
        if not self._token.is_current(number):
            return
        self._arrived()
        self._stage.window.notice.show_fault(fault)
        if self.is_comparing:  # the list of priors says again what is on the screen
            self.page.bar.choose(self.page.comparison.prior.study.study_id)

    def _arrived(self) -> None:
        self._slow.stop()
        self._stage.window.footer.show_work("")

    @Slot(object)
    def _show_settings(self, settings: DisplaySettings) -> None:
        if self.is_comparing:
            self.page.apply_settings(settings, self._trace.screen_scale)

    @Slot()
    def _report_changed(self) -> None:
        if self.is_comparing:
            self.page.show_report(self._stage.desk.report.text)
