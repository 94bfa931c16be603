"""The keys of the calipers while the tracing has the keyboard and they are on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from meit_desktop.plots.caliper_desk import CaliperDesk

_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
_DIGITS: Final[Mapping[int, int]] = {Qt.Key.Key_0 + number: number for number in range(1, 10)}
_REDO_TOO: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With Z on every platform, whatever its own key is."""
_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


# Functions of the desk, not bound methods kept by anything; the first that matches is done.
_FIXED: Final[tuple[tuple[QKeySequence.StandardKey, Callable[[CaliperDesk], None]], ...]] = (
    (QKeySequence.StandardKey.Undo, lambda desk: desk.undo()),
    (QKeySequence.StandardKey.Redo, lambda desk: desk.redo()),
    (QKeySequence.StandardKey.Copy, lambda desk: desk.copy()),
    (QKeySequence.StandardKey.Delete, lambda desk: desk.edits.delete()),
)


def _command(event: QKeyEvent) -> Callable[[CaliperDesk], None] | None:
    if event.key() == Qt.Key.Key_Z and event.modifiers() == _REDO_TOO:
        return lambda desk: desk.redo()
    return next((act for key, act in _FIXED if event.matches(key)), None)


def wants(desk: CaliperDesk, event: QKeyEvent) -> bool:
    """Whether a key is the chosen caliper's and no command's or the sheet's."""
    if not desk.active:
        return False
    if _command(event) is not None:
        return True
    if desk.calipers.chosen is None or event.modifiers() & _COMMANDS:
        return False
    return event.key() in _ARROWS or event.key() in _STEPS or event.key() in _DIGITS


def act_on(desk: CaliperDesk, event: QKeyEvent) -> bool:
    """Do what a key means to the chosen caliper; False where it means nothing to it."""
    if not wants(desk, event):
        return False
    key, command = event.key(), _command(event)
    if command is not None:
        command(desk)
    elif key in _ARROWS:
        desk.edits.nudge(*_ARROWS[key], coarse=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
    elif key in _STEPS:
        desk.edits.change_beats(_STEPS[key])
    else:
        desk.edits.set_beats(_DIGITS[key])
    return True
