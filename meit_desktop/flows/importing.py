"""Bringing files in: choose or drop, watch, stop, see what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from meit_core.domain.importing import ImportResult
from meit_core.domain.study import StudyId
from meit_core.errors import UserError
from meit_desktop.dialogs.import_result import ImportResultDialog
from meit_desktop.dialogs.quarantine import QuarantineDialog
from meit_desktop.flows.stage import Stage
from meit_desktop.language import counted, tr
from meit_desktop.operations import importing as operations
from meit_desktop.operations import worklist as worklist_operations
from meit_desktop.tasks.lane import Task
from meit_desktop.theme.tokens import Tokens


class ImportFlow(QObject):
    """One import at a time; reading goes on meanwhile.

    Signals
    -------
    imported(tuple)
        Ids of the new studies; the worklist has changed.
    taken(tuple)
        Paths whose import has begun.
    """

    imported = Signal(tuple)
    taken = Signal(tuple)

    def __init__(self, stage: Stage, tokens: Tokens) -> None:
        super().__init__()
        self._stage = stage
        self.tokens = tokens
        self._task: Task | None = None
        stage.window.files_dropped.connect(self.import_paths)
        stage.window.work.stop_requested.connect(self.stop)
        stage.desk.empty.action_requested.connect(self.choose_files)

    @property
    def is_idle(self) -> bool:
        return self._task is None

    @Slot()
    def choose_files(self) -> None:
        dialog = QFileDialog(self._stage.window, tr("Import ECG files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Import"))
        dialog.filesSelected.connect(lambda names: self.import_paths(tuple(Path(name) for name in names)))
        dialog.open()

    @Slot()
    def choose_folder(self) -> None:
        dialog = QFileDialog(self._stage.window, tr("Import a folder with everything in it"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Import"))
        dialog.fileSelected.connect(lambda name: self.import_paths((Path(name),)))
        dialog.open()

    @Slot(tuple)
    def import_paths(self, paths: tuple[Path, ...]) -> None:
        """Import files and folders."""
        notice = self._stage.window.notice
        if self._task is not None:
            notice.show_message(tr("An import is running. Wait for it or stop it, then import these files."), "warn")
            return
        if self._stage.current is None or not paths:
            return
        notice.hide()
        work = self._stage.window.work
        work.begin(tr("Importing…"))
        task = operations.import_files(lanes=self._stage.lanes, session=self._stage.session, paths=paths)
        self._task = task
        self.taken.emit(paths)
        task.progressed.connect(work.show_progress)
        task.done.connect(self._done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._stopped)
        task.finished.connect(self._finished)

    @Slot()
    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def show_quarantine(self) -> None:
        """List the files that could not be read."""
        task = worklist_operations.list_quarantine(lanes=self._stage.lanes, session=self._stage.session)
        task.done.connect(lambda files: QuarantineDialog(files, self._stage.window).open())
        task.failed.connect(self._stage.window.notice.show_fault)

    @Slot(object)
    def _done(self, result: ImportResult) -> None:
        if result.quarantined or result.duplicates or not result.imported:
            ImportResultDialog(result, self.tokens, self._stage.window).open()
        else:
            told = counted("%n study imported.", "%n studies imported.", len(result.imported))
            self._stage.window.notice.show_message(told, "ok")
        new: tuple[StudyId, ...] = result.imported
        self.imported.emit(new)

    @Slot(object)
    def _failed(self, fault: UserError) -> None:
        self._stage.window.notice.show_fault(fault)
        self.imported.emit(())

    @Slot()
    def _stopped(self) -> None:
        self._stage.window.notice.show_message(tr("Import stopped. Studies imported until then are kept."))
        self.imported.emit(())

    @Slot()
    def _finished(self) -> None:
        self._task = None
        self._stage.window.work.end()
