"""What the window shows while files are held over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from meit_desktop.language import counted, tr
from meit_desktop.theme.icons import themed_icon
from meit_desktop.theme.tokens import Space, Tokens

_ICON_PX = 48


class DropVeil(QWidget):
    """Lies over the whole window, lets nothing through and says what letting go would do."""

    def __init__(self, tokens: Tokens, window: QWidget) -> None:
        super().__init__(window)
        self._tokens = tokens
        self._refused = False
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("role", "heading")
        self._detail = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._detail.setProperty("state", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL * 2, Space.XL, Space.XL * 2, Space.XL)
        column.addStretch(1)
        for label in (self._icon, self._title, self._detail):
            column.addWidget(label)
        column.addStretch(1)
        # The window takes the drop; a widget under the pointer that doesn't would end the drag.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def detail(self) -> str:
        return self._detail.text()

    def invite(self, n_items: int) -> None:
        """Letting go imports so many files and folders."""
        self._show(
            "import",
            counted("Drop to import 1 file or folder", "Drop to import %n files and folders", n_items),
            tr("Folders are taken with everything in them. The files stay where they are, unchanged."),
            refused=False,
        )

    def refuse(self, why: str) -> None:
        """Letting go would do nothing."""
        self._show("warning", tr("Nothing can be imported now"), why, refused=True)

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def _show(self, icon: str, title: str, detail: str, *, refused: bool) -> None:
        self._refused = refused
        colour = self._tokens.warn if refused else self._tokens.accent
        self._icon.setPixmap(themed_icon(icon, self._tokens, colour).pixmap(_ICON_PX, _ICON_PX))
        self._title.setText(title)
        self._detail.setText(detail)
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = QColor(self._tokens.background)
        ground.setAlphaF(0.96)
        edge = QColor(self._tokens.warn if self._refused else self._tokens.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(edge, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(Space.L, Space.L, -Space.L, -Space.L), 10, 10)
        painter.end()
