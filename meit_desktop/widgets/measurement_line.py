"""The measurements above the tracing: values first, units lighter, a word where one is out of its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from meit_core.domain.measurements import (
    ARMS_EXCHANGED,
    Confidence,
    LeadQuality,
    Measurements,
    MeasurementSource,
    ValueSource,
)
from meit_core.domain.record import Sex
from meit_desktop.keymap import ShownKey, hint_with_key, shipped_key
from meit_desktop.language import marked, said, tr
from meit_desktop.plots.lead_state import quality_word
from meit_desktop.theme.icons import icon_file, themed_icon
from meit_desktop.theme.tokens import Space, Tokens, TypeSize
from meit_desktop.widgets.confidence_words import confidence_words
from meit_desktop.widgets.flow_layout import FlowLayout
from meit_desktop.widgets.measurement_flags import Flag, flags
from meit_desktop.widgets.quantities import QUANTITIES

_DASH: Final = "\N{EN DASH}"
_ABOUT: Final = "\N{ALMOST EQUAL TO}"
_SOURCES: Final = {
    MeasurementSource.DEVICE: marked("Measured by the recording device."),
    MeasurementSource.COMPUTED: marked("Measured by MEIT on the median beat."),
    MeasurementSource.MANUAL: marked("Set by hand."),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as shown.

    Attributes
    ----------
    explanation
        Shown on hover and read out: flag, reason for a dash, or the source.
    manual
        A reader has set it.
    uncertain
        Its confidence is low.
    """

    label: str
    value: str
    unit: str = ""
    flag: str = ""
    explanation: str = ""
    manual: bool = False
    uncertain: bool = False


def readings(measurements: Measurements, sex: Sex) -> tuple[Reading, ...]:
    """The line's content in reading order."""
    return tuple(_readings(measurements, flags(measurements, sex)))


class MeasurementLine(QFrame):
    """Labels in a row that breaks where the window is narrow or the text is large, and the way to the beat behind them.

    Signals
    -------
    median_wanted()
        Show the median beat that was measured.
    """

    median_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("region", "bar")
        self._tokens = tokens
        self._shown: tuple[Reading, ...] = ()
        self._flow_holder = QWidget()
        self._flow = FlowLayout(self._flow_holder, gap_px=Space.L, line_gap_px=2)
        self.median = QToolButton(iconSize=QSize(int(TypeSize.TITLE), int(TypeSize.TITLE)))
        self.median.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.median.setAccessibleName(tr("Median beat"))
        self.median.clicked.connect(self.median_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.S, 0)
        self._flow.setContentsMargins(0, Space.XS + 1, 0, Space.XS + 1)  # the first line beside the button's middle
        row.setSpacing(Space.S)
        row.addWidget(self._flow_holder, 1)
        row.addWidget(self.median, alignment=Qt.AlignmentFlag.AlignTop)
        self._labels: list[QLabel] = []
        self.show_keys(shipped_key)
        self.set_theme(tokens)

    @property
    def shown(self) -> tuple[Reading, ...]:
        return self._shown

    def show_measurements(self, measurements: Measurements | None, sex: Sex = Sex.UNKNOWN) -> None:
        """Show one recording's measurements, or nothing."""
        self._shown = readings(measurements, sex) if measurements else ()
        self._refresh()

    def show_keys(self, shown: ShownKey) -> None:
        """Name the key in use that shows the median beat too."""
        self.median.setToolTip(hint_with_key(tr("Median beat: set onsets and ends by hand"), shown("median_beat")))

    def set_theme(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.median.setIcon(themed_icon("trace", tokens, tokens.muted))
        self._refresh()

    def _refresh(self) -> None:
        while len(self._labels) < len(self._shown):
            label = QLabel(textFormat=Qt.TextFormat.RichText)
            self._flow.addWidget(label)
            self._labels.append(label)
        for label, reading in zip(self._labels, self._shown, strict=False):
            label.setText(reading_html(reading, self._tokens))
            label.setToolTip(reading.explanation)
            label.setAccessibleName(spoken(reading))
            label.setAccessibleDescription(reading.explanation)
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(self._shown))
        self.median.setVisible(bool(self._shown))


def spoken(reading: Reading) -> str:
    """As a screen reader says it."""
    about = tr("about") if reading.uncertain else ""
    manual = tr("manual") if reading.manual else ""
    return " ".join(part for part in (reading.label, about, reading.value, reading.unit, reading.flag, manual) if part)


def reading_html(reading: Reading, tokens: Tokens, *, manual_word: bool = True) -> str:
    """Label and unit lighter than the value; a pencil and a word where a reader has set it, a sign where it is unsure.

    Parameters
    ----------
    manual_word
        Without it the pencil stands alone, for places that say in words beside it what was set by hand.
    """
    muted = f'<span style="color:{tokens.muted}">'
    unit = f"{muted}&nbsp;{reading.unit}</span>" if reading.unit else ""
    about = f"{muted}{_ABOUT}</span>" if reading.uncertain else ""
    if reading.flag:
        value = f'<span style="color:{tokens.warn};font-weight:600">{reading.value}</span>'
        unit += f'<span style="color:{tokens.warn}">&nbsp;{reading.flag}</span>'
    else:
        colour = tokens.muted if reading.value == _DASH else tokens.text
        value = f'<span style="color:{colour};font-weight:600">{reading.value}</span>'
    if reading.manual:
        pencil = icon_file("edit", tokens.accent).as_posix()
        size = max(int(TypeSize.SECONDARY), QGuiApplication.font().pixelSize() - 1)
        unit += f'&nbsp;<img src="{pencil}" width="{size}" height="{size}">'
        unit += f'<span style="color:{tokens.accent}">&nbsp;{tr("manual")}</span>' if manual_word else ""
    return f"{muted}{reading.label}</span>&nbsp; {about}{value}{unit}"


def source_words(source: ValueSource) -> str:
    """Where a value comes from, as a sentence; by whom and when where a reader has set it."""
    if source.at is None:
        return tr(_SOURCES[source.source])
    time = f"{source.at.astimezone():%Y-%m-%d %H:%M}"
    return tr("Set by hand by {reader}, {time}.").format(reader=source.by, time=time)


def _readings(m: Measurements, flagged: dict[str, Flag]) -> Iterator[Reading]:
    def one(label: str, name: str, unit: str) -> Reading:
        return value_reading(m, label, name, unit, flag=flagged.get(name))

    yield one(tr(QUANTITIES["heart_rate_bpm"]), "heart_rate_bpm", "/min")
    yield one(tr(QUANTITIES["pr_ms"]), "pr_ms", "ms")
    yield one(tr(QUANTITIES["qrs_ms"]), "qrs_ms", "ms")
    yield one(tr(QUANTITIES["qt_ms"]), "qt_ms", "ms")
    yield value_reading(m, "QTcF", "qtc_ms", "ms", flag=flagged.get("qtc_ms"), formula="fridericia", more=_formulas(m))
    yield one(tr("Axis"), "qrs_axis_deg", "\N{DEGREE SIGN}")
    yield _quality(m)
    if m.arms_exchanged:
        yield Reading(tr("Electrodes"), tr("arms"), flag=tr("exchanged?"), explanation=said(ARMS_EXCHANGED))


def value_reading(
    m: Measurements, label: str, name: str, unit: str, *, flag: Flag | None = None, formula: str = "", more: str = ""
) -> Reading:
    """One field as shown, with its source, or the reason why there is a dash.

    Parameters
    ----------
    formula
        Of QTc, whose field holds four values.
    more
        Lines for the explanation.
    """
    value: float | None = getattr(m.qtc_ms, formula) if formula else getattr(m, name)
    if value is None:
        reason = m.reasons.get(name, m.reasons.get("qt_ms", "") if formula else "")
        return Reading(
            label, _DASH, explanation=said(reason) or tr("Not measured."), manual=m.source_of(name).is_manual
        )
    confidence = m.confidence_of(name)
    relied_on = confidence_words(confidence, unit) if confidence else ""
    shown = f"{value:.0f}".replace("-", "\N{MINUS SIGN}")
    if unit == "\N{DEGREE SIGN}":
        shown, unit = shown + unit, ""
    told = "\n".join(part for part in (source_words(m.source_of(name)), relied_on, more) if part)
    return Reading(
        label,
        shown,
        unit,
        flag.word if flag else "",
        f"{flag.reason} {told}" if flag else told,
        manual=m.source_of(name).is_manual,
        uncertain=confidence is not None and confidence.level is Confidence.LOW,
    )


def _formulas(m: Measurements) -> str:
    names = ("bazett", "fridericia", "framingham", "hodges")
    values = [(name, getattr(m.qtc_ms, name)) for name in names]
    return "\n".join(f"QTc {name.capitalize()} {value:.0f} ms" for name, value in values if value is not None)


def _quality(m: Measurements) -> Reading:
    poor: dict[LeadQuality, list[str]] = {}
    for lead, quality in m.quality.items():
        if quality is not LeadQuality.GOOD:
            poor.setdefault(quality, []).append(lead)
    if not m.quality:
        return Reading(tr("Signal"), _DASH, explanation=tr("The signal was not examined."))
    if not poor:
        return Reading(tr("Signal"), tr("good"), explanation=tr("All leads are usable."))
    worst, leads = max(poor.items(), key=lambda item: len(item[1]))
    where = tr("most leads") if len(leads) > 6 else " ".join(leads[:3]) + (" …" if len(leads) > 3 else "")
    told = "\n".join(f"{_capital(quality_word(quality))}: {', '.join(names)}" for quality, names in poor.items())
    return Reading(tr("Signal"), where, flag=quality_word(worst), explanation=told)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
