"""Give commands other keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from meit_desktop.dialogs.sheet import Sheet
from meit_desktop.keymap import KeyMap, native, portable
from meit_desktop.shortcuts import MENUS, command, in_menu
from meit_desktop.theme.tokens import Space

_NAME_ROLE: Final = Qt.ItemDataRole.UserRole
_HINT: Final = "Choose a command, then press its new key."


class KeyChangesDialog(Sheet):
    """Every command with its key; a free key is taken at once, one that is taken may be swapped."""

    def __init__(self, keymap: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__("Change keys", parent)
        self._keymap = keymap
        self._wanted = ""
        self.search = QLineEdit(placeholderText="Search a command or a key", clearButtonEnabled=True)
        self.search.setAccessibleName("Search a command or a key")
        self.search.textChanged.connect(self._narrow)
        self.column.addWidget(self.search)
        self.list = QTreeWidget(columnCount=3, rootIsDecorated=False, uniformRowHeights=True)
        self.list.setHeaderLabels(["Command", "Key", ""])
        self.list.setAccessibleName("Commands and their keys")
        # The style sheet's height of rows is for lists that are clicked; here many rows are read.
        self.list.setStyleSheet(f"QTreeView::item {{ min-height: {self.line_px + Space.S}px; }}")
        self.list.setIndentation(int(Space.M))
        self.list.itemActivated.connect(lambda *_: self.recorder.setFocus())
        self.list.currentItemChanged.connect(self._chosen)
        self.column.addWidget(self.list, 1)
        self._add_recorder()
        self.said = QLabel(_HINT, wordWrap=True)
        self.said.setMinimumHeight(2 * self.line_px)
        self.column.addWidget(self.said)
        self._add_buttons()
        self._fill()
        keymap.changed.connect(self._show_keys)
        self.take_room(36, 40)
        self.search.setFocus()

    @property
    def name(self) -> str:
        """The command that is chosen, or empty."""
        item = self.list.currentItem()
        return (item.data(0, _NAME_ROLE) or "") if item else ""

    def choose(self, name: str) -> None:
        """Make a command the chosen one."""
        self.list.setCurrentItem(self._items[name])

    def _add_recorder(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.recorder = QKeySequenceEdit()
        self.recorder.setMaximumSequenceLength(1)
        self.recorder.setAccessibleName("New key")
        self.recorder.findChild(QLineEdit).setAccessibleName("New key")
        self.recorder.findChild(QLineEdit).setPlaceholderText("Press the new key")
        self.recorder.keySequenceChanged.connect(self._pressed)
        label = QLabel("New key", buddy=self.recorder)
        self.swap_button = QPushButton("Swap")
        self.swap_button.clicked.connect(self._swap)
        self.reset_button = QPushButton("Reset this key")
        self.reset_button.clicked.connect(self._reset)
        for widget in (label, self.recorder, self.swap_button, self.reset_button):
            row.addWidget(widget, 1 if widget is self.recorder else 0)
        self.column.addLayout(row)

    def _add_buttons(self) -> None:
        self.reset_all_button = QPushButton("Reset all keys")
        self.reset_all_button.setProperty("role", "quiet")
        self.reset_all_button.clicked.connect(self._reset_all)
        self.buttons.insertWidget(0, self.reset_all_button)
        self.end_with_close()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)  # Enter belongs to the list here

    def _fill(self) -> None:
        self._items: dict[str, QTreeWidgetItem] = {}
        heading = QFont(self.font())
        heading.setWeight(QFont.Weight.DemiBold)
        for menu in MENUS:
            group = QTreeWidgetItem(self.list, [menu])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFont(0, heading)
            for entry in in_menu(menu):
                item = QTreeWidgetItem(group, [entry.title])
                item.setData(0, _NAME_ROLE, entry.name)
                self._items[entry.name] = item
        self.list.expandAll()
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self._show_keys()
        self._chosen()

    @Slot()
    def _show_keys(self) -> None:
        for name, item in self._items.items():
            item.setText(1, "  or  ".join(native(key) for key in self._keymap.keys(name)))
            item.setText(2, "changed" if self._keymap.is_changed(name) else "")
        self._show_resets()

    def _show_resets(self) -> None:
        name = self.name
        self.reset_button.setEnabled(bool(name) and self._keymap.is_changed(name))
        self.reset_all_button.setEnabled(any(self._keymap.is_changed(entry) for entry in self._items))

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        words = typed.lower().split()
        for item in self._items.values():
            told = f"{item.text(0)} {item.text(1)}".lower()
            item.setHidden(not all(word in told for word in words))
        for row in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(row)
            group.setHidden(all(group.child(index).isHidden() for index in range(group.childCount())))

    @Slot()
    def _chosen(self, *_: object) -> None:
        self._wanted = ""
        self.swap_button.hide()
        self._clear_recorder()
        self.recorder.setEnabled(bool(self.name))
        self._show_resets()
        self._say(f"Press the new key for “{command(self.name).title}”." if self.name else _HINT)

    @Slot(QKeySequence)
    def _pressed(self, sequence: QKeySequence) -> None:
        key, name = portable(sequence.toString()), self.name
        if not key or not name:
            return
        self.swap_button.hide()
        if key == "Esc":  # to leave the field, not to be bound
            self._clear_recorder()
            self.list.setFocus()
        elif why := self._keymap.refusal(name, key):
            self._clear_recorder()
            self._say(why, "danger")
        elif owner := self._keymap.owner(key, besides=name):
            self._offer(key, owner)
        else:
            self._keymap.bind(name, key)
            self._clear_recorder()
            self._say(f"“{command(name).title}” is now on {native(key)}.", "ok")

    def _offer(self, key: str, owner: str) -> None:
        """Say who has the key, and offer to swap."""
        title = command(owner).title
        mine = self._keymap.shown(self.name)
        gets = f"“{title}” would get {mine}." if mine else f"“{title}” would have no key."
        self._say(f"{native(key)} belongs to “{title}”. Press another key, or swap: {gets}", "warn")
        self._wanted = key
        self.swap_button.setText("Swap" if mine else "Take it")
        self.swap_button.show()

    @Slot()
    def _swap(self) -> None:
        name, key = self.name, self._wanted
        owner = self._keymap.owner(key, besides=name)
        self._keymap.swap(name, key)
        theirs = self._keymap.shown(owner) if owner else ""
        other = f" “{command(owner).title}” is on {theirs}." if owner and theirs else ""
        self._say(f"“{command(name).title}” is now on {native(key)}.{other}", "ok")
        self.swap_button.hide()
        self._clear_recorder()

    @Slot()
    def _reset(self) -> None:
        name = self.name
        owner = self._keymap.reset(name)
        if owner is None:
            self._say(f"“{command(name).title}” has its own key again.", "ok")
            return
        taken = next(key for key in command(name).keys if self._keymap.owner(key, besides=name) == owner)
        self._offer(portable(taken), owner)

    @Slot()
    def _reset_all(self) -> None:
        self._keymap.reset_all()
        self._say("All commands have their own keys again.", "ok")
        self.swap_button.hide()

    def _clear_recorder(self) -> None:
        self.recorder.blockSignals(True)
        self.recorder.clear()
        self.recorder.blockSignals(False)

    def _say(self, words: str, state: str = "muted") -> None:
        self.said.setText(words)
        self.said.setProperty("state", state)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
