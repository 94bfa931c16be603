"""A suspicion of exchanged electrodes is printed and copied with the values that it makes doubtful."""

from __future__ import annotations

from dataclasses import replace

from meit_core.domain.measurements import ARMS_EXCHANGED, Measurements, MeasurementSource, ValueSource
from meit_core.exchange import measurements_line
from meit_core.exchange.measurement_text import measurement_text
from meit_core.exchange.pdf import render_report
from tests.exchange.conftest import MakeDocument
from tests.exchange.pdf_paths import words

SUSPECTED = Measurements(heart_rate_bpm=72, pr_ms=160, qrs_axis_deg=152, arms_exchanged=True)
BY_HAND = {"pr_ms": ValueSource(MeasurementSource.MANUAL, "Dr. Gül")}


def test_the_pdf_says_it_below_the_values(make_document: MakeDocument) -> None:
    (page,) = words(render_report(make_document(measurements=SUSPECTED))[0])
    assert ARMS_EXCHANGED in page
    (usual,) = words(render_report(make_document(measurements=replace(SUSPECTED, arms_exchanged=False)))[0])
    assert "exchanged" not in usual


def test_it_has_a_line_of_its_own_beside_what_was_set_by_hand(make_document: MakeDocument) -> None:
    both = replace(SUSPECTED, sources=BY_HAND)
    (page,) = words(render_report(make_document(measurements=both))[0])
    assert ARMS_EXCHANGED in page and "Set by hand: PR by Dr. Gül" in page
    heights_mm = [
        measurements_line.height_mm(one)
        for one in (Measurements(), SUSPECTED, replace(both, arms_exchanged=False), both)
    ]
    assert heights_mm[0] < heights_mm[1] == heights_mm[2] < heights_mm[3]


def test_the_text_for_the_clipboard_says_it_too(make_document: MakeDocument) -> None:
    assert ARMS_EXCHANGED in measurement_text(make_document(measurements=SUSPECTED)).splitlines()
    assert "exchanged" not in measurement_text(make_document(measurements=replace(SUSPECTED, arms_exchanged=False)))
