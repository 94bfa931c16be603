"""The composition root: settings, lanes, model, window and flows, put together once and taken apart once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from meit_desktop.appearance import Appearance
from meit_desktop.faults import FaultReporter, log_file
from meit_desktop.main_window import MainWindow
from meit_desktop.operations.drafting import ModelKeeper, start_host
from meit_desktop.session import Session
from meit_desktop.settings import Settings
from meit_desktop.tasks.lanes import Lanes

if TYPE_CHECKING:
    from meit_core.drafting.engine import DraftEngine
    from meit_desktop.flows.desk import DeskFlows


_LONGEST_WAIT_MS: Final = 1000
"""A window that starts minimised isn't painted."""


class Application(QObject):
    """One window on one workspace.

    Parameters
    ----------
    path
        The workspace; ``None`` for the person's own.
    demo
        Open the demo workspace, whose user signs in by itself.
    start_engine
        Starts the model with a pack; the pictures and tests hand in another.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        path: Path | None = None,
        demo: bool = False,
        settings: Settings | None = None,
        start_engine: Callable[[Path | None], DraftEngine] = start_host,
    ) -> None:
        super().__init__()
        from meit_desktop.flows.opening import OpeningFlow
        from meit_desktop.flows.stage import Stage

        self.faults = FaultReporter()
        self.faults.fault_found.connect(self._show_fault)
        self.settings = settings or Settings()
        self.appearance = Appearance(app, self.settings)
        self.lanes = Lanes()
        self.keeper = ModelKeeper(start_engine)
        self.window = MainWindow(self.settings, self.appearance.tokens)
        self.stage = Stage(self.lanes, self.window, self.settings)
        self.opening = OpeningFlow(self.stage, path=path, demo=demo)
        self.opening.session_started.connect(self._begin)
        self.opening.session_ended.connect(self._end)
        self.window.close_requested.connect(self._close)
        self.desk: DeskFlows | None = None
        self._closed = False

    def start(self) -> None:
        """Show the window at once; the workspace opens beside it, and the desk is built after the first paint."""
        # Queued: the rest of the window is painted before the desk is built.
        self.window.first_painted.connect(self.build_desk, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        self.opening.open()
        QTimer.singleShot(_LONGEST_WAIT_MS, self, self.build_desk)

    @Slot()
    def build_desk(self) -> None:
        """Build the reading desk, once: it loads the drawing libraries."""
        if self.desk is not None:
            return
        from meit_desktop.flows.commands import CommandFlow
        from meit_desktop.flows.desk import DeskFlows
        from meit_desktop.flows.locking import LockFlow
        from meit_desktop.models.worklist_model import WorklistModel
        from meit_desktop.plots import EcgView
        from meit_desktop.widgets.reading_desk import ReadingDesk
        from meit_desktop.widgets.report_panel import ReportPanel
        from meit_desktop.widgets.worklist_panel import WorklistPanel

        tokens = self.appearance.tokens
        trace = EcgView()
        trace.set_theme(tokens)
        panel = WorklistPanel(WorklistModel(self), tokens)
        self.window.set_desk(ReadingDesk(panel, trace, ReportPanel(tokens), tokens))
        self.desk = DeskFlows(self.stage, self.keeper, trace, self.appearance)
        self.locking = LockFlow(self.stage)
        self.locking.other_user_wanted.connect(self.opening.sign_out)
        self.locking.locked.connect(self._locked)
        self.locking.unlocked.connect(self._unlocked)
        self.commands = CommandFlow(self.stage, self.appearance, self.opening, self.locking, self.desk)
        self.window.escape_pressed.connect(self.desk.step_back)

    def shut_down(self) -> None:
        """Let go of everything, with a bound on how long; called when the event loop has ended or instead of one."""
        if self._closed:
            return
        self._closed = True
        if self.desk is not None:
            self.locking.rest()
            self.desk.retraining.end()
        self.lanes.model.cancel_all()
        self.keeper.close()  # at once, also out of a pack that is just being loaded
        self.opening.close()
        self.lanes.close()

    @Slot(object)
    def _begin(self, _session: Session) -> None:
        self.build_desk()
        self.desk.begin()
        self.locking.watch()

    @Slot()
    def _end(self) -> None:
        self.locking.rest()
        self.desk.end()

    @Slot()
    def _locked(self) -> None:
        from meit_desktop.shortcuts import Need

        self.stage.desk.report.flush()
        self.window.actions_table.allow(Need.NOTHING)

    @Slot()
    def _unlocked(self) -> None:
        self.desk.update_actions()

    @Slot()
    def _close(self) -> None:
        """Close once the text on the screen is safe."""
        if self.desk is not None and self.stage.current is not None:
            self.desk.settle(self.window.close_now)
        else:
            self.window.close_now()

    @Slot(str)
    def _show_fault(self, reference: str) -> None:
        from meit_desktop.dialogs.question import fault_notice

        fault_notice(reference, str(log_file()), self.window).open()
