"""The sheet's millimetres, measured in the finished PDF: 1 mV is 10 mm, 1 s is 25 mm, 1 mm is 72/25.4 pt."""

from __future__ import annotations

import numpy as np
import pytest
from pypdf import PdfReader

from meit_core.exchange.document import PageSize
from meit_core.exchange.palette import GRID_BOLD, GRID_FINE, TRACE, Ink
from meit_core.exchange.pdf import render_report, write_report_pdf
from tests.exchange.conftest import MakeDocument, spikes
from tests.exchange.pdf_paths import Stroke, strokes

PT_PER_MM = 72 / 25.4
PULSE_POINTS = 6
WITHIN_PT = 0.01


def in_ink(found: list[Stroke], ink: Ink) -> list[Stroke]:
    return [stroke for stroke in found if np.allclose(stroke.colour, ink, atol=1e-3)]


def drawn(make_document: MakeDocument, **changes: object) -> list[Stroke]:
    content, _ = render_report(make_document(**changes))
    return strokes(content)


def traces(found: list[Stroke]) -> list[Stroke]:
    return [stroke for stroke in in_ink(found, TRACE) if len(stroke.points) > PULSE_POINTS]


def pulses(found: list[Stroke]) -> list[Stroke]:
    return [stroke for stroke in in_ink(found, TRACE) if len(stroke.points) == PULSE_POINTS]


@pytest.mark.parametrize("page_size", list(PageSize))
@pytest.mark.parametrize(("gain", "speed"), [(10, 25), (5, 25), (20, 50)])
def test_amplitude_and_time_have_the_printed_scale(
    make_document: MakeDocument, page_size: PageSize, gain: float, speed: float
) -> None:
    found = drawn(make_document, page_size=page_size, gain_mm_per_mv=gain, speed_mm_per_s=speed)
    for stroke in traces(found):
        x, y = stroke.points.T
        assert np.ptp(y) == pytest.approx(gain * PT_PER_MM, abs=WITHIN_PT)
        peaks = x[y > y.min() + 1]
        if len(peaks) > 1:
            assert np.diff(peaks) == pytest.approx(speed * PT_PER_MM, abs=WITHIN_PT)
    assert len(traces(found)) == 13


def test_calibration_pulses_are_one_millivolt_high_and_a_big_square_wide(make_document: MakeDocument) -> None:
    found = pulses(drawn(make_document))
    assert len(found) == 4
    for stroke in found:
        x, y = stroke.points.T
        assert np.ptp(y) == pytest.approx(28.346, abs=WITHIN_PT)
        assert x[3] - x[2] == pytest.approx(5 * PT_PER_MM, abs=WITHIN_PT)


def test_each_column_goes_on_where_the_last_one_ended(make_document: MakeDocument) -> None:
    rhythm = max(traces(drawn(make_document)), key=lambda stroke: np.ptp(stroke.points[:, 0])).points
    start = rhythm[0, 0]
    rows = [s.points for s in traces(drawn(make_document)) if np.ptp(s.points[:, 0]) < 200 * PT_PER_MM]
    peaks = sorted({round((x - start) / PT_PER_MM, 2) for row in rows for x, y in row if y > row[:, 1].min() + 1})
    assert peaks == pytest.approx([12.5 + 25 * second for second in range(10)], abs=0.01)


def test_the_grid_is_a_millimetre_grid_with_every_fifth_line_bold(make_document: MakeDocument) -> None:
    found = drawn(make_document)
    fine = [s.points for s in in_ink(found, GRID_FINE)]
    bold = [s.points for s in in_ink(found, GRID_BOLD)]
    columns = np.sort([line[0, 0] for line in bold if line[0, 0] == line[1, 0]])
    assert np.diff(columns) == pytest.approx(5 * PT_PER_MM, abs=WITHIN_PT)
    every = np.sort([*columns, *(line[0, 0] for line in fine if line[0, 0] == line[1, 0])])
    assert np.diff(every) == pytest.approx(PT_PER_MM, abs=WITHIN_PT)
    assert every[-1] - every[0] == pytest.approx(270 * PT_PER_MM, abs=WITHIN_PT)


def test_baselines_lie_on_bold_lines(make_document: MakeDocument) -> None:
    found = drawn(make_document)
    rows = {round(s.points[0, 1], 2) for s in in_ink(found, GRID_BOLD) if s.points[0, 1] == s.points[1, 1]}
    for stroke in traces(found):
        assert min(abs(stroke.points[:, 1].min() - row) for row in rows) < WITHIN_PT


@pytest.mark.parametrize("page_size", list(PageSize))
def test_nothing_leaves_the_page(make_document: MakeDocument, page_size: PageSize) -> None:
    content, _ = render_report(make_document(page_size=page_size))
    width, height = page_size.size_mm
    for stroke in strokes(content):
        assert stroke.points.min() >= 5 * PT_PER_MM
        assert stroke.points[:, 0].max() <= (width - 5) * PT_PER_MM
        assert stroke.points[:, 1].max() <= (height - 5) * PT_PER_MM


@pytest.mark.parametrize("page_size", list(PageSize))
def test_the_page_itself_has_the_paper_size(make_document: MakeDocument, page_size: PageSize, tmp_path) -> None:
    write_report_pdf(make_document(page_size=page_size), tmp_path / "report.pdf")
    box = PdfReader(tmp_path / "report.pdf").pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(
        [mm * PT_PER_MM for mm in page_size.size_mm], abs=0.01
    )


def test_a_thousand_hertz_record_keeps_its_scale(make_document: MakeDocument) -> None:
    found = traces(drawn(make_document, record=spikes(fs_hz=1000, seconds=38)))
    for stroke in found:
        assert np.ptp(stroke.points[:, 1]) == pytest.approx(10 * PT_PER_MM, abs=WITHIN_PT)
    assert max(np.ptp(s.points[:, 0]) for s in found) == pytest.approx(250 * PT_PER_MM, abs=0.1)
