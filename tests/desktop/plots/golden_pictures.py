"""Pictures of the tracing that were looked at once, and how far a new one is from them.

``MEIT_REWRITE_GOLDEN=1 .venv/bin/pytest tests/desktop/plots/test_golden.py`` draws them anew; look at each before you
commit it. They have the few colours of paper and ink, so that all of them together stay small.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from meit_desktop.theme.contrast import mixed
from meit_desktop.theme.tokens import Tokens
from tests.desktop.plots.conftest import as_array

FOLDER: Final = Path(__file__).parent / "golden"
REWRITE: Final = os.environ.get("MEIT_REWRITE_GOLDEN") == "1"
MOST_CHANGED: Final = 1e-4
"""Share of pixels. The same Qt draws the same lines everywhere; the flattest quarter of a row, moved by two pixels,
changes three times as many."""
_SEEN: Final = 70
"""Difference of a colour channel from which a pixel counts: more than rounding to the few colours makes."""
_SHADES: Final = 8
_MARGIN_PX: Final = 4

Picture = np.ndarray
"""(height, width, 3) red, green, blue."""


def few_colours(picture: Picture, tokens: Tokens) -> QImage:
    """The picture with each pixel in the nearest shade between paper, lines and ink."""
    table = np.array(_shades(tokens), np.int32)
    codes, where = np.unique(picture.astype(np.int32) @ (65536, 256, 1), return_inverse=True)
    colours = codes[:, None] >> np.array((16, 8, 0)) & 255
    distances = np.abs(colours[:, None, :] - table[None]).sum(axis=2)
    indices = distances.argmin(axis=1).astype(np.uint8)[where.reshape(picture.shape[:2])]
    image = QImage(picture.shape[1], picture.shape[0], QImage.Format.Format_Indexed8)
    image.setColorTable([QColor(*map(int, shade)).rgb() for shade in table])
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rows[:, : image.width()] = indices
    return image


def _shades(tokens: Tokens) -> list[tuple[int, int, int]]:
    grounds = (tokens.paper, tokens.grid_5mm, mixed(tokens.paper, tokens.grid_1mm, 0.8))
    inks = (tokens.trace, tokens.accent, tokens.muted)
    names = {mixed(ground, ink, step / _SHADES) for ground in grounds for ink in inks for step in range(_SHADES + 1)}
    return sorted(QColor(name).getRgb()[:3] for name in names)


def changed_pixels(now: Picture, golden: Picture, hidden: Sequence[QRectF] = ()) -> np.ndarray:
    """(height, width) where two pictures differ visibly, except in what is hidden (names: fonts differ by system)."""
    assert now.shape == golden.shape, f"{now.shape[1::-1]} pixels instead of {golden.shape[1::-1]}"
    changed = np.abs(now.astype(np.int16) - golden.astype(np.int16)).max(axis=2) > _SEEN
    for box in hidden:
        left, top = int(box.left()) - _MARGIN_PX, int(box.top()) - _MARGIN_PX
        right, bottom = int(box.right()) + _MARGIN_PX, int(box.bottom()) + _MARGIN_PX
        changed[max(0, top) : max(0, bottom), max(0, left) : max(0, right)] = False
    return changed


def check(name: str, picture: Picture, tokens: Tokens, hidden: Sequence[QRectF], differences: Path) -> None:
    """Compare with the golden picture of this name; where it differs, say where to see how."""
    path = FOLDER / f"{name}.png"
    now = few_colours(picture, tokens)
    if REWRITE:
        FOLDER.mkdir(exist_ok=True)
        now.save(str(path), "PNG", 0)
        return
    assert path.is_file(), f"{path.name} isn't there: draw it with MEIT_REWRITE_GOLDEN=1 and look at it"
    shown = as_array(now)
    changed = changed_pixels(shown, as_array(QImage(str(path))), hidden)
    if changed.mean() > MOST_CHANGED:
        told = differences / f"{name}-changed.png"
        _marked(shown, changed).save(str(told), "PNG")
        raise AssertionError(f"{name}: {changed.mean():.2%} of the pixels changed, marked red in {told}")


def _marked(picture: Picture, changed: np.ndarray) -> QImage:
    pale = (picture // 3 + 150).astype(np.uint8)
    pale[changed] = (220, 0, 0)
    height, width = changed.shape
    return QImage(pale.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
