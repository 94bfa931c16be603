"""Qt's actions for every command: one object that menus, keys and the command palette share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from meit_desktop.language import tr
from meit_desktop.shortcuts import COMMANDS, MENUS, Need, command, in_menu
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Tokens


class Actions(QObject):
    """The commands of one window.

    Signals
    -------
    asked(str)
        A command's name, by key, menu, palette or button.
    """

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._level = Need.NOTHING
        self._refused: set[str] = set()
        for entry in COMMANDS:
            action = QAction(entry.shown, window, checkable=entry.checkable)
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
            action.triggered.connect(lambda _=False, name=entry.name: self.asked.emit(name))
            window.addAction(action)
            self._actions[entry.name] = action
        self._apply()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def key(self, name: str) -> str:
        """The key in use, as this platform writes it."""
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def set_keys(self, keys: Callable[[str], tuple[str, ...]]) -> None:
        """Put other keys on the commands; menus and palette show them at once."""
        for entry in COMMANDS:
            self._actions[entry.name].setShortcuts([QKeySequence(key) for key in keys(entry.name)])

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus; groups are parted by a line."""
        for name in MENUS:
            menu = self.menus[name] = bar.addMenu(tr(name, "menu"))
            group = 0
            for entry in in_menu(name):
                if entry.group != group:
                    menu.addSeparator()
                    group = entry.group
                menu.addAction(self._actions[entry.name])

    def allow(self, level: Need) -> None:
        """Enable what is possible now."""
        self._level = level
        self._apply()

    def refuse(self, *names: str) -> None:
        """These are impossible for another reason than their need, until the next call."""
        self._refused = set(names)
        self._apply()

    def explain(self, name: str, why_not: str) -> None:
        """Say beside a command's name why it is impossible; nothing to say leaves the name alone."""
        title = command(name).shown
        self._actions[name].setText(f"{title}: {why_not}" if why_not else title)

    def set_checked(self, name: str, checked: bool) -> None:
        self._actions[name].setChecked(checked)

    def set_theme(self, tokens: Tokens) -> None:
        for entry in COMMANDS:
            if entry.icon:
                self._actions[entry.name].setIcon(themed_icon(entry.icon, tokens, tokens.muted))

    def _apply(self) -> None:
        for entry in COMMANDS:
            self._actions[entry.name].setEnabled(entry.need <= self._level and entry.name not in self._refused)
