"""Losses of a run while it trains: every step, and either hold-out after every epoch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from meit_desktop.language import marked, tr
from meit_desktop.theme.tokens import Tokens

_SMOOTHED_OVER: Final = 8
"""Steps: one batch differs from the next by more than a step changes."""
NAMES: Final = {
    "step": marked("training"),
    "clinic_loss": marked("your held-out patients"),
    "public_loss": marked("public hold-out"),
}
"""Curves in the order of the legend."""


class LossCurves(pg.PlotWidget):
    """Loss against the step; lower is better."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: dict[str, tuple[list[float], list[float]]] = {}
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setAccessibleName(tr("Losses while training"))
        self.setLabel("bottom", tr("step"))
        self.setLabel("left", tr("loss"))
        self._legend = self.addLegend(offset=(-1, 1))
        self._curves = {name: self.plot([], [], name=tr(told)) for name, told in NAMES.items()}
        self.clear_points()
        self.set_theme(tokens)

    @property
    def points(self) -> Mapping[str, tuple[list[float], list[float]]]:
        """Steps and losses of every curve."""
        return self._points

    def clear_points(self) -> None:
        """Forget the run that was shown."""
        self._points = {name: ([], []) for name in NAMES}
        for curve in self._curves.values():
            curve.setData([], [])

    def add(self, event: Mapping[str, Any]) -> None:
        """Take in a step or an epoch; a step that a resumed run repeats replaces what came after it."""
        step = float(event["step"])
        if event["event"] == "step":
            self._append("step", step, float(event["loss"]))
        else:
            for name in ("clinic_loss", "public_loss"):
                if name in event:
                    self._append(name, step, float(event[name]))

    def draw(self) -> None:
        """Show what was added."""
        for name, curve in self._curves.items():
            steps, losses = self._points[name]
            curve.setData(steps, _smoothed(losses) if name == "step" else losses)

    def set_theme(self, tokens: Tokens) -> None:
        self.setBackground(tokens.surface)
        for side in ("bottom", "left"):
            axis = self.getAxis(side)
            axis.setPen(tokens.border)
            axis.setTextPen(tokens.muted)
            axis.label.setDefaultTextColor(pg.mkColor(tokens.muted))
        self._legend.setLabelTextColor(tokens.text)
        self._legend.setLabelTextSize(f"{QFontInfo(self.font()).pointSizeF():.1f}pt")
        for _, label in self._legend.items:  # those that are there keep their colour otherwise
            label.setText(label.text, color=tokens.text, size=label.opts["size"])
        looks = {"step": (tokens.muted, None), "clinic_loss": (tokens.accent, "o"), "public_loss": (tokens.ok, "s")}
        for name, (colour, symbol) in looks.items():
            curve = self._curves[name]
            curve.setPen(pg.mkPen(colour, width=2, style=Qt.PenStyle.SolidLine))
            curve.setSymbol(symbol)  # told apart without colours too
            curve.setSymbolSize(6)
            curve.setSymbolBrush(colour)
            curve.setSymbolPen(colour)

    def _append(self, name: str, step: float, loss: float) -> None:
        steps, losses = self._points[name]
        while steps and steps[-1] >= step:
            steps.pop()
            losses.pop()
        steps.append(step)
        losses.append(loss)


def _smoothed(losses: list[float]) -> list[float]:
    """Return the mean of the last steps at every step."""
    smoothed = []
    for place in range(1, len(losses) + 1):
        window = losses[max(0, place - _SMOOTHED_OVER) : place]
        smoothed.append(sum(window) / len(window))
    return smoothed
