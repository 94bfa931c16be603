"""Nobody else reads or signs at a screen that was left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from meit_core.errors import UserError
from meit_desktop.flows.stage import Stage
from meit_desktop.operations import workspace as operations
from meit_desktop.session import Session
from meit_desktop.settings import LOCK_AFTER_MIN

_ACTIVITY: Final = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.MouseMove)


class LockFlow(QObject):
    """Locks on request or when idle; the same person's password unlocks, somebody else signs in anew.

    Signals
    -------
    locked(), unlocked()
    other_user_wanted()
    """

    locked = Signal()
    unlocked = Signal()
    other_user_wanted = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self._before: QWidget | None = None
        self._watching = False
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.lock)
        stage.window.sign_in.sign_in_requested.connect(self._try)
        stage.window.sign_in.other_user_requested.connect(self._give_up)

    @property
    def is_locked(self) -> bool:
        return self._before is not None

    def watch(self) -> None:
        """Begin to notice idleness; the demo has nothing to protect and never locks by itself."""
        minutes = self._stage.settings.get(LOCK_AFTER_MIN)
        if minutes and not self._stage.session.demo:
            self._watching = True
            self._idle.start(minutes * 60_000)
            # On our own window and on the one that has the keyboard, not on the application: that would bring every
            # paint of every widget into Python.
            self._follow(self._stage.window.windowHandle())
            self._follow(QGuiApplication.focusWindow())
            QGuiApplication.instance().focusWindowChanged.connect(self._follow)

    def rest(self) -> None:
        """Stop watching: nobody is signed in."""
        self._idle.stop()
        if self._watching:
            self._watching = False
            QGuiApplication.instance().focusWindowChanged.disconnect(self._follow)
        self._before = None

    @Slot()
    def lock(self) -> None:
        """Hide everything behind the question for the password."""
        if self._stage.current is None or self.is_locked:
            return
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self._stage.window and dialog.isVisible():
                dialog.close()
        window = self._stage.window
        self._before = window.page
        window.sign_in.ask_again(self._stage.session.user)
        window.show_page(window.sign_in)
        self.locked.emit()

    @Slot("QWindow*")
    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @Slot(str, str)
    def _try(self, username: str, password: str) -> None:
        if not self.is_locked:
            return
        task = operations.sign_in(
            lanes=self._stage.lanes,
            workspace=self._stage.session.workspace,
            username=username,
            password=password,
        )
        task.done.connect(self._unlock)
        task.failed.connect(self._refuse)

    @Slot(object)
    def _unlock(self, _session: Session) -> None:
        if self._before is not None:
            self._stage.window.show_page(self._before)
            self._before = None
            if self._watching:
                self._idle.start()
            self.unlocked.emit()

    @Slot(object)
    def _refuse(self, fault: UserError) -> None:
        self._stage.window.sign_in.refuse(fault)

    @Slot()
    def _give_up(self) -> None:
        if self.is_locked:
            self._before = None
            self.other_user_wanted.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY and self._idle.isActive():
            self._idle.start()
        return False
