"""The keys that the tracing itself acts on while it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from meit_desktop.plots.ecg_view import EcgView

_PAN_PX: Final = 60.0
_ARROWS: Final[Mapping[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
# Functions of the view, not bound methods kept by it: a view that holds itself lives on, still on the screen, after its
# last user has let go, and is then collected in the middle of its own painting.
_ACTIONS: Final[Mapping[int, Callable[[EcgView], None]]] = {
    Qt.Key.Key_Plus: lambda view: view.zoom_in(),
    Qt.Key.Key_Minus: lambda view: view.zoom_out(),
    Qt.Key.Key_0: lambda view: view.show_whole_sheet(),
    Qt.Key.Key_PageDown: lambda view: view.show_next_stretch(),
    Qt.Key.Key_PageUp: lambda view: view.show_previous_stretch(),
}


def act_on(view: EcgView, key: int) -> bool:
    """Do what a key means on the sheet; False where it means nothing there."""
    if key == Qt.Key.Key_Escape:
        return view.step_back()
    if view.record is None:
        return False
    if key in _ARROWS:
        right, down = _ARROWS[key]
        canvas = view.prepare()
        if view.enlarged_lead is not None and not canvas.is_zoomed:
            view.show_next_lead(right + down)
        else:
            canvas.pan(-right * _PAN_PX, -down * _PAN_PX)
    elif key in _ACTIONS:
        _ACTIONS[key](view)
    else:
        return False
    return True
