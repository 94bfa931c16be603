"""A button of the bars below the tracing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget


def footer_button(parent: QWidget, hint: str = "", *, checkable: bool = False) -> QToolButton:
    """Make a button that Tab reaches and a click leaves alone: the keyboard stays with the tracing."""
    button = QToolButton(parent)
    button.setToolTip(hint)
    button.setAccessibleName(hint)
    button.setCheckable(checkable)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
