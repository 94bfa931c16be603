"""The watched folder: looked at while somebody is signed in, told of in the footer."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from meit_core.domain.watching import WatchedFolder, WatchTurn
from meit_core.errors import UserError
from meit_desktop.flows.importing import ImportFlow
from meit_desktop.flows.stage import Stage
from meit_desktop.language import counted, said, tr
from meit_desktop.operations import watching as operations
from meit_desktop.tasks.lane import Task

if TYPE_CHECKING:
    from meit_desktop.dialogs.watched_folder import WatchedFolderDialog

LOOK_EVERY_MS: Final = 5000
"""The system tells of changes in the folder itself at once; folders in it, and those on a network, need a look."""
LOOK_AGAIN_MS: Final = 1500
"""After a change, and as long as a recording is still being written."""
_SHARE_OF_TIME: Final = 0.1
"""A folder with very many files is looked at less often: at most a tenth of the time."""


class WatchFlow(QObject):
    """Looks from time to time, one look at a time, never during an import that somebody has asked for.

    Signals
    -------
    imported()
        The worklist has more in it.
    """

    imported = Signal()

    def __init__(self, stage: Stage, importing: ImportFlow) -> None:
        super().__init__()
        self._stage, self._importing = stage, importing
        self._watch: operations.Watch | None = None
        self._folder: WatchedFolder | None = None
        self._task: Task | None = None
        self._sum = WatchTurn()
        self._began_s = 0.0
        self._timer = QTimer(stage.window, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._system = QFileSystemWatcher(stage.window)
        self._system.directoryChanged.connect(lambda _folder: self._hurry())

    @property
    def is_on(self) -> bool:
        return self._watch is not None

    def begin(self) -> None:
        """Somebody has signed in: watch, if the workspace says so."""
        task = operations.read_folder(lanes=self._stage.lanes, session=self._stage.session)
        task.done.connect(self._adopt)
        task.failed.connect(self._stage.window.notice.show_fault)

    def end(self) -> None:
        """Nobody is signed in: look no more; what has been read until now stays in."""
        self._timer.stop()
        self._watch = self._folder = None
        if self._task is not None:
            self._task.cancel()
        if watched := self._system.directories():
            self._system.removePaths(watched)
        self._stage.window.footer.show_watch("")

    @Slot()
    def ask(self) -> None:
        """Let an administrator name the folder."""
        from meit_desktop.dialogs.watched_folder import WatchedFolderDialog

        dialog = WatchedFolderDialog(self._folder, self._stage.window)
        dialog.chosen.connect(lambda folder, on: self._set(dialog, folder, on))
        dialog.open()

    def _set(self, dialog: WatchedFolderDialog, folder: Path, on: bool) -> None:
        gone: list[bool] = []
        dialog.destroyed.connect(lambda: gone.append(True))
        task = operations.set_folder(lanes=self._stage.lanes, session=self._stage.session, folder=folder, on=on)
        task.done.connect(lambda kept: self._was_set(kept, None if gone else dialog))
        task.failed.connect(lambda fault: None if gone else dialog.refuse(fault))

    def _was_set(self, kept: WatchedFolder, dialog: WatchedFolderDialog | None) -> None:
        if dialog is not None:
            dialog.accept()
        told = (
            tr("Watching {name}: new recordings are imported.").format(name=kept.folder.name)
            if kept.on
            else tr("No folder is watched now.")
        )
        self._stage.window.notice.show_message(told, "ok")
        self._adopt(kept)

    @Slot(object)
    def _adopt(self, kept: WatchedFolder | None) -> None:
        if self._stage.current is None:
            return
        self.end()
        self._folder = kept
        if kept is None or not kept.on or self._stage.session.read_only:
            return
        self._sum = WatchTurn()
        self._watch = operations.Watch(self._stage.session, kept.folder)
        self._system.addPath(str(kept.folder))
        self._tell()
        self._timer.start(0)

    def _hurry(self) -> None:
        """Something has changed in the folder; a burst of changes is one."""
        if self._watch is not None and self._task is None and self._timer.remainingTime() > LOOK_AGAIN_MS:
            self._timer.start(LOOK_AGAIN_MS)

    @Slot()
    def _look(self) -> None:
        if self._watch is None or self._stage.current is None:
            return
        if not self._importing.is_idle or self._task is not None:
            self._timer.start(LOOK_AGAIN_MS)
            return
        watch = self._watch
        self._began_s = time.monotonic()
        self._task = watch.look(lanes=self._stage.lanes)
        self._task.done.connect(lambda turn: self._looked(turn) if watch is self._watch else None)
        self._task.failed.connect(lambda fault: self._failed(fault) if watch is self._watch else None)
        self._task.finished.connect(self._finished)

    def _looked(self, turn: WatchTurn) -> None:
        before = self._sum
        self._sum = WatchTurn(before.imported + turn.imported, before.failed + turn.failed, turn.waiting, turn.more)
        self._tell()
        if turn.imported:
            self.imported.emit()
        if turn.failed:
            told = counted(
                "A file in the watched folder could not be read. File, Show unreadable files says why.",
                "%n files in the watched folder could not be read. File, Show unreadable files says why.",
                turn.failed,
            )
            self._stage.window.notice.show_message(told, "warn")

    def _failed(self, fault: UserError) -> None:
        self._stage.window.footer.show_watch(said(fault.message), "warn", said(fault))

    @Slot()
    def _finished(self) -> None:
        self._task = None
        if self._watch is None:
            return
        if self._folder is not None and not self._system.directories():
            self._system.addPath(str(self._folder.folder))  # a share that was away and is there again
        took_ms = 1000 * (time.monotonic() - self._began_s)
        due_ms = LOOK_AGAIN_MS if self._sum.waiting or self._sum.more else LOOK_EVERY_MS
        self._timer.start(round(max(due_ms, took_ms / _SHARE_OF_TIME)))

    def _tell(self) -> None:
        """Name the folder and what has come of it since signing in."""
        if self._folder is None:
            return
        parts = []
        if self._sum.imported:
            parts.append(tr("{number} imported").format(number=self._sum.imported))
        if self._sum.failed:
            parts.append(tr("{number} unreadable").format(number=self._sum.failed))
        if self._sum.waiting:
            parts.append(tr("{number} still arriving").format(number=self._sum.waiting))
        told = tr("Watching {name}").format(name=self._folder.folder.name)
        detail = tr("New recordings are imported by themselves; the files stay unchanged.")
        self._stage.window.footer.show_watch(
            f"{told}: {', '.join(parts)}" if parts else told, "muted", f"{self._folder.folder}\n{detail}"
        )
