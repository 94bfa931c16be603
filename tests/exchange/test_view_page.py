"""The tracing as it is looked at, on paper and as SVG: true millimetres, and nobody's name where none is wanted."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

from meit_core.domain.display_filter import Band, DisplayFilter
from meit_core.domain.drawing import Block, Drawing, Lines, Words
from meit_core.domain.sheet_layout import LeadOrder, SheetLayout
from meit_core.domain.sheet_view import SheetView
from meit_core.errors import UserError
from meit_core.exchange.measurement_text import measurement_text
from meit_core.exchange.svg import render_svg
from meit_core.exchange.view_page import WITHHELD, draw_view
from tests.exchange.conftest import MakeDocument, spikes

A4 = (297.0, 210.0)
LETTER = (279.4, 215.9)
TRACE = "#12161B"
SVG = "{http://www.w3.org/2000/svg}"
PULSE_POINTS = 6


def text_of(drawing: Drawing) -> str:
    return " | ".join(shape.text for shape in drawing.shapes if isinstance(shape, Words))


def paths(svg: str) -> list[tuple[str, np.ndarray]]:
    """Colour and points in mm of every polyline of an SVG document."""
    root = ET.fromstring(svg)
    assert root.get("viewBox") == f"0 0 {root.get('width').removesuffix('mm')} {root.get('height').removesuffix('mm')}"
    found = []
    for path in root.iter(f"{SVG}path"):
        for line in path.get("d").removeprefix("M").split("M"):
            found.append((path.get("stroke"), np.array([point.split(",") for point in line.split("L")], float)))
    return found


def traces(svg: str) -> list[np.ndarray]:
    return [points for colour, points in paths(svg) if colour == TRACE and len(points) > PULSE_POINTS]


@pytest.mark.parametrize(("gain", "speed"), [(5, 25), (10, 25), (20, 50)])
def test_a_second_and_a_millivolt_have_their_millimetres_in_the_svg(
    make_document: MakeDocument, gain: float, speed: float
) -> None:
    view = SheetView(gain_mm_per_mv=gain, speed_mm_per_s=speed)
    svg = render_svg(draw_view(make_document(), view), title="12-lead ECG")
    drawn = traces(svg)
    assert len(drawn) == 13
    for points in drawn:
        x, y = points.T
        assert np.ptp(y) == pytest.approx(gain, abs=0.001)
        peaks = x[y < y.max() - gain / 2]
        assert np.diff(peaks) == pytest.approx(speed, abs=0.001)
    pulses = [points for colour, points in paths(svg) if colour == TRACE and len(points) == PULSE_POINTS]
    assert len(pulses) == 4
    for pulse in pulses:
        assert np.ptp(pulse[:, 1]) == pytest.approx(gain, abs=0.001)
        assert pulse[3, 0] - pulse[2, 0] == pytest.approx(5, abs=0.001)


def test_the_svg_paper_is_a_millimetre_grid(make_document: MakeDocument) -> None:
    svg = render_svg(draw_view(make_document(), SheetView()), title="12-lead ECG")
    columns = {
        colour: np.sort([p[0, 0] for c, p in paths(svg) if c == colour and p[0, 0] == p[1, 0]])
        for colour in ("#E5A397", "#F4D3CC")
    }
    assert np.diff(columns["#E5A397"]) == pytest.approx(5, abs=1e-3)
    assert np.diff(np.sort(np.concatenate(list(columns.values())))) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("page_mm", [A4, LETTER])
@pytest.mark.parametrize("layout", list(SheetLayout))
@pytest.mark.parametrize("height_mv", [1.0, 6.0])
def test_every_layout_fits_the_paper(
    make_document: MakeDocument, layout: SheetLayout, page_mm: tuple[float, float], height_mv: float
) -> None:
    view = SheetView(rows=layout.rows_in(LeadOrder.CABRERA), arrangement=layout.value)
    drawing = draw_view(make_document(record=spikes(height_mv=height_mv)), view, page_mm=page_mm)
    for shape in drawing.shapes:
        if isinstance(shape, Block):
            box = shape.box
            assert box.x_mm >= 5 and box.x_mm + box.width_mm <= page_mm[0] - 5
            assert box.y_mm >= 5 and box.y_mm + box.height_mm <= page_mm[1] - 5
        elif isinstance(shape, Lines) and shape.clip is None:
            points = np.concatenate(shape.lines)
            assert points.min() >= 5
            assert (points.max(axis=0) <= np.array(page_mm) - 5).all()
        elif isinstance(shape, Words):
            assert 5 <= shape.y_mm <= page_mm[1] - 3


def test_paper_too_small_for_true_scale_is_refused_in_words(make_document: MakeDocument) -> None:
    with pytest.raises(UserError, match="larger than this paper") as refused:
        draw_view(make_document(), SheetView(), page_mm=(210.0, 148.0))
    assert "landscape" in refused.value.hint


def test_the_page_says_whose_tracing_it_is_and_how_it_is_shown(make_document: MakeDocument) -> None:
    view = SheetView(filter=DisplayFilter(Band.SMOOTH, 50), arrangement="3×4 + 1R")
    text = text_of(draw_view(make_document(), view))
    for part in ("DOE, Jane", "ID 4711", "67 years", "2026-03-02 09:14", "25 mm/s", "10 mm/mV", "3×4 + 1R"):
        assert part in text
    assert "0.67–40 Hz + 50 Hz notch" in text
    assert view.filter.warning in text


def test_traces_alone_carry_no_state_of_a_report(make_document: MakeDocument) -> None:
    text = text_of(draw_view(make_document(), SheetView())).lower()
    assert "draft" not in text
    assert "unconfirmed" not in text
    assert "atrial fibrillation" not in text
    assert "without report" in text


def test_without_name_nothing_names_the_patient(make_document: MakeDocument) -> None:
    document = make_document()
    record = replace(document.record, source_name="DOE_Jane_4711.csv")
    drawing = draw_view(make_document(record=record), SheetView(), with_name=False)
    svg = render_svg(drawing, title="12-lead ECG")
    text = measurement_text(make_document(record=record), with_name=False)
    for secret in ("DOE", "Jane", "4711", "1958"):
        assert secret not in svg
        assert secret not in text
    assert WITHHELD in svg
    assert "67 years" in svg


def test_measurements_in_words_say_what_is_missing_and_why(make_document: MakeDocument) -> None:
    text = measurement_text(make_document())
    assert "DOE, Jane   ID 4711" in text
    assert "QRS: 148 ms" in text
    assert "QTc Bazett / Fridericia: 471 / 466 ms" in text
    assert "Not measured (PR): no P waves." in text
    assert "a physician has to check" in text


def test_words_from_a_file_cant_break_the_svg(make_document: MakeDocument) -> None:
    study = make_document().study
    study = replace(study, patient=replace(study.patient, name='<b>&"O\'Neil"</b>'))
    root = ET.fromstring(render_svg(draw_view(make_document(study=study), SheetView()), title='a "b" <c>'))
    assert '<b>&"O\'Neil"</b>' in [text.text for text in root.iter(f"{SVG}text")]


def test_one_lead_on_lines_that_run_on(make_document: MakeDocument) -> None:
    view = SheetView(rows=(("V2",),) * 2, trace_width_mm=125.0, rows_run_on=True, arrangement="V2")
    svg = render_svg(draw_view(make_document(), view, page_mm=A4), title="12-lead ECG")
    first, second = traces(svg)
    assert np.ptp(first[:, 0]) == pytest.approx(125, abs=0.1)
    assert first[0, 0] == pytest.approx(second[0, 0])
    assert re.search(r">V2</text>", svg)
