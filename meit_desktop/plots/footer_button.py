"""A button of the bars below the tracing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from meit_desktop.theme.tokens import TypeSize


def footer_button(parent: QWidget, hint: str = "", *, checkable: bool = False) -> QToolButton:
    """Make a button that Tab reaches and a click leaves alone: the keyboard stays with the tracing."""
    button = QToolButton(parent)
    button.setToolTip(hint)
    button.setAccessibleName(hint)
    button.setCheckable(checkable)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(int(TypeSize.TITLE), int(TypeSize.TITLE)))  # where no theme says how large text is
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
