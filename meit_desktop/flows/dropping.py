"""Files and folders dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from meit_desktop.flows.stage import Stage
from meit_desktop.language import said, tr
from meit_desktop.theme.tokens import Tokens
from meit_desktop.widgets.drop_veil import DropVeil


class DropFlow(QObject):
    """Shows the veil while files are over the window and says why where they can't be taken."""

    def __init__(self, stage: Stage, tokens: Tokens) -> None:
        super().__init__(stage.window)
        self._stage = stage
        self.veil = DropVeil(tokens, stage.window)
        stage.window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Answer drags before the window does."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if kind == QEvent.Type.DragLeave:
            self.veil.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.veil.hide()
            return bool(self._why_not())  # what can't be imported goes no further
        elif kind == QEvent.Type.Resize and self.veil.isVisible():
            self.veil.setGeometry(self._stage.window.rect())
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        window = self._stage.window
        if window.page is not window.desk or not _paths(event.mimeData()):
            return False
        if why_not := self._why_not():
            self.veil.refuse(why_not)
        else:
            self.veil.invite(len(_paths(event.mimeData())))
        event.acceptProposedAction()  # also where it is refused: else the reason would vanish with the next move
        return True

    def _why_not(self) -> str:
        session = self._stage.current
        if session is None:
            return tr("Sign in first.")
        if session.read_only:
            return tr("The workspace is read-only. {reason}").format(reason=said(session.workspace.read_only_reason))
        if not session.user.may_sign:
            return tr("You are signed in to rate; a reader imports recordings.")
        return ""


def _paths(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
