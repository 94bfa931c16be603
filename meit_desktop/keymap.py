"""Which key does what on this computer: the keys that ship, and the ones a person chose instead."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from meit_desktop.language import marked, tr
from meit_desktop.settings import Setting, Settings
from meit_desktop.shortcuts import COMMANDS, command

ShownKey = Callable[[str], str]
"""From a command's name to its key as written on controls; empty where it has none."""

FIXED_COMMANDS: Final = frozenset({"stop_draft", "undo_mark", "redo_mark"})
"""Escape goes back and Ctrl+Z undoes wherever the keyboard is, whatever else was changed."""
FIXED_KEYS: Final = {
    "Esc": marked("goes back"),
    "Tab": marked("moves to the next control"),
    "Shift+Tab": marked("moves to the control before"),
    "Space": marked("presses a button"),
    "Return": marked("accepts a sentence"),
    "Enter": marked("accepts a sentence"),
    "Shift+Return": marked("keeps a contradicted sentence"),
    "Ctrl+Return": marked("accepts all that is supported"),
    "Left": marked("moves in lists and on the tracing"),
    "Right": marked("moves in lists and on the tracing"),
    "Up": marked("moves in lists and on the tracing"),
    "Down": marked("moves in lists and on the tracing"),
    "Home": marked("moves in lists"),
    "End": marked("moves in lists"),
    "Alt+Up": marked("moves a sentence"),
    "Alt+Down": marked("moves a sentence"),
    "E": marked("edits a sentence"),
    "X": marked("rejects a sentence"),
    "Ins": marked("adds a statement"),
    "Del": marked("deletes text"),
    "Backspace": marked("deletes text"),
    "F9": marked("lists all statements"),
    "+": marked("magnifies the tracing"),
    "-": marked("makes the tracing smaller"),
    "0": marked("shows the whole sheet"),
    "PgUp": marked("turns to earlier seconds"),
    "PgDown": marked("turns to later seconds"),
    "Ctrl+Z": marked("takes back the last decision"),
    "Ctrl+C": marked("copies text"),
    "Ctrl+V": marked("pastes text"),
    "Ctrl+X": marked("cuts text"),
    "Ctrl+A": marked("selects all text"),
    **dict.fromkeys("12345", marked("scores a draft")),
}
"""Keys that lists, text fields and the tracing act on themselves, and what they do there."""


def portable(key: str) -> str:
    """One spelling for one key, the one that is stored."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def written_keys(keys: Iterable[str]) -> str:
    """All keys of a command as this platform writes them."""
    return f"  {tr('or', 'between keys')}  ".join(map(native, keys))


def shipped_key(name: str) -> str:
    """The key a command has where nobody changed it, as written on controls."""
    keys = command(name).keys
    return native(keys[0]) if keys else ""


def hint_with_key(hint: str, key: str) -> str:
    """A hint that names its key in brackets, where there is one."""
    return f"{hint} ({key})" if key else hint


class KeyMap(QObject):
    """The keys in use, kept in the settings of this person on this computer.

    A key belongs to one command. Where a new version ships a key that a person has given to something else, the
    person's choice stays.

    Signals
    -------
    changed()
        Some command has another key now.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._chosen: dict[str, tuple[str, ...]] = {}
        for entry in COMMANDS:
            chosen = _read(settings.get(_setting(entry.name)))
            if chosen is not None and entry.name not in FIXED_COMMANDS:
                self._chosen[entry.name] = chosen

    def keys(self, name: str) -> tuple[str, ...]:
        """A command's keys in Qt's portable spelling, the shown one first."""
        if name in self._chosen:
            return self._chosen[name]
        taken = {key for keys in self._chosen.values() for key in keys}
        return tuple(key for key in map(portable, command(name).keys) if key not in taken)

    def shown(self, name: str) -> str:
        """The first key as written on controls; empty where there is none."""
        keys = self.keys(name)
        return native(keys[0]) if keys else ""

    def is_changed(self, name: str) -> bool:
        return self.keys(name) != tuple(map(portable, command(name).keys))

    def refusal(self, name: str, key: str) -> str:
        """Why a command can't have a key whatever happens to others, in words; empty where it can."""
        key = portable(key)
        if name in FIXED_COMMANDS:
            return tr("“{title}” keeps its key.").format(title=command(name).shown)
        if not key or "," in key.removesuffix(","):
            return tr("That is no single key.")
        if key in FIXED_KEYS:
            return tr("{key} {acts} and can't be given to anything else.").format(
                key=native(key), acts=tr(FIXED_KEYS[key])
            )
        if (owner := self.owner(key, besides=name)) in FIXED_COMMANDS:
            return tr("{key} belongs to “{title}”, which keeps its key.").format(
                key=native(key), title=command(owner).shown
            )
        return ""

    def owner(self, key: str, *, besides: str = "") -> str | None:
        """The command that has a key, other than ``besides``."""
        key = portable(key)
        names = (entry.name for entry in COMMANDS if entry.name != besides)
        return next((name for name in names if key in self.keys(name)), None)

    def bind(self, name: str, key: str) -> None:
        """Give a command a key instead of those it has.

        Raises
        ------
        ValueError
            The key can't be given, or another command has it.
        """
        self._check(name, key)
        if (owner := self.owner(key, besides=name)) is not None:
            raise ValueError(f"{key} belongs to {owner}")
        self._keep({name: (portable(key),)})

    def swap(self, name: str, key: str) -> None:
        """Give a command the key of another one, which gets the first key of the former in its place.

        Raises
        ------
        ValueError
            The key can't be given, or belongs to a command that keeps its key.
        """
        self._check(name, key)
        key, owner = portable(key), self.owner(key, besides=name)
        if owner is None:
            self._keep({name: (key,)})
            return
        mine, theirs = self.keys(name), self.keys(owner)
        left = tuple(mine[0] if entry == key else entry for entry in theirs if entry != key or mine)
        self._keep({name: (key,), owner: left})

    def reset(self, name: str) -> str | None:
        """Give a command its shipped keys again; returns a command that has one of them, and then changes nothing."""
        for key in command(name).keys:
            if (owner := self.owner(key, besides=name)) is not None:
                return owner
        self._forget((name,))
        return None

    def reset_all(self) -> None:
        """Every command has its shipped keys again."""
        self._forget(tuple(self._chosen))

    def _check(self, name: str, key: str) -> None:
        if why := self.refusal(name, key):
            raise ValueError(why)

    def _keep(self, chosen: dict[str, tuple[str, ...]]) -> None:
        self._chosen |= chosen
        for name in chosen:
            if self._chosen[name] == tuple(map(portable, command(name).keys)):
                del self._chosen[name]
                self._settings.set(_setting(name), "")
            else:
                self._settings.set(_setting(name), json.dumps(self._chosen[name]))
        self._settings.flush()
        self.changed.emit()

    def _forget(self, names: tuple[str, ...]) -> None:
        for name in names:
            self._chosen.pop(name, None)
            self._settings.set(_setting(name), "")
        self._settings.flush()
        self.changed.emit()


def _setting(name: str) -> Setting[str]:
    return Setting(f"keys/{name}", "", command(name).title, "Keys chosen instead of the shipped ones.")


def _read(stored: str) -> tuple[str, ...] | None:
    """What a person chose; ``None`` where nobody has, or where the file is damaged."""
    if not stored:
        return None
    try:
        keys = json.loads(stored)
    except ValueError:
        return None
    if not isinstance(keys, list) or not all(isinstance(key, str) and portable(key) for key in keys):
        return None
    return tuple(portable(key) for key in keys if portable(key) not in FIXED_KEYS)
