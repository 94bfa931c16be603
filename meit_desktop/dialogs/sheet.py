"""What all our dialogs have in common: margins, a title inside, one row of buttons, gone when closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meit_desktop.language import tr
from meit_desktop.theme.tokens import Space


class Sheet(QDialog):
    """A column to fill: title, sentence, content, buttons.

    Attributes
    ----------
    column
        Where content goes; ``buttons`` is the row to add last.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, window_title: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title or title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.column.setSpacing(Space.M)
        head = QLabel(title, wordWrap=True)
        head.setProperty("role", "title")
        self.column.addWidget(head)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        self.buttons.addStretch(1)

    @property
    def line_px(self) -> int:
        """Height of one line of text: sizes in lines survive larger fonts."""
        return self.fontMetrics().height()

    def take_room(self, width_lines: int, height_lines: int) -> None:
        """Ask for a size in lines of text; higher where wrapped text needs it, never larger than the window behind."""
        for part in self.findChildren(QLabel):
            part.ensurePolished()  # else it counts with another font than it is drawn in
        size = QSize(width_lines * self.line_px, height_lines * self.line_px)
        self.column.activate()
        size.setHeight(max(size.height(), self.column.totalHeightForWidth(size.width())))
        self.resize(size.boundedTo(self.parentWidget().size()) if self.parentWidget() else size)

    def say(self, text: str, *, muted: bool = False) -> None:
        """Add a paragraph."""
        label = QLabel(text, wordWrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if muted:
            label.setProperty("state", "muted")
        self.column.addWidget(label)

    def end_with_save(self, act: Callable[[], object]) -> tuple[QPushButton, QPushButton]:
        """Add the button row; returns the button that closes without ``act``, and the one that does it."""
        cancel, save = QPushButton(tr("Cancel"), autoDefault=False), QPushButton(tr("Save"), default=True)
        save.setProperty("role", "primary")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(act)
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(save)
        self.column.addLayout(self.buttons)
        return cancel, save

    def end_with_close(self) -> None:
        """Add the button row with the one button that closes."""
        close = QPushButton(tr("Close"), default=True)
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)
        self.column.addLayout(self.buttons)
