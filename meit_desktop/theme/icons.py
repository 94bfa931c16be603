"""Our own line icons, drawn in any colour."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from meit_core.resources import resource_path
from meit_desktop.theme.tokens import Tokens

_INK = "currentColor"


def icon_names() -> tuple[str, ...]:
    """Every icon that ships."""
    return tuple(sorted(path.stem for path in resource_path("icons").glob("*.svg")))


def themed_icon(name: str, tokens: Tokens, colour: str | None = None) -> QIcon:
    """An icon in the theme's text colour (or ``colour``), crisp at any size; greyed where disabled."""
    return QIcon(_TintedEngine(name, colour or tokens.text, tokens.disabled))


def paint_icon(painter: QPainter, name: str, colour: str, target: QRectF) -> None:
    """Draw an icon straight onto a painter."""
    _renderer(name, colour).render(painter, target)


def icon_file(name: str, colour: str) -> Path:
    """An icon in one colour as a file, for the style sheet: it takes pictures by address only."""
    path = _tint_folder() / f"{name}-{colour.removeprefix('#')}.svg"
    if not path.exists():
        path.write_bytes(_tinted(name, colour))
    return path


class _TintedEngine(QIconEngine):
    """Renders at the size asked for, so one icon serves every pixel ratio."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._colour, self._disabled)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        paint_icon(painter, self._name, colour, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(QPointF(), size.toSizeF()), mode, state)
        painter.end()
        return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_tinted(name, colour)))


def _tinted(name: str, colour: str) -> bytes:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8").replace(_INK, colour).encode()


_tint_store: list[tempfile.TemporaryDirectory[str]] = []


def _tint_folder() -> Path:
    """A folder of this process, removed with it: what another user may write must not reach the style sheet."""
    if not _tint_store:
        _tint_store.append(tempfile.TemporaryDirectory(prefix="meit-icons-"))
    return Path(_tint_store[0].name)
