"""What is measured on the median beat, all of it: intervals, axes, QTc by four formulas with the rate, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from meit_core.domain.measurements import Measurements
from meit_core.domain.record import Sex
from meit_desktop.language import said, tr
from meit_desktop.theme.tokens import Space, Tokens
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.measurement_flags import flags
from meit_desktop.widgets.measurement_line import Reading, reading_html, source_words, spoken, value_reading
from meit_desktop.widgets.quantities import QUANTITIES

_INTERVALS: Final = ("p_ms", "pr_ms", "qrs_ms", "qt_ms")
_AXES: Final = ("p_axis_deg", "qrs_axis_deg", "t_axis_deg")
_FORMULAS: Final = ("bazett", "fridericia", "framingham", "hodges")
_NAMES: Final = (*_INTERVALS, "qtc_ms", *_AXES)


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
    for name in _INTERVALS:
        yield value_reading(m, tr(QUANTITIES[name]), name, "ms", flag=flagged.get(name))
    for name in _AXES:
        yield value_reading(m, tr(QUANTITIES[name]), name, "\N{DEGREE SIGN}", flag=flagged.get(name))


def _qtc(m: Measurements, sex: Sex) -> Iterator[Reading]:
    """The rate that is corrected for, and four corrections; the flag is on the linear one, which QTc is judged by."""
    told = tr("Mean cycle {rr_ms} ms.").format(rr_ms=f"{m.rr_ms:.0f}") if m.rr_ms is not None else ""
    rate = value_reading(m, tr("QTc at"), "heart_rate_bpm", "/min", more=told)
    yield replace(rate, manual=m.source_of("qtc_ms").is_manual)
    flag = flags(m, sex).get("qtc_ms")
    for formula in _FORMULAS:
        on = flag if formula == "framingham" else None
        one = value_reading(m, formula.capitalize(), "qtc_ms", "ms", flag=on, formula=formula)
        yield replace(one, manual=False)  # said once, for all four


def _by_hand(m: Measurements) -> Iterator[str]:
    by_source: dict[str, list[str]] = {}
    for name in _NAMES:
        if m.source_of(name).is_manual:
            by_source.setdefault(source_words(m.source_of(name)), []).append(tr(QUANTITIES[name]))
    for told, labels in by_source.items():
        yield f"{', '.join(labels)}: {told[0].lower()}{told[1:]}"


def _refused(m: Measurements) -> Iterator[str]:
    refused: dict[str, list[str]] = {}
    for name in _NAMES:
        if getattr(m, name) is None and name in m.reasons:
            refused.setdefault(m.reasons[name], []).append(tr(QUANTITIES[name]))
    for reason, labels in refused.items():
        told = said(reason).removeprefix(tr("Not measured: "))
        yield tr("{values} not measured: {reason}").format(values=", ".join(labels), reason=told)
