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
from meit_desktop.keymap import KeyMap, native, portable, written_keys
from meit_desktop.language import marked, tr
from meit_desktop.shortcuts import MENUS, command, in_menu
from meit_desktop.theme.tokens import Space

_NAME_ROLE: Final = Qt.ItemDataRole.UserRole
_HINT: Final = marked("Choose a command, then press its new key.")


class KeyChangesDialog(Sheet):
    """Every command with its key; a free key is taken at once, one that is taken may be swapped."""

    def __init__(self, keymap: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(tr("Change keys"), parent)
        self._keymap = keymap
        self._wanted = ""
        self.search = QLineEdit(placeholderText=tr("Search a command or a key"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search a command or a key"))
        self.search.textChanged.connect(self._narrow)
        self.column.addWidget(self.search)
        self.list = QTreeWidget(columnCount=3, rootIsDecorated=False, uniformRowHeights=True)
        self.list.setHeaderLabels([tr("Command"), tr("Key"), ""])
        self.list.setAccessibleName(tr("Commands and their keys"))
        # The style sheet's height of rows is for lists that are clicked; here many rows are read.
        self.list.setStyleSheet(f"QTreeView::item {{ min-height: {self.line_px + Space.S}px; }}")
        self.list.setIndentation(int(Space.M))
        self.list.itemActivated.connect(lambda *_: self.recorder.setFocus())
        self.list.currentItemChanged.connect(self._chosen)
        self.column.addWidget(self.list, 1)
        self._add_recorder()
        self.said = QLabel(tr(_HINT), wordWrap=True)
        self.said.setMinimumHeight(2 * self.line_px)
        self.column.addWidget(self.said)
        self._add_buttons()
        self._fill()
        keymap.changed.connect(self._show_keys)
        self.take_room(44, 40)
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
        self.recorder.setAccessibleName(tr("New key"))
        self.recorder.findChild(QLineEdit).setAccessibleName(tr("New key"))
        self.recorder.findChild(QLineEdit).setPlaceholderText(tr("Press the new key"))
        self.recorder.keySequenceChanged.connect(self._pressed)
        label = QLabel(tr("New key"), buddy=self.recorder)
        self.swap_button = QPushButton(tr("Swap"))
        self.swap_button.clicked.connect(self._swap)
        self.reset_button = QPushButton(tr("Reset this key"))
        self.reset_button.clicked.connect(self._reset)
        for widget in (label, self.recorder, self.swap_button, self.reset_button):
            row.addWidget(widget, 1 if widget is self.recorder else 0)
        self.column.addLayout(row)

    def _add_buttons(self) -> None:
        self.reset_all_button = QPushButton(tr("Reset all keys"))
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
            group = QTreeWidgetItem(self.list, [tr(menu, "menu")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFont(0, heading)
            for entry in in_menu(menu):
                item = QTreeWidgetItem(group, [entry.shown])
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
            item.setText(1, written_keys(self._keymap.keys(name)))
            item.setText(2, tr("changed") if self._keymap.is_changed(name) else "")
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
        self._say(
            tr("Press the new key for “{title}”.").format(title=command(self.name).shown) if self.name else tr(_HINT)
        )

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
            self._say(tr("“{title}” is now on {key}.").format(title=command(name).shown, key=native(key)), "ok")

    def _offer(self, key: str, owner: str) -> None:
        """Say who has the key, and offer to swap."""
        title = command(owner).shown
        mine = self._keymap.shown(self.name)
        told = (
            tr("{key} belongs to “{title}”. Press another key, or swap: “{title}” would get {mine}.")
            if mine
            else tr("{key} belongs to “{title}”. Press another key, or swap: “{title}” would have no key.")
        )
        self._say(told.format(key=native(key), title=title, mine=mine), "warn")
        self._wanted = key
        self.swap_button.setText(tr("Swap") if mine else tr("Take it"))
        self.swap_button.show()

    @Slot()
    def _swap(self) -> None:
        name, key = self.name, self._wanted
        owner = self._keymap.owner(key, besides=name)
        self._keymap.swap(name, key)
        theirs = self._keymap.shown(owner) if owner else ""
        told = tr("“{title}” is now on {key}.").format(title=command(name).shown, key=native(key))
        if owner and theirs:
            moved = tr("“{title}” is on {key}.").format(title=command(owner).shown, key=theirs)
            told = f"{told} {moved}"
        self._say(told, "ok")
        self.swap_button.hide()
        self._clear_recorder()

    @Slot()
    def _reset(self) -> None:
        name = self.name
        owner = self._keymap.reset(name)
        if owner is None:
            self._say(tr("“{title}” has its own key again.").format(title=command(name).shown), "ok")
            return
        taken = next(key for key in command(name).keys if self._keymap.owner(key, besides=name) == owner)
        self._offer(portable(taken), owner)

    @Slot()
    def _reset_all(self) -> None:
        self._keymap.reset_all()
        self._say(tr("All commands have their own keys again."), "ok")
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
