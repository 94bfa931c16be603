"""The house style, seen from the screen: an administrator chooses it once for everybody."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from meit_desktop.flows.stage import Stage
from meit_desktop.language import tr
from meit_desktop.operations import house_style as operations
from meit_desktop.operations.house_style import HouseStyleChoice


class HouseStyleFlow(QObject):
    """Shows what can be chosen, and keeps the choice."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    @Slot()
    def ask(self) -> None:
        """Let an administrator choose a style."""
        task = operations.look(lanes=self._stage.lanes, session=self._stage.session)
        task.done.connect(self._offer)
        task.failed.connect(self._stage.window.notice.show_fault)

    @Slot(object)
    def _offer(self, choice: HouseStyleChoice) -> None:
        from meit_desktop.dialogs.house_style import HouseStyleDialog

        dialog = HouseStyleDialog(choice, self._stage.window)
        dialog.chosen.connect(self._choose)
        dialog.open()

    @Slot(str)
    def _choose(self, style: str) -> None:
        task = operations.choose(lanes=self._stage.lanes, session=self._stage.session, style=style)
        task.done.connect(self._chosen)
        task.failed.connect(self._stage.window.notice.show_fault)

    @Slot(object)
    def _chosen(self, style: str) -> None:
        told = (
            tr("Drafts are asked for in the house style “{style}” from now on.").format(style=style)
            if style
            else tr("Drafts are asked for in no house style from now on.")
        )
        self._stage.window.notice.show_message(told, "ok")
