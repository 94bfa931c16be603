"""One application set up for pictures: its own workspace, settings and script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from meit_core.domain.study import Study, StudyStatus
from meit_core.drafting.engine import DraftEngine
from meit_desktop.app import Application
from meit_desktop.flows.desk import DeskFlows
from meit_desktop.pictures.camera import Camera
from meit_desktop.pictures.rehearsal import RehearsedEngine, Script
from meit_desktop.settings import TEXT_PERCENT, THEME, Settings
from meit_desktop.widgets.report_panel import ReportPanel


class Studio:
    """Opens a window on a workspace and steers it as a reader would.

    Parameters
    ----------
    model
        ``rehearsed``, ``slow`` (starting until told to go on) or ``missing`` (no pack to be found).
    """

    def __init__(
        self,
        app: QApplication,
        camera: Camera,
        *,
        folder: Path,
        path: Path,
        demo: bool,
        size: tuple[int, int],
        theme: str,
        text_percent: int,
        model: str = "rehearsed",
    ) -> None:
        self.camera, self.script, self._folder = camera, Script(), folder
        settings = Settings(folder / "pictures.ini")
        settings.set(THEME, theme)
        settings.set(TEXT_PERCENT, text_percent)
        start = self._start_without_pack if model == "missing" else self._rehearse(slow=model == "slow")
        self.application = Application(app, path=path, demo=demo, settings=settings, start_engine=start)
        self.window = self.application.window
        self.window.resize(*size)

    @property
    def flows(self) -> DeskFlows:
        assert self.application.desk is not None
        return self.application.desk

    @property
    def report(self) -> ReportPanel:
        return self.application.stage.desk.report

    @property
    def engine(self) -> DraftEngine:
        return self.application.keeper.engine(self.application.stage.session)

    def start(self) -> None:
        self.application.start()

    def wait_for_list(self) -> None:
        """Until the worklist is there."""
        model = lambda: self.application.stage.desk.worklist.model  # noqa: E731
        self.camera.wait_for("worklist", lambda: self.application.desk is not None and model().rowCount() > 0)
        self.camera.wait_for("first study", lambda: self.flows.reading.detail is not None)

    def shoot(self, name: str) -> None:
        self.camera.shoot(name, self.window)

    def open(self, patient: str, *, status: StudyStatus | None = None) -> Study:
        """Open a study by the patient's name; the newest where there are several."""
        study = next(
            entry
            for entry in self.application.stage.desk.worklist.model.studies
            if patient in entry.patient.name and (status is None or entry.status is status)
        )
        self.flows.reading.open(study.study_id)
        self.camera.wait_for(f"study of {patient}", lambda: self.flows.reading.study_id == study.study_id)
        return study

    def draft(self, text: str) -> None:
        """Have the script drafted to its end."""
        self.script.text, self.script.hold_after = text, None
        known = self._drafts()
        self.command("draft")
        self.camera.wait_for("draft", lambda: self._drafts() > known)

    def draft_until(self, text: str, pieces: int) -> None:
        """Have the script drafted up to a piece; :meth:`finish` goes on."""
        self.script.text, self.script.hold_after = text, pieces
        self.command("draft")
        self.camera.wait_for("half a draft", self.script.holding.is_set)
        self.camera.wait_for("words on the screen", lambda: len(self.report.review.lines) > 0)

    def finish(self) -> None:
        known = self._drafts()
        self.script.go_on()
        self.camera.wait_for("rest of the draft", lambda: self._drafts() > known)

    def command(self, name: str) -> None:
        self.application.commands.run(name)

    def wait_for(self, what: str, ready: Callable[[], bool]) -> None:
        self.camera.wait_for(what, ready)

    def dialog(self) -> QDialog:
        """The dialog that stands before the window."""
        shown = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()
        ]
        return shown[-1]

    def close(self) -> None:
        """Close the window and let go of the workspace."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.close()
        self.script.go_on()
        self.window.close_now()
        self.application.shut_down()
        self.camera.settle()

    @property
    def dialog_shown(self) -> bool:
        return any(isinstance(widget, QDialog) and widget.isVisible() for widget in QApplication.topLevelWidgets())

    def _start_without_pack(self, _pack: Path | None) -> DraftEngine:
        from meit_core.services.drafting import start_engine

        return start_engine(self._folder / "no-such-pack")

    def _drafts(self) -> int:
        detail = self.flows.reading.detail
        return len(detail.drafts) if detail else 0

    def _rehearse(self, *, slow: bool) -> Callable[[Path | None], RehearsedEngine]:
        return lambda _pack: RehearsedEngine(self.script, slow_start=slow)
