"""The study that is probably opened next, loaded while the present one is being read."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from meit_core.domain.study import StudyDetail, StudyId
from meit_desktop.flows.stage import Stage
from meit_desktop.operations import worklist as operations

LOAD_AFTER_MS: Final = 120
"""Whatever the reader does on arriving at a study goes first."""


class StudyAhead(QObject):
    """Holds one study: the row below the present one.

    It is given out only as long as nothing has been written to the workspace since it was loaded, so what is shown is
    always what is stored. Where somebody else writes, nothing is held.
    """

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.window)  # it ends with the window, and its timer too
        self._stage = stage
        self._held: tuple[StudyId, StudyDetail, int] | None = None
        self._pause = QTimer(self, singleShot=True, interval=LOAD_AFTER_MS)
        self._pause.timeout.connect(self._load)

    def look_ahead(self) -> None:
        """A study has been shown: load the next one in a moment."""
        self._pause.start()

    def clear(self) -> None:
        self._pause.stop()
        self._held = None

    def take(self, study_id: StudyId) -> StudyDetail | None:
        """The study, if it is held and still as it is stored."""
        held, session = self._held, self._stage.current
        if held is None or session is None or held[0] != study_id:
            return None
        return held[1] if held[2] == session.workspace.changes else None

    @Slot()
    def _load(self) -> None:
        session = self._stage.current
        if session is None or session.read_only:
            return
        view = self._stage.desk.worklist.view
        study = self._stage.desk.worklist.model.study_at(view.currentIndex().row() + 1)
        if study is None or self.take(study.study_id) is not None:
            return
        changes = session.workspace.changes
        task = operations.open_study(lanes=self._stage.lanes, session=session, study_id=study.study_id)
        task.done.connect(lambda detail: self._hold(detail, changes))

    def _hold(self, detail: StudyDetail, changes: int) -> None:
        if self._stage.current is not None:
            self._held = (detail.study.study_id, detail, changes)
