"""The curves of a run as a picture: a row for each stage, a panel for each thing that has an axis of its own."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from meit_core.training.disk import written_beside

PICTURE: Final = "curves.svg"
_STEPS: Final = ".steps"
_NO_SCORES: Final = frozenset({"epoch", "step", "loss", "seconds"})
_NAMES: Final = {
    "selection": "selection",
    "bleu4": "BLEU-4",
    "meteor": "METEOR",
    "rougeL": "ROUGE-L",
    "cider_d": "CIDEr-D",
    "macro_f1": "macro F1",
    "micro_f1": "micro F1",
    "macro_auroc": "macro AUROC",
    "mrr": "mean reciprocal rank",
    "recall_at_10": "recall at 10",
}
_COLOURS: Final = ("#1f4e79", "#d55e00", "#009e73", "#a0559b", "#56a0d8", "#b8860b", "#555555")
"""After Okabe and Ito (2008): told apart with any colour vision, and dark enough for lines on white."""
_INK, _QUIET, _GRID = "#222222", "#6b7280", "#e3e6ea"
_WIDTH, _HEIGHT = 250.0, 150.0  # of a panel's plot, in points
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 92.0, 44.0, 34.0  # around it: values, names of lines, title, steps


@dataclass(frozen=True, slots=True)
class Line:
    """Attributes: name, and its points as (step, value); ``quiet`` for one that only stands behind another."""

    name: str
    points: tuple[tuple[float, float], ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines that share an axis; ``logarithmic`` for values of several magnitudes, ``kept`` is the kept epoch's step."""

    title: str
    lines: tuple[Line, ...]
    logarithmic: bool = False
    kept: float | None = None


def draw_curves(folder: Path) -> Path | None:
    """Draw what the logs in a run's folder say into ``curves.svg``; ``None`` if there is nothing to draw yet.

    Raises
    ------
    EnvironmentFault
        If the disk is full.
    """
    rows = [(stage, panels) for stage in _stages(folder) if (panels := stage_panels(folder, stage))]
    if not rows:
        return None
    from reportlab.graphics import renderSVG

    with written_beside(folder / PICTURE) as file:
        file.write(renderSVG.drawToString(_drawing(rows)).encode())
    return folder / PICTURE


def _stages(folder: Path) -> list[str]:
    """Return the stages in the order in which they ended."""
    logs = [path for path in folder.glob("*.jsonl") if not path.stem.endswith(_STEPS)]
    return [path.stem for path in sorted(logs, key=lambda path: path.stat().st_mtime_ns)]


def stage_panels(folder: Path, stage: str) -> list[Panel]:
    """Return what there is to draw of a stage."""
    epochs, steps = _lines(folder / f"{stage}.jsonl"), _lines(folder / f"{stage}{_STEPS}.jsonl")
    if not epochs or any("step" not in line for line in epochs):
        return []
    loss = (_curve("steps", steps, "loss", quiet=True), _curve("epochs", epochs, "loss"))
    known = dict.fromkeys(name for line in epochs for name in line if name not in _NO_SCORES)
    scores = [_curve(_NAMES.get(name, name), epochs, name) for name in known]
    small = tuple(line for line in scores if line.points and max(value for _, value in line.points) <= 1)
    large = [line for line in scores if line.points and line not in small]
    kept = _kept(epochs)
    n_rates = max((len(line["rates"]) for line in steps), default=0)
    panels = [
        Panel("training loss", loss),
        Panel("validation scores", small, kept=kept),
        *(Panel(f"validation {line.name}", (Line("", line.points),), kept=kept) for line in large),
        Panel("learning rate", _distinct_rates(steps, n_rates)),
        Panel("gradient norm", (_curve("", steps, "grad_norm"),), logarithmic=True),
    ]
    drawn = [Panel(p.title, tuple(line for line in p.lines if line.points), p.logarithmic, p.kept) for p in panels]
    return [panel for panel in drawn if panel.lines]


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _curve(name: str, lines: Sequence[Mapping[str, Any]], key: str, *, quiet: bool = False) -> Line:
    return Line(name, tuple((line["step"], line[key]) for line in lines if _drawable(line.get(key))), quiet)


def _drawable(value: Any) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)


def _distinct_rates(steps: Sequence[Mapping[str, Any]], groups: int) -> tuple[Line, ...]:
    """Groups with the same rate are one line."""
    curves = [tuple((line["step"], line["rates"][group]) for line in steps) for group in range(groups)]
    different = list(dict.fromkeys(curves))
    return tuple(
        Line(f"to {max(rate for _, rate in curve):.0e}" if len(different) > 1 else "", curve) for curve in different
    )


def _kept(epochs: Sequence[Mapping[str, Any]]) -> float | None:
    judged = [line for line in epochs if line.get("selection") is not None]
    return max(judged, key=lambda line: line["selection"])["step"] if judged else None


def ticks(low: float, high: float) -> list[float]:
    """Return three to six round values within the bounds: 1, 2 or 5 times a power of ten apart."""
    if not high > low:
        return [low]
    power = 10.0 ** math.floor(math.log10((high - low) / 3))
    step = max((times * power for times in (1, 2, 5) if (high - low) / (times * power) >= 2), default=power)
    first = math.ceil(low / step - 1e-9)
    return [number * step for number in range(first, math.floor(high / step + 1e-9) + 1)]


def powers(low: float, high: float) -> list[float]:
    """Return the powers of ten within the bounds, or round values where there are fewer than two."""
    exponents = range(math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9) + 1)
    return [10.0**exponent for exponent in exponents] if len(exponents) > 1 else ticks(low, high)


def _drawing(rows: Sequence[tuple[str, Sequence[Panel]]]) -> Any:
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import white

    column, row = _LEFT + _WIDTH + _RIGHT, _TOP + _HEIGHT + _BOTTOM
    width, height = column * max(len(panels) for _, panels in rows), row * len(rows)
    drawing = Drawing(width, height)
    drawing.add(Rect(0, 0, width, height, fillColor=white, strokeColor=None))
    for number, (stage, panels) in enumerate(rows):
        for place, panel in enumerate(panels):
            x, y = place * column + _LEFT, height - (number + 1) * row + _BOTTOM
            _PanelDrawing(drawing, panel, x, y).draw(f"{stage}: {panel.title}")
    return drawing


class _PanelDrawing:
    def __init__(self, drawing: Any, panel: Panel, x: float, y: float) -> None:
        self.drawing, self.panel, self.x, self.y = drawing, panel, x, y
        values = [value for line in panel.lines for _, value in line.points]
        steps = [step for line in panel.lines for step, _ in line.points]
        self.first, self.last = 0.0, max(steps)
        self.logarithmic = panel.logarithmic and min(values) > 0
        low, high = min(values), max(values)
        margin = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
        self.low, self.high = (low * 0.9, high * 1.1) if self.logarithmic else (low - margin, high + margin)

    def draw(self, title: str) -> None:
        self._text(self.x - _LEFT + 12, self.y + _HEIGHT + 18, title, 10, _INK, bold=True)
        for value in powers(self.low, self.high) if self.logarithmic else ticks(self.low, self.high):
            at = self._across(value)
            self._rule(self.x, at, self.x + _WIDTH, at, _GRID)
            self._text(self.x - 5, at - 3, f"{value:.6g}", 8, _QUIET, anchor="end")
        for step in ticks(self.first, self.last):
            at = self._along(step)
            self._rule(at, self.y, at, self.y - 3, _QUIET)
            self._text(at, self.y - 12, f"{step:g}", 8, _QUIET, anchor="middle")
        self._rule(self.x, self.y, self.x + _WIDTH, self.y, _QUIET)
        self._text(self.x + _WIDTH / 2, self.y - 24, "step", 8, _QUIET, anchor="middle")
        if self.panel.kept is not None:
            at = self._along(self.panel.kept)
            self._rule(at, self.y, at, self.y + _HEIGHT, _QUIET, dashes=(2, 2))
            self._text(at, self.y + _HEIGHT + 3, "kept", 8, _QUIET, anchor="middle")
        self._lines()

    def _lines(self) -> None:
        ends: list[tuple[float, str, str]] = []
        for number, line in enumerate(self.panel.lines):
            colour = "#a9b8c8" if line.quiet else _COLOURS[number % len(_COLOURS)]
            self._line(line, colour)
            ends.append((self._across(line.points[-1][1]), line.name, _QUIET if line.quiet else colour))
        for at, name, colour in _apart(ends):
            self._text(self.x + _WIDTH + 6, at - 3, name, 8, colour)

    def _line(self, line: Line, colour: str) -> None:
        from reportlab.graphics.shapes import Circle, Path
        from reportlab.lib.colors import HexColor

        points = [(self._along(step), self._across(value)) for step, value in line.points]
        path = Path(strokeColor=HexColor(colour), strokeWidth=1.0 if line.quiet else 1.6, fillColor=None)
        path.strokeLineJoin = 1
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self.drawing.add(path)
        if len(points) <= 30 and not line.quiet:
            for x, y in points:
                self.drawing.add(Circle(x, y, 2.2, fillColor=HexColor(colour), strokeColor=None))

    def _along(self, step: float) -> float:
        return self.x + _WIDTH * (step - self.first) / (self.last - self.first or 1.0)

    def _across(self, value: float) -> float:
        low, high, at = self.low, self.high, value
        if self.logarithmic:
            low, high, at = math.log(low), math.log(high), math.log(value)
        return self.y + _HEIGHT * (at - low) / (high - low)

    def _rule(self, *ends: Any, dashes: tuple[int, int] | None = None) -> None:
        from reportlab.graphics.shapes import Line as Rule
        from reportlab.lib.colors import HexColor

        *points, colour = ends
        self.drawing.add(Rule(*points, strokeColor=HexColor(colour), strokeWidth=0.7, strokeDashArray=dashes))

    def _text(
        self, x: float, y: float, text: str, size: float, colour: str, *, anchor: str = "start", bold: bool = False
    ) -> None:
        from reportlab.graphics.shapes import String
        from reportlab.lib.colors import HexColor

        font = "Helvetica-Bold" if bold else "Helvetica"
        self.drawing.add(
            String(x, y, text, fontName=font, fontSize=size, fillColor=HexColor(colour), textAnchor=anchor)
        )


def _apart(ends: Sequence[tuple[float, str, str]], gap: float = 10.0) -> list[tuple[float, str, str]]:
    """Move names that would cover each other up, the lowest first, and all of them down by half of what that took."""
    moved: list[tuple[float, str, str]] = []
    for at, name, colour in sorted(ends):
        free = moved[-1][0] + gap if moved else -math.inf
        moved.append((max(at, free), name, colour))
    if not moved:
        return moved
    back = (moved[-1][0] - max(at for at, _, _ in ends)) / 2
    return [(at - back, name, colour) for at, name, colour in moved]
