"""What is measured on the median beat, all of it: intervals, axes, QTc by four formulas with the rate, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.measurement_flags import flags
from meit_desktop.widgets.measurement_line import Reading, reading_html, source_words, spoken, value_reading

_INTERVALS: Final = (("P", "p_ms"), ("PR", "pr_ms"), ("QRS", "qrs_ms"), ("QT", "qt_ms"))
_AXES: Final = (("P axis", "p_axis_deg"), ("QRS axis", "qrs_axis_deg"), ("T axis", "t_axis_deg"))
_FORMULAS: Final = ("bazett", "fridericia", "framingham", "hodges")
_NAMES: Final = {name: label for label, name in (*_INTERVALS, ("QTc", "qtc_ms"), *_AXES)}


class MedianFigures(QFrame):
    """Two lines of values that break where the window is narrow, and a line about hands and refusals.

    Attributes
    ----------
    hint
        Stands in that line while there is nothing to say.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "footer")
        self.hint = ""
        self._tokens = tokens
        self._shown: tuple[tuple[Reading, ...], ...] = ((), ())
        self._holders = [QWidget(), QWidget()]
        self._flows = [FlowLayout(holder, gap_px=Space.L, line_gap_px=2) for holder in self._holders]
        self._labels: list[list[QLabel]] = [[], []]
        self.notes = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.notes.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.XS)
        column.setSpacing(Space.XS)
        for holder in self._holders:
            column.addWidget(holder)
        column.addWidget(self.notes)

    @property
    def shown(self) -> tuple[Reading, ...]:
        """Everything in reading order."""
        return tuple(reading for line in self._shown for reading in line)

    def show_measurements(self, measurements: Measurements, sex: Sex) -> None:
        self._shown = (tuple(_intervals(measurements, sex)), tuple(_qtc(measurements, sex)))
        told = list(dict.fromkeys((*_by_hand(measurements), *_refused(measurements))))
        self.notes.setText("   ".join(told) or self.hint)
        self.notes.setVisible(bool(told or self.hint))
        self._refresh()

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._refresh()

    def _refresh(self) -> None:
        for flow, labels, line in zip(self._flows, self._labels, self._shown, strict=True):
            while len(labels) < len(line):
                label = QLabel(textFormat=Qt.TextFormat.RichText)
                flow.addWidget(label)
                labels.append(label)
            for label, reading in zip(labels, line, strict=False):
                label.setText(reading_html(reading, self._tokens, manual_word=False))
                label.setToolTip(reading.explanation)
                label.setAccessibleName(spoken(reading))
                label.setAccessibleDescription(reading.explanation)
            for number, label in enumerate(labels):
                label.setVisible(number < len(line))


def _intervals(m: Measurements, sex: Sex) -> Iterator[Reading]:
    flagged = flags(m, sex)
    for label, name in _INTERVALS:
        yield value_reading(m, label, name, "ms", flag=flagged.get(name))
    for label, name in _AXES:
        yield value_reading(m, label, name, "\N{DEGREE SIGN}", flag=flagged.get(name))


def _qtc(m: Measurements, sex: Sex) -> Iterator[Reading]:
    """The rate that is corrected for, and four corrections; the flag is on the linear one, which QTc is judged by."""
    told = f"Mean cycle {m.rr_ms:.0f} ms." if m.rr_ms is not None else ""
    rate = value_reading(m, "QTc at", "heart_rate_bpm", "/min", more=told)
    yield replace(rate, manual=m.source_of("qtc_ms").is_manual)
    flag = flags(m, sex).get("qtc_ms")
    for formula in _FORMULAS:
        on = flag if formula == "framingham" else None
        one = value_reading(m, formula.capitalize(), "qtc_ms", "ms", flag=on, formula=formula)
        yield replace(one, manual=False)  # said once, for all four


def _by_hand(m: Measurements) -> Iterator[str]:
    by_source: dict[str, list[str]] = {}
    for name, label in _NAMES.items():
        if m.source_of(name).is_manual:
            by_source.setdefault(source_words(m.source_of(name)), []).append(label)
    for told, labels in by_source.items():
        yield f"{', '.join(labels)}: {told[0].lower()}{told[1:]}"


def _refused(m: Measurements) -> Iterator[str]:
    refused: dict[str, list[str]] = {}
    for name, label in _NAMES.items():
        if getattr(m, name) is None and name in m.reasons:
            refused.setdefault(m.reasons[name], []).append(label)
    for reason, labels in refused.items():
        told = reason.removeprefix("Not measured: ")
        yield f"{', '.join(labels)} not measured: {told[0].lower() if told is not reason else told[0]}{told[1:]}"
