"""Keys: in the menus, on every control that shows one, on the sheet of all keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from meit_desktop.dialogs.key_changes import KeyChangesDialog
from meit_desktop.dialogs.keys_sheet import KeysSheet
from meit_desktop.flows.stage import Stage
from meit_desktop.keymap import KeyMap


class KeyboardFlow(QObject):
    """Attributes: keymap."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.keymap = KeyMap(stage.settings)
        self.keymap.changed.connect(self.apply)
        self.apply()

    @Slot()
    def apply(self) -> None:
        """Put the keys in use on the commands, and on every control that shows one."""
        window = self._stage.window
        window.actions_table.set_keys(self.keymap.keys)
        for widget in (window, *window.findChildren(QWidget)):
            if show := getattr(widget, "show_keys", None):
                show(self.keymap.shown)

    def show_sheet(self) -> None:
        """All keys on one sheet."""
        sheet = KeysSheet(self._stage.window, self.keymap.keys)
        sheet.change_wanted.connect(self.show_changes)
        sheet.open()

    @Slot()
    def show_changes(self) -> None:
        """Give commands other keys."""
        KeyChangesDialog(self.keymap, self._stage.window).open()
