"""The median beat in the tracing's place, and its marks kept with the study."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from meit_core.domain.averaged_beat import AveragedBeat
from meit_core.domain.beat_marks import BeatMark
from meit_core.domain.manual_reading import ManualReading
from meit_core.domain.measurements import Measurements
from meit_core.domain.study import StudyDetail, StudyId, StudyStatus
from meit_core.errors import UserError
from meit_desktop.flows.reading import SAY_AFTER_MS, ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import marked, tr
from meit_desktop.models.mark_editor import MarkEditor
from meit_desktop.operations import marking as operations
from meit_desktop.tasks.tokens import Token
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.median_page import MedianPage

SIGNED = marked("Signed: marks can't be changed.")
_SIGNED = (StudyStatus.CONFIRMED, StudyStatus.AMENDED)


class MarkingFlow(QObject):
    """Shows the median beat of the study on the screen; another study begins with its tracing again.

    Signals
    -------
    changed()
        The page came or left, or there is something else to undo.
    """

    changed = Signal()

    def __init__(self, stage: Stage, reading: ReadingFlow, trace: QWidget, tokens: Tokens) -> None:
        super().__init__()
        self._stage, self._reading, self._trace, self._tokens = stage, reading, trace, tokens
        self._token = Token()
        self._study_id: StudyId | None = None
        self._saving = 0
        self.page: MedianPage | None = None
        self._slow = QTimer(self, singleShot=True, interval=SAY_AFTER_MS)
        self._slow.timeout.connect(lambda: stage.window.footer.show_work(tr("Averaging the beats…")))
        reading.study_shown.connect(self.leave)
        reading.study_changed.connect(self._study_changed)
        # Whatever is asked for next (sign, print, sign out, close) finds the marks on their way to the workspace.
        stage.window.actions_table.asked.connect(self.flush)
        stage.window.close_requested.connect(self.flush)
        stage.desk.report.sign_requested.connect(self.flush)
        stage.desk.page_changed.connect(self._page_changed)
        action = stage.window.actions_table["median_beat"]
        stage.desk.measurements.median_wanted.connect(action.trigger)

    @property
    def is_shown(self) -> bool:
        return self.page is not None and self._stage.desk.page is self.page

    @property
    def refused(self) -> set[str]:
        """Commands that are impossible now."""
        editor = self.page.editor if self.is_shown and self.page is not None and not self.page.why_not else None
        possible = {
            "undo_mark": editor is not None and editor.can_undo,
            "redo_mark": editor is not None and editor.can_redo,
            "computed_marks": editor is not None and bool(editor.manual),
        }
        return {name for name, is_possible in possible.items() if not is_possible}

    @Slot()
    def toggle(self) -> None:
        """From the tracing to the median beat, and back."""
        if self.is_shown:
            self.leave()
            return
        detail, number = self._reading.detail, self._token.renew()
        if detail is None:
            return
        self._slow.start()
        task = operations.find_median_beat(lanes=self._stage.lanes, session=self._stage.session, record=detail.record)
        task.done.connect(lambda beat: self._show(beat, number))
        task.failed.connect(lambda fault: self._refused(fault, number))

    @Slot()
    def leave(self) -> None:
        """Back to the tracing; what was moved is kept."""
        self._token.renew()
        self._arrived()
        if self.is_shown:
            self._stage.desk.show_page(None)
            self._trace.setFocus()

    def step_back(self) -> bool:
        """Back to the tracing; False where it is on the screen already (for Escape)."""
        if not self.is_shown:
            return False
        self.leave()
        return True

    @Slot()
    def flush(self) -> None:
        if self.page is not None:
            self.page.flush()

    def undo(self) -> None:
        """Undo the last move of a mark, or what the report does where the keyboard is there: both have one key."""
        report = self._stage.desk.report
        if report.isAncestorOf(self._stage.window.focusWidget()):
            report.review.undo()
        elif self.page is not None:
            self.page.undo()

    def redo(self) -> None:
        if self.page is not None:
            self.page.redo()

    def back_to_computed(self) -> None:
        if self.page is not None:
            self.page.back_to_computed()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self.page is not None:
            self.page.set_theme(tokens)

    @Slot()
    def _page_changed(self) -> None:
        """Whatever has taken the page's place: what was moved is kept, and nothing of a patient stays behind."""
        if self.page is not None and self.page.editor is not None and not self.is_shown:
            self.page.flush()
            self.page.clear()
            self.changed.emit()

    def _show(self, beat: AveragedBeat, number: int) -> None:
        detail = self._reading.detail
        if not self._token.is_current(number) or detail is None:
            return
        self._arrived()
        self._study_id = detail.study.study_id
        user = self._stage.session.user
        editor = MarkEditor(
            beat,
            detail.computed or detail.measurements,
            detail.manual.marks if detail.manual else {},
            reader=user.printed_name,
            username=user.username,
        )
        page = self._prepared()
        page.show_study(editor, sex=detail.record.patient.sex, why_not=self._why_not(detail))
        if self._stage.desk.is_drawer:  # it would lie over the beat
            self._stage.desk.set_report_shown(False)
        self._stage.desk.show_page(page)
        page.view.setFocus()
        self.changed.emit()

    def _prepared(self) -> MedianPage:
        if self.page is None:
            self.page = MedianPage(self._tokens)
            self.page.back_wanted.connect(self.leave)
            self.page.measured.connect(self._show_measurements)
            self.page.save_wanted.connect(self._save)
            self.page.steps_changed.connect(self.changed)
        return self.page

    def _why_not(self, detail: StudyDetail) -> str:
        return tr(SIGNED) if detail.study.status in _SIGNED else self._stage.session.why_not_write

    @Slot(object)
    def _show_measurements(self, measurements: Measurements) -> None:
        detail = self._reading.detail
        if detail is not None:
            self._stage.desk.measurements.show_measurements(measurements, detail.record.patient.sex)

    @Slot(object)
    def _save(self, marks: Mapping[BeatMark, float | None]) -> None:
        study_id = self._study_id
        if study_id is None or self._stage.current is None:
            return
        self._saving += 1
        self._stage.window.footer.show_saving()
        task = operations.save_marks(
            lanes=self._stage.lanes, session=self._stage.session, study_id=study_id, marks=dict(marks)
        )
        task.done.connect(lambda reading: self._saved(study_id, reading))
        task.failed.connect(self._not_saved)
        task.finished.connect(self._one_less)

    def _saved(self, study_id: StudyId, reading: ManualReading | None) -> None:
        self._stage.window.footer.show_saved(datetime.now(UTC))
        if study_id != self._reading.study_id:
            return
        if self.page is not None and self.page.editor is not None and reading is not None:
            self.page.editor.adopt(reading.marks)
        self._reading.refresh()

    @Slot(object)
    def _not_saved(self, fault: UserError) -> None:
        """What is on the screen is not what is stored, and the reader must know."""
        self._stage.window.footer.show_not_saved()
        self._stage.window.notice.show_fault(fault)

    @Slot()
    def _one_less(self) -> None:
        self._saving -= 1

    @Slot(object)
    def _study_changed(self, detail: StudyDetail) -> None:
        """Show what the workspace has now, unless something newer is still on its way there."""
        if self.page is None or detail.study.study_id != self._study_id:
            return
        self.page.lock(self._why_not(detail))
        if self._saving == 0 and self.page.is_saved:
            self._show_measurements(detail.measurements)

    def _refused(self, fault: UserError, number: int) -> None:
        if self._token.is_current(number):
            self._arrived()
            self._stage.window.notice.show_fault(fault)
            self.changed.emit()

    def _arrived(self) -> None:
        self._slow.stop()
        self._stage.window.footer.show_work("")
