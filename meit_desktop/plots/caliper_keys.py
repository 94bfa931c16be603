"""The keys of the calipers while the tracing has the keyboard and they are on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from meit_desktop.plots.caliper_desk import CaliperDesk

_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
_DIGITS: Final[Mapping[int, int]] = {Qt.Key.Key_0 + number: number for number in range(1, 10)}
_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def wants(desk: CaliperDesk, event: QKeyEvent) -> bool:
    """Whether a key is the chosen caliper's and no command's or the sheet's."""
    if not desk.active or desk.calipers.chosen is None or event.modifiers() & _COMMANDS:
        return False
    return event.key() in _ARROWS or event.key() in _STEPS or event.key() in _DIGITS


def act_on(desk: CaliperDesk, event: QKeyEvent) -> bool:
    """Do what a key means to the chosen caliper; False where it means nothing to it."""
    if not wants(desk, event):
        return False
    key = event.key()
    if key in _ARROWS:
        desk.edits.nudge(*_ARROWS[key], coarse=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
    elif key in _STEPS:
        desk.edits.change_beats(_STEPS[key])
    else:
        desk.edits.set_beats(_DIGITS[key])
    return True
