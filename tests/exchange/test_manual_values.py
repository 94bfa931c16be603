"""What a reader has set by hand says so in print, with name and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from meit_core.domain.measurements import Measurements, MeasurementSource, QtCorrected, ValueSource
from meit_core.exchange import measurements_line
from meit_core.exchange.measurement_text import measurement_text
from meit_core.exchange.pdf import render_report
from tests.exchange.conftest import MakeDocument
from tests.exchange.pdf_paths import words

NOON = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
MARIA = ValueSource(MeasurementSource.MANUAL, "Dr. Maria Łęcka", NOON)
GUL = ValueSource(MeasurementSource.MANUAL, "Dr. Gül", NOON)
EVERYTHING = ("p_ms", "pr_ms", "qrs_ms", "qt_ms", "qtc_ms", "p_axis_deg", "qrs_axis_deg", "t_axis_deg")
FULL = Measurements(
    heart_rate_bpm=112,
    rr_ms=1035,
    p_ms=112,
    pr_ms=212,
    qrs_ms=148,
    qt_ms=412,
    qtc_ms=QtCorrected(bazett=471, fridericia=466),
    p_axis_deg=-112,
    qrs_axis_deg=-152,
    t_axis_deg=-171,
)


def test_the_line_of_the_pdf_names_values_reader_and_time(make_document: MakeDocument) -> None:
    measured = replace(FULL, sources={"pr_ms": MARIA, "qrs_ms": MARIA, "qt_ms": GUL})
    (page,) = words(render_report(make_document(measurements=measured))[0])
    for expected in ("PR (manual)", "QRS (manual)", "QT (manual)"):
        assert expected in page
    assert "P (manual)" not in page
    assert "Set by hand: PR, QRS by Dr. Maria Łęcka, 2026-03-02 12:30 UTC · QT by Dr. Gül, 2026-03-02 12:30 UTC" in page


def test_what_is_computed_prints_as_before(make_document: MakeDocument) -> None:
    (page,) = words(render_report(make_document(measurements=FULL))[0])
    assert "manual" not in page
    assert "Set by hand" not in page
    assert measurements_line.height_mm(FULL) == 10.0


def test_everything_by_hand_still_stands_side_by_side() -> None:
    measured = replace(FULL, sources=dict.fromkeys(EVERYTHING, MARIA))
    items = measurements_line.quantities(measured)
    assert sum(item.width_mm for item in items) + 3.0 * (len(items) - 1) < 250.0, "the sheet is wider than that"


def test_the_text_for_the_clipboard_says_it_too(make_document: MakeDocument) -> None:
    text = measurement_text(make_document(measurements=replace(FULL, sources={"pr_ms": MARIA})))
    assert "PR (manual): 212 ms" in text
    assert "Set by hand: PR by Dr. Maria Łęcka, 2026-03-02 12:30 UTC." in text
