"""From the start of the program to a signed-in user, and back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from meit_core.errors import UserError
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import workspace as operations
from meit_desktop.session import Session


class OpeningFlow(QObject):
    """Opens a workspace, has its first administrator made, lets people in.

    Signals
    -------
    session_started(Session), session_ended()
    """

    session_started = Signal(object)
    session_ended = Signal()

    def __init__(self, stage: Stage, *, path: Path | None, demo: bool) -> None:
        super().__init__()
        self._stage, self._path, self._demo = stage, path, demo
        self._workspace: object | None = None
        window = stage.window
        window.opening.retry_requested.connect(self.open)
        window.opening.other_requested.connect(self._choose_other)
        window.opening.demo_requested.connect(self.open_demo)
        window.first_admin.demo_requested.connect(self.open_demo)
        window.first_admin.create_requested.connect(self._create)
        window.sign_in.sign_in_requested.connect(self._sign_in)

    @Slot()
    def open(self) -> None:
        """Open the workspace asked for."""
        window = self._stage.window
        window.opening.show_opening(demo=self._demo)
        window.show_page(window.opening)
        self._close_workspace()
        lanes = self._stage.lanes
        if self._demo:
            task = operations.open_demo(lanes=lanes, path=self._path)
            task.done.connect(self._start)
        else:
            task = operations.open_workspace(lanes=lanes, path=self._path)
            task.done.connect(self._opened)
        task.failed.connect(self._refused)

    @Slot()
    def open_demo(self) -> None:
        """Leave the workspace asked for and look at the demo."""
        self._demo, self._path = True, None
        self.open()

    def open_path(self, path: Path) -> None:
        """Leave what is open and open another workspace."""
        if self._stage.current is not None:
            self._workspace = self._stage.current.workspace
            self._stage.current = None
            self.session_ended.emit()
            self._stage.window.show_user(None)
        self._open_other(str(path))

    def sign_out(self) -> None:
        """Back to the question who is there."""
        if self._stage.current is None:
            return
        self._workspace = self._stage.current.workspace
        self._stage.current = None
        self.session_ended.emit()
        window = self._stage.window
        window.show_user(None)
        window.sign_in.ask()
        window.show_page(window.sign_in)

    def close(self) -> None:
        """Let go of the workspace file."""
        self._close_workspace()

    def _close_workspace(self) -> None:
        workspace = self._stage.current.workspace if self._stage.current else self._workspace
        self._workspace = None
        if workspace is not None:
            operations.close_workspace(lanes=self._stage.lanes, workspace=workspace)

    @Slot(object)
    def _opened(self, result: tuple[object, bool]) -> None:
        self._workspace, needs_admin = result
        window = self._stage.window
        page = window.first_admin if needs_admin else window.sign_in
        page.ask()
        window.show_page(page)

    @Slot(object)
    def _refused(self, fault: UserError) -> None:
        self._stage.window.opening.show_refusal(fault)

    @Slot(str, str, str)
    def _create(self, username: str, printed_name: str, password: str) -> None:
        task = operations.create_first_admin(
            lanes=self._stage.lanes,
            workspace=self._workspace,
            username=username,
            printed_name=printed_name,
            password=password,
        )
        task.done.connect(self._start)
        task.failed.connect(self._stage.window.first_admin.refuse)

    @Slot(str, str)
    def _sign_in(self, username: str, password: str) -> None:
        if self._stage.current is not None:  # a locked screen: the lock flow answers
            return
        task = operations.sign_in(
            lanes=self._stage.lanes, workspace=self._workspace, username=username, password=password
        )
        task.done.connect(self._start)
        task.failed.connect(self._stage.window.sign_in.refuse)

    @Slot(object)
    def _start(self, session: Session) -> None:
        self._workspace = None
        self._stage.current = session
        self._stage.window.show_user(session)
        self.session_started.emit(session)

    @Slot()
    def _choose_other(self) -> None:
        dialog = QFileDialog(self._stage.window, tr("Open a workspace"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_other)
        dialog.open()

    @Slot(str)
    def _open_other(self, path: str) -> None:
        self._demo, self._path = False, Path(path)
        self.open()
