"""The four kinds of plots: intervals side by side, bars by finding, curves over a strength, and calibration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meit_core.evaluation.benchmark_report.canvas import COLOURS, FAINT, INK, OTHERS, OWN, Canvas

Interval = tuple[float, float, float]
"""Value, and the bounds of its interval."""


@dataclass(frozen=True, slots=True)
class Point:
    """Attributes: place on the axis, value, and the bounds of its interval."""

    x: float
    value: float
    low: float
    high: float


def interval_plot(
    rows: Sequence[tuple[str, Sequence[Interval | None]]],
    series: Sequence[str],
    *,
    title: str,
    longest: float = 1.0,
    left: float = 175.0,
) -> str:
    """Draw values with their intervals, one row for each thing measured, one mark for each of the ``series``.

    Parameters
    ----------
    longest
        End of the axis, which begins at 0.
    left
        Room for the names.
    """
    width, step = 760.0, 9.0 + 8.0 * len(series)
    plot, height = width - left - 20, 46 + step * len(rows) + 24
    canvas = Canvas(width, height, title)
    _legend(canvas, series, left)
    top = 40.0
    for tick in range(6):
        x = left + plot * tick / 5
        canvas.line(x, top, x, top + step * len(rows))
        canvas.text(x, height - 8, f"{longest * tick / 5:.2g}", anchor="middle", colour=FAINT, size=11)
    for index, (name, values) in enumerate(rows):
        middle = top + step * (index + 0.5)
        canvas.text(left - 10, middle + 4, name, anchor="end")
        for place, value in enumerate(values):
            if value is None:
                continue
            y = middle + 8.0 * (place - (len(series) - 1) / 2)
            x, low, high = (left + plot * min(max(each / longest, 0.0), 1.0) for each in value)
            colour = _colour(place)
            canvas.line(low, y, high, y, colour=colour, width=2.5 if place == 0 else 1.5)
            canvas.dot(x, y, colour=colour, radius=4 if place == 0 else 3)
    return canvas.svg()


def bar_plot(rows: Sequence[tuple[str, float, str]], *, title: str, longest: float = 1.0) -> str:
    """Draw bars from names, values and the words behind each bar."""
    left, width, step = 285.0, 760.0, 19.0
    plot = width - left - 90
    canvas = Canvas(width, step * len(rows) + 26, title)
    for tick in range(6):
        x = left + plot * tick / 5
        canvas.line(x, 0, x, step * len(rows) + 4)
        canvas.text(x, step * len(rows) + 20, f"{longest * tick / 5:.2g}", anchor="middle", colour=FAINT, size=11)
    for index, (name, value, words) in enumerate(rows):
        y = step * index + 4
        canvas.text(left - 10, y + 10, name, anchor="end", size=11.5)
        length = plot * min(value / longest, 1.0)
        canvas.bar(left, y, length, step - 6, colour=OWN)
        canvas.text(left + length + 6, y + 10, words, colour=FAINT, size=11)
    return canvas.svg()


def curve_plot(
    curves: Mapping[str, Sequence[Point]],
    *,
    title: str,
    x_title: str,
    undisturbed: Interval | None = None,
    falling: bool = False,
) -> str:
    """Draw a score over a strength, with its interval as a band or as lines, from 0 to the tenth above.

    Parameters
    ----------
    undisturbed
        Drawn as a dashed line.
    falling
        The axis runs from large to small: the less signal, the further to the right.
    """
    width, height, left, top, bottom = 760.0, 320.0, 56.0, 34.0, 50.0
    right = width - 20
    points = [point for curve in curves.values() for point in curve]
    low_x, high_x = min(point.x for point in points), max(point.x for point in points)
    tallest = max([point.high for point in points] + ([undisturbed[2]] if undisturbed else []))
    limit = (int(tallest * 10) + 1) / 10
    canvas = Canvas(width, height, title)
    _legend(canvas, list(curves), left, colours=COLOURS)

    def place(x: float, y: float) -> tuple[float, float]:
        share = (x - low_x) / (high_x - low_x or 1.0)
        across = left + 12 + (right - left - 24) * (1 - share if falling else share)
        return across, height - bottom - (height - top - bottom) * min(y / limit, 1.0)

    for tick in range(int(limit * 10) + 1):
        _, y = place(low_x, tick / 10)
        canvas.line(left, y, right, y)
        canvas.text(left - 8, y + 4, f"{tick / 10:.1f}", anchor="end", colour=FAINT, size=11)
    for x in sorted({point.x for point in points}):
        across, y = place(x, 0)
        canvas.text(across, y + 18, f"{x:g}", anchor="middle", colour=FAINT, size=11)
    canvas.text((left + right) / 2, height - 10, x_title, anchor="middle", colour=FAINT)
    if undisturbed:
        _, y = place(low_x, undisturbed[0])
        canvas.line(left, y, right, y, colour=INK, dashed=True)
        canvas.text(right, y - 5, "undisturbed", anchor="end", colour=INK, size=11)
    for index, curve in enumerate(curves.values()):
        colour = COLOURS[index % len(COLOURS)]
        ordered = sorted(curve, key=lambda point: point.x)
        if len(curves) == 1:
            band = [place(point.x, point.high) for point in ordered]
            canvas.area([*band, *(place(point.x, point.low) for point in reversed(ordered))], colour=colour)
        else:  # bands of several curves would hide one another
            aside = 3.0 * (index - (len(curves) - 1) / 2)
            for point in ordered:
                across, high = place(point.x, point.high)
                canvas.line(across + aside, high, across + aside, place(point.x, point.low)[1], colour=colour)
        canvas.path([place(point.x, point.value) for point in ordered], colour=colour)
        for point in ordered:
            canvas.dot(*place(point.x, point.value), colour=colour)
    return canvas.svg()


def calibration_plot(bins: Sequence[Mapping[str, float]], *, title: str) -> str:
    """Draw how often the told confidences hold; a dot's area is the number of sentences."""
    size, left, bottom = 330.0, 52.0, 44.0
    side = size - left - 14
    canvas = Canvas(size, size, title)
    for tick in range(6):
        share = tick / 5
        x, y = left + side * share, size - bottom - side * share
        canvas.line(x, size - bottom, x, size - bottom - side)
        canvas.line(left, y, left + side, y)
        canvas.text(x, size - bottom + 16, f"{share:.0%}", anchor="middle", colour=FAINT, size=11)
        canvas.text(left - 7, y + 4, f"{share:.0%}", anchor="end", colour=FAINT, size=11)
    canvas.line(left, size - bottom, left + side, size - bottom - side, colour=INK, dashed=True)
    most = max((each["n"] for each in bins), default=1)
    for each in bins:
        radius = 3 + 9 * (each["n"] / most) ** 0.5
        canvas.dot(left + side * each["told"], size - bottom - side * each["right"], colour=OWN, radius=radius)
    canvas.text(left + side / 2, size - 8, "confidence shown", anchor="middle", colour=FAINT)
    return canvas.svg()


def _legend(canvas: Canvas, names: Sequence[str], x: float, colours: Sequence[str] = ()) -> None:
    for place, name in enumerate(names):
        colour = colours[place % len(colours)] if colours else _colour(place)
        canvas.dot(x + 4, 14, colour=colour, radius=4)
        canvas.text(x + 13, 18, name, size=12, bold=place == 0 and not colours)
        x += 34 + 6.6 * len(name)


def _colour(place: int) -> str:
    return OWN if place == 0 else OTHERS[(place - 1) % len(OTHERS)]
