"""Retraining, seen from the screen: one run at a time in its own process, followed while reading goes on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from meit_core.errors import UserError
from meit_desktop.dialogs.retraining import RetrainingDialog
from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import retraining as operations
from meit_desktop.tasks.lane import Task
from meit_desktop.theme.tokens import Tokens

if TYPE_CHECKING:
    from meit_core.services.retraining import Retrained, RetrainingProcess

LOOK_EVERY_MS: Final = 500
_LONGEST_WAIT_S: Final = 3.0
"""For a run to write its checkpoint when the window closes; longer, and it goes on from the one before."""


class RetrainingFlow(QObject):
    """Signals: pack_changed() another pack drafts from now on."""

    pack_changed = Signal()

    def __init__(self, stage: Stage, tokens: Tokens) -> None:
        super().__init__()
        self._stage, self.tokens = stage, tokens
        self._dialog: RetrainingDialog | None = None
        self._process: RetrainingProcess | None = None
        self._done: Retrained | None = None
        self._told: list[Mapping[str, Any]] = []
        self._offset = 0
        self._unfinished: Path | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._looking: Task | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @Slot()
    def show(self) -> None:
        """Open the window, on whatever there is to see: a run, a comparison, or what to begin with."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = RetrainingDialog(self.tokens, self._stage.window)
        dialog.start_wanted.connect(self._start)
        dialog.resume_wanted.connect(self._resume)
        dialog.stop_wanted.connect(self.stop)
        dialog.promote_wanted.connect(self._promote)
        dialog.roll_back_wanted.connect(self._roll_back)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        if self._process is not None:
            dialog.show_run()
            dialog.show_events(self._told)
        elif self._done is not None:
            dialog.show_comparison(self._done)
        self._refresh()
        dialog.show()  # not modal: reading goes on

    @Slot()
    def stop(self) -> None:
        """Ask the run to stop; it writes a checkpoint first."""
        if self._process is not None:
            self._process.stop()
            if self._dialog is not None:
                self._dialog.show_stopping()

    def end(self) -> None:
        """The session ends: close the window, and let the run write its checkpoint."""
        if self._dialog is not None:
            self._dialog.close()
        self._timer.stop()
        self._done = None
        if self._process is not None:
            self._process.stop()
            self._process.wait(_LONGEST_WAIT_S)
            self._process.kill()
            self._process = None

    def set_theme(self, tokens: Tokens) -> None:
        self.tokens = tokens
        if self._dialog is not None:
            self._dialog.set_theme(tokens)

    @Slot(object, object, bool)
    def _start(self, since: date | None, root: Path | None, without: bool) -> None:
        from meit_core.services.retraining import RetrainingOptions

        moment = None if since is None else datetime(since.year, since.month, since.day).astimezone()
        options = RetrainingOptions(since=moment, root=root, without_public_data=without)
        self._await(operations.begin(lanes=self._stage.lanes, session=self._stage.session, options=options))

    @Slot()
    def _resume(self) -> None:
        if self._unfinished is None:
            return
        self._await(operations.go_on(lanes=self._stage.lanes, session=self._stage.session, folder=self._unfinished))

    def _await(self, task: Task) -> None:
        self._offset, self._told, self._done = 0, [], None
        if self._dialog is not None:
            self._dialog.show_run()
        task.done.connect(self._running)
        task.failed.connect(self._refused)

    @Slot(object)
    def _running(self, process: RetrainingProcess) -> None:
        self._process = process
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        if self._process is None or self._looking is not None:
            return
        task = operations.follow(lanes=self._stage.lanes, process=self._process, offset=self._offset)
        self._looking = task
        task.done.connect(self._followed)
        task.failed.connect(self._refused)
        task.finished.connect(self._looked)

    @Slot()
    def _looked(self) -> None:
        self._looking = None

    @Slot(object)
    def _followed(self, told: tuple[list[Mapping[str, Any]], int, bool]) -> None:
        events, self._offset, alive = told
        if self._process is None:
            return
        self._told += events
        if self._dialog is not None:
            self._dialog.show_events(events)
        if alive:
            return
        folder, last = self._process.folder, self._told[-1] if self._told else {}
        self._process = None
        self._timer.stop()
        match last.get("event"):
            case "finished":
                task = operations.finish(lanes=self._stage.lanes, session=self._stage.session, folder=folder)
                task.done.connect(self._finished)
                task.failed.connect(self._refused)
            case "stopped":
                self._refused(None)
            case "failed":
                self._refused(UserError(str(last["message"]), str(last["hint"])))
            case _:
                self._refused(_died())

    @Slot(object)
    def _finished(self, done: Retrained) -> None:
        self._done = done
        if self._dialog is not None:
            self._dialog.show_comparison(done)
        else:
            self._stage.window.notice.show_message(
                tr("{pack} is ready to be compared: see Admin, Retrain the model.").format(pack=done.pack_name),
                "ok",
            )
        self._refresh()

    @Slot(object)
    def _refused(self, fault: UserError | None) -> None:
        """Nothing runs any more: back to the choice, with why."""
        self._process = None
        self._timer.stop()
        if self._dialog is not None:
            self._dialog.show_choice()
            self._dialog.show_fault(fault)
            self._refresh()
        elif fault is not None:
            self._stage.window.notice.show_fault(fault)

    @Slot(str)
    def _promote(self, reason: str) -> None:
        if self._done is None:
            return
        task = operations.promote(
            lanes=self._stage.lanes, session=self._stage.session, pack=self._done.pack, reason=reason
        )
        name = self._done.pack_name
        task.done.connect(lambda _promotion: self._changed(tr("{pack} drafts from now on.").format(pack=name)))
        task.failed.connect(self._not_changed)

    @Slot()
    def _roll_back(self) -> None:
        task = operations.roll_back(lanes=self._stage.lanes, session=self._stage.session)
        task.done.connect(lambda name: self._changed(tr("{pack} drafts again.").format(pack=name)))
        task.failed.connect(self._not_changed)

    def _changed(self, told: str) -> None:
        self._done = None
        self._stage.window.notice.show_message(told, "ok")
        if self._dialog is not None:
            self._dialog.show_fault(None)
            self._dialog.show_choice()
        self._refresh()
        self.pack_changed.emit()

    @Slot(object)
    def _not_changed(self, fault: UserError) -> None:
        if self._dialog is not None:
            self._dialog.show_fault(fault)

    def _refresh(self) -> None:
        if self._dialog is None or self._stage.current is None:
            return
        task = operations.look(lanes=self._stage.lanes, session=self._stage.session)
        task.done.connect(self._show_overview)
        task.failed.connect(self._not_changed)

    @Slot(object)
    def _show_overview(self, overview: Any) -> None:
        self._unfinished = overview.unfinished
        if self._dialog is not None:
            self._dialog.show_overview(overview)

    @Slot()
    def _closed(self) -> None:
        self._dialog = None


def _died() -> UserError:
    return UserError(
        tr("The training's process ended unexpectedly, most often because memory ran out."),
        tr("The pack in use is unchanged. Close other programs and go on with the run."),
    )
