"""The guard's word on the report as it stands: on what the reader wrote, and anew when a mark was moved by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from meit_core.domain.draft import DraftSentence
from meit_core.domain.study import StudyDetail
from meit_desktop.flows.reading import ReadingFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.operations import reporting as operations
from meit_desktop.tasks.tokens import Token

_PAUSE_MS: Final = 100
"""Several decisions in a row are judged once."""


class JudgingFlow(QObject):
    """Brings the guard's verdicts to the report panel; what the reader wrote is told about, never blocked."""

    def __init__(self, stage: Stage, reading: ReadingFlow) -> None:
        super().__init__()
        self._stage, self._reading = stage, reading
        self._token = Token()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        stage.desk.report.review.changed.connect(self._pause.start)
        reading.study_shown.connect(self._pause.start)
        reading.study_changed.connect(self._measured_otherwise)

    @Slot(object)
    def _measured_otherwise(self, detail: StudyDetail) -> None:
        self._stage.desk.report.show_verdicts(detail)
        self._pause.start()

    @Slot()
    def _judge(self) -> None:
        """Ask about the reader's own wordings, among the sentences of the report that they must go with."""
        number, study_id, panel = self._token.renew(), self._reading.study_id, self._stage.desk.report
        lines = [line for line in panel.review.lines.lines if line.in_report]
        if study_id is None or self._stage.current is None or not any(line.is_own for line in lines):
            return
        task = operations.judge_statements(
            lanes=self._stage.lanes,
            session=self._stage.session,
            study_id=study_id,
            statements=tuple(line.text for line in lines),
            draft_id=panel.draft_id,
        )
        task.done.connect(lambda judged: self._judged(judged, number))

    def _judged(self, judged: tuple[DraftSentence, ...], number: int) -> None:
        if self._token.is_current(number):
            self._stage.desk.report.review.bring_checks(judged)
