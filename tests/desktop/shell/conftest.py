"""A whole application on a workspace of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from meit_core.drafting.engine import DraftEngine
from meit_desktop.app import Application
from meit_desktop.flows.desk import DeskFlows
from meit_desktop.pictures.rehearsal import RehearsedEngine, Script
from meit_desktop.settings import LOCK_AFTER_MIN, Settings
from meit_desktop.widgets.report_panel import ReportPanel

WAIT_MS = 60_000


class Desk:
    """An application under test, steered through its commands and widgets."""

    def __init__(self, qtbot: QtBot, application: Application, script: Script) -> None:
        self.qtbot, self.application, self.script = qtbot, application, script
        self.window = application.window

    @property
    def flows(self) -> DeskFlows:
        assert self.application.desk is not None
        return self.application.desk

    @property
    def report(self) -> ReportPanel:
        return self.application.stage.desk.report

    @property
    def detail(self):
        return self.flows.reading.detail

    @property
    def studies(self):
        return self.application.stage.desk.worklist.model.studies

    def start(self) -> None:
        """Show the window and wait for the first study."""
        self.application.start()
        self.until(lambda: self.application.desk is not None and self.detail is not None)

    def until(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=WAIT_MS)

    def run(self, name: str) -> None:
        """Trigger a command as its key would: only where it is possible."""
        action = self.window.actions_table[name]
        assert action.isEnabled(), f"{name} is not possible now"
        action.trigger()

    def open(self, patient: str) -> None:
        study = next(entry for entry in self.studies if patient in entry.patient.name)
        self.flows.reading.open(study.study_id)
        self.until(lambda: self.detail.study.study_id == study.study_id)

    def draft(self, text: str) -> None:
        """Have a text drafted and stored."""
        self.script.text = text
        before = len(self.detail.drafts)
        self.run("draft")
        self.until(lambda: len(self.detail.drafts) > before and not self.flows.drafting.is_drafting)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Wait for a dialog of that kind."""

        def shown() -> list[QDialog]:
            return [
                widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
            ]

        self.until(lambda: bool(shown()))
        return shown()[0]


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def make_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, script: Script) -> Iterator[Callable[..., Desk]]:
    """Make applications and take them apart again; settings stay between those of one test."""
    made: list[Application] = []

    def make(
        *, path: Path | None = None, demo: bool = True, start_engine: Callable[[Path | None], DraftEngine] | None = None
    ) -> Desk:
        settings = Settings(tmp_path / "settings.ini")
        settings.set(LOCK_AFTER_MIN, 0)
        application = Application(
            qapp,
            path=path or tmp_path / "workspace.meit",
            demo=demo,
            settings=settings,
            start_engine=start_engine or (lambda _pack: RehearsedEngine(script)),
        )
        application.window.resize(1366, 768)
        made.append(application)
        return Desk(qtbot, application, script)

    yield make
    script.go_on()
    for application in made:
        application.window.close_now()
        application.shut_down()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled demo workspace to copy: simulating fourteen recordings once is enough."""
    from meit_core.services.workspace import open_demo_workspace

    path = tmp_path_factory.mktemp("demo") / "demo.meit"
    workspace, _ = open_demo_workspace(path)
    workspace.close()
    return path


@pytest.fixture
def desk(make_desk: Callable[..., Desk], demo_file: Path, tmp_path: Path) -> Desk:
    """The application on a fresh demo workspace, with a study on the screen."""
    copy = tmp_path / "demo.meit"
    copy.write_bytes(demo_file.read_bytes())
    made = make_desk(path=copy)
    made.start()
    return made
