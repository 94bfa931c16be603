"""The line above the tracing: values, flags from the shared criteria, reasons for what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meit_core.domain.measurements import (
    Confidence,
    LeadQuality,
    Measurements,
    MeasurementSource,
    QtCorrected,
    ValueConfidence,
    ValueSource,
)
from meit_core.domain.record import Sex
from meit_desktop.theme import DARK, Tokens
from meit_desktop.widgets.measurement_line import MeasurementLine, reading_html, readings, spoken

WIDE = Measurements(
    heart_rate_bpm=96,
    pr_ms=None,
    qrs_ms=148,
    qt_ms=412,
    qtc_ms=QtCorrected(bazett=521, fridericia=482, framingham=480, hodges=475),
    qrs_axis_deg=-52,
    quality={"V5": LeadQuality.GOOD, "V6": LeadQuality.NOISY},
    reasons={"pr_ms": "There is no P wave before every QRS."},
)


def by_label(measurements: Measurements, sex: Sex = Sex.FEMALE) -> dict[str, object]:
    return {reading.label: reading for reading in readings(measurements, sex)}


def test_in_german_intervals_have_the_names_of_german_clinics(german: None) -> None:
    shown = by_label(WIDE)
    assert list(shown) == ["HF", "PQ", "QRS", "QT", "QTcF", "Achse", "Signal"]
    assert (shown["QRS"].value, shown["QRS"].unit, shown["QRS"].flag) == ("148", "ms", "breit")
    assert (shown["Signal"].value, shown["Signal"].flag) == ("V6", "verrauscht")


def test_values_outside_their_limits_carry_a_word_and_the_reason() -> None:
    shown = by_label(WIDE)
    assert (shown["QRS"].value, shown["QRS"].unit, shown["QRS"].flag) == ("148", "ms", "wide")
    assert "AHA/ACC/HRS 2009" in shown["QRS"].explanation
    assert shown["Axis"].flag == "left"
    assert shown["Axis"].value == "\N{MINUS SIGN}52\N{DEGREE SIGN}"
    assert shown["QTcF"].flag == "long"
    assert shown["HR"].flag == ""


def test_what_is_not_measured_says_why() -> None:
    shown = by_label(WIDE)
    assert shown["PR"].value == "\N{EN DASH}"
    assert shown["PR"].explanation == "There is no P wave before every QRS."


def test_a_fast_heart_alone_makes_no_long_qt() -> None:
    fast = Measurements(heart_rate_bpm=130, qt_ms=330, qtc_ms=QtCorrected(bazett=486, fridericia=427, framingham=413))
    assert by_label(fast)["QTcF"].flag == ""


@pytest.mark.parametrize(
    ("quality", "value", "flag"),
    [
        ({"I": LeadQuality.GOOD}, "good", ""),
        ({"V6": LeadQuality.NOISY}, "V6", "noisy"),
        (dict.fromkeys(("I", "II", "III", "aVR", "aVL", "aVF", "V1"), LeadQuality.FLAT), "most leads", "flat"),
    ],
)
def test_the_signal_is_summed_up(quality: dict[str, LeadQuality], value: str, flag: str) -> None:
    shown = by_label(Measurements(quality=quality))["Signal"]
    assert (shown.value, shown.flag) == (value, flag)


def test_exchanged_electrodes_are_told_with_the_reason_and_only_where_they_are() -> None:
    shown = by_label(Measurements(quality={"I": LeadQuality.GOOD}, arms_exchanged=True))
    assert spoken(shown["Electrodes"]) == "Electrodes arms exchanged?"
    assert "upside down in I" in shown["Electrodes"].explanation
    assert "Electrodes" not in by_label(WIDE)


def test_labels_follow_study_and_theme(qtbot: QtBot, tokens: Tokens) -> None:
    line = MeasurementLine(tokens)
    qtbot.addWidget(line)
    line.resize(1200, 40)
    line.show()
    line.show_measurements(WIDE, Sex.FEMALE)
    labels = [label for label in line.findChildren(QLabel) if not label.isHidden()]
    assert len(labels) == 7
    assert any("148" in label.text() and tokens.warn in label.text() for label in labels)
    line.set_theme(DARK)
    assert any(DARK.warn in label.text() for label in labels)
    line.show_measurements(None)
    assert all(label.isHidden() for label in labels)


def test_the_line_breaks_instead_of_being_cut(qtbot: QtBot, tokens: Tokens) -> None:
    line = MeasurementLine(tokens)
    qtbot.addWidget(line)
    line.show_measurements(WIDE, Sex.FEMALE)
    line.show()
    assert line.layout().heightForWidth(300) > 2 * line.layout().heightForWidth(1600) - 20
    line.resize(300, line.layout().heightForWidth(300))
    for label in line.findChildren(QLabel):
        assert label.geometry().right() <= 300


def test_what_a_reader_has_set_says_so_by_icon_word_and_name(qtbot: QtBot, tokens: Tokens) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    rose = ValueSource(MeasurementSource.MANUAL, "Dr. Rose", noon)
    by_hand = replace(WIDE, sources={"qt_ms": rose, "qtc_ms": rose})
    shown = by_label(by_hand)
    assert [label for label, reading in shown.items() if reading.manual] == ["QT", "QTcF"]
    assert f"Set by hand by Dr. Rose, {noon.astimezone():%Y-%m-%d %H:%M}." in shown["QT"].explanation
    assert "Measured by MEIT" in shown["QRS"].explanation
    line = MeasurementLine(tokens)
    qtbot.addWidget(line)
    line.show_measurements(by_hand, Sex.FEMALE)
    qt = next(label for label in line.findChildren(QLabel) if label.accessibleName().startswith("QT "))
    assert qt.accessibleName() == "QT 412 ms manual"
    assert "manual" in qt.text()
    assert "<img" in qt.text()


RELIED_ON = replace(
    WIDE,
    confidences={
        "heart_rate_bpm": ValueConfidence(Confidence.HIGH, 0.2),
        "qrs_ms": ValueConfidence(Confidence.MEDIUM, 6.4),
        "qt_ms": ValueConfidence(Confidence.LOW, 17.0),
        "qtc_ms": ValueConfidence(Confidence.LOW, 17.0),
        "qrs_axis_deg": ValueConfidence(Confidence.LOW),
    },
)


def test_what_cannot_be_relied_on_is_marked_and_every_value_says_how_far() -> None:
    shown = by_label(RELIED_ON)
    assert {label for label, one in shown.items() if one.uncertain} == {"QT", "QTcF", "Axis"}
    assert "it differs by 1 /min." in shown["HR"].explanation
    assert "Medium confidence: measured on half of the beats or leads, it differs by 7 ms." in shown["QRS"].explanation
    assert "Low confidence: measured on half of the beats or leads, it differs by 17 ms." in shown["QT"].explanation
    assert "do not show it" in shown["Axis"].explanation
    assert shown["QRS"].flag == "wide", "a flag stays"


def test_an_uncertain_value_is_seen_and_heard_as_one(tokens: Tokens) -> None:
    shown = by_label(RELIED_ON)
    assert "\N{ALMOST EQUAL TO}" in reading_html(shown["QT"], tokens)
    assert spoken(shown["QT"]) == "QT about 412 ms"
    assert "\N{ALMOST EQUAL TO}" not in reading_html(shown["QRS"], tokens)
    assert spoken(shown["QRS"]) == "QRS 148 ms wide"


def test_what_a_reader_set_is_certain() -> None:
    when = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
    by_hand = replace(RELIED_ON, sources={"qt_ms": ValueSource(MeasurementSource.MANUAL, "Dr. Rose", when)})
    shown = by_label(by_hand)["QT"]
    assert not shown.uncertain and "onfidence" not in shown.explanation


def test_confidence_is_told_in_german(german: None) -> None:
    assert "Geringe Sicherheit" in by_label(RELIED_ON)["QT"].explanation
    assert "um 17 ms ab" in by_label(RELIED_ON)["QT"].explanation
